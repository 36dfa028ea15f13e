package fr.entecole.surete.arrets;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// Who stops an account and decides about it, pure. Its holder stops it, and no more: whoever stole it could undo it.
record ArretAccess(Utilisateur utilisateur) {

    static ArretAccess of(Utilisateur utilisateur) {
        return new ArretAccess(utilisateur);
    }

    /// @param ecoles where the person is
    /// @return the school for which they may stop it, [Cle#PARTOUT] for the region; empty when they may not
    Optional<UUID> stops(UUID compte, Collection<UUID> ecoles) {
        if (compte.equals(utilisateur.compteId())) {
            return Optional.empty();
        }
        if (utilisateur.is(Profil.ADMINISTRATEUR)) {
            return Optional.of(ecoles.stream().sorted().findFirst().orElse(Cle.PARTOUT));
        }
        return utilisateur.is(Profil.DIRECTEUR)
                ? ecoles.stream()
                        .filter(Perimetre.of(utilisateur)::directs)
                        .sorted()
                        .findFirst()
                : Optional.empty();
    }

    boolean decides(Arret arret) {
        return !holds(arret)
                && (utilisateur.is(Profil.ADMINISTRATEUR)
                        || utilisateur.is(Profil.DIRECTEUR)
                                && Perimetre.of(utilisateur).directs(arret.ecole()));
    }

    boolean holds(Arret arret) {
        return arret.compte().equals(utilisateur.compteId());
    }
}
