package fr.entecole.surete;

import fr.entecole.comptes.AppareilEntre;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// On which device the stay in which this is asked was opened, as its session keeps it.
final class AppareilDeLaSeance {

    private AppareilDeLaSeance() {}

    /// @return null outside of a request, and where the stay was opened otherwise than by a door
    static @Nullable String empreinte() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return null;
        }
        var session = request.getRequest().getSession(false);
        return session != null && session.getAttribute(AppareilEntre.SEANCE) instanceof String empreinte
                ? empreinte
                : null;
    }
}
