package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What is to be read in the schools, and what is late: where and by when, never what.
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.IEN, Profil.ADMINISTRATEUR})
@Controller
class RetardsController {

    private final Retards retards;
    private final Appellations appellations;
    private final Clock clock;

    RetardsController(Retards retards, Appellations appellations, Clock clock) {
        this.retards = retards;
        this.appellations = appellations;
        this.clock = clock;
    }

    @GetMapping("/signalements/a-lire")
    ModelAndView show(Page page, Utilisateur utilisateur) {
        var due = retards.of(utilisateur);
        return page.titled(t("Les signalements à lire"))
                .view(
                        "signalement/a-lire",
                        Map.of(
                                "dus",
                                due,
                                "ecoles",
                                appellations.ecoles(due.stream()
                                        .map(Retards.Du::ecole)
                                        .distinct()
                                        .toList()),
                                "maintenant",
                                clock.instant()));
    }
}
