package fr.entecole.comptes.portes;

import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.socle.AdressePublique;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What every answer carries and every form must bring. Who may call which route is the [Gardien]'s, from what each
/// route declares; files and health answer outside of all this. ADR 0010, 0013.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class Securite {

    /// What a mail program posts for its reader, without a form of ours (RFC 8058): the address holds a sealed word
    /// that nobody can guess, and no stay is looked at.
    private static final String ONE_TOUCH = "/notifications/desabonnement/{jeton}";

    @Bean
    FichiersRecus fichiersRecus(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes,
            ObjectProvider<MarqueDeCompte> marque) {
        return new FichiersRecus(routes, marque);
    }

    /// Inside the two chains, and nowhere else.
    @Bean
    FilterRegistrationBean<FichiersRecus> inTheChains(FichiersRecus fichiers) {
        var registration = new FilterRegistrationBean<>(fichiers);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain light(FichiersRecus fichiers) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new DefaultSecurityFilterChain(
                new OrRequestMatcher(
                        paths.matcher("/statique/**"), paths.matcher("/favicon.ico"), paths.matcher("/sante/**")),
                List.of(new HeaderWriterFilter(List.of(new XContentTypeOptionsHeaderWriter())), fichiers));
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            ContexteDeSession contexte,
            CsrfTokenRepository csrf,
            EntetesDeLaMaison entetes,
            FichiersRecus fichiers,
            ObjectProvider<MarqueDeCompte> marque) {
        return http.securityContext(c -> c.securityContextRepository(contexte))
                .csrf(c -> c.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ONE_TOUCH))
                        .ignoringRequestMatchers(request -> isLate(request, marque)))
                .headers(headers -> {
                    headers.defaultsDisabled();
                    entetes.writers().forEach(headers::addHeaderWriter);
                })
                .addFilterBefore(fichiers, CsrfFilter.class)
                .exceptionHandling(e -> e.accessDeniedHandler(Securite::denied))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /// A form of ours of somebody who is here no more, whose browser has closed since: its token went with it. Nobody
    /// is signed in, so that it does nothing but come back, and the browser says that the page was ours.
    private static boolean isLate(HttpServletRequest request, ObjectProvider<MarqueDeCompte> marque) {
        var here = SecurityContextHolder.getContext().getAuthentication();
        return here == null
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && MarqueDeCompte.carried(request) != null
                && marque.getObject().genuine(request);
    }

    /// A zero character, which PostgreSQL's text cannot hold, is no form of ours: 400 instead of a failure further in.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /// Nothing is handed from one page to the next. Spring's own would look into the session at every request, files
    /// and health included: they would wait for a database out of reach.
    @Bean(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
    FlashMapManager noFlash() {
        return new FlashMapManager() {
            @Override
            public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
                return null;
            }

            @Override
            public void saveOutputFlashMap(
                    FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {}
        };
    }

    /// Only a form without its token comes here. A sign-in page left open overnight is simply shown again.
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (request.getRequestURI().startsWith("/connexion")) {
            response.sendRedirect("/connexion");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Bean
    CookieSerializer sessionCookie(AdressePublique adresse) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(adresse.https() ? "__Host-session" : "session");
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(adresse.https());
        cookie.setUseBase64Encoding(false);
        return cookie;
    }
}
