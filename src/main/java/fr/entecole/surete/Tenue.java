package fr.entecole.surete;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stopped account, or those whom a freeze means, and what they may send from when on.
///
/// @param compte null: of a freeze
/// @param motif of a freeze, read by those whom it stops; empty of an account
/// @param etapes in the order of their instants
public record Tenue(
        UUID id, @Nullable UUID compte, List<Public> publics, String motif, Instant depuis, List<Etape> etapes) {

    public boolean holds(Utilisateur utilisateur) {
        return compte != null
                ? compte.equals(utilisateur.compteId())
                : publics.stream().anyMatch(Perimetre.of(utilisateur)::isMeantBy);
    }

    public Palier palier(Instant now) {
        return etapes.stream()
                .filter(etape -> !etape.des().isAfter(now))
                .reduce((_, last) -> last)
                .map(Etape::palier)
                .orElse(Palier.TOUT);
    }

    /// What comes next, where it is decided already.
    public Optional<Etape> next(Instant now) {
        return etapes.stream().filter(etape -> etape.des().isAfter(now)).findFirst();
    }
}
