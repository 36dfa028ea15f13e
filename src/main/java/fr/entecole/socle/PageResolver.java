package fr.entecole.socle;

import fr.entecole.socle.langue.LanguesReglages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers their `Page` and, where they ask for it, the `Utilisateur` who is signed in.
@Configuration(proxyBeanMethods = false)
public class PageResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /// Cookie of the person's own text size, spacing and contrast.
    public static final String COOKIE = "confort";

    /// Attribute of the request: the same, as the account of who is signed in has it, whatever the device.
    public static final String CONFORT = "fr.entecole.confort";

    /// Attribute of the request that carries its number.
    public static final String NUMERO = "fr.entecole.numero";

    /// Attribute of the request that carries how long the stay lasts without another request, where that is told.
    public static final String RESTE = "fr.entecole.reste";

    /// Attribute of the request, true where a class is open on the device.
    public static final String APPAREIL = "fr.entecole.appareil";

    /// Attribute of the request that says whose the page's forms are, and name of the field that says so when they
    /// come: what is given back when the stay has ended.
    public static final String AUTEUR = "_auteur";

    private final Installation installation;
    private final Supplier<@Nullable Navigation> navigation;
    private final Supplier<Page.@Nullable Cloche> cloche;
    private final Region region;
    private final LanguesReglages langues;
    private final Clock clock;

    PageResolver(
            Installation installation,
            ObjectProvider<Navigation> navigation,
            ObjectProvider<Page.Cloche> cloche,
            Region region,
            LanguesReglages langues,
            Clock clock) {
        this.installation = installation;
        this.langues = langues;
        this.region = region;
        this.navigation =
                SingletonSupplier.ofNullable(navigation::getIfAvailable); // asked again, it searches all beans
        this.cloche = SingletonSupplier.ofNullable(cloche::getIfAvailable);
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class || parameter.getParameterType() == Utilisateur.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        if (parameter.getParameterType() == Utilisateur.class) {
            return utilisateur();
        }
        return page(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class)));
    }

    public Page page(HttpServletRequest request) {
        return page(request, utilisateur(), region.cadre());
    }

    /// The page of someone unknown: what can still be shown when the session cannot be read.
    public Page anonymous(HttpServletRequest request) {
        return page(request, null, region.dernierCadre());
    }

    private Page page(HttpServletRequest request, @Nullable Utilisateur utilisateur, Region.Cadre cadre) {
        var nav = navigation.get();
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var numero = request.getAttribute(NUMERO);
        var page = new Page(
                utilisateur,
                preferences(request),
                utilisateur == null || nav == null ? List.of() : nav.onglets(utilisateur),
                cadre.nom(),
                cadre.assistance(),
                installation.demonstration(),
                request.getRequestURI(),
                token == null ? "" : token.getToken(),
                numero == null ? "" : numero.toString(),
                LocalDate.now(clock),
                utilisateur != null && request.getAttribute(RESTE) instanceof Duration reste ? reste : null);
        page.ringing(utilisateur == null || request.getAttribute(APPAREIL) != null ? null : cloche.get());
        page.spokenIn(langues.choix());
        page.of(request.getAttribute(AUTEUR) instanceof String auteur ? auteur : "");
        return page.under(sous(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)));
    }

    private static List<String> sous(@Nullable Object handler) {
        if (!(handler instanceof HandlerMethod route)) {
            return List.of();
        }
        var said = route.getMethodAnnotation(SousOnglet.class);
        var one =
                said != null ? said : AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), SousOnglet.class);
        return one == null ? List.of() : List.of(one.value());
    }

    private static @Nullable Utilisateur utilisateur() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Utilisateur u ? u : null;
    }

    private static Preferences preferences(HttpServletRequest request) {
        if (request.getAttribute(CONFORT) instanceof String own) {
            return Preferences.of(own);
        }
        var cookies = request.getCookies();
        var value = "";
        for (var cookie : cookies == null ? new Cookie[0] : cookies) {
            value = cookie.getName().equals(COOKIE) ? cookie.getValue() : value;
        }
        return Preferences.of(value);
    }
}
