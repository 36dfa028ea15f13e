package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.ReglesDuTemps.Cible;
import fr.entecole.calendrier.Semaine.Portee;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Delivery hours: the region's rule, and a school's own by its head.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Controller
class RemiseController {

    private final Calendriers calendriers;
    private final ReglesDuTemps regles;
    private final Appellations appellations;

    RemiseController(Calendriers calendriers, ReglesDuTemps regles, Appellations appellations) {
        this.calendriers = calendriers;
        this.regles = regles;
        this.appellations = appellations;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/calendrier/ecoles/{ecole}/remise")
    ModelAndView ofEcole(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "false") boolean fait) {
        return show(page, ecole(utilisateur, ecole), null, fait);
    }

    /// @param retirer first day of the hours that are to hold no more; empty where hours are sent
    @Pour(Profil.DIRECTEUR)
    @PostMapping("/calendrier/ecoles/{ecole}/remise")
    ModelAndView setOfEcole(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @ModelAttribute RemiseForm form,
            @RequestParam(defaultValue = "") String retirer) {
        return set(page, utilisateur, ecole(utilisateur, ecole), form, retirer);
    }

    @Pour(Profil.ADMINISTRATEUR)
    @GetMapping("/calendrier/region/remise")
    ModelAndView ofRegion(Page page, @RequestParam(defaultValue = "false") boolean fait) {
        return show(page, region(page), null, fait);
    }

    @Pour(Profil.ADMINISTRATEUR)
    @PostMapping("/calendrier/region/remise")
    ModelAndView setOfRegion(
            Page page,
            Utilisateur utilisateur,
            @ModelAttribute RemiseForm form,
            @RequestParam(defaultValue = "") String retirer) {
        return set(page, utilisateur, region(page), form, retirer);
    }

    private ModelAndView set(Page page, Utilisateur utilisateur, Vue vue, RemiseForm form, String retirer) {
        if (!retirer.isEmpty()) {
            var effet = Dates.typed(retirer).orElseThrow(Introuvable::new);
            // without the region's, nothing would ever be delivered
            boolean last = vue.cible.portee() == Portee.REGION && !effet.isAfter(page.aujourdhui());
            if (last || !regles.withdrawRemise(vue.cible, effet, utilisateur.compteId())) {
                throw new Introuvable();
            }
            return Adresse.go(vue.adresse + "?fait=true");
        }
        var erreurs = form.erreurs(page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return show(page.with(erreurs), vue, form, false);
        }
        regles.setRemise(vue.cible, form.heures(vue.cible.portee()), utilisateur.compteId());
        return Adresse.go(vue.adresse + "?fait=true");
    }

    private static ModelAndView show(Page page, Vue vue, @Nullable RemiseForm typed, boolean fait) {
        var today = page.aujourdhui();
        var current = HeuresDeRemise.on(today, vue.heures).orElseThrow(Introuvable::new);
        return page.titled(
                        vue.cible.ecole() == null ? t("Les heures de remise de la région") : t("Les heures de remise"))
                .view(
                        "calendrier/remise",
                        Map.of(
                                "fait",
                                fait,
                                "vue",
                                vue,
                                "actuelles",
                                current,
                                "suivantes",
                                vue.heures.stream()
                                        .filter(h -> h.effet().isAfter(today))
                                        .sorted(Comparator.comparing(HeuresDeRemise::effet))
                                        .toList(),
                                "form",
                                typed == null ? RemiseForm.of(current, today) : typed));
    }

    private Vue ecole(Utilisateur utilisateur, UUID ecole) {
        if (!Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        return new Vue(
                Cible.ecole(ecole),
                "/calendrier/ecoles/" + ecole + "/remise",
                "/calendrier/ecoles/" + ecole,
                appellations.ecoles(Set.of(ecole)).getOrDefault(ecole, ""),
                calendriers.of(ecole).remises());
    }

    private Vue region(Page page) {
        return new Vue(
                Cible.REGION, "/calendrier/region/remise", "/calendrier/vacances", page.region(), regles.remises());
    }

    /// Whose hours are shown.
    record Vue(Cible cible, String adresse, String retour, String nom, List<HeuresDeRemise> heures) {

        /// Whether these hours are theirs to take back.
        boolean ofTheirs(HeuresDeRemise hours, LocalDate jour) {
            return hours.portee() == cible.portee()
                    && (hours.portee() != Portee.REGION || hours.effet().isAfter(jour));
        }
    }
}
