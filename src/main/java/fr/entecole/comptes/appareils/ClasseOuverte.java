package fr.entecole.comptes.appareils;

import fr.entecole.comptes.sessions.SessionEnt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A class that its teacher has opened on this device: it stands in the device's session, and every child's stay there
/// ends with it. ADR 0017.
///
/// @param personnel who teaches it: the class closes when they no longer do
/// @param compte the teacher's account, for the journal
/// @param fin when it closes by itself
public record ClasseOuverte(UUID classe, UUID personnel, UUID compte, UUID ecole, Instant fin) {

    private static final String PERSONNEL = "classe-personnel";
    private static final String ECOLE = "classe-ecole";

    public static @Nullable ClasseOuverte of(HttpServletRequest request) {
        return of(request.getSession(false));
    }

    public static @Nullable ClasseOuverte of(@Nullable HttpSession session) {
        if (session == null || session.getAttribute(SessionEnt.CLASSE) == null) {
            return null;
        }
        return new ClasseOuverte(
                id(session, SessionEnt.CLASSE),
                id(session, PERSONNEL),
                id(session, SessionEnt.OUVERTE_PAR),
                id(session, ECOLE),
                Instant.parse(word(session, SessionEnt.FIN)));
    }

    public void into(HttpSession session) {
        session.setAttribute(SessionEnt.CLASSE, classe.toString());
        session.setAttribute(PERSONNEL, personnel.toString());
        session.setAttribute(SessionEnt.OUVERTE_PAR, compte.toString());
        session.setAttribute(ECOLE, ecole.toString());
        session.setAttribute(SessionEnt.FIN, fin.toString());
    }

    private static UUID id(HttpSession session, String name) {
        return UUID.fromString(word(session, name));
    }

    private static String word(HttpSession session, String name) {
        return (String) Objects.requireNonNull(session.getAttribute(name));
    }
}
