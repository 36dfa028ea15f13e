package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An archive that was given on a screen or found in the watched folder.
///
/// @param cle in the store
/// @param ecoles schools whose departures were accepted
/// @param lues files read, of how many
/// @param etat of the batch that it became; empty before
/// @param commence null: it waits; with fini null: it runs
public record LotDepose(
        UUID id,
        String academie,
        String fichier,
        String cle,
        boolean accepter,
        Set<UUID> ecoles,
        boolean essai,
        String etape,
        long lues,
        long fichiers,
        Instant depose,
        @Nullable Instant commence,
        @Nullable Instant fini,
        @Nullable UUID lot,
        String etat) {

    public boolean waits() {
        return commence == null;
    }

    public boolean runs() {
        return commence != null && fini == null;
    }

    public String titre() {
        var academie = MotsDesLots.academie(this.academie);
        return essai ? t("{0}, essai", academie) : academie;
    }

    public String mot() {
        if (fini == null) {
            return waits() ? t("en attente") : t("en cours");
        }
        return switch (etat) {
            case "refused" -> t("refusé");
            case "failed", "" -> t("interrompu");
            case "held" -> essai ? t("essai terminé") : t("retenu");
            default -> t("terminé");
        };
    }

    /// What a page about it is called.
    public String page() {
        return fini == null
                ? t("Un import en cours")
                : switch (etat) {
                    case "refused" -> t("Un import refusé");
                    case "failed", "" -> t("Un import interrompu");
                    case "held" -> essai ? t("Un essai terminé") : t("Un import retenu");
                    default -> t("Un import terminé");
                };
    }

    /// Over, and nothing was done with it.
    public boolean rate() {
        return fini != null && (etat.isEmpty() || etat.equals("refused") || etat.equals("failed"));
    }

    /// Where it stands, in a sentence.
    public String ou() {
        return waits()
                ? t("En attente : un autre import de cette académie se termine, ou celui-ci commence dans un instant.")
                : MotsDesLots.onScreen(etape);
    }

    /// In a hundred, of the files that are read; 0 before, 100 once they are.
    public int part() {
        return fini != null ? 100 : fichiers == 0 ? 0 : (int) (lues * 100 / fichiers);
    }
}
