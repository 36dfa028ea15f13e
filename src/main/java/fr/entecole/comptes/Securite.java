package fr.entecole.comptes;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Deny unless declared.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Securite {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
            + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(r -> r.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/connexion",
                                "/sante/**",
                                "/statique/**",
                                "/accessibilite",
                                "/mentions-legales",
                                "/donnees-personnelles",
                                "/plan-du-site",
                                "/confort",
                                "/composants",
                                "/error",
                                "/hors-ligne",
                                "/hors-ligne.js")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT)))
                .build();
    }
}
