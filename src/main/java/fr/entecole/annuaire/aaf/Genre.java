package fr.entecole.annuaire.aaf;

import static fr.entecole.socle.Phrases.t;

import java.util.Locale;
import java.util.Optional;

/// A batch is either complete (everyone: who is not in it has left) or a delta (only what changed since the last one).
public enum Genre {
    COMPLET,
    DELTA;

    /// The word of file names, options and reports: `complet` or `delta`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As people call it.
    public String mot() {
        return this == COMPLET ? t("annuaire complet") : t("mise à jour");
    }

    public static Optional<Genre> parse(String mot) {
        for (var genre : values()) {
            if (genre.code().equals(mot.toLowerCase(Locale.ROOT))) {
                return Optional.of(genre);
            }
        }
        return Optional.empty();
    }
}
