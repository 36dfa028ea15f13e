package fr.entecole.comptes.portes;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A child who has touched their own picture on an open class's device, and which secret ones since: as prints only.
///
/// @param une the first one touched
/// @param deux the second, while the child chooses and is shown both
record Touchees(UUID eleve, @Nullable String une, @Nullable String deux) {

    private static final String ELEVE = "classe-eleve";
    private static final String UNE = "classe-image-une";
    private static final String DEUX = "classe-image-deux";

    static @Nullable Touchees of(@Nullable HttpSession session) {
        return session == null || !(session.getAttribute(ELEVE) instanceof String eleve)
                ? null
                : new Touchees(UUID.fromString(eleve), (String) session.getAttribute(UNE), (String)
                        session.getAttribute(DEUX));
    }

    static void begin(HttpSession session, UUID eleve) {
        end(session);
        session.setAttribute(ELEVE, eleve.toString());
    }

    static void first(HttpSession session, @Nullable String une) {
        session.setAttribute(UNE, une);
        session.removeAttribute(DEUX);
    }

    static void second(HttpSession session, String deux) {
        session.setAttribute(DEUX, deux);
    }

    static void end(HttpSession session) {
        for (var word : new String[] {ELEVE, UNE, DEUX}) {
            session.removeAttribute(word);
        }
    }
}
