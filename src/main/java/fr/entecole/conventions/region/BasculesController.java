package fr.entecole.conventions.region;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.noms.Codes;
import fr.entecole.conventions.Bascules;
import fr.entecole.conventions.region.OuverturesPrevues.Apres;
import fr.entecole.conventions.region.OuverturesPrevues.Montrees;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What opens and closes on a day, before it does; and a school that is opened all the same.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class BasculesController {

    private static final int LONGEST = 300;

    private final Bascules bascules;
    private final OuverturesPrevues prevues;
    private final EcolesDesCommunes ecoles;
    private final Appellations appellations;

    BasculesController(
            Bascules bascules, OuverturesPrevues prevues, EcolesDesCommunes ecoles, Appellations appellations) {
        this.prevues = prevues;
        this.bascules = bascules;
        this.ecoles = ecoles;
        this.appellations = appellations;
    }

    /// @param ouvrir,fermer,accordees what the page before has named last in each list
    @GetMapping("/conventions/ouvertures")
    ModelAndView show(
            Page page,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String ouvrir,
            @RequestParam(defaultValue = "") String fermer,
            @RequestParam(defaultValue = "") String accordees,
            @RequestParam(defaultValue = "false") boolean accorde) {
        var day = Dates.typed(jour);
        var erreurs = jour.isEmpty() || day.isPresent() ? new Erreurs() : Erreurs.of("jour", t("Choisissez un jour."));
        return page(
                page.with(erreurs),
                prevues.on(day.orElseGet(() -> page.aujourdhui().plusDays(1)), new Apres(ouvrir, fermer, accordees)),
                Derogation.EMPTY,
                accorde);
    }

    private ModelAndView page(Page page, Montrees montrees, Derogation form, boolean accorde) {
        return page.titled(t("Ce qui ouvre et ce qui ferme"))
                .view(
                        "conventions/region/ouvertures",
                        Map.of(
                                "montrees",
                                montrees,
                                "noms",
                                appellations.ecoles(montrees.uais().keySet()),
                                "form",
                                form,
                                "accorde",
                                accorde));
    }

    @PostMapping("/conventions/ouvertures/derogations")
    ModelAndView grant(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String uai,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String motif) {
        var form = new Derogation(uai.strip().toUpperCase(Locale.ROOT), du, au, motif.strip());
        var erreurs = new Erreurs();
        var school =
                Codes.uai(form.uai) ? ecoles.ofUai(form.uai) : java.util.Optional.<EcolesDesCommunes.Situee>empty();
        if (school.isEmpty()) {
            erreurs.add(
                    "uai",
                    t("Aucune école de l’annuaire n’a ce code, ou plusieurs le portent. Vérifiez ses huit signes."));
        }
        var from = Dates.typed(du);
        var to = Dates.typed(au);
        if (from.isEmpty()) {
            erreurs.add("du", t("Choisissez le premier jour."));
        }
        if (to.isEmpty() || (from.isPresent() && to.get().isBefore(from.get()))) {
            erreurs.add("au", t("Choisissez le dernier jour, qui ne soit pas avant le premier."));
        }
        if (form.motif.isEmpty() || form.motif.length() > LONGEST) {
            erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST));
        }
        if (!erreurs.isEmpty() || school.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return page(page.with(erreurs), prevues.on(page.aujourdhui().plusDays(1), Apres.RIEN), form, false);
        }
        bascules.grant(school.get().id(), school.get().insee(), from.get(), to.get(), form.motif, utilisateur);
        return Adresse.go("/conventions/ouvertures?accorde=true");
    }

    /// As typed.
    record Derogation(String uai, String du, String au, String motif) {

        static final Derogation EMPTY = new Derogation("", "", "", "");
    }
}
