package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

/// How news of a kind reaches someone by mail. The bell has all of it.
public enum Cadence {
    TOUT_DE_SUITE,
    /// in the one message of the day
    RESUME,
    JAMAIS;

    public String libelle() {
        return switch (this) {
            case TOUT_DE_SUITE -> t("Tout de suite");
            case RESUME -> t("Dans le résumé du jour");
            case JAMAIS -> t("Jamais");
        };
    }
}
