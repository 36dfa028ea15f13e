package fr.entecole.comptes.portes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.HorlogeDeTest;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Uuids;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list of passwords tried on a thousand accounts from two hundred addresses: each login by each password of the
/// list, the addresses in turn. Few tries are judged, nobody who has come in before is kept out, and the region hears.
@EntTest
class ListeDeMotsDePasseTests {

    private static final int COMPTES = 1_000;
    private static final int ADRESSES = 200;
    private static final int LISTE = 15;
    private static final int FREE = 50;

    @Autowired
    JdbcClient jdbc;

    final HorlogeDeTest clock = new HorlogeDeTest();

    @Test
    void isJudgedNoOftenerThanItsAddressesAllowAndKeepsNobodyOut() {
        jdbc.sql("truncate comptes.essai, comptes.vague").update();
        var frein = new Frein(jdbc, clock, new Sceau(EntTest.SECRET));
        var vague = new Vague(jdbc, clock);
        var home = new Provenance("192.0.2.1", "print-of-her-device");
        frein.succeed("compte7", home, Uuids.v7());
        Map<String, Integer> judged = new HashMap<>();
        int waits = 0;
        for (int password = 0; password < LISTE; password++) {
            for (int compte = 0; compte < COMPTES; compte++) {
                int from = (password * 7 + compte) % ADRESSES;
                var provenance = new Provenance("198.51.%d.%d".formatted(100 + from / 100, 1 + from % 100), null);
                var allure = frein.look("compte" + compte, provenance);
                if (allure.attente().isPositive()) {
                    waits++;
                } else {
                    judged.merge(provenance.adresse(), 1, Integer::sum);
                    frein.fail("compte" + compte, provenance, allure);
                }
                vague.refused(allure.file());
            }
        }
        assertThat(judged).hasSize(ADRESSES);
        assertThat(judged.values()).allMatch(tries -> tries <= FREE + 1, "what an address has free");
        assertThat(waits)
                .isEqualTo(LISTE * COMPTES
                        - judged.values().stream().mapToInt(n -> n).sum());
        assertThat(waits).isGreaterThan(LISTE * COMPTES / 4);
        assertThat(frein.look("compte7", home).attente())
                .as("whose login was tried, where they have come in before")
                .isZero();
        assertThat(frein.look("compte8", new Provenance("203.0.113.9", null)).attente())
                .as("a newcomer elsewhere, after fewer tries than a login has free")
                .isZero();
        assertThat(jdbc.sql("select count(*) from comptes.vague")
                        .query(Integer.class)
                        .single())
                .as("told once")
                .isOne();
        clock.advance(Duration.ofSeconds(31));
        assertThat(frein.look("compte1", new Provenance("198.51.100.1", null)).attente())
                .as("no wait is for good")
                .isZero();
    }
}
