package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// On a telephone: a teacher says which class is theirs in one touch, the head confirms in one, the class is there; the
/// head detaches in two touches from home, undoes in one, and attaches in two.
@MondeTest
@Tag("parcours")
class CestMaClasseTests {

    @LocalServerPort
    int port;

    @Test
    void isSaidAndConfirmedInOneTouchEach() {
        try (var window = Navigateur.open(port).enterAs("Vincent Oustry").as(Navigateur.Taille.TELEPHONE)) {
            assertThat(window.words()).contains("n’a pas encore répondu");
            window.click("Retirer ma demande").go("/");
            assertThat(window.words()).contains("C’est ma classe");
            window.look("c-est-ma-classe").as(Navigateur.Taille.TELEPHONE);
            window.click("CM1-CM2");
            assertThat(window.words()).contains("n’a pas encore répondu");
            window.look("c-est-ma-classe-dit").leave();

            window.enterAs("Hélène Castans").as(Navigateur.Taille.TELEPHONE);
            assertThat(window.words()).contains("M. Oustry dit que CM1-CM2 M. Oustry est sa classe");
            window.look("direction-demande").as(Navigateur.Taille.TELEPHONE);
            window.click("Confirmer");
            assertThat(window.words()).contains("C’est confirmé.", "M. Oustry");
            window.look("direction-classes").as(Navigateur.Taille.TELEPHONE);

            window.click("Détacher – M.\u00a0Oustry");
            assertThat(window.words()).contains("le rattachement est défait", "personne n’y est rattaché");
            window.click("Annuler");
            assertThat(window.words()).contains("C’est fait : CM1-CM2 M. Oustry, avec M. Oustry.");
            window.click("Détacher – M.\u00a0Oustry").follow("Rattacher – CM1-CM2");
            window.look("direction-rattacher").as(Navigateur.Taille.TELEPHONE);
            window.click("M.\u00a0Oustry");
            assertThat(window.words()).contains("avec M. Oustry.");
            window.leave().enterAs("Vincent Oustry");
            assertThat(window.words()).contains("est votre classe").doesNotContain("Aucune classe ne vous");
            window.look("c-est-ma-classe-confirmee");
        }
    }
}
