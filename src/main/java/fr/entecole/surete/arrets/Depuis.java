package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Since when what an account has sent is not its holder's.
enum Depuis {
    /// since it came in by a device that it did not know
    APPAREIL(null),
    HEURE(Duration.ofHours(1)),
    JOUR(Duration.ofDays(1)),
    SEMAINE(Duration.ofDays(7)),
    MOIS(Duration.ofDays(30));

    static final Duration LONGEST = Duration.ofDays(30);

    private final @Nullable Duration duree;

    Depuis(@Nullable Duration duree) {
        this.duree = duree;
    }

    static Optional<Depuis> of(String code) {
        return Arrays.stream(values()).filter(d -> d.name().equals(code)).findFirst();
    }

    Instant before(Instant now, Optional<Instant> appareil) {
        return duree == null ? appareil.orElse(now.minus(Duration.ofDays(1))) : now.minus(duree);
    }

    String phrase() {
        return switch (this) {
            case APPAREIL -> t("Son entrée sur un nouvel appareil");
            case HEURE -> t("Une heure");
            case JOUR -> t("Un jour");
            case SEMAINE -> t("Une semaine");
            case MOIS -> t("Un mois");
        };
    }
}
