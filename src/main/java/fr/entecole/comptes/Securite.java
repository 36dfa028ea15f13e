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
                                "/hors-ligne",
                                "/hors-ligne.js")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
