package fr.entecole.socle.contrats;

import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A question that a family asks the school, carried as a message to who teaches its child: a bean of the room of
/// messages, asked by the room in which one asks. That one keeps what was asked and where it stands; what becomes of it
/// is told as [Vue], [Reprise] and [Repondues], in the transaction in which it happens.
public interface Questions {

    /// Those of their children whose teachers this guardian may write to first, by the rules of today.
    Set<UUID> carried(Utilisateur responsable);

    /// Begins a conversation of this guardian with who teaches the child, in the caller's transaction; it reaches them
    /// within the delivery hours of their school.
    ///
    /// @return empty where the rules let nobody be written to, or it may not leave so
    Optional<Portee> ask(Utilisateur responsable, Question question, Instant now);

    /// @param cle the same one begins once
    record Question(UUID cle, UUID ecole, UUID eleve, String objet, String texte) {}

    /// @param quand when it reaches who reads it
    record Portee(UUID conversation, Instant quand) {}

    /// Somebody of the school has opened a conversation that a family has begun.
    record Vue(UUID conversation, UUID personne, Instant quand) {}

    /// Who asked has taken it back: nothing of what they wrote is left in it.
    record Reprise(UUID conversation, Instant quand) {}

    /// Answers have reached those for whom they are: for each conversation, who has written. Who asked is among them
    /// where they go on themselves.
    record Repondues(Map<UUID, UUID> auteurs, Instant quand) {}
}
