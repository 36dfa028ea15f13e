package fr.entecole.socle.contrats;

import fr.entecole.socle.Utilisateur;
import java.util.Map;
import java.util.UUID;

/// Asked by the door before a route that changes something: a bean, of who knows whose sending is stopped. It answers
/// from memory.
public interface Pause {

    /// @param module word of the room whose route it is
    /// @param saisie what was sent with it, by field
    /// @throws RuntimeException which its own module answers with a page, when this person sends nothing just now
    void check(Utilisateur utilisateur, String module, Map<String, String[]> saisie);

    /// Whether this account itself is stopped, and nothing leaves it now.
    boolean stopped(UUID compte);
}
