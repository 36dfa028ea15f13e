package fr.entecole.comptes.oubli;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.portes.Frein;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// « J’ai oublié mon mot de passe », from the door. The answer is the same whoever is asked for.
@Ouvert
@Controller
class OubliController {

    static final String LIEN = "/oubli/lien";

    private final LettresDOubli lettres;
    private final Frein frein;
    private final Appareil appareil;

    OubliController(LettresDOubli lettres, Frein frein, Appareil appareil) {
        this.lettres = lettres;
        this.frein = frein;
        this.appareil = appareil;
    }

    @GetMapping("/oubli")
    ModelAndView form(Page page) {
        return show(page, "", false);
    }

    @PostMapping("/oubli")
    ModelAndView ask(
            Page page,
            @RequestParam(defaultValue = "") String identifiant,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (identifiant.isBlank()) {
            return show(page.with(Erreurs.of("identifiant", t("Écrivez votre identifiant."))), "", false);
        }
        var provenance = appareil.of(request);
        var attente = frein.lookCode(provenance);
        if (attente.isPositive()) {
            var slowed = Portier.slowed(attente);
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(slowed.attente().toSeconds()));
            return show(page.with(Erreurs.of("identifiant", slowed.phrase()), slowed.statut()), identifiant, false);
        }
        frein.failCode(provenance);
        lettres.ask(identifiant, request.getRemoteAddr());
        var view = show(page, identifiant, true);
        view.setStatus(HttpStatus.ACCEPTED);
        return view;
    }

    /// What the letter leads to: its word stands in the fragment, which no server is told, and comes by a form.
    @GetMapping(LIEN)
    ModelAndView link(Page page) {
        return page.titled(t("Choisir un autre mot de passe"))
                .view("comptes/activation/lien", Map.of("titre", t("Choisir un autre mot de passe")));
    }

    private static ModelAndView show(Page page, String identifiant, boolean fait) {
        return page.titled(t("Mot de passe oublié"))
                .view("comptes/oubli/oubli", Map.of("identifiant", identifiant, "fait", fait));
    }
}
