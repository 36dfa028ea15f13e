package fr.entecole.rgpd.droits;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.rgpd.Droit;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The officer's queue: what waits, by the day on which an answer is due.
@Pour(Profil.DPO)
@Controller
@RequestMapping("/rgpd/droits")
class DroitsController {

    private static final int NOM = 200;

    private final DroitsExerces droits;

    DroitsController(DroitsExerces droits) {
        this.droits = droits;
    }

    /// @param fait what was just done: `saisie`
    @GetMapping
    ModelAndView queue(Page page, @RequestParam(defaultValue = "") String fait) {
        return queue(page, fait, Map.of());
    }

    private ModelAndView queue(Page page, String fait, Map<String, String> typed) {
        var all = droits.queue();
        return page.titled(t("Droits exercés"))
                .view(
                        "rgpd/droits/file",
                        Map.of("demandes", all, "noms", droits.noms(all), "fait", fait, "saisie", typed));
    }

    @PostMapping
    ModelAndView enter(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String droit,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam(defaultValue = "") String recu) {
        var erreurs = new Erreurs();
        var which = Droit.typed(droit);
        var day = Dates.typed(recu);
        if (nom.isBlank() || nom.strip().length() > NOM) {
            erreurs.add("nom", t("Écrivez le nom de la personne, en {0} caractères au plus.", NOM));
        }
        if (which.isEmpty()) {
            erreurs.add("droit", t("Choisissez ce qui est demandé."));
        }
        if (day.isEmpty()
                || day.get().isAfter(page.aujourdhui())
                || day.get().isBefore(page.aujourdhui().minusMonths(3))) {
            erreurs.add("recu", t("Choisissez le jour où la demande est arrivée, dans les trois mois passés."));
        }
        if (texte.isBlank() || texte.strip().length() > MesDroitsController.LONGEST) {
            erreurs.add(
                    "texte",
                    t("Résumez ce qui est demandé, en {0, number} caractères au plus.", MesDroitsController.LONGEST));
        }
        if (!erreurs.isEmpty()) {
            return queue(page.with(erreurs), "", Map.of("nom", nom, "droit", droit, "texte", texte, "recu", recu));
        }
        droits.enter(utilisateur, nom.strip(), which.orElseThrow(), texte.strip(), day.orElseThrow());
        return Adresse.go("/rgpd/droits?fait=saisie");
    }
}
