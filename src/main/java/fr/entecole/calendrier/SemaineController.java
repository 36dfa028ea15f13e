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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The week: a school's by its head, the default of a commune by its lead, the default of all by the region.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Controller
class SemaineController {

    private final Calendriers calendriers;
    private final ReglesDuTemps regles;
    private final Appellations appellations;

    SemaineController(Calendriers calendriers, ReglesDuTemps regles, Appellations appellations) {
        this.calendriers = calendriers;
        this.regles = regles;
        this.appellations = appellations;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/calendrier/ecoles/{ecole}/semaine")
    ModelAndView ofEcole(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "false") boolean fait) {
        return show(page, ecole(utilisateur, ecole), null, fait);
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/calendrier/ecoles/{ecole}/semaine")
    ModelAndView setOfEcole(
            Page page, Utilisateur utilisateur, @PathVariable UUID ecole, @RequestParam Map<String, String> champs) {
        return set(page, utilisateur, ecole(utilisateur, ecole), champs);
    }

    @Pour(Profil.REFERENT_VILLE)
    @GetMapping("/calendrier/commune/semaine")
    ModelAndView ofCommune(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "false") boolean fait) {
        return show(page, commune(utilisateur), null, fait);
    }

    @Pour(Profil.REFERENT_VILLE)
    @PostMapping("/calendrier/commune/semaine")
    ModelAndView setOfCommune(Page page, Utilisateur utilisateur, @RequestParam Map<String, String> champs) {
        return set(page, utilisateur, commune(utilisateur), champs);
    }

    @Pour(Profil.ADMINISTRATEUR)
    @GetMapping("/calendrier/region/semaine")
    ModelAndView ofRegion(Page page, @RequestParam(defaultValue = "false") boolean fait) {
        return show(page, region(page), null, fait);
    }

    @Pour(Profil.ADMINISTRATEUR)
    @PostMapping("/calendrier/region/semaine")
    ModelAndView setOfRegion(Page page, Utilisateur utilisateur, @RequestParam Map<String, String> champs) {
        return set(page, utilisateur, region(page), champs);
    }

    /// @param champs the hours, or `retirer`: the first day of a week that is to hold no more
    private ModelAndView set(Page page, Utilisateur utilisateur, Vue vue, Map<String, String> champs) {
        if (champs.containsKey("retirer")) {
            var effet = Dates.typed(champs.getOrDefault("retirer", "")).orElseThrow(Introuvable::new);
            // without the region's, no week would hold
            boolean last = vue.cible.portee() == Portee.REGION && !effet.isAfter(page.aujourdhui());
            if (last || !regles.withdrawSemaine(vue.cible, effet, utilisateur.compteId())) {
                throw new Introuvable();
            }
            return Adresse.go(vue.adresse + "?fait=true");
        }
        var form = new SemaineForm(champs.getOrDefault("effet", ""), champs);
        var erreurs = form.erreurs(page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return show(page.with(erreurs), vue, form, false);
        }
        regles.setSemaine(vue.cible, form.premierJour(), form.creneaux(), utilisateur.compteId());
        return Adresse.go(vue.adresse + "?fait=true");
    }

    private static ModelAndView show(Page page, Vue vue, @Nullable SemaineForm typed, boolean fait) {
        var today = page.aujourdhui();
        var current = Semaine.on(today, vue.semaines).orElseGet(() -> new Semaine(Portee.REGION, today, List.of()));
        return page.titled(vue.titre())
                .view(
                        "calendrier/semaine",
                        Map.of(
                                "fait",
                                fait,
                                "vue",
                                vue,
                                "actuelle",
                                current,
                                "suivantes",
                                Semaine.after(today, vue.semaines),
                                "form",
                                typed == null ? SemaineForm.of(current, today) : typed));
    }

    private Vue ecole(Utilisateur utilisateur, UUID ecole) {
        if (!Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
        return new Vue(
                Cible.ecole(ecole),
                "/calendrier/ecoles/" + ecole + "/semaine",
                "/calendrier/ecoles/" + ecole,
                appellations.ecoles(Set.of(ecole)).getOrDefault(ecole, ""),
                calendriers.of(ecole).semaines());
    }

    private Vue commune(Utilisateur utilisateur) {
        var insee = Optional.ofNullable(utilisateur.commune()).orElseThrow(Introuvable::new);
        return new Vue(
                Cible.commune(insee),
                "/calendrier/commune/semaine",
                "/",
                String.join(", ", appellations.communes(Set.of(insee))),
                regles.semaines(insee));
    }

    private Vue region(Page page) {
        return new Vue(
                Cible.REGION,
                "/calendrier/region/semaine",
                "/calendrier/vacances",
                page.region(),
                regles.semaines(null));
    }

    /// Whose week is shown.
    ///
    /// @param semaines all that may hold for it, its own and those that it follows
    record Vue(Cible cible, String adresse, String retour, String nom, List<Semaine> semaines) {

        /// Whether this week is theirs to take back.
        boolean ofTheirs(Semaine semaine, LocalDate jour) {
            return semaine.portee() == cible.portee()
                    && (semaine.portee() != Portee.REGION || semaine.effet().isAfter(jour));
        }

        String titre() {
            return cible.ecole() != null
                    ? t("La semaine de l’école")
                    : cible.commune() != null ? t("La semaine des écoles de la commune") : t("La semaine par défaut");
        }
    }
}
