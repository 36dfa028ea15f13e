package fr.entecole.annuaire.noms;

import static fr.entecole.socle.Phrases.t;

/// What an agent of the académie does, where their profile says too little.
public final class Fonction {

    private Fonction() {}

    /// @param fonction `CONSEILLER` or `DSDEN`
    /// @param civilite `Mme`, `M.` or none
    public static String mots(String fonction, String civilite) {
        if (!fonction.equals("CONSEILLER")) {
            return t("Services départementaux (DSDEN)");
        }
        return switch (civilite) {
            case "Mme" -> t("Conseillère pédagogique");
            case "M." -> t("Conseiller pédagogique");
            default -> t("Conseil pédagogique");
        };
    }
}
