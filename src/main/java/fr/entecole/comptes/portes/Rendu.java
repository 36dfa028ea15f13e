package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.appareils.MarqueDeCompte;
import fr.entecole.socle.PageResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Gives back what was typed to who had to come in, or to prove themselves, in the middle of it: they see it, and send
/// it.
@Component
public class Rendu {

    private final PageResolver pages;
    private final ContexteDeSession contexte;
    private final CsrfTokenRepository jetons;
    private final MarqueDeCompte marque;

    Rendu(PageResolver pages, ContexteDeSession contexte, CsrfTokenRepository jetons, MarqueDeCompte marque) {
        this.pages = pages;
        this.contexte = contexte;
        this.jetons = jetons;
        this.marque = marque;
    }

    /// To who has just come in, in this request.
    public ModelAndView entered(UUID compte, Saisie saisie, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.setContext(contexte.of(request));
        request.setAttribute(PageResolver.AUTEUR, marque.signed(compte));
        renewToken(request, response);
        return show(saisie, request);
    }

    /// To who is here.
    public ModelAndView show(Saisie saisie, HttpServletRequest request) {
        return pages.page(request)
                .titled(t("Voici ce que vous écriviez"))
                .view("comptes/portes/reprise", Map.of("saisie", saisie));
    }

    /// The entry took the form token away: the page that is shown in the same answer needs the next one.
    public void renewToken(HttpServletRequest request, HttpServletResponse response) {
        var token = jetons.generateToken(request);
        jetons.saveToken(token, request, response);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> token);
    }
}
