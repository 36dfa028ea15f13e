package fr.entecole.comptes.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeEleveTests {

    private static final List<String> MOTS =
            CodeEleve.MOTS.stream().map(CodeEleve::canonical).toList();

    @Test
    void hasNoWordThatAChildCouldTakeForAnother() {
        for (int i = 0; i < MOTS.size(); i++) {
            for (int j = i + 1; j < MOTS.size(); j++) {
                assertThat(near(MOTS.get(i), MOTS.get(j)))
                        .as(MOTS.get(i) + " and " + MOTS.get(j))
                        .isFalse();
            }
        }
    }

    @Test
    void drawsFromMoreThanAThousandWordsOfFourToEightLetters() {
        assertThat(MOTS).hasSizeGreaterThan(1_000).allMatch(mot -> mot.matches("[a-z]{4,8}"));
    }

    @Test
    void drawsTwoWordsAndTwoDigits() {
        assertThat(Stream.generate(CodeEleve::draw).limit(200)).allMatch(code -> {
            var parts = code.split("-", -1);
            return parts.length == 3
                    && CodeEleve.MOTS.contains(parts[0])
                    && CodeEleve.MOTS.contains(parts[1])
                    && !parts[0].equals(parts[1])
                    && parts[2].matches("[1-9][0-9]");
        });
        assertThat(new HashSet<>(
                        IntStream.range(0, 500).mapToObj(_ -> CodeEleve.draw()).toList()))
                .hasSizeGreaterThan(495);
    }

    @Test
    void forgivesCapitalsAccentsAndWhatStandsBetween() {
        for (var typed : List.of(
                "écureuil-mauve-42",
                "ECUREUIL MAUVE 42",
                "ecureuil.mauve.42",
                " Écureuilmauve42",
                "e\u0301cureuil – mauve – 4 2")) {
            assertThat(CodeEleve.canonical(typed)).isEqualTo("ecureuilmauve42");
        }
        assertThat(CodeEleve.canonical("nœud-œuf-10")).isEqualTo("noeudoeuf10");
    }

    /// Equal, or one letter put in, taken out, changed or swapped with its neighbour.
    private static boolean near(String a, String b) {
        if (a.length() == b.length()) {
            var differing = IntStream.range(0, a.length())
                    .filter(i -> a.charAt(i) != b.charAt(i))
                    .boxed()
                    .toList();
            return differing.size() <= 1
                    || (differing.size() == 2
                            && differing.get(1) == differing.get(0) + 1
                            && a.charAt(differing.get(0)) == b.charAt(differing.get(1))
                            && a.charAt(differing.get(1)) == b.charAt(differing.get(0)));
        }
        var longer = a.length() > b.length() ? a : b;
        var shorter = a.length() > b.length() ? b : a;
        return longer.length() - shorter.length() == 1
                && IntStream.range(0, longer.length())
                        .anyMatch(i -> (longer.substring(0, i) + longer.substring(i + 1)).equals(shorter));
    }
}
