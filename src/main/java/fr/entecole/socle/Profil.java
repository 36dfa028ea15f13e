package fr.entecole.socle;

import static fr.entecole.socle.Phrases.t;

import org.jspecify.annotations.Nullable;

/// What a person is to the ENT, as the agreements name it (article 2 of the conventions) and as the charter addresses
/// them. One account has one current profile; what it may reach is decided beside each thing, never from this alone.
public enum Profil {
    ELEVE,
    PARENT,
    ENSEIGNANT,
    DIRECTEUR,
    PERSONNEL,
    REFERENT_VILLE,
    CONTRIBUTEUR,
    FINANCES,
    MAIRE,
    ERUN,
    IEN,
    ASSISTANCE,
    ADMINISTRATEUR,
    DPO;

    /// In words that say nothing of the person's gender, which no feed gives.
    public String libelle() {
        return switch (this) {
            case ELEVE -> t("Élève");
            case PARENT -> t("Parent");
            case ENSEIGNANT -> t("Enseignement");
            case DIRECTEUR -> t("Direction de l’école");
            case PERSONNEL -> t("Personnel de l’école");
            case REFERENT_VILLE -> t("Référente ou référent ville");
            case CONTRIBUTEUR -> t("Rédaction de la commune");
            case FINANCES -> t("Finances de la commune");
            case MAIRE -> t("Maire");
            case ERUN -> t("Référente ou référent numérique (ERUN)");
            case IEN -> t("Inspection");
            case ASSISTANCE -> t("Assistance académique");
            case ADMINISTRATEUR -> t("Administration régionale");
            case DPO -> t("Protection des données");
        };
    }

    /// The same, agreed where the directory says how the person is called.
    public String libelle(@Nullable String civilite) {
        boolean woman = "Mme".equals(civilite);
        if (!woman && !"M.".equals(civilite)) {
            return libelle();
        }
        return switch (this) {
            case DIRECTEUR -> woman ? t("Directrice") : t("Directeur");
            case ENSEIGNANT -> woman ? t("Enseignante") : t("Enseignant");
            case REFERENT_VILLE -> woman ? t("Référente ville") : t("Référent ville");
            case ERUN -> woman ? t("Référente numérique (ERUN)") : t("Référent numérique (ERUN)");
            default -> libelle();
        };
    }
}
