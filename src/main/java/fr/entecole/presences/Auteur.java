package fr.entecole.presences;

import fr.entecole.socle.Utilisateur;
import java.util.UUID;

/// Who writes in the register.
///
/// @param nom as the register will say it when the directory has forgotten them
public record Auteur(UUID compte, UUID personne, String nom) {

    public static Auteur of(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId(), utilisateur.nomComplet());
    }
}
