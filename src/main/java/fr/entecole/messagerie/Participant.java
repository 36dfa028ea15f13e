package fr.entecole.messagerie;

import fr.entecole.annuaire.Nature;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who is in a conversation.
///
/// @param nom « Claire Estève »; empty once forgotten
/// @param luLe all that was delivered until then is read
/// @param joignable what is written now still reaches them
/// @param langue in which they read better than in French, as one says it; empty for French
/// @param absence until when they are away, and what they say of it; null when they are not
public record Participant(
        UUID personneId,
        Nature nature,
        String nom,
        @Nullable Instant luLe,
        boolean joignable,
        String langue,
        @Nullable Absence absence) {

    public boolean read(@Nullable Instant remis) {
        return remis != null && luLe != null && !luLe.isBefore(remis);
    }
}
