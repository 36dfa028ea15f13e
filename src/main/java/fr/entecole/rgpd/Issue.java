package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

/// What was done of what somebody asked.
public enum Issue {
    FAIT,
    EN_PARTIE,
    REFUSE;

    public String mot() {
        return switch (this) {
            case FAIT -> t("C’est fait");
            case EN_PARTIE -> t("C’est fait en partie");
            case REFUSE -> t("C’est refusé");
        };
    }
}
