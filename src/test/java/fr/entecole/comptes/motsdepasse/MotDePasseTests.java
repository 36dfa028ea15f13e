package fr.entecole.comptes.motsdepasse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.comptes.motsdepasse.MotDePasse.Force;
import fr.entecole.socle.Profil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Narbonne-vendredi-7 | «~narbonne~» et «~vendredi~» sont des mots",
                "Soleil34! | «~soleil~» est un mot",
                "P@pillon1 | «~papillon~»",
                "MaClasse1 | «~classe~»",
                "Azerty123! | «~azerty~» est un mot",
                "Qsdfghj5 | touches voisines",
                "12-mai-2016A | une date",
                "Doudou-Doudou1 | «~doudou~»"
            })
    void saysWhatIsWeak(String motDePasse, String said) {
        assertThat(MotDePasse.refusal(Force.BITS_50, motDePasse, LOGIN, List.of())
                        .orElseThrow())
                .contains("facile à deviner", said.replace('~', '\u00a0'));
    }

    @Test
    void ticksWhatIsMetOnly() {
        assertThat(met("")).containsExactly(false, false, false);
        assertThat(met("Narbonne-vendredi-7")).containsExactly(true, true, false);
        assertThat(met("narbonnevendredi")).containsExactly(true, false, false);
        assertThat(met("Lilas7vert")).containsExactly(true, true, true);
    }

    private static List<Boolean> met(String motDePasse) {
        var exigence = new MotsDePasse.Exigence(LOGIN, Force.BITS_50, List::of);
        var choix = Choix.typed(exigence, motDePasse, "");
        return exigence.conditions().stream().map(choix::tenue).toList();
    }

    /// Worth what the rule asks to whoever knows how it is drawn, and never refused by our own filter.
    @ParameterizedTest
    @EnumSource(Force.class)
    void proposesWhatItAccepts(Force force) {
        double bits = Math.log(Proposition.NUMBERS) / Math.log(2);
        for (int i = 0; i < Proposition.words(force); i++) {
            bits += Math.log(Proposition.MOTS.size() - i) / Math.log(2);
        }
        assertThat(bits).isGreaterThan(force == Force.BITS_50 ? 50 : 80);

        var exigence =
                new MotsDePasse.Exigence("paul.lampe", force, () -> List.of("École du Lampadaire, Cheval-Blanc"));
        var seen = new HashSet<String>();
        for (int i = 0; i < 300; i++) {
            var proposed = exigence.propose();
            assertThat(proposed).matches("([a-z]{4,8} ){4,7}\\d{4}").doesNotContain("lampe");
            assertThat(exigence.refusal(proposed, proposed)).as(proposed).isEmpty();
            assertThat(MotDePasse.reached(proposed).compareTo(force)).isNotNegative();
            seen.add(proposed);
        }
        assertThat(seen).hasSize(300);
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

    /// Those of real leaks that have the shape, and those that people make of them to have it.
    @Test
    void refusesWhatLeaksHold() throws IOException {
        var passed = new ArrayList<String>();
        int tried = 0;
        for (var word : leaked()) {
            var capital = Character.toUpperCase(word.charAt(0)) + word.substring(1);
            for (var made :
                    List.of(word, capital + "1", capital + "1!", capital + "2026", capital + "123", "1" + capital)) {
                boolean shaped = MotDePasse.refusal(Force.BITS_50, made, LOGIN, List.of())
                        .filter(why -> why.contains("pas assez long"))
                        .isEmpty();
                tried += shaped ? 1 : 0;
                if (shaped
                        && MotDePasse.refusal(Force.BITS_50, made, LOGIN, List.of())
                                .isEmpty()) {
                    passed.add(made);
                }
            }
        }
        assertThat(tried).isGreaterThan(5_000);
        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sunshine1",
                "Camping1",
                "Doudou34!",
                "Marseille13",
                "Tortue2016",
                "P@ssw0rd",
                "Qwerty1!",
                "Jordan23"
            })
    void refusesLeakedOnesOfAParent(String motDePasse) {
        assertThat(MotDePasse.refusal(Force.BITS_50, motDePasse, LOGIN, List.of())
                        .orElseThrow())
                .contains("facile à deviner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sunshine12345!", "Marseille2026!", "Camping-2026-11!", "25/12/2016Soleil!", "Le12-mai-2016!!"})
    void refusesLeakedOnesOfAnAdministrator(String motDePasse) {
        assertThat(refusal(motDePasse, LOGIN).orElseThrow()).contains("facile à deviner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Le12mai2016", "12/05/2016Aa", "Aa-2016-05-12", "1erMars2017", "Ne03021984"})
    void refusesADate(String motDePasse) {
        assertThat(MotDePasse.refusal(Force.BITS_50, motDePasse, LOGIN, List.of())
                        .orElseThrow())
                .contains("facile à deviner");
    }

    @Test
    void refusesTheNamesOfOnesChildrenWithADate() {
        var lieux = List.of("Maïwenn", "École Louise Michel, Narbonne");
        for (var made : List.of("Maiwenn2016", "Maïwenn12/05/2016", "M@iwenn1!", "LouiseMichel26")) {
            assertThat(MotDePasse.refusal(Force.BITS_50, made, LOGIN, lieux))
                    .as(made)
                    .isPresent();
        }
        assertThat(MotDePasse.refusal(Force.BITS_50, "Maiwenn-lit7-Ubu", LOGIN, lieux))
                .isEmpty();
    }

    /// It takes one word in a million for a leaked one.
    @Test
    void leavesGoodOnesAlone() {
        var random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var made = new StringBuilder("aB3");
            for (int sign = 0; sign < 7; sign++) {
                made.append((char) ('!' + random.nextInt(94)));
            }
            refused += MotDePasse.refusal(Force.BITS_50, made.toString(), LOGIN, List.of())
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(refused).isLessThan(20);
    }

    private static List<String> leaked() throws IOException {
        try (var list = MotDePasseTests.class.getResourceAsStream("/dictionaries/passwords.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(word -> word.length() > 3)
                    .limit(3_000)
                    .toList();
        }
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
