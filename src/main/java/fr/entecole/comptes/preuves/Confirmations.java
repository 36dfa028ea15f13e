package fr.entecole.comptes.preuves;

import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.facteur.SecondFacteurReglages;
import fr.entecole.comptes.portes.Saisie;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before grave acts ([Confirmee]), behind the door's guard: who has proven nothing for some minutes is asked
/// first, and what they had typed waits in the page that asks.
@Configuration(proxyBeanMethods = false)
class Confirmations implements HandlerInterceptor, WebMvcConfigurer {

    static final String PAGE = "/confirmation";

    /// After the guard, which says who may come here at all.
    private static final int BEHIND = 10;

    private final ObjectProvider<Verification> verification;
    private final SecondFacteurReglages reglages;
    private final Clock clock;

    Confirmations(ObjectProvider<Verification> verification, SecondFacteurReglages reglages, Clock clock) {
        this.verification = verification;
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(BEHIND);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod route)
                || request.getDispatcherType() == DispatcherType.ERROR
                || !(route.getMethodAnnotation(Confirmee.class) instanceof Confirmee asked)
                || proven(asked, request)) {
            return true;
        }
        var utilisateur = utilisateur();
        if (utilisateur == null || verification.getObject().moyen(utilisateur.compteId()) == Verification.Moyen.RIEN) {
            return true;
        }
        var saisie = Saisie.late(request);
        if (saisie == null) {
            response.sendRedirect(PAGE);
            return false;
        }
        throw new AConfirmer(saisie);
    }

    private boolean proven(Confirmee asked, HttpServletRequest request) {
        var session = request.getSession(false);
        return asked.chaqueFois()
                ? FacteurDeSession.takeProof(session, request.getRequestURI(), clock.instant(), reglages.fraicheur())
                : FacteurDeSession.isFresh(session, clock.instant(), reglages.fraicheur());
    }

    private static @Nullable Utilisateur utilisateur() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Utilisateur u ? u : null;
    }

    /// Something grave was asked for by who must prove themselves first.
    static final class AConfirmer extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Saisie saisie;

        AConfirmer(Saisie saisie) {
            super("", null, false, false);
            this.saisie = saisie;
        }

        Saisie saisie() {
            return saisie;
        }
    }
}
