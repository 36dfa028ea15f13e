package fr.entecole.comptes.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What a page asks by itself keeps no stay going: a tab that is left open on a device of the family ends as if nothing
/// had been asked: its connection, and what it asks again when that tells it something (`js/direct.js`). Around the
/// filter that reads and writes stays.
@Component
@ConditionalOnWebApplication
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class VisiteMuette extends OncePerRequestFilter {

    private static final String CHEMIN = "/direct";
    private static final String ENTETE = "X-Direct";

    private static final ThreadLocal<Boolean> MUETTE = ThreadLocal.withInitial(() -> false);

    static boolean now() {
        return MUETTE.get();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(CHEMIN) && request.getHeader(ENTETE) == null;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MUETTE.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            MUETTE.remove();
        }
    }
}
