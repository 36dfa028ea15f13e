package fr.entecole.liaison.formulaires;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form that a mot carries.
///
/// @param fermeLe by its author, before its day; null: not
record Formulaire(
        UUID mot,
        UUID ecole,
        Reponses reponses,
        Part part,
        Instant jusquAu,
        @Nullable Instant fermeLe,
        List<Question> questions) {

    boolean isOpen(Instant now) {
        return fermeLe == null && now.isBefore(jusquAu);
    }

    LocalDate dernierJour() {
        return jusquAu.minusSeconds(1).atZone(Calendrier.PARIS).toLocalDate();
    }

    boolean anonyme() {
        return reponses == Reponses.ANONYMES;
    }

    enum Reponses {
        NOMMEES,
        ANONYMES;

        String libelle() {
            return this == NOMMEES ? t("Avec le nom") : t("Anonymes");
        }

        String precision() {
            return this == NOMMEES
                    ? t("Vous voyez qui a répondu quoi. Une réponse peut être changée.")
                    : t(
                            "Vous voyez qui a répondu, jamais quoi. Les résultats paraissent à la fermeture, à partir de cinq réponses.");
        }
    }

    /// For whom one answer is.
    enum Part {
        RESPONSABLE,
        ENFANT;

        String libelle() {
            return this == RESPONSABLE ? t("Une réponse par responsable") : t("Une réponse par enfant");
        }

        String precision() {
            return this == RESPONSABLE
                    ? t("Chacun répond pour soi, sans voir la réponse de l’autre.")
                    : t(
                            "Le premier responsable qui répond le fait pour l’enfant. L’autre sait que c’est fait, pas ce qui est dit.");
        }
    }
}
