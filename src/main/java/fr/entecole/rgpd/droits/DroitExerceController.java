package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.Issue;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One right that somebody exercises: taken, put off once, answered with what proves it.
@Pour(Profil.DPO)
@Controller
@RequestMapping("/rgpd/droits")
class DroitExerceController {

    private static final int PREUVE = 500;

    private final DroitsExerces droits;
    private final PagesDesDroits pages;

    DroitExerceController(DroitsExerces droits, PagesDesDroits pages) {
        this.droits = droits;
        this.pages = pages;
    }

    /// @param fait what was just done: `prise`, `prolongation`, `reponse`, `reserve`, `fin`
    @GetMapping("/{id}")
    ModelAndView show(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        return pages.show(page, find(id), fait, Map.of());
    }

    @PostMapping("/{id}/prise")
    ModelAndView take(Utilisateur utilisateur, @PathVariable UUID id) {
        return done(id, droits.take(id, utilisateur), "prise");
    }

    @PostMapping("/{id}/prolongation")
    ModelAndView putOff(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String motif) {
        var why = motif.strip();
        if (why.isEmpty() || why.length() > PREUVE) {
            var erreurs = Erreurs.of("motif", t("Dites à la personne pourquoi, en {0} caractères au plus.", PREUVE));
            return pages.show(page.with(erreurs), find(id), "", Map.of("motif", why));
        }
        return done(id, droits.putOff(id, why, utilisateur), "prolongation");
    }

    @PostMapping("/{id}/reponse")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String issue,
            @RequestParam(defaultValue = "") String reponse,
            @RequestParam(defaultValue = "") String preuve) {
        var demande = find(id);
        var which = Arrays.stream(Issue.values())
                .filter(one -> one.name().equals(issue))
                .findFirst();
        var erreurs = new Erreurs();
        if (which.isEmpty()) {
            erreurs.add("issue", t("Choisissez ce qui a été fait."));
        }
        if (reponse.isBlank() || reponse.strip().length() > MesDroitsController.LONGEST) {
            erreurs.add(
                    "reponse",
                    t(
                            "Écrivez ce que lira la personne, en {0, number} caractères au plus.",
                            MesDroitsController.LONGEST));
        }
        if (preuve.isBlank() || preuve.strip().length() > PREUVE) {
            erreurs.add(
                    "preuve",
                    t(
                            "Dites ce qui le prouve (courrier du 3 mars, copie remise, ligne corrigée dans ONDE…), en {0} caractères au plus.",
                            PREUVE));
        }
        if (!erreurs.isEmpty()) {
            return pages.show(
                    page.with(erreurs), demande, "", Map.of("issue", issue, "reponse", reponse, "preuve", preuve));
        }
        return done(
                id, droits.answer(id, which.orElseThrow(), reponse.strip(), preuve.strip(), utilisateur), "reponse");
    }

    private Demande find(UUID id) {
        return droits.find(id).orElseThrow(Introuvable::new);
    }

    private static ModelAndView done(UUID id, boolean done, String fait) {
        if (!done) {
            throw new Introuvable();
        }
        return Adresse.go("/rgpd/droits/{id}?fait={fait}", id, fait);
    }
}
