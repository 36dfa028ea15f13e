package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Optional;

/// What one may ask.
public enum Droit {
    ACCES,
    RECTIFICATION,
    EFFACEMENT,
    OPPOSITION,
    LIMITATION,
    AUTRE;

    public String mot() {
        return switch (this) {
            case ACCES -> t("Accéder à ce qui n’est pas sur ma page");
            case RECTIFICATION -> t("Faire corriger ce que l’école n’a pas corrigé");
            case EFFACEMENT -> t("Faire effacer");
            case OPPOSITION -> t("M’opposer à un usage de mes données");
            case LIMITATION -> t("Faire mettre de côté, le temps de vérifier");
            case AUTRE -> t("Autre chose sur mes données");
        };
    }

    public static Optional<Droit> typed(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }
}
