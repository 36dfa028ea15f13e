package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.liaison.Champs;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// @param rang from 1 on
/// @param options what may be chosen; empty for a text or a number
/// @param minimum,maximum bounds of a number; null where there is none
record Question(
        UUID id,
        int rang,
        Nature nature,
        String libelle,
        List<String> options,
        @Nullable Integer minimum,
        @Nullable Integer maximum) {

    static final int LONGEST_TEXT = 500;

    enum Nature {
        CHOIX,
        PLUSIEURS,
        TEXTE,
        NOMBRE;

        String libelle() {
            return switch (this) {
                case CHOIX -> t("Un seul choix");
                case PLUSIEURS -> t("Plusieurs choix");
                case TEXTE -> t("Un petit texte");
                case NOMBRE -> t("Un nombre");
            };
        }

        boolean hasOptions() {
            return this == CHOIX || this == PLUSIEURS;
        }
    }

    String champ() {
        return "q" + rang;
    }

    List<Option> choices() {
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Option(String.valueOf(i + 1), options.get(i)))
                .toList();
    }

    String indice() {
        if (nature != Nature.NOMBRE) {
            return nature == Nature.TEXTE ? t("Facultatif") : "";
        }
        if (minimum != null && maximum != null) {
            return t("De {0} à {1}", minimum, maximum);
        }
        return minimum != null ? t("{0} ou plus", minimum) : maximum != null ? t("{0} au plus", maximum) : "";
    }

    /// What was answered to it; a text may stay empty, and several choices may be none.
    Valeur read(Champs champs, Erreurs erreurs) {
        return switch (nature) {
            case CHOIX, PLUSIEURS -> chosen(champs, erreurs);
            case TEXTE -> text(champs.one(champ()), erreurs);
            case NOMBRE -> number(champs.one(champ()), erreurs);
        };
    }

    private Valeur chosen(Champs champs, Erreurs erreurs) {
        List<Integer> chosen = new ArrayList<>();
        for (var sent : champs.all(champ())) {
            whole(sent).filter(n -> n >= 1 && n <= options.size()).ifPresent(chosen::add);
        }
        if (nature == Nature.CHOIX && chosen.size() != 1) {
            erreurs.add(champ(), t("Choisissez une réponse."));
        }
        return new Valeur(chosen.stream().distinct().sorted().toList(), "", null);
    }

    private Valeur text(String typed, Erreurs erreurs) {
        if (typed.length() > LONGEST_TEXT) {
            erreurs.add(champ(), t("Écrivez {0} caractères au plus.", LONGEST_TEXT));
        }
        return new Valeur(List.of(), typed, null);
    }

    private Valeur number(String typed, Erreurs erreurs) {
        var number = whole(typed);
        if (number.isEmpty()) {
            erreurs.add(champ(), t("Écrivez un nombre entier."));
        } else if ((minimum != null && number.get() < minimum) || (maximum != null && number.get() > maximum)) {
            erreurs.add(champ(), t("Ce nombre n’est pas possible : {0}.", indice()));
        }
        return new Valeur(List.of(), "", number.orElse(null));
    }

    static Optional<Integer> whole(String typed) {
        try {
            return Optional.of(Integer.parseInt(typed.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// @param choix from 1 on
    record Valeur(
            List<Integer> choix, String texte, @Nullable Integer nombre) {

        /// As its field would send it again.
        List<String> typed() {
            return nombre != null
                    ? List.of(nombre.toString())
                    : choix.isEmpty()
                            ? List.of(texte)
                            : choix.stream().map(String::valueOf).toList();
        }
    }
}
