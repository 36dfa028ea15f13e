package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.comptes.EntreesDeDemonstration.Groupe;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.portes.Portier.Entre;
import fr.entecole.comptes.portes.Portier.Refuse;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Profil;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Ouvert
@Controller
class ConnexionController {

    private final Portier portier;
    private final Entree entree;
    private final Appareil appareil;
    private final EntreesDeDemonstration demonstration;
    private final Installation installation;

    ConnexionController(
            Portier portier,
            Entree entree,
            Appareil appareil,
            EntreesDeDemonstration demonstration,
            Installation installation) {
        this.portier = portier;
        this.entree = entree;
        this.appareil = appareil;
        this.demonstration = demonstration;
        this.installation = installation;
    }

    /// @param sortie who has just left: `eleve`, `adulte`
    @GetMapping("/connexion")
    ModelAndView form(Page page, @RequestParam(defaultValue = "") String sortie) {
        return page.utilisateur() != null ? Adresse.go("/") : form(page, "", "", sortie);
    }

    @PostMapping("/connexion")
    ModelAndView enter(
            Page page,
            @RequestParam(defaultValue = "") String identifiant,
            @RequestParam(defaultValue = "") String motDePasse,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provenance = appareil.of(request);
        var answer = portier.enter(identifiant, motDePasse, provenance);
        if (answer instanceof Entre entre) {
            appareil.leave(provenance, response);
            return Adresse.go(entree.open(entre, provenance, request, response));
        }
        return answer(page, answer, identifiant, request, response);
    }

    @PostMapping("/connexion/demonstration")
    ModelAndView enterDemonstration(
            Page page, @RequestParam UUID compte, HttpServletRequest request, HttpServletResponse response) {
        if (!installation.demonstration() || !demonstration.contains(compte)) {
            throw new Introuvable();
        }
        var answer = portier.enterWithoutPassword(compte, request.getRemoteAddr(), "demonstration");
        return answer(page, answer, "", request, response);
    }

    @PostMapping("/deconnexion")
    ModelAndView leave(Page page, HttpServletRequest request, HttpServletResponse response) {
        var who = page.utilisateur();
        var to = entree.leave(request, response);
        return Adresse.go(
                who == null || !to.equals("/connexion")
                        ? to
                        : to + (who.is(Profil.ELEVE) ? "?sortie=eleve" : "?sortie=adulte"));
    }

    private ModelAndView answer(
            Page page,
            Portier.Reponse answer,
            String identifiant,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (answer) {
            case Entre entre -> Adresse.go(entree.open(entre, request, response));
            case Refuse refuse -> {
                if (refuse.attente().isPositive()) {
                    response.setHeader(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(refuse.attente().toSeconds()));
                }
                var form = form(page, identifiant, refuse.phrase(), "");
                form.setStatus(HttpStatus.valueOf(refuse.statut()));
                yield form;
            }
        };
    }

    private ModelAndView form(Page page, String identifiant, String erreur, String sortie) {
        List<Groupe> entrees = installation.demonstration() ? demonstration.groups() : List.of();
        return page.titled(t("Entrer"))
                .view(
                        "comptes/portes/connexion",
                        Map.of("identifiant", identifiant, "erreur", erreur, "sortie", sortie, "entrees", entrees));
    }
}
