package fr.entecole.comptes.sessions;

import fr.entecole.socle.AdressePublique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/// The token of forms lives in a cookie that scripts cannot read: a visitor's form costs no session.
@Configuration(proxyBeanMethods = false)
class JetonDeFormulaire {

    @Bean
    CsrfTokenRepository csrfTokens(AdressePublique adresse) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(adresse.https() ? "__Host-formulaire" : "formulaire");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(adresse.https()).sameSite("Lax"));
        return tokens;
    }
}
