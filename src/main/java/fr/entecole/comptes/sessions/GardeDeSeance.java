package fr.entecole.comptes.sessions;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/// What a stay says of what a device seals under it.
@NamedInterface("gardes")
public final class GardeDeSeance {

    private GardeDeSeance() {}

    /// What the key of this stay is made of: the same however often it is asked, and on each node.
    public static String of(HttpSession session) {
        if (session.getAttribute(SessionEnt.GARDE) instanceof String known) {
            return known;
        }
        var print = MesSeances.print(session.getId());
        session.setAttribute(SessionEnt.GARDE, print);
        return print;
    }

    /// Whose stay it is.
    public static Optional<UUID> compte(HttpSession session) {
        return session.getAttribute(SessionEnt.COMPTE) instanceof String compte
                ? Optional.of(UUID.fromString(compte))
                : Optional.empty();
    }
}
