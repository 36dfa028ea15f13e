package fr.entecole.comptes;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Opens and ends a person's stay in this browser. Each entry has a new session and a new form token, whatever the
/// browser brought.
@Component
class Entree {

    private final CsrfTokenRepository jetons;
    private final Suite suite;
    private final Journal journal;
    private final Utilisateurs utilisateurs;

    Entree(CsrfTokenRepository jetons, Suite suite, Journal journal, Utilisateurs utilisateurs) {
        this.jetons = jetons;
        this.suite = suite;
        this.journal = journal;
        this.utilisateurs = utilisateurs;
    }

    /// @return the page to go to
    String open(UUID compte, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        request.getSession(true).setAttribute(SessionEnt.COMPTE, compte.toString());
        return suite.take(request, response);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SessionEnt.COMPTE) instanceof String compte) {
            journal.record(Fait.of("deconnexion", "compte", compte)
                    .by(UUID.fromString(compte))
                    .inEcoles(utilisateurs.ecoles(UUID.fromString(compte)))
                    .from(request.getRemoteAddr()));
        }
        end(request, response);
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        jetons.saveToken(null, request, response);
    }
}
