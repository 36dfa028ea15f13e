package fr.entecole.messagerie;

import fr.entecole.redaction.TexteRiche;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message, as one person reads it.
///
/// @param nom of its author; empty once forgotten
/// @param mien written by the reader
/// @param objet of its conversation
/// @param remisLe null as long as it waits
/// @param refusMotif why the teacher gave it back; empty for not
public record MessageLu(
        UUID id,
        @Nullable UUID auteurId,
        String nom,
        Cote cote,
        boolean mien,
        String objet,
        TexteRiche texte,
        int pieces,
        Instant ecritLe,
        Instant remettreLe,
        @Nullable Instant remisLe,
        @Nullable Instant annuleLe,
        @Nullable Instant rappeleLe,
        @Nullable Instant masqueLe,
        @Nullable Instant retireLe,
        boolean retenu,
        String refusMotif,
        LocalDate disparaitLe) {

    public Etat etat() {
        if (retireLe != null) {
            return Etat.RETIRE;
        }
        if (rappeleLe != null) {
            return Etat.RAPPELE;
        }
        if (annuleLe != null) {
            return refusMotif.isEmpty() ? Etat.ANNULE : Etat.RENDU;
        }
        if (retenu) {
            return Etat.RETENU;
        }
        return remisLe == null ? Etat.EN_ATTENTE : Etat.REMIS;
    }

    /// Its words stand there.
    public boolean said() {
        return etat() != Etat.RETIRE;
    }

    public Cle cle() {
        return new Cle(ecritLe, id);
    }

    public enum Etat {
        EN_ATTENTE,
        /// waits for a teacher
        RETENU,
        REMIS,
        ANNULE,
        /// given back by a teacher
        RENDU,
        RAPPELE,
        /// taken away for good
        RETIRE
    }
}
