package fr.entecole.comptes.sessions;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/// What a stay remembers of a password that has become too weak for the powers of its person: until they choose
/// another, which begins a new stay, their account's page comes before the others.
public final class ForceDeSession {

    public static final String PAGE = "/mon-compte";

    private static final String FAIBLE = "mot-de-passe-faible";

    private ForceDeSession() {}

    public static void begin(HttpSession session) {
        session.setAttribute(FAIBLE, "oui");
    }

    public static boolean blocks(@Nullable HttpSession session) {
        return session != null && session.getAttribute(FAIBLE) != null;
    }
}
