package fr.entecole.annuaire.classes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.corrections.LectureDesContradictions;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// What the directory says is to be mended in ONDE, for the head of the school and the region's administrator.
@SousOnglet(OngletsAnnuaire.ECOLE)
@Controller
@Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
class SignalementsController {

    private final LectureDeLaDirection direction;
    private final LectureDesSignalements lecture;
    private final LectureDesContradictions contradictions;

    SignalementsController(
            LectureDeLaDirection direction, LectureDesSignalements lecture, LectureDesContradictions contradictions) {
        this.direction = direction;
        this.lecture = lecture;
        this.contradictions = contradictions;
    }

    @GetMapping("/annuaire/ecoles/{ecole}/signalements")
    ModelAndView list(@PathVariable UUID ecole, Page page, Utilisateur utilisateur) {
        var school = direction.ecole(utilisateur, ecole).orElseThrow(Introuvable::new);
        return page.titled(t("Ce que l’annuaire signale"))
                .view(
                        "annuaire/classes/signalements",
                        Map.of(
                                "ecole",
                                school,
                                "signalements",
                                lecture.of(utilisateur, ecole),
                                "contradictions",
                                contradictions.of(ecole)));
    }
}
