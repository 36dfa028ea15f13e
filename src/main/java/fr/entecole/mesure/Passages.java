package fr.entecole.mesure;

import fr.entecole.comptes.visites.Sejour;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.ServiceMesure;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Sees each page that somebody who is signed in opens, after its controller and before it is drawn. What a page asks
/// by itself, what answers with a file, another address or a refusal is no opening.
@Component
class Passages implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OURS = "fr.entecole.";
    private static final String BY_ITSELF = "X-Direct";

    private final Map<String, ServiceMesure> services = new ConcurrentHashMap<>();
    private final Map<Class<?>, Optional<Service>> known = new ConcurrentHashMap<>();
    private final Visites visites;
    private final Compteurs compteurs;

    Passages(List<ServiceMesure> services, Visites visites, Compteurs compteurs) {
        services.forEach(service -> {
            if (this.services.put(service.module(), service) != null) {
                throw new IllegalStateException(service.module() + " says twice under what it is counted");
            }
        });
        this.visites = visites;
        this.compteurs = compteurs;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view == null
                || !(handler instanceof HandlerMethod route)
                || !isOpening(request, view)
                || !(utilisateur() instanceof Utilisateur utilisateur)) {
            return;
        }
        known.computeIfAbsent(route.getBeanType(), this::service).ifPresent(service -> {
            var pas = visites.step(utilisateur.compteId(), service, Sejour.seenBefore(request));
            compteurs.add(utilisateur, service, Appareil.of(request.getHeader(HttpHeaders.USER_AGENT)), pas);
        });
    }

    private static boolean isOpening(HttpServletRequest request, ModelAndView view) {
        return request.getMethod().equals("GET")
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getHeader(BY_ITSELF) == null
                && view.getViewName() != null
                && (view.getStatus() == null || view.getStatus().is2xxSuccessful());
    }

    private Optional<Service> service(Class<?> controller) {
        var words = controller.getPackageName() + ".";
        if (!words.startsWith(OURS)) {
            return Optional.empty();
        }
        var module = words.substring(OURS.length(), words.indexOf('.', OURS.length()));
        return Optional.ofNullable(services.get(module)).map(ServiceMesure::service);
    }

    private static @Nullable Object utilisateur() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }
}
