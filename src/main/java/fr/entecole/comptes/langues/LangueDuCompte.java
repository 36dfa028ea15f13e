package fr.entecole.comptes.langues;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Answers who is signed in the language that their account has chosen, whatever the device's. Who has chosen none, on
/// the account nor on the device, reads as their browser does where the pages are promised in other languages: a
/// family's; those who work read French.
@Component
@ConditionalOnWebApplication
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1)
class LangueDuCompte extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Whose request it is is found out when it is first asked for: here, before anything is said. The page of an
        // error asks nobody who they are, the database may be what failed: it says what was found out before.
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null
                    && authentication.getPrincipal() instanceof Utilisateur utilisateur
                    && !utilisateur.is(Profil.PARENT, Profil.ELEVE)
                    && request.getAttribute(LangueDuLecteur.DU_COMPTE) == null
                    && WebUtils.getCookie(request, LangueDuLecteur.COOKIE) == null) {
                request.setAttribute(LangueDuLecteur.DU_COMPTE, Langue.FRANCAIS);
            }
        }
        LangueDuLecteur.answer(
                request.getAttribute(LangueDuLecteur.DU_COMPTE) instanceof Langue own ? own : Langue.courante(),
                request,
                response,
                chain);
    }
}
