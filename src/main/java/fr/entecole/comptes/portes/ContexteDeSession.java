package fr.entecole.comptes.portes;

import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.appareils.ChezSoi;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.Presences;
import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.comptes.sessions.SessionReglages;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Rebuilds who is signed in from the one thing a session holds, the account: nothing about the person is frozen in it.
@Component
class ContexteDeSession implements SecurityContextRepository {

    private final Utilisateurs utilisateurs;
    private final Comptes comptes;
    private final Presences presences;
    private final SessionReglages reglages;
    private final Clock clock;

    ContexteDeSession(
            Utilisateurs utilisateurs, Comptes comptes, Presences presences, SessionReglages reglages, Clock clock) {
        this.utilisateurs = utilisateurs;
        this.comptes = comptes;
        this.presences = presences;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("deprecation") // the newer method of the interface defers to this one
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return of(exchange.getRequest());
    }

    SecurityContext of(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SessionEnt.COMPTE) instanceof String compte)) {
            return new SecurityContextImpl();
        }
        var role = session.getAttribute(SessionEnt.ROLE) instanceof String words ? UUID.fromString(words) : null;
        var classe = ClasseOuverte.of(session);
        var chezSoi = ChezSoi.of(session);
        if (classe == null && chezSoi == null) {
            request.setAttribute(PageResolver.RESTE, left(session));
        } else {
            request.setAttribute(PageResolver.APPAREIL, true);
        }
        var id = UUID.fromString(compte);
        return reads(id, request)
                .call(() -> utilisateurs.of(id, role))
                .filter(u -> classe == null || presences.holds(classe, u.personneId()))
                .filter(u -> chezSoi == null || presences.holds(chezSoi, u))
                .map(u -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(u, null, java.util.List.of())))
                .orElseGet(SecurityContextImpl::new);
    }

    /// How the account reads, which the read of the session has told, is said to the page.
    ///
    /// @return the language in which it is answered
    private Langue reads(UUID id, HttpServletRequest request) {
        return comptes.known(id).stream()
                .findFirst()
                .map(compte -> {
                    if (compte.confort() != null) {
                        request.setAttribute(PageResolver.CONFORT, compte.confort());
                    }
                    return compte.langue();
                })
                .flatMap(Langue::of)
                .map(langue -> {
                    request.setAttribute(LangueDuLecteur.DU_COMPTE, langue);
                    return langue;
                })
                .orElseGet(Langue::courante);
    }

    /// The last visit is written once a minute: the end that is told comes that much early, never late.
    private Duration left(HttpSession session) {
        var idle = reglages.idle(session.getAttribute(SessionEnt.INACTIVITE)).minus(Sessions.SEEN_EVERY);
        var most = reglages.absolue()
                .minus(Duration.between(Instant.ofEpochMilli(session.getCreationTime()), clock.instant()));
        return idle.compareTo(most) < 0 ? idle : most;
    }

    /// Signing in writes the account into the session itself ([Entree]).
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SessionEnt.COMPTE) != null;
    }
}
