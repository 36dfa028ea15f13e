package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom the lines of a file are about, in the order in which files are confirmed.
enum Genre {
    ELEVES,
    RESPONSABLES,
    ENSEIGNANTS,
    PERSONNELS;

    static @Nullable Genre parse(@Nullable String name) {
        return Stream.of(values())
                .filter(genre -> genre.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    String mots() {
        return switch (this) {
            case ELEVES -> t("Les élèves");
            case RESPONSABLES -> t("Les responsables");
            case ENSEIGNANTS -> t("Les enseignants");
            case PERSONNELS -> t("Les autres personnels");
        };
    }

    /// By what its columns are called (reference aaf-onde §11.5).
    ///
    /// @param cles of the headings, [Champ#cle]
    static Genre guess(Collection<String> cles) {
        if (cles.contains("ine") || cles.contains("niveau") || cles.contains("cycle")) {
            return ELEVES;
        }
        if (cles.stream()
                .anyMatch(cle -> cle.endsWith("responsable")
                        || cle.endsWith("enfant")
                        || cle.endsWith("enfants")
                        || cle.equals("classeseleves")
                        || cle.equals("nomdeleleve")
                        || cle.equals("nomdefamilleeleve"))) {
            return RESPONSABLES;
        }
        if (cles.contains("nomeleve")) {
            return ELEVES;
        }
        if (cles.contains("directeur") || cles.contains("fonction") && cles.contains("classe")) {
            return ENSEIGNANTS;
        }
        if (cles.contains("fonction")) {
            return PERSONNELS;
        }
        return cles.stream()
                        .anyMatch(cle -> Champ.of(ELEVES, cle)
                                .filter(Champ.NAISSANCE::equals)
                                .isPresent())
                ? ELEVES
                : PERSONNELS;
    }
}
