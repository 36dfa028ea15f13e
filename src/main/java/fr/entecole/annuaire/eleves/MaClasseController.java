package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// A pupil's own class: its teachers, and the first names of the others in it.
@Controller
class MaClasseController {

    private final LectureDesEnfants lecture;

    MaClasseController(LectureDesEnfants lecture) {
        this.lecture = lecture;
    }

    @Pour(Profil.ELEVE)
    @GetMapping("/annuaire/ma-classe")
    ModelAndView mine(Page page, Utilisateur utilisateur) {
        return lecture.ofEleve(utilisateur.personneId())
                .map(moi -> page.titled(t("Ma classe"))
                        .view(
                                "annuaire/eleves/ma-classe",
                                Map.of("moi", moi, "camarades", lecture.classmates(utilisateur.personneId()))))
                .orElseThrow(Introuvable::new);
    }
}
