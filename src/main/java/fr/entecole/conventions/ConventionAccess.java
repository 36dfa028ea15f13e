package fr.entecole.conventions;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;

/// Who reads and does what of a convention: the region everything of its own side; of the commune its référent, its
/// mayor and its finances read, the référent writes, the référent or the mayor brings what is signed.
public record ConventionAccess(Utilisateur utilisateur) {

    public static ConventionAccess of(Utilisateur utilisateur) {
        return new ConventionAccess(utilisateur);
    }

    public boolean region() {
        return utilisateur.is(Profil.ADMINISTRATEUR);
    }

    public boolean reads(String insee) {
        return region() || (isOf(insee) && utilisateur.is(Profil.REFERENT_VILLE, Profil.MAIRE, Profil.FINANCES));
    }

    public boolean writes(String insee) {
        return isOf(insee) && utilisateur.is(Profil.REFERENT_VILLE);
    }

    public boolean signs(String insee) {
        return isOf(insee) && utilisateur.is(Profil.REFERENT_VILLE, Profil.MAIRE);
    }

    /// Contests a titre, or takes its papers away.
    public boolean pays(String insee) {
        return isOf(insee) && utilisateur.is(Profil.REFERENT_VILLE, Profil.FINANCES);
    }

    private boolean isOf(String insee) {
        return insee.equals(utilisateur.commune());
    }
}
