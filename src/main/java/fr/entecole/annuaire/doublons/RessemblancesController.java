package fr.entecole.annuaire.doublons;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The sheets of the region that look like one person's; each is settled on the page of its school.
@SousOnglet(OngletsAnnuaire.ECOLES)
@Pour(Profil.ADMINISTRATEUR)
@Controller
class RessemblancesController {

    private final LectureDesRessemblances lecture;

    RessemblancesController(LectureDesRessemblances lecture) {
        this.lecture = lecture;
    }

    /// @param q the start of a code or of a commune, or a part of the name of a school
    @GetMapping("/annuaire/doublons")
    ModelAndView list(
            Page page,
            @RequestParam(defaultValue = "") String academie,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String apres) {
        return page.titled(t("Fiches en double de la région"))
                .view(
                        "annuaire/doublons/region",
                        Map.of(
                                "paires",
                                lecture.page(academie, q.strip(), apres),
                                "academies",
                                lecture.academies(),
                                "academie",
                                academie,
                                "recherche",
                                q.strip()));
    }
}
