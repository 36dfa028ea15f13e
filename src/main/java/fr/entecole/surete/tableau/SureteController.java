package fr.entecole.surete.tableau;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.arrets.LectureDesArrets;
import fr.entecole.surete.gels.Gels;
import fr.entecole.surete.sursis.SursisEnCours;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// All that is stopped, held and frozen, for those who decide. Four statements.
@SousOnglet({OngletsAnnuaire.ECOLE, OngletsAnnuaire.ANNUAIRE})
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
@Controller
class SureteController {

    private final LectureDesArrets arrets;
    private final SursisEnCours sursis;
    private final Gels gels;
    private final Appellations appellations;

    SureteController(LectureDesArrets arrets, SursisEnCours sursis, Gels gels, Appellations appellations) {
        this.arrets = arrets;
        this.sursis = sursis;
        this.gels = gels;
        this.appellations = appellations;
    }

    @GetMapping("/surete")
    ModelAndView show(Page page, Utilisateur utilisateur) {
        var stopped = arrets.of(utilisateur);
        var held = sursis.waiting(utilisateur);
        var people = new ArrayList<UUID>();
        stopped.forEach(ligne -> people.add(ligne.personne()));
        held.forEach(attente -> people.add(attente.auteur()));
        return page.titled(t("La sûreté des envois"))
                .view(
                        "surete/tableau/surete",
                        Map.of(
                                "arrets", stopped,
                                "sursis", held,
                                "gels", gels.of(utilisateur),
                                "dessus", gels.above(utilisateur),
                                "noms", appellations.personnes(people),
                                "region", utilisateur.is(Profil.ADMINISTRATEUR)));
    }
}
