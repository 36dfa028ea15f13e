package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.facteur.Cles;
import fr.entecole.comptes.facteur.FacteurDeSession;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Confirmee;
import fr.entecole.socle.contrats.PourAdultes;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Adding a second factor: a telephone in two steps, a square and its first code; or a passkey, in one.
@Controller
@PourAdultes
@RequestMapping(FacteurDeSession.MIENS)
class AjoutDePreuveController {

    private final PagesDesPreuves pages;
    private final Facteurs facteurs;
    private final Cles cles;

    AjoutDePreuveController(PagesDesPreuves pages, Facteurs facteurs, Cles cles) {
        this.pages = pages;
        this.facteurs = facteurs;
        this.cles = cles;
    }

    @Confirmee
    @PostMapping("/telephone")
    ModelAndView begin(Utilisateur utilisateur) {
        facteurs.begin(utilisateur.compteId());
        return Adresse.go(FacteurDeSession.MIENS + "/telephone");
    }

    @GetMapping("/telephone")
    ModelAndView share(Page page, Utilisateur utilisateur, HttpServletResponse response) {
        return pages.share(page, utilisateur, t("Mon téléphone"), response);
    }

    /// @param nom as its owner calls it
    @PostMapping("/telephone/code")
    ModelAndView confirm(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String nom,
            HttpServletRequest request,
            HttpServletResponse response) {
        var compte = utilisateur.compteId();
        var called = called(nom, t("Mon téléphone"));
        if (called.length() > Facteurs.LONGEST) {
            var errors = Erreurs.of("nom", t("Un nom de {0} signes au plus.", Facteurs.LONGEST));
            return pages.share(page.with(errors), utilisateur, called, response);
        }
        boolean first = !facteurs.guards(compte);
        if (!facteurs.confirm(compte, code, called, request.getRemoteAddr())) {
            var errors = Erreurs.of(
                    "code",
                    t(
                            "Ce n’est pas le code que montre l’application. Attendez le suivant, et vérifiez que l’heure du téléphone est juste."));
            return pages.share(page.with(errors), utilisateur, called, response);
        }
        return pages.added(page, compte, first, request, response);
    }

    /// @param cle what the browser has made
    @Confirmee
    @PostMapping("/cle")
    ModelAndView addKey(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String nomDeLaCle,
            HttpServletRequest request,
            HttpServletResponse response) {
        var compte = utilisateur.compteId();
        boolean first = !facteurs.guards(compte);
        var defi = FacteurDeSession.takeChallenge(request.getSession());
        var nom = called(nomDeLaCle, t("Ma clé"));
        if (nom.length() > Facteurs.LONGEST
                || defi.filter(word -> cles.add(compte, nom, cle, word, request.getRemoteAddr()))
                        .isEmpty()) {
            var errors = Erreurs.of(
                    "nomDeLaCle",
                    t(
                            "Cette clé n’a pas été ajoutée. Réessayez, avec un nom de {0} signes au plus.",
                            Facteurs.LONGEST));
            return pages.list(page.with(errors), utilisateur, "", request.getSession());
        }
        return pages.added(page, compte, first, request, response);
    }

    private static String called(String typed, String otherwise) {
        return typed.isBlank() ? otherwise : typed.strip();
    }
}
