package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.annuaire.LotApplique;
import fr.entecole.socle.Uuids;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EntTest
class NaissanceDesComptesTests {

    @Autowired
    Comptes comptes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void nobody() {
        jdbc.sql("truncate comptes.compte cascade").update();
        jdbc.sql("truncate annuaire.agent, annuaire.responsable").update();
    }

    @Test
    void givesNoSecondAccountAndKeepsTheLoginWhenTheNameChanges() {
        var julie = agent("Julie", "Ferrier");
        assertThat(comptes.createMissing()).isOne();
        jdbc.sql("update annuaire.agent set nom = 'Durand'").update();
        assertThat(comptes.createMissing()).isZero();
        assertThat(login(julie)).isEqualTo("julie.ferrier");
    }

    @Test
    void numbersHomonymsInTheOrderOfTheirComing() {
        var first = agent("Léo", "Martin");
        var second = agent("LEO", "MARTIN");
        comptes.createMissing();
        var third = agent("Léo", "Martin");
        comptes.createMissing();
        assertThat(List.of(login(first), login(second), login(third)))
                .containsExactly("leo.martin", "leo.martin2", "leo.martin3");
    }

    @Test
    void neverGivesALoginTwiceEvenToNamesThatEndInDigits() {
        agent("Jean", "Martin2");
        agent("Jean", "Martin1");
        comptes.createMissing();
        for (int i = 0; i < 15; i++) {
            agent("Jean", "Martin");
        }
        agent("Jean", "Martin1");
        assertThat(comptes.createMissing()).isEqualTo(16);
        assertThat(jdbc.sql("select login from comptes.compte")
                        .query(String.class)
                        .list())
                .doesNotHaveDuplicates()
                .hasSize(18)
                .contains("jean.martin", "jean.martin2", "jean.martin1", "jean.martin12");
    }

    @Test
    void givesABodyNoAccount() {
        jdbc.sql("insert into annuaire.responsable (academie, prenom, nom) values ('11', 'organisme', 'AIDE SOCIALE')")
                .update();
        assertThat(comptes.createMissing()).isZero();
    }

    @Test
    void standsOrFallsWithTheBatch() {
        transaction.executeWithoutResult(status -> {
            agent("Julie", "Ferrier");
            events.publishEvent(new LotApplique(Uuids.v7(), "11"));
            assertThat(count()).isOne();
            status.setRollbackOnly();
        });
        assertThat(count()).isZero();
    }

    @Test
    void aBatchThatSaysWhomItBringsHasNobodyElseLookedAt() {
        agent("Marc", "Autre");
        var brought = agent("Julie", "Ferrier");
        events.publishEvent(new LotApplique(Uuids.v7(), "11", List.of(brought)));
        assertThat(login(brought)).isEqualTo("julie.ferrier");
        assertThat(count()).isOne();
        events.publishEvent(new LotApplique(Uuids.v7(), "11", List.of()));
        assertThat(count()).isOne();
        events.publishEvent(new LotApplique(Uuids.v7(), "11", List.of(brought)));
        assertThat(count()).as("once").isOne();
    }

    /// Born together, where nothing stands in the base to be compared with.
    @Test
    void neverGivesALoginTwiceInOneBirth() {
        for (var nom : List.of("Martin2", "Martin", "Martin", "Martin2", "Martin", "Martin22")) {
            agent("Jean", nom);
        }
        assertThat(comptes.createMissing()).isEqualTo(6);
        assertThat(jdbc.sql("select login from comptes.compte")
                        .query(String.class)
                        .list())
                .doesNotHaveDuplicates()
                .contains("jean.martin", "jean.martin2", "jean.martin3");
    }

    @Test
    void twoImportsAtOnceNeverShareANumber() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> batch = () -> transaction.execute(_ -> {
                for (int i = 0; i < 50; i++) {
                    agent("Léo", "Martin");
                }
                return comptes.createMissing();
            });
            int born = 0;
            for (var done : threads.invokeAll(List.of(batch, batch, batch, batch))) {
                born += done.get();
            }
            assertThat(born).isEqualTo(200);
        }
        assertThat(jdbc.sql("select max(rang) from comptes.compte where racine = 'leo.martin'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
    }

    @Test
    void givesFiftyThousandAccountsAtOnce() {
        jdbc.sql("""
                        insert into annuaire.agent (profil, prenom, nom)
                        select 'FINANCES', 'Prénom' || chr(97 + i % 26), 'Nom' || chr(97 + i / 26 % 26) || chr(97 + i / 676 % 26)
                          from generate_series(1, 50000) i
                        """).update();
        long start = System.nanoTime();
        assertThat(comptes.createMissing()).isEqualTo(50_000);
        assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
        assertThat(comptes.createMissing()).isZero();
    }

    private UUID agent(String prenom, String nom) {
        return jdbc.sql(
                        "insert into annuaire.agent (profil, prenom, nom) values ('FINANCES', :prenom, :nom) returning id")
                .param("prenom", prenom)
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private String login(UUID personne) {
        return jdbc.sql("select login from comptes.compte where personne_id = :id")
                .param("id", personne)
                .query((rs, _) -> rs.getString(1))
                .single();
    }

    private int count() {
        return jdbc.sql("select count(*) from comptes.compte")
                .query((rs, _) -> rs.getInt(1))
                .single();
    }
}
