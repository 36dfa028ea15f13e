package fr.entecole.messagerie;

import fr.entecole.annuaire.Public;
import fr.entecole.redaction.TexteRiche;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A first message, judged: what is written, for whom.
///
/// @param ecole inside which all of it stands
/// @param pourMots « Familles du CM1 », empty where people are named one by one
/// @param eleves whom a guardian writes about
/// @param retenu it waits for the teacher of the pupil who writes it
/// @param source the conversation that is answered apart, null for none
/// @param lettre what is written
public record Envoi(
        UUID ecole,
        String objet,
        List<Public> pour,
        String pourMots,
        Set<UUID> eleves,
        boolean sansReponse,
        boolean retenu,
        @Nullable UUID source,
        Lettre lettre) {

    /// What one writes, in a conversation or to begin one.
    ///
    /// @param cle of the form that sends it: the same one sends once
    /// @param depots uploads of its author
    /// @param transmis the message whose attachments come along, null for none
    public record Lettre(
            TexteRiche texte,
            UUID cle,
            List<UUID> depots,
            @Nullable UUID transmis) {}
}
