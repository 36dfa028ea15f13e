package fr.entecole.comptes.appareils;

import fr.entecole.comptes.sessions.SessionEnt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A young child's page that a guardian has opened on the family's device: it stands in the guardian's own session, of
/// which nothing is left but their account, asked for again with its password. ADR 0051.
///
/// @param enfant the child's account, which the session bears while the page is open
/// @param responsable the guardian's account: the stay ends with theirs
/// @param role in which the guardian was there
/// @param depuis when it was opened, which tells one opening from another
public record ChezSoi(
        UUID enfant, UUID responsable, @Nullable UUID role, Instant depuis) {

    private static final String ENFANT = "enfant-compte";
    private static final String ROLE = "responsable-role";
    private static final String DEPUIS = "enfant-depuis";

    public static @Nullable ChezSoi of(HttpServletRequest request) {
        return of(request.getSession(false));
    }

    public static @Nullable ChezSoi of(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(SessionEnt.RESPONSABLE) instanceof String responsable)) {
            return null;
        }
        return new ChezSoi(
                UUID.fromString(word(session, ENFANT)),
                UUID.fromString(responsable),
                session.getAttribute(ROLE) instanceof String role ? UUID.fromString(role) : null,
                Instant.parse(word(session, DEPUIS)));
    }

    public void into(HttpSession session) {
        session.setAttribute(ENFANT, enfant.toString());
        session.setAttribute(SessionEnt.RESPONSABLE, responsable.toString());
        session.setAttribute(ROLE, role == null ? null : role.toString());
        session.setAttribute(DEPUIS, depuis.toString());
        session.removeAttribute(SessionEnt.ROLE);
        session.removeAttribute(SessionEnt.SUITE);
    }

    private static String word(HttpSession session, String name) {
        return (String) Objects.requireNonNull(session.getAttribute(name));
    }
}
