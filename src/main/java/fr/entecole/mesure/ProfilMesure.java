package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;

/// The profiles of the national measure. A head of a primary school teaches, and counts among teachers; people of the
/// communes have no profile there, and count in the whole alone.
enum ProfilMesure {
    ELEVE("eleve"),
    PARENT("parent"),
    ENSEIGNANT("enseignant"),
    ADMIN_VIE_SCOL_TECH("admin_vie_scol_tech"),
    AUTRE("");

    private final String colonne;

    ProfilMesure(String colonne) {
        this.colonne = colonne;
    }

    static ProfilMesure of(Profil profil) {
        return switch (profil) {
            case ELEVE -> ELEVE;
            case PARENT -> PARENT;
            case ENSEIGNANT, DIRECTEUR -> ENSEIGNANT;
            case PERSONNEL, ERUN, IEN, ASSISTANCE, ADMINISTRATEUR, DPO -> ADMIN_VIE_SCOL_TECH;
            case REFERENT_VILLE, CONTRIBUTEUR, FINANCES, MAIRE -> AUTRE;
        };
    }

    /// As the published figures call it; empty for the one that they do not tell.
    String colonne() {
        return colonne;
    }

    String phrase() {
        return switch (this) {
            case ELEVE -> t("Élèves");
            case PARENT -> t("Familles");
            case ENSEIGNANT -> t("Enseignants");
            case ADMIN_VIE_SCOL_TECH -> t("Autres personnels");
            case AUTRE -> t("Communes");
        };
    }
}
