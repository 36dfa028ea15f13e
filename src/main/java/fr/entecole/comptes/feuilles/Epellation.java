package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A code as one says it on the telephone: « K comme Kléber ». Said aloud by a machine, its signs one by one.
final class Epellation {

    private static final Map<Character, String> PRENOMS = Arrays.stream(
                    "Anatole Berthe Célestin Désiré Eugène François Gaston Henri Irma Joseph Kléber Louis Marcel Nicolas Oscar Pierre Quentin Raoul Suzanne Thérèse Ursule Victor William Xavier Yvonne Zoé"
                            .split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(prenom -> prenom.charAt(0), prenom -> prenom));

    private Epellation() {}

    /// @param groupe signs of a sheet: capitals and figures
    /// @return each in words
    static List<String> of(String groupe) {
        return groupe.chars().mapToObj(c -> said((char) c)).toList();
    }

    /// @return what a voice reads, with a pause after each sign and a longer one after each group
    static String aloud(String code) {
        return Arrays.stream(code.split(" ", -1))
                .map(groupe -> String.join(", ", groupe.split("")))
                .collect(Collectors.joining(". "));
    }

    private static String said(char sign) {
        var prenom = PRENOMS.get(sign);
        return prenom == null
                ? t("le chiffre {0}", String.valueOf(sign))
                : t("{0} comme {1}", String.valueOf(sign), prenom);
    }
}
