package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotDePasseFortTests {

    private static final String LOGIN = "florence.vidal";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trois5chevauxGris", // 14 and more, three kinds
                "Bq7!mfw-Zt2p", // 12, four kinds
                "la mer est calme ce soir sous un ciel mauve", // seven words
                "Éteignez8lanternes"
            })
    void acceptsTheThreeShapes(String motDePasse) {
        assertThat(MotDePasseFort.refusal(motDePasse, LOGIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Court1!",
                "Bq7!mfw-Zt2", // 11
                "troischevauxgris", // no capital, no digit
                "Trois5chevaux", // 13, no sign
                "un deux trois quatre cinq six", // six words
                "a a a a a a a a a a" // no words at all
            })
    void refusesWhatIsTooShort(String motDePasse) {
        assertThat(MotDePasseFort.refusal(motDePasse, LOGIN).orElseThrow()).contains("pas assez long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Motdepasse2026!",
                "M0td3p@sse2026!",
                "Azertyuiop123!",
                "EducationNationale34",
                "Aa1!Aa1!Aa1!Aa1!",
                "MotDePasse12345678"
            })
    void refusesWhatOthersWouldTryFirst(String motDePasse) {
        assertThat(MotDePasseFort.refusal(motDePasse, LOGIN).orElseThrow()).contains("facile à deviner");
    }

    @Test
    void refusesOnesOwnName() {
        assertThat(MotDePasseFort.refusal("FlorenceAuRectorat34!", LOGIN).orElseThrow())
                .contains("votre nom");
        assertThat(MotDePasseFort.refusal("La4vidalLaPlusForte", LOGIN).orElseThrow())
                .contains("votre nom");
        assertThat(MotDePasseFort.refusal("Trois5chevauxGris", "leo.roi")).isEmpty();
    }

    @Test
    void refusesWhatNoHashShouldRead() {
        assertThat(MotDePasseFort.refusal("Aa1!bcdefgh".repeat(30), LOGIN).orElseThrow())
                .contains("trop long");
    }
}
