package fr.entecole.comptes.visites;

import fr.entecole.comptes.sessions.SessionEnt;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The stay of a request.
public final class Sejour {

    private Sejour() {}

    /// When some node last heard of this stay before this request, to a minute; null where this is its beginning, and
    /// for a child on a class's device, whose stay lies in another's.
    public static @Nullable Instant seenBefore(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || session.getAttribute(SessionEnt.OUVERTE_PAR) != null
                || !(session.getAttribute(SessionEnt.VUE) instanceof Instant before)) {
            return null;
        }
        return before.toEpochMilli() > session.getCreationTime() ? before : null;
    }
}
