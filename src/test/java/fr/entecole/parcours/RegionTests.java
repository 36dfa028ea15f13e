package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The region's administrator: batches, what one did, the schools, one of them, the next page.
@MondeTest
@Tag("parcours")
class RegionTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsABatchAndFindsASchoolAmongMany() {
        jdbc.sql("""
                        insert into annuaire.structure (academie, aaf_id, genre, uai, nom_courant)
                        select '11', 'parcours-' || n, 'ECOLE', '099' || to_char(n, 'FM0000') || 'Z',
                               'E.E.PU$ESSAI ' || n || '$ESSAI'
                          from generate_series(1, 60) n
                        """).update();
        try (var window = Navigateur.open(port).enterAs("Florence Vidal").follow("Imports")) {
            assertThat(window.words()).contains("Académie de Toulouse", "Académie de Montpellier", "appliqué");
            window.look("lots").follow("Académie de Montpellier");
            assertThat(window.words()).contains("Ce que cet import a fait", "Liens de famille", "À corriger dans ONDE");
            window.look("lot").follow("Écoles");

            assertThat(window.words()).contains("0110357D").doesNotContain("0990060Z");
            window.look("ecoles").follow("Les écoles suivantes");
            window.page().waitForURL("**apres=*");
            assertThat(window.words()).contains("0990060Z").doesNotContain("0110357D");

            search(window, "lézignan");
            assertThat(window.words()).contains("0110357D").doesNotContain("0341406U");
            search(window, "<script>alert(1)</script>");
            assertThat(window.words()).contains("Aucune école ne correspond à « <script>alert(1)</script> »");
            window.look("ecoles-rien");
        }
    }

    private static void search(Navigateur window, String words) {
        window.page().getByLabel("Chercher une école").fill(words);
        window.click("Chercher");
    }
}
