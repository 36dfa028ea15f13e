package fr.entecole.comptes.portes;

import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.socle.Regle;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// A form with files fills the disk while it arrives: it is read for the routes that take one, of those for whom they
/// are. Whoever comes too late with theirs is known by the mark that they left here. Everyone else is refused unread,
/// before the form token is looked for in it. ADR 0010.
final class FichiersRecus extends OncePerRequestFilter {

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final ObjectProvider<MarqueDeCompte> marque;
    private final Map<Method, Boolean> taking = new ConcurrentHashMap<>();

    /// The server asks for its filters before all else is there: what they need of us waits for the first request.
    FichiersRecus(ObjectProvider<RequestMappingHandlerMapping> routes, ObjectProvider<MarqueDeCompte> marque) {
        this.routes = routes;
        this.marque = marque;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var kind = request.getContentType();
        return kind == null || !kind.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var route = route(request);
        if (route == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!taking.computeIfAbsent(route.getMethod(), _ -> takesFiles(route))) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (isFor(route)) {
            chain.doFilter(request, response);
        } else if (utilisateur().isPresent()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (marque.getObject().genuine(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/connexion?sortie=perdu"); // what was sent is lost: it says so
        }
    }

    private @Nullable HandlerMethod route(HttpServletRequest request) throws ServletException {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        try {
            if (!parsed) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            var chain = routes.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod route ? route : null;
        } catch (HttpRequestMethodNotSupportedException _) {
            return null;
        } catch (ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private static boolean takesFiles(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .map(ResolvableType::forMethodParameter)
                .anyMatch(FichiersRecus::isFile);
    }

    private static boolean isFile(ResolvableType type) {
        var raw = type.resolve(Object.class);
        return MultipartFile.class.isAssignableFrom(raw)
                || (raw.isArray() && isFile(type.getComponentType()))
                || Arrays.stream(type.getGenerics()).anyMatch(FichiersRecus::isFile)
                || (raw.isRecord()
                        && Arrays.stream(raw.getRecordComponents())
                                .anyMatch(component -> isFile(ResolvableType.forType(component.getGenericType()))));
    }

    private static boolean isFor(HandlerMethod route) {
        var regle = Regle.of(route);
        return regle != null
                && utilisateur()
                        .filter(u -> regle.profils().contains(u.profil()))
                        .isPresent();
    }

    private static Optional<Utilisateur> utilisateur() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Utilisateur u
                ? Optional.of(u)
                : Optional.empty();
    }
}
