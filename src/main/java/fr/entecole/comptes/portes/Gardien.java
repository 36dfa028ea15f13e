package fr.entecole.comptes.portes;

import fr.entecole.comptes.appareils.ChezSoi;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.comptes.charte.CharteDeSession;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.sessions.ForceDeSession;
import fr.entecole.socle.PageResolver;
import fr.entecole.socle.Regle;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.HorsEnvoi;
import fr.entecole.socle.contrats.Pause;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every route and lets pass whom its [Regle] names. No rule: nobody passes. A stranger is told that
/// there is nothing here (404); who is not signed in is sent to the sign-in page and comes back after; who has a
/// charter to answer, a password to make stronger or a second factor to add, is sent to it; whose sending is stopped
/// reads, and changes nothing in a room that sends ([Pause]).
@Configuration(proxyBeanMethods = false)
class Gardien implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String HOUSE = "fr.entecole.";

    private final PageDemandee demandee;
    private final SingletonSupplier<MarqueDeCompte> marque;
    private final ObjectProvider<Pause> pauses;
    private final Map<Method, Optional<Regle>> regles = new ConcurrentHashMap<>();

    Gardien(PageDemandee demandee, ObjectProvider<MarqueDeCompte> marque, ObjectProvider<Pause> pauses) {
        this.demandee = demandee;
        this.marque = SingletonSupplier.of(marque::getObject); // asked again, it searches all beans
        this.pauses = pauses;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod route) || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        var regle = regles.computeIfAbsent(route.getMethod(), _ -> Optional.ofNullable(Regle.of(route)));
        if (regle.isPresent() && regle.get().ouvert()) {
            return true;
        }
        var utilisateur = utilisateur();
        if (regle.isEmpty()) {
            throw new Introuvable();
        }
        if (utilisateur == null && MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT))) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT); // a page whose stay is over stops asking
            return false;
        }
        if (utilisateur == null) {
            response.sendRedirect(door(request, response));
            return false;
        }
        if (!regle.get().profils().contains(utilisateur.profil())) {
            throw new Introuvable();
        }
        request.setAttribute(PageResolver.AUTEUR, marque.obtain().signed(utilisateur.compteId()));
        if (regle.get().avantLaCharte()) {
            return true;
        }
        if (CharteDeSession.blocks(request.getSession(false), utilisateur)) {
            response.sendRedirect("/charte");
            return false;
        }
        if (ForceDeSession.blocks(request.getSession(false))
                && !request.getRequestURI().startsWith(ForceDeSession.PAGE)) {
            response.sendRedirect(ForceDeSession.PAGE);
            return false;
        }
        if (FacteurDeSession.blocks(request.getSession(false))
                && !request.getRequestURI().startsWith(ForceDeSession.PAGE)) {
            response.sendRedirect(FacteurDeSession.MIENS);
            return false;
        }
        if (!READING.contains(request.getMethod()) && sends(route)) {
            var module = module(route);
            pauses.forEach(pause -> pause.check(utilisateur, module, request.getParameterMap()));
        }
        return true;
    }

    private static boolean sends(HandlerMethod route) {
        return !AnnotatedElementUtils.isAnnotated(route.getMethod(), HorsEnvoi.class)
                && !AnnotatedElementUtils.isAnnotated(route.getBeanType(), HorsEnvoi.class);
    }

    private static String module(HandlerMethod route) {
        var name = route.getBeanType().getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).split("\\.", 2)[0] : "";
    }

    /// Where who is not signed in goes: the class's page on a device that its teacher has opened, the one that
    /// gives a guardian theirs back, else the sign-in page. A form that comes too late is given back first.
    private String door(HttpServletRequest request, HttpServletResponse response) {
        if (ClasseOuverte.of(request) != null) {
            return "/classe";
        }
        if (ChezSoi.of(request) != null) {
            return "/chez-soi";
        }
        var saisie = MarqueDeCompte.present(request) || marque.obtain().genuine(request) ? Saisie.late(request) : null;
        if (saisie != null) {
            throw new Saisie.Tardive(saisie);
        }
        if (isPage(request)) {
            demandee.remember(request, response);
        }
        return "/connexion";
    }

    /// One comes back to pages, not to what a page fetches.
    private static boolean isPage(HttpServletRequest request) {
        var wanted = request.getHeader("Sec-Fetch-Dest");
        return request.getMethod().equals(HttpMethod.GET.name()) && (wanted == null || wanted.equals("document"));
    }

    private static @Nullable Utilisateur utilisateur() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Utilisateur u ? u : null;
    }
}
