package fr.entecole.annuaire.eleves;

import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// One child, for their guardian: class, teachers, head and whom to call. Nothing of another family, nor of the child's
/// other guardians.
@Controller
class EnfantsController {

    private final LectureDesEnfants lecture;

    EnfantsController(LectureDesEnfants lecture) {
        this.lecture = lecture;
    }

    @Pour(Profil.PARENT)
    @GetMapping("/annuaire/enfants/{id}")
    ModelAndView show(@PathVariable UUID id, Page page, Utilisateur utilisateur) {
        return lecture.childOf(utilisateur.personnes(), id)
                .map(enfant ->
                        page.titled(enfant.nomComplet()).view("annuaire/eleves/enfant", Map.of("enfant", enfant)))
                .orElseThrow(Introuvable::new);
    }
}
