package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.facteur.AppareilsSurs;
import fr.entecole.comptes.facteur.Exigences;
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
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One's own second factor: what one has, until when one may do without, the ten codes, and what is taken away.
@Controller
@PourAdultes
@RequestMapping(FacteurDeSession.MIENS)
class MesPreuvesController {

    private final PagesDesPreuves pages;
    private final Facteurs facteurs;
    private final Exigences exigences;
    private final AppareilsSurs surs;

    MesPreuvesController(PagesDesPreuves pages, Facteurs facteurs, Exigences exigences, AppareilsSurs surs) {
        this.surs = surs;
        this.pages = pages;
        this.facteurs = facteurs;
        this.exigences = exigences;
    }

    /// @param fait what was just done: `ajout`, `retrait`, `oubli`
    @GetMapping
    ModelAndView show(
            Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait, HttpSession session) {
        return pages.list(page, utilisateur, fait, session);
    }

    /// At an entry, while one may do without.
    @GetMapping("/bientot")
    ModelAndView soon(Page page, HttpSession session) {
        return FacteurDeSession.before(session)
                .map(avant ->
                        page.titled(t("Une seconde preuve")).view("comptes/preuves/bientot", Map.of("avant", avant)))
                .orElseGet(() -> Adresse.go(FacteurDeSession.MIENS));
    }

    @PostMapping("/plus-tard")
    ModelAndView later(HttpSession session) {
        return Adresse.go(FacteurDeSession.take(session));
    }

    @Confirmee
    @PostMapping("/secours")
    ModelAndView draw(Page page, Utilisateur utilisateur, HttpServletRequest request, HttpServletResponse response) {
        if (!facteurs.guards(utilisateur.compteId())) {
            return Adresse.go(FacteurDeSession.MIENS); // none to go with them
        }
        return pages.codes(page, utilisateur.compteId(), request, response);
    }

    /// On every device, from now on.
    @PostMapping("/appareils")
    ModelAndView forget(Utilisateur utilisateur) {
        surs.forget(utilisateur.compteId());
        return Adresse.go(FacteurDeSession.MIENS + "?fait=oubli");
    }

    /// A device left open for a minute is what a thief has: a proof is asked for each time.
    @Confirmee(chaqueFois = true)
    @PostMapping("/retrait")
    ModelAndView end(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String facteur,
            HttpServletRequest request) {
        var compte = utilisateur.compteId();
        var mine = facteurs.of(compte);
        var which =
                mine.stream().filter(one -> one.id().toString().equals(facteur)).findFirst();
        if (which.isEmpty()) {
            return Adresse.go(FacteurDeSession.MIENS); // gone already, or nobody's
        }
        if (mine.size() == 1 && exigences.concerns(utilisateur)) {
            var errors = Erreurs.of(
                    "facteurs",
                    t(
                            "Votre fonction demande une seconde preuve : ajoutez l’autre d’abord, retirez celle-ci ensuite."));
            return pages.list(page.with(errors), utilisateur, "", request.getSession());
        }
        facteurs.end(compte, which.get().id(), request.getRemoteAddr());
        return Adresse.go(FacteurDeSession.MIENS + "?fait=retrait");
    }
}
