package fr.entecole.presences.evacuation;

import static fr.entecole.socle.Phrases.t;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An evacuation of a school, running or over.
///
/// @param attendus who was there when it began
/// @param manquants of them, who had not been found when it ended; null while it runs
/// @param auteur who began it, null once forgotten
public record Exercice(
        UUID id,
        UUID ecole,
        Genre genre,
        Instant debut,
        @Nullable Instant fin,
        int attendus,
        @Nullable Integer manquants,
        String remarques,
        @Nullable UUID auteur) {

    /// « 4 min 12 s »
    public String duree() {
        var lasted = fin == null ? Duration.ZERO : Duration.between(debut, fin);
        return lasted.toMinutes() == 0
                ? t("{0}\u00a0s", lasted.toSecondsPart())
                : t("{0}\u00a0min {1}\u00a0s", lasted.toMinutes(), lasted.toSecondsPart());
    }
}
