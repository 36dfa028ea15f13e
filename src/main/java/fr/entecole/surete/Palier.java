package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

/// What may be sent: nothing, to a few people at a time, everything.
public enum Palier {
    RIEN,
    PEU,
    TOUT;

    public String phrase() {
        return switch (this) {
            case RIEN -> t("rien ne part");
            case PEU -> t("à quelques personnes à la fois");
            case TOUT -> t("tout repart");
        };
    }
}
