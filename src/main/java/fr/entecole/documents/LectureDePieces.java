package fr.entecole.documents;

import fr.entecole.socle.Utilisateur;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// A room's own rule for what is attached to its things: one bean a room. A room with attachments and no bean attaches
/// nothing and shows nothing.
public interface LectureDePieces {

    /// Schema of the room, as it is given to [Documents#attach].
    String salle();

    /// Whether this person may read this thing, and so what is attached to it.
    boolean reads(Utilisateur utilisateur, UUID chose);

    /// What its author recognises these things by on « Mes fichiers », as a sentence without its stop: « Dans le mot
    /// « Piscine » ». One statement at most for all of them; those that are not in it are shown without.
    default Map<UUID, String> named(Collection<UUID> choses) {
        return Map.of();
    }

    /// Told each time that something attached to it is taken away to be read: for what must be journaled.
    default void isRead(Utilisateur utilisateur, UUID chose) {}

    /// What a file is called for who saves it, where what it is kept under says too little to tell it from others.
    default String fileName(UUID chose, String kept) {
        return kept;
    }

    /// Whether its author takes it along in the copy of their own data: not what tells of someone else.
    default boolean ofItsAuthor() {
        return true;
    }

    /// Whether its author may take it away again from « Mes fichiers », or only the room itself.
    default boolean removable(UUID chose) {
        return true;
    }
}
