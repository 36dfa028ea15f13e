package fr.entecole.presences.evacuation;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Optional;

/// Why a school is evacuated or shut in. A constant that was stored is never renamed.
public enum Genre {
    INCENDIE,
    INTRUSION,
    RISQUE,
    /// it is no practice
    REEL;

    static Optional<Genre> of(String code) {
        return Arrays.stream(values()).filter(g -> g.name().equals(code)).findFirst();
    }

    public String libelle() {
        return switch (this) {
            case INCENDIE -> t("Exercice incendie");
            case INTRUSION -> t("Exercice attentat ou intrusion");
            case RISQUE -> t("Exercice risques majeurs");
            case REEL -> t("Évacuation réelle");
        };
    }
}
