package fr.entecole.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.ComptesReunis;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class NotificationsModuleTests {

    @Autowired
    Nouvelles nouvelles;

    @Autowired
    Livraisons livraisons;

    @Autowired
    Comptes comptes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsSomeoneOfNoSchoolAtOnceAndMovesTheirLinesWhenAccountsAreJoined(Scenario scenario) {
        var agent = new Personnages(jdbc).add(Profil.IEN);
        comptes.createMissing();
        jdbc.sql("update comptes.compte set active_le = now()").update();
        var remise = nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteDEssai.MOT_DESSAI,
                        UUID.randomUUID(),
                        Public.ofPersonnes(Cle.PARTOUT, List.of(agent), Qui.EQUIPE),
                        "/aide",
                        "Bonjour"));
        assertThat(remise.attend()).isFalse();
        livraisons.work(Instant.now());
        var compte = comptes.ofPersonne(agent).orElseThrow();
        assertThat(lines(compte)).isOne();
        var other = UUID.randomUUID();
        scenario.publish(new ComptesReunis(other, compte))
                .andWaitForStateChange(() -> lines(other), moved -> moved == 1)
                .andVerify(moved -> assertThat(moved).isOne());
    }

    @Test
    void takesNoAddressButAPathOfOurs() {
        var pour = Public.ofPersonnes(Cle.PARTOUT, List.of(UUID.randomUUID()), Qui.EQUIPE);
        for (var wrong : List.of("https://example.org", "//example.org", "/aide?x=1", "aide", "/aide#x")) {
            assertThatThrownBy(() -> new Nouvelle(SorteDEssai.MOT_DESSAI, UUID.randomUUID(), pour, wrong, "Bonjour"))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private int lines(UUID compte) {
        return jdbc.sql("select count(*) from notifications.ligne where compte_id = :compte")
                .param("compte", compte)
                .query(Integer.class)
                .single();
    }
}
