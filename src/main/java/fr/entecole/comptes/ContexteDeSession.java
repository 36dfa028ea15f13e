package fr.entecole.comptes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    ContexteDeSession(Utilisateurs utilisateurs) {
        this.utilisateurs = utilisateurs;
    }

    @Override
    @SuppressWarnings("deprecation") // the newer method of the interface defers to this one
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        var session = exchange.getRequest().getSession(false);
        if (session == null || !(session.getAttribute(SessionEnt.COMPTE) instanceof String compte)) {
            return new SecurityContextImpl();
        }
        var role = session.getAttribute(SessionEnt.ROLE) instanceof String words ? UUID.fromString(words) : null;
        return utilisateurs
                .of(UUID.fromString(compte), role)
                .map(u -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(u, null, java.util.List.of())))
                .orElseGet(SecurityContextImpl::new);
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
