package fr.entecole.presences.assiduite;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Plage;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Half-days in which a child is not expected, from a day to another (R131-1-1 for the first year of maternelle).
@SousOnglet({OngletsAnnuaire.CLASSES})
@Controller
class AmenagementsController {

    private static final int LONGEST = 300;

    private final Suivis suivis;
    private final Amenagements amenagements;
    private final PageDeLAssiduite pages;
    private final Clock clock;

    AmenagementsController(Suivis suivis, Amenagements amenagements, PageDeLAssiduite pages, Clock clock) {
        this.suivis = suivis;
        this.amenagements = amenagements;
        this.pages = pages;
        this.clock = clock;
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/eleves/{eleve}/amenagements")
    ModelAndView arrange(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au,
            @RequestParam(defaultValue = "") String moment,
            @RequestParam(defaultValue = "") String pourquoi) {
        PageDeLAssiduite.directs(utilisateur, ecole);
        var month = page.aujourdhui().withDayOfMonth(1);
        if (suivis.of(ecole, eleve, month).filter(Suivi::present).isEmpty()) {
            throw new Introuvable();
        }
        var first = Dates.typed(du);
        var last = Dates.typed(au);
        var erreurs = new Erreurs();
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            erreurs.add("du", t("Choisissez le premier et le dernier jour, dans cet ordre."));
        }
        if (pourquoi.isBlank() || pourquoi.length() > LONGEST) {
            erreurs.add("pourquoi", t("Dites pourquoi, en trois cents signes au plus."));
        }
        if (!erreurs.isEmpty()) {
            var saisie = Map.of("du", du, "au", au, "moment", moment, "pourquoi", pourquoi);
            return pages.view(page.with(erreurs), utilisateur, ecole, eleve, month, saisie);
        }
        amenagements.arrange(
                ecole,
                eleve,
                plage(first.orElseThrow(), last.orElseThrow(), moment),
                pourquoi.strip(),
                Auteur.of(utilisateur),
                clock.instant());
        return PageDeLAssiduite.done(ecole, eleve, month);
    }

    @Pour(Profil.DIRECTEUR)
    @PostMapping("/presences/ecoles/{ecole}/eleves/{eleve}/amenagements/{id}/fin")
    ModelAndView end(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID ecole,
            @PathVariable UUID eleve,
            @PathVariable UUID id) {
        PageDeLAssiduite.directs(utilisateur, ecole);
        if (!amenagements.end(ecole, eleve, id, Auteur.of(utilisateur), clock.instant())) {
            throw new Introuvable();
        }
        return PageDeLAssiduite.done(ecole, eleve, page.aujourdhui().withDayOfMonth(1));
    }

    private static Plage plage(LocalDate du, LocalDate au, String moment) {
        return new Plage(
                du,
                au,
                null,
                Arrays.stream(Moment.values())
                        .filter(m -> m.name().equals(moment))
                        .findFirst()
                        .orElse(null));
    }
}
