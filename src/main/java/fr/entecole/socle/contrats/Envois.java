package fr.entecole.socle.contrats;

import fr.entecole.socle.contrats.Contenu.Temoin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What accounts send to people through a room, as one holds it or takes it back: a bean a kind, collected by `surete`.
/// A module that has one is a room that sends: while an account is stopped, none of its routes that change something
/// answers it, but those that say [HorsEnvoi].
///
/// The room finds its things by their author and their instant, and keeps them from their readers; whose account was
/// stolen, what is held and who decides stand in `surete`. All of it happens in the caller's transaction, and may be
/// asked again of the same things: what is done already is done.
public interface Envois {

    /// The room's word: `liaison`.
    String module();

    /// `mot`: one word, kept in the database, of one room in the house; that of its [Contenu] where it has one. Never
    /// renamed.
    String genre();

    /// « 3 mots de l’école ».
    String phrase(int combien);

    /// How far what they have sent since then reaches: what stands, without what was taken back.
    Portee reach(Auteur auteur, Instant depuis);

    /// What they have sent since then and still stands, oldest first, with what is sealed of it as evidence. Held until
    /// the end of the transaction: who reads meanwhile is waited for, then counted among those who have read.
    List<Envoi> sent(Auteur auteur, Instant depuis, int most);

    /// One of them, for those who decide whether it leaves; what is private is told without its words.
    Optional<Envoi> one(UUID chose);

    /// Nobody finds them any more. Who had not read has nothing left of it, nor in a bell nor in a summary to come;
    /// whoever had finds in its place that it was withdrawn. What mail has carried already cannot be taken back.
    ///
    /// @return people of the directory who had read one of them
    Set<UUID> withdraw(Collection<UUID> choses, Instant now);

    /// Attaches to the evidence what is attached to the thing, so that it outlives it.
    default void keepPieces(UUID chose, UUID preuve) {}

    /// Nobody finds them, nor is told of them, until they are released or withdrawn; who wrote them still does.
    void hold(Collection<UUID> choses, Instant now);

    /// It was held: it reaches its readers from now on, within the delivery hours of its school.
    void release(UUID chose, Instant now);

    /// It was held, or waits, and is not to leave: nobody has read it, nobody will.
    void drop(UUID chose, Instant now);

    /// @param personnes all whom the directory knows as the holder of this account
    record Auteur(UUID compte, Set<UUID> personnes) {}

    /// @param envois things that stand
    /// @param personnes whom they are for today, each once
    /// @param lecteurs people of the directory who have read one of them
    record Portee(int envois, int personnes, Set<UUID> lecteurs) {}

    /// @param nom of the author, as readers see it
    /// @param adresse of the page that shows it
    record Envoi(UUID id, UUID ecole, @Nullable UUID auteur, String nom, String adresse, Temoin temoin) {}
}
