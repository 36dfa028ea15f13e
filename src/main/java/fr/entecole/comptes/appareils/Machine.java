package fr.entecole.comptes.appareils;

import static fr.entecole.socle.Phrases.t;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What kind of machine a stay was opened on, as coarsely as its owner needs to know it again: nothing that tells two
/// telephones of a kind apart.
public enum Machine {
    TELEPHONE_ANDROID,
    TABLETTE_ANDROID,
    IPHONE,
    IPAD,
    WINDOWS,
    MAC,
    CHROMEBOOK,
    LINUX,
    INCONNUE;

    /// Where a stay keeps it.
    public static final String SEANCE = "machine";

    /// @param agent what the browser says of itself
    public static Machine of(@Nullable String agent) {
        var said = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        if (said.contains("android")) {
            return said.contains("mobile") ? TELEPHONE_ANDROID : TABLETTE_ANDROID;
        }
        if (said.contains("iphone")) {
            return IPHONE;
        }
        if (said.contains("ipad")) {
            return IPAD;
        }
        if (said.contains("windows")) {
            return WINDOWS;
        }
        if (said.contains("cros")) {
            return CHROMEBOOK;
        }
        if (said.contains("mac os")) {
            return MAC;
        }
        return said.contains("linux") ? LINUX : INCONNUE;
    }

    /// @param kept as a stay keeps it
    public static Machine kept(@Nullable String kept) {
        for (var one : values()) {
            if (one.name().equals(kept)) {
                return one;
            }
        }
        return INCONNUE;
    }

    public String nom() {
        return switch (this) {
            case TELEPHONE_ANDROID -> t("Téléphone Android");
            case TABLETTE_ANDROID -> t("Tablette Android");
            case IPHONE -> t("iPhone");
            case IPAD -> t("iPad");
            case WINDOWS -> t("Ordinateur Windows");
            case MAC -> t("Mac");
            case CHROMEBOOK -> t("Chromebook");
            case LINUX -> t("Ordinateur Linux");
            case INCONNUE -> t("Appareil que nous ne reconnaissons pas");
        };
    }

    public String icone() {
        return switch (this) {
            case TELEPHONE_ANDROID, IPHONE -> "telephone";
            default -> "tablette";
        };
    }
}
