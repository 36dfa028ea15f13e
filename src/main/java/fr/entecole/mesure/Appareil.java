package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import org.jspecify.annotations.Nullable;

/// The kind of a device, as its browser says; the browser's own words are kept nowhere. A recent iPad says that it is a
/// computer, and is counted as one.
enum Appareil {
    ORDINATEUR("ordinateur"),
    SMARTPHONE("smartphone"),
    TABLETTE("tablette"),
    AUTRE("autreappareil");

    private final String colonne;

    Appareil(String colonne) {
        this.colonne = colonne;
    }

    /// @param agent header `User-Agent`
    static Appareil of(@Nullable String agent) {
        if (agent == null) {
            return AUTRE;
        }
        boolean mobile = agent.contains("Mobile");
        if (agent.contains("iPad") || agent.contains("Tablet") || (agent.contains("Android") && !mobile)) {
            return TABLETTE;
        }
        if (mobile || agent.contains("iPhone")) {
            return SMARTPHONE;
        }
        boolean computer = agent.contains("Windows")
                || agent.contains("Macintosh")
                || agent.contains("Linux")
                || agent.contains("CrOS");
        return computer ? ORDINATEUR : AUTRE;
    }

    String colonne() {
        return colonne;
    }

    String phrase() {
        return switch (this) {
            case ORDINATEUR -> t("Ordinateur");
            case SMARTPHONE -> t("Téléphone");
            case TABLETTE -> t("Tablette");
            case AUTRE -> t("Autre appareil");
        };
    }
}
