package fr.entecole.comptes.activation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.motsdepasse.Choix;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import fr.entecole.comptes.portes.Entree;
import fr.entecole.comptes.portes.Portier;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A link that serves once: its secret stands in the fragment, which no server receives, and comes by a form. A visitor
/// has no session, so the form carries it to the step of the password.
@Ouvert
@Controller
@RequestMapping("/premiere-connexion")
class PremiereConnexionController {

    private final LiensUniques liens;
    private final Comptes comptes;
    private final MotsDePasse motsDePasse;
    private final PremiereConnexion premiere;
    private final Portier portier;
    private final Hachage hachage;
    private final Entree entree;

    PremiereConnexionController(
            LiensUniques liens,
            Comptes comptes,
            MotsDePasse motsDePasse,
            PremiereConnexion premiere,
            Portier portier,
            Hachage hachage,
            Entree entree) {
        this.liens = liens;
        this.comptes = comptes;
        this.motsDePasse = motsDePasse;
        this.premiere = premiere;
        this.portier = portier;
        this.hachage = hachage;
        this.entree = entree;
    }

    @GetMapping
    ModelAndView ask(Page page) {
        return ask(page, "", 200);
    }

    @PostMapping
    ModelAndView choose(
            Page page,
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "") String etape,
            @RequestParam(defaultValue = "") String motDePasse,
            @RequestParam(defaultValue = "") String confirmation,
            @RequestParam(defaultValue = "") String proposer,
            HttpServletRequest request,
            HttpServletResponse response) {
        // the whole link may have been pasted
        var typed = jeton.strip().replaceFirst("^.*#", "");
        if (typed.isEmpty()) {
            return ask(page, t("Collez le lien en entier."), 422);
        }
        var compte = liens.find(typed).flatMap(comptes::byId);
        if (compte.isEmpty()) {
            return gone(page);
        }
        var exigence = motsDePasse.exigence(compte.get().id());
        if (!etape.equals(SaisieDeFeuille.MOT_DE_PASSE)) {
            return form(page, Choix.of(exigence), typed, "", 200);
        }
        if (!proposer.isEmpty()) {
            return form(page, Choix.proposed(exigence), typed, "", 200);
        }
        var choix = Choix.typed(exigence, motDePasse, confirmation);
        var refusal = exigence.refusal(motDePasse, confirmation);
        if (refusal.isPresent()) {
            return form(page, choix, typed, refusal.get(), 422);
        }
        try {
            var choisi = hachage.inTurn(() -> MotDePasseChoisi.of(motDePasse, hachage));
            return premiere.choose(typed, choisi, request.getRemoteAddr())
                    .map(id -> enter(page, id, request, response))
                    .orElseGet(() -> gone(page));
        } catch (Hachage.TropDeMonde e) {
            return form(page, choix, typed, Portier.crowded().phrase(), 503);
        }
    }

    private ModelAndView enter(
            Page page, java.util.UUID compte, HttpServletRequest request, HttpServletResponse response) {
        return switch (portier.enterWithoutPassword(compte, request.getRemoteAddr(), "lien")) {
            case Portier.Entre entre -> Adresse.go(entree.open(entre, request, response));
            case Portier.Refuse _ -> gone(page);
        };
    }

    private static ModelAndView ask(Page page, String erreur, int statut) {
        return page.titled(t("Première connexion"))
                .with(Erreurs.of("jeton", erreur), statut)
                .view("comptes/activation/lien", Map.of());
    }

    private static ModelAndView form(Page page, Choix choix, String jeton, String erreur, int statut) {
        return page.titled(t("Choisir un mot de passe"))
                .with(Erreurs.of("motDePasse", erreur), statut)
                .view("comptes/activation/premiere-connexion", Map.of("choix", choix, "jeton", jeton));
    }

    private static ModelAndView gone(Page page) {
        var view = page.titled(t("Lien expiré")).view("comptes/activation/lien-expire", Map.of());
        view.setStatus(HttpStatus.GONE);
        return view;
    }
}
