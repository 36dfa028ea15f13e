package fr.entecole.messagerie.ecriture;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.messagerie.Regles.Matrice;
import fr.entecole.messagerie.ecriture.ListeCourte.Interlocuteur;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the rules, the directory and the calendars say of who writes, today.
///
/// @param interlocuteurs those whom the rules permit
/// @param signature what their messages end with, empty for nothing
record Contexte(
        Matrice matrice, List<Interlocuteur> interlocuteurs, Map<UUID, Calendrier> calendriers, String signature) {

    Contexte signed(List<String> theirs) {
        return new Contexte(
                matrice,
                interlocuteurs,
                calendriers,
                theirs.stream().findFirst().orElse(""));
    }

    Contexte with(Map<UUID, Calendrier> theirs) {
        return new Contexte(matrice, interlocuteurs, theirs, signature);
    }

    /// When what is written now is delivered in the first of these schools, null for at once.
    @Nullable
    Instant quand(Instant now, List<UUID> ecoles) {
        return isAtOnceSomewhere(now, ecoles) ? null : first(now, ecoles);
    }

    boolean differs(Instant now, List<UUID> ecoles) {
        return isAtOnceSomewhere(now, ecoles) && first(now, ecoles) != null;
    }

    private boolean isAtOnceSomewhere(Instant now, List<UUID> ecoles) {
        return ecoles.stream()
                .map(calendriers::get)
                .filter(Objects::nonNull)
                .anyMatch(calendrier -> calendrier.isDelivered(now));
    }

    private @Nullable Instant first(Instant now, List<UUID> ecoles) {
        return ecoles.stream()
                .map(calendriers::get)
                .filter(Objects::nonNull)
                .flatMap(calendrier -> calendrier.delivery(now).stream())
                .filter(due -> due.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
