package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Each profile of the named world comes in by one click, finds their own home and nobody else's, and leaves.
@MondeTest
@Tag("parcours")
class ChacunChezSoiTests {

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Claire Estève, CM1 Mme Estève, Danylo",
                "Mathieu Faure, CE1-CE2, Jeanne",
                "Paul Séguier, Aucune classe ne vous est encore rattachée, Benali",
                "Samira Benali, École maternelle Alphonse Daudet, Jeanne",
                "Yvan Galy, Vous ne suivez aucun enfant ici, Timéo",
                "Inès Benali, CM1 Mme Estève, Jeanne",
                "Hélène Castans, personne n’y est rattaché, Alphonse Daudet",
                "Nadège Puech, École élémentaire Frédéric Mistral, Benali",
                "Florence Vidal, Académie de Montpellier, Benali",
                "Thérèse Aubrac, École maternelle Alphonse Daudet, Benali",
                "Pascale Calas, Ici arrivera ce que l’école vous confie, Benali"
            })
    void findsTheirOwnHomeAndLeaves(String name, String theirs, String notTheirs) {
        try (var window = Navigateur.open(port).enterAs(name)) {
            assertThat(window.words()).contains(theirs).doesNotContain(notTheirs);
            window.look("accueil-" + Slug.of(name)).leave();
        }
    }

    /// These stand before the same templates as someone above: the words are theirs, the look is known.
    @Test
    void findTheirsInTheSamePages() {
        try (var window = Navigateur.open(port)) {
            assertThat(window.enterAs("Vincent Oustry").words())
                    .contains("Aucune classe ne vous est encore rattachée", "Vous avez dit que CM1-CM2")
                    .doesNotContain("Inès");
            assertThat(window.leave().enterAs("Karim Benali").words())
                    .contains("Vos 2 enfants", "Inès Benali")
                    .doesNotContain("Hugo");
            assertThat(window.leave().enterAs("Yannick Bru").words())
                    .contains("La convention de la commune attend sa signature")
                    .doesNotContain("Lézignan");
            for (var name : List.of("Denis Soulié", "Alain Vigié", "Lucie Bonnet", "Julien Cros", "Agnès Lebrun")) {
                assertThat(window.leave().enterAs(name).words())
                        .containsPattern("Ici (arriv|s’écri)|Les conventions de la commune");
            }
            window.leave().go("/");
            assertThat(window.page().url()).endsWith("/connexion");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Younes Benali, maternelle, M. Rouquette", "Lou Marty, cp-ce1, Mme Vidalou"})
    void opensTheirClassAndSaysFini(String name, String registre, String teacher) {
        try (var window = Navigateur.open(port).enterAs(name)) {
            assertThat(window.page().locator("html").getAttribute("data-registre"))
                    .isEqualTo(registre);
            window.look("accueil-" + Slug.of(name)).follow("Ma classe");
            window.page().waitForURL("**/annuaire/ma-classe");
            assertThat(window.words()).contains(teacher).doesNotContain("Jeanne");
            window.look("ma-classe-" + Slug.of(name)).click("C’est fini");
            window.page().waitForURL("**/connexion?sortie=eleve");
        }
    }
}
