package fr.entecole.rgpd.violations;

import static fr.entecole.socle.Phrases.t;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A breach, and what is written of it.
///
/// @param personnes how many people it is about, as far as it is known
/// @param notes in the order in which they were written
public record Violation(
        UUID id,
        Instant connueLe,
        String titre,
        Nature nature,
        int personnes,
        @Nullable Instant closeLe,
        List<Note> notes) {

    /// Within which the CNIL is told (article 33).
    static final Duration DELAI = Duration.ofHours(72);

    public Instant echeance() {
        return connueLe.plus(DELAI);
    }

    /// What is written about the CNIL stops the clock.
    public boolean settled() {
        return notes.stream().anyMatch(note -> note.genre == Genre.CNIL || note.genre == Genre.PAS_DE_CNIL);
    }

    /// Whole hours that are left, negative once they are over.
    public long hoursLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, echeance()).toMinutes(), 60);
    }

    /// @param par who wrote it
    public record Note(
            Genre genre,
            String texte,
            Instant ecriteLe,
            @Nullable UUID par) {}

    public enum Nature {
        CONFIDENTIALITE,
        INTEGRITE,
        DISPONIBILITE;

        public String mot() {
            return switch (this) {
                case CONFIDENTIALITE -> t("Lues par qui ne devait pas");
                case INTEGRITE -> t("Changées sans le vouloir");
                case DISPONIBILITE -> t("Perdues, ou devenues illisibles");
            };
        }
    }

    public enum Genre {
        CONSTAT,
        MESURE,
        CNIL,
        PAS_DE_CNIL,
        PERSONNES;

        public String mot() {
            return switch (this) {
                case CONSTAT -> t("Ce que l’on sait");
                case MESURE -> t("Ce qui est fait pour l’arrêter");
                case CNIL -> t("Dite à la CNIL (numéro du dossier)");
                case PAS_DE_CNIL -> t("Pas dite à la CNIL, et pourquoi");
                case PERSONNES -> t("Dite aux personnes concernées");
            };
        }
    }
}
