package fr.entecole.conventions;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.Set;

/// Who reads and does what of a convention: the region everything of its own side; of the commune its référent, its
/// mayor and its finances read, the référent writes, the référent or the mayor brings what is signed. Of the commune
/// are those of the one that signed, and those of the one that has succeeded it ([Convention#communes]).
public record ConventionAccess(Utilisateur utilisateur) {

    public static ConventionAccess of(Utilisateur utilisateur) {
        return new ConventionAccess(utilisateur);
    }

    public boolean region() {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    public boolean reads(Set<String> communes) {
        return region() || (isOf(communes) && utilisateur.is(Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES));
    }

    public boolean writes(Set<String> communes) {
        return isOf(communes) && utilisateur.is(Profil.REFERENT_VILLE);
    }

    public boolean signs(Set<String> communes) {
        return isOf(communes) && utilisateur.is(Profil.REFERENT_VILLE, Profil.MAIRE);
    }

    /// Contests a titre, or takes its papers away.
    public boolean pays(Set<String> communes) {
        return isOf(communes) && utilisateur.is(Profil.REFERENT_VILLE, Profil.FINANCES);
    }

    private boolean isOf(Set<String> communes) {
        var commune = utilisateur.commune();
        return commune != null && communes.contains(commune);
    }
}
