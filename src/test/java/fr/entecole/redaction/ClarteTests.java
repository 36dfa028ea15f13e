package fr.entecole.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClarteTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour. La sortie a lieu mardi. Venez à 9 h.",
                "Inès est née en 2017 et elle est arrivée hier.",
                "Elle est ici avec Zoé, du CM1.",
                "Votre enfant est absent et nous sommes désolés.",
                "Elle est allée à la piscine, ils sont restés en classe.",
                "Nous avons choisi la date.",
                "Le CP et le CE1 partent à 9 h. OK pour le CM2.",
                "MERCI À TOUS"
            })
    void saysNothingOfAClearText(String texte) {
        assertThat(Clarte.hints(texte)).isEmpty();
    }

    @Test
    void saysWhichSentenceIsTooLongAndNotItsNeighbours() {
        var hints = Clarte.hints("Bonjour. " + "Nous irons au musée avec la classe ".repeat(5) + ". Merci.");
        assertThat(hints).singleElement().asString().contains("35 mots", "«\u00a0Nous irons au musée avec la…\u00a0»");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les cahiers seront distribués lundi.",
                "Le mot a été écrit par la directrice.",
                "Les photos sont prises jeudi.",
                "La date est rapidement choisie.",
                "Votre demande sera transmise.",
                "Les photos ont été vues.",
                "Le document était rendu."
            })
    void asksWhoDoesIt(String texte) {
        assertThat(Clarte.hints(texte)).singleElement().asString().contains("dites qui le fait");
    }

    @Test
    void explainsWordsThatOnlyTheSchoolKnows() {
        assertThat(Clarte.hints("L’ESS a lieu jeudi avec l’AESH et la CPAM."))
                .hasSize(3)
                .anySatisfy(hint -> assertThat(hint).contains("AESH", "qui aide un élève"))
                .anySatisfy(hint -> assertThat(hint).contains("CPAM", "en entier"));
        assertThat(Lexique.of("Le PAI de Zoé, et l'APC de jeudi. Il a pris son livret scolaire."))
                .extracting(Lexique.Mot::mot)
                .containsExactly("APC", "PAI", "livret scolaire");
        assertThat(Lexique.of("Un papier, une apcalypse, le ulisse.")).isEmpty();
    }
}
