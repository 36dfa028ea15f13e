package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The year of a school, for all who belong to it; and the days that its head sets apart.
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class CalendrierController {

    private static final int YEARS_BEFORE = 1;

    private final Calendriers calendriers;
    private final ReglesDuTemps regles;
    private final Appellations appellations;

    CalendrierController(Calendriers calendriers, ReglesDuTemps regles, Appellations appellations) {
        this.calendriers = calendriers;
        this.regles = regles;
        this.appellations = appellations;
    }

    /// Straight to the one school; a choice where there are several.
    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/calendrier")
    ModelAndView choose(Page page, Utilisateur utilisateur) {
        return utilisateur.ecoles().size() == 1
                ? Adresse.go(
                        "/calendrier/ecoles/{ecole}",
                        utilisateur.ecoles().iterator().next())
                : page.titled(t("Le calendrier"))
                        .view("calendrier/choix", Map.of("ecoles", appellations.ecoles(utilisateur.ecoles())));
    }

    /// @param annee year of the rentrée; 0 for the one that runs
    @Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/calendrier/ecoles/{ecole}")
    ModelAndView show(
            Page page, Utilisateur utilisateur, @PathVariable UUID ecole, @RequestParam(defaultValue = "0") int annee) {
        if (!utilisateur.ecoles().contains(ecole)) {
            throw new Introuvable();
        }
        var now = AnneeScolaire.of(page.aujourdhui());
        var years = IntStream.rangeClosed(now.rentree() - YEARS_BEFORE, now.rentree() + 1)
                .mapToObj(AnneeScolaire::new)
                .toList();
        var shown = years.stream().filter(y -> y.rentree() == annee).findFirst().orElse(now);
        var calendrier = calendriers.of(ecole);
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "ecole",
                ecole,
                "nom",
                name(ecole),
                "calendrier",
                calendrier,
                "affichee",
                AnneeAffichee.of(calendrier, shown, page.aujourdhui()),
                "annees",
                years,
                "dirige",
                Perimetre.of(utilisateur).directs(ecole),
                "suivantes",
                Semaine.after(page.aujourdhui(), calendrier.semaines())));
        calendrier.semaine(page.aujourdhui()).ifPresent(week -> parametres.put("semaine", week));
        return page.titled(t("Le calendrier {0}", shown)).view("calendrier/calendrier", parametres);
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/calendrier/ecoles/{ecole}/jours")
    ModelAndView days(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @RequestParam(defaultValue = "false") boolean fait) {
        return form(page, utilisateur, ecole, JourForm.EMPTY, fait);
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/calendrier/ecoles/{ecole}/jours")
    ModelAndView add(Page page, Utilisateur utilisateur, @PathVariable UUID ecole, @ModelAttribute JourForm form) {
        directed(utilisateur, ecole);
        var erreurs = form.erreurs(page.aujourdhui());
        if (erreurs.isEmpty()) {
            erreurs.add("jour", form.contradiction(calendriers.of(ecole)));
        }
        if (erreurs.isEmpty() && !regles.addJour(ecole, form.jourLocal(), utilisateur.compteId())) {
            erreurs.add("jour", t("Vous avez déjà dit quelque chose de ce moment : retirez-le d’abord, plus haut."));
        }
        return erreurs.isEmpty() ? done(ecole) : form(page.with(erreurs), utilisateur, ecole, form, false);
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/calendrier/ecoles/{ecole}/jours/{jour}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID ecole, @PathVariable UUID jour) {
        directed(utilisateur, ecole);
        if (!regles.withdrawJour(ecole, jour, utilisateur.compteId())) {
            throw new Introuvable();
        }
        return done(ecole);
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, UUID ecole, JourForm form, boolean fait) {
        directed(utilisateur, ecole);
        var depuis = AnneeScolaire.of(page.aujourdhui()).debut();
        List<JourLocal> locaux = calendriers.of(ecole).locaux().stream()
                .filter(l -> !l.jour().isBefore(depuis))
                .toList();
        return page.titled(t("Les jours particuliers"))
                .view(
                        "calendrier/jours",
                        Map.of("ecole", ecole, "nom", name(ecole), "locaux", locaux, "form", form, "fait", fait));
    }

    private String name(UUID ecole) {
        return appellations.ecoles(Set.of(ecole)).getOrDefault(ecole, "");
    }

    private static void directed(Utilisateur utilisateur, UUID ecole) {
        if (!Perimetre.of(utilisateur).directs(ecole)) {
            throw new Introuvable();
        }
    }

    private static ModelAndView done(UUID ecole) {
        return Adresse.go("/calendrier/ecoles/{ecole}/jours?fait=true", ecole);
    }
}
