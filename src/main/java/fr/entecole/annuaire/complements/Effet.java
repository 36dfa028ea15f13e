package fr.entecole.annuaire.complements;

import static fr.entecole.socle.Phrases.t;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one line of a file will do, in words before it is done.
///
/// @param qui the person of the line, as people write them
/// @param quoi sentences: what is new, what changes, or why nothing can be done
/// @param faute what is to be corrected in the line; null where nothing is
record Effet(
        long ligne,
        Sort sort,
        String qui,
        List<String> quoi,
        List<Geste> gestes,
        @Nullable Champ faute) {

    Effet(long ligne, Sort sort, String qui, List<String> quoi, List<Geste> gestes) {
        this(ligne, sort, qui, quoi, gestes, null);
    }

    enum Sort {
        NOUVEAU,
        CHANGE,
        /// it is so already
        DEJA,
        /// what a feed brings stays the feed's
        ACADEMIE,
        REFUSE;

        String mots() {
            return switch (this) {
                case NOUVEAU -> t("Ajout");
                case CHANGE -> t("Mise à jour");
                case DEJA -> t("Déjà ainsi");
                case ACADEMIE -> t("Vient de l’académie");
                case REFUSE -> t("Laissée de côté");
            };
        }

        String icone() {
            return switch (this) {
                case NOUVEAU -> "plus";
                case CHANGE -> "rafraichir";
                case DEJA, ACADEMIE -> "check-rond";
                case REFUSE -> "alerte";
            };
        }

        String ton() {
            return switch (this) {
                case NOUVEAU, CHANGE -> "bien";
                case DEJA, ACADEMIE -> "";
                case REFUSE -> "attente";
            };
        }
    }

    static Effet refused(FichierLu.Ligne ligne, String qui, Champ faute, String raison) {
        return new Effet(ligne.numero(), Sort.REFUSE, qui, List.of(raison), List.of(), faute);
    }

    /// With what must be done before.
    Effet after(List<? extends Geste> before) {
        return new Effet(
                ligne,
                sort,
                qui,
                quoi,
                Stream.<Geste>concat(before.stream(), gestes.stream()).toList(),
                faute);
    }

    boolean enrolls(UUID classe) {
        return gestes.stream()
                .anyMatch(geste -> geste instanceof Geste.Inscription inscription
                        && inscription.classe().equals(classe));
    }

    boolean refused() {
        return sort == Sort.REFUSE;
    }

    boolean does() {
        return !gestes.isEmpty();
    }
}
