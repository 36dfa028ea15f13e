package fr.entecole.surete.requisitions;

import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A judicial request.
///
/// @param compte,personne whose sendings
/// @param genre of which kind
/// @param demandeeCompte account of who asked; null once forgotten
record Requisition(
        UUID id,
        UUID compte,
        UUID personne,
        String genre,
        Instant du,
        Instant au,
        String motif,
        String reference,
        @Nullable UUID demandeeCompte,
        @Nullable UUID demandeePar,
        Instant demandeeLe,
        @Nullable UUID accordeeCompte,
        @Nullable UUID accordeePar,
        @Nullable Instant accordeeLe,
        @Nullable Instant refuseeLe) {

    boolean waits() {
        return accordeeLe == null && refuseeLe == null;
    }

    /// Another account than that of who asked, and nobody about themself.
    boolean mayBeGrantedBy(Utilisateur utilisateur) {
        return waits()
                && demandeeCompte != null
                && !utilisateur.compteId().equals(demandeeCompte)
                && !utilisateur.compteId().equals(compte);
    }

    /// The two, and nobody else.
    boolean mayBeReadBy(Utilisateur utilisateur) {
        return accordeeLe != null
                && (utilisateur.compteId().equals(demandeeCompte)
                        || utilisateur.compteId().equals(accordeeCompte));
    }
}
