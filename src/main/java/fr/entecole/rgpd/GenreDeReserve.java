package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import java.util.Arrays;
import java.util.Optional;

/// What may be switched on somebody's data, from a day to another. ADR 0090.
public enum GenreDeReserve {
    /// by oneself
    COMPTAGE,
    LIMITATION,
    RECHERCHE;

    public String mot() {
        return switch (this) {
            case COMPTAGE -> t("Visites pas comptées");
            case LIMITATION -> t("Données mises de côté");
            case RECHERCHE -> t("Absence des recherches par nom");
        };
    }

    /// Those that an officer sets.
    public static Optional<GenreDeReserve> decided(String word) {
        return Arrays.stream(values())
                .filter(genre -> genre != COMPTAGE && genre.name().equals(word))
                .findFirst();
    }
}
