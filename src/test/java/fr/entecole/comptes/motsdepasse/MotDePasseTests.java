package fr.entecole.comptes.motsdepasse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.comptes.motsdepasse.MotDePasse.Force;
import fr.entecole.socle.Profil;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MotDePasseTests {

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
        assertThat(refusal(motDePasse, LOGIN)).isEmpty();
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
        assertThat(refusal(motDePasse, LOGIN).orElseThrow()).contains("pas assez long");
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
        assertThat(refusal(motDePasse, LOGIN).orElseThrow()).contains("facile à deviner");
    }

    @Test
    void refusesOnesOwnName() {
        assertThat(refusal("FlorenceAuRectorat34!", LOGIN).orElseThrow()).contains("votre nom");
        assertThat(refusal("La4vidalLaPlusForte", LOGIN).orElseThrow()).contains("votre nom");
        assertThat(refusal("Trois5chevauxGris", "leo.roi")).isEmpty();
    }

    @Test
    void refusesWhatNoHashShouldRead() {
        assertThat(refusal("Aa1!bcdefgh".repeat(30), LOGIN).orElseThrow()).contains("trop long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lilas7vert", "kT7-pqrs", "mot9;tonne", "Ét4blier", "chat velo pluie lampe route"})
    void asksEightCharactersOrFiveWordsOfFamiliesAndTeachers(String motDePasse) {
        assertThat(MotDePasse.refusal(Force.BITS_50, motDePasse, LOGIN, List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Court1!", "troischevauxgris", "troischevaux5", "un deux trois quatre"})
    void refusesLessThanFiftyBits(String motDePasse) {
        assertThat(MotDePasse.refusal(Force.BITS_50, motDePasse, LOGIN, List.of())
                        .orElseThrow())
                .contains("pas assez long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Azerty12",
                "Azerty123!",
                "Soleil34!",
                "Maman2016",
                "Ecole2026!",
                "MaClasse1",
                "P@pillon1",
                "Ch0c0lat!",
                "Printemps26",
                "Occitanie1",
                "Lezignan11200",
                "Abcdefg1!",
                "Qsdfghj5",
                "12345678Aa",
                "Aqwzsx12!",
                "Doudou-Doudou1"
            })
    void refusesWhatOthersWouldTryFirstOfAParent(String motDePasse) {
        assertThat(MotDePasse.refusal(Force.BITS_50, motDePasse, LOGIN, List.of())
                        .orElseThrow())
                .contains("facile à deviner");
    }

    @Test
    void refusesTheNamesOfOnesOwnPlaces() {
        var lieux = List.of("École primaire Les Tilleuls, Saint-Frichoux");
        assertThat(MotDePasse.refusal(Force.BITS_50, "Frichoux11!", LOGIN, List.of()))
                .isEmpty();
        assertThat(MotDePasse.refusal(Force.BITS_50, "Frichoux11!", LOGIN, lieux))
                .isPresent();
        assertThat(MotDePasse.refusal(Force.BITS_50, "Tilleuls2026", LOGIN, lieux))
                .isPresent();
    }

    @Test
    void asksMoreOfThoseWhoHoldPowers() {
        assertThat(EnumSet.allOf(Profil.class).stream().filter(p -> Force.of(p) == Force.BITS_80))
                .containsExactlyInAnyOrder(
                        Profil.DIRECTEUR,
                        Profil.REFERENT_VILLE,
                        Profil.MAIRE,
                        Profil.ERUN,
                        Profil.IEN,
                        Profil.ASSISTANCE,
                        Profil.ADMINISTRATEUR,
                        Profil.DPO);
    }

    private static Optional<String> refusal(String motDePasse, String login) {
        return MotDePasse.refusal(Force.BITS_80, motDePasse, login, List.of());
    }
}
