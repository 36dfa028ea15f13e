package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two mothers of the CM1, on two telephones, want the same quarter of an hour.
@MondeTest
@Tag("parcours")
class RendezVousADeuxTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void oneHasTheSlotAndTheOtherIsToldAndChoosesAnother() {
        var mot = mot();
        jdbc.sql("""
                        update liaison.reservation set finie_le = clock_timestamp(), motif = 'RENDUE'
                         where mot_id = :mot and finie_le is null and responsable_id =
                               (select id from annuaire.responsable where annuaire.cle(prenom) = 'julie'
                                   and annuaire.cle(nom) = 'ferrier')
                        """).param("mot", mot).update();
        var path = "/liaison/mots/" + mot + "/rendez-vous";
        try (var samira = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var julie = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Julie Ferrier")) {
            samira.go(path).look("rendez-vous-choisir");
            julie.go(path);
            samira.page().locator(".ent-creneaux button").first().click();
            samira.page().waitForURL("**?fait=pris");
            assertThat(samira.page().locator("main [role=status]")).containsText("C’est pris");
            samira.look("rendez-vous-pris");
            julie.page().locator(".ent-creneaux button").first().click();
            julie.page().waitForURL("**?fait=creneau_pris");
            assertThat(julie.page().locator("main [role=status]")).containsText("vient d’être pris");
            assertThat(julie.words()).doesNotContain("Samira", "Benali");
            julie.look("rendez-vous-trop-tard");
            julie.page().locator(".ent-creneaux button").first().click();
            julie.page().waitForURL("**?fait=pris");
            try (var teacher = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève")) {
                teacher.go(path).look("rendez-vous-carnet");
                assertThat(teacher.words()).contains("Samira Benali", "Julie Ferrier");
                teacher.page().locator("#creneaux a").first().click();
                teacher.look("rendez-vous-creneau");
            }
        }
    }

    private UUID mot() {
        return jdbc.sql("select mot_id from liaison.version where titre = 'Parlons de votre enfant'")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
