package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

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

/// What who had read something of a stolen account reads in its place.
@Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@Controller
class AvisDeRetraitController {

    private final LectureDesArrets lecture;

    AvisDeRetraitController(LectureDesArrets lecture) {
        this.lecture = lecture;
    }

    @GetMapping("/surete/retraits/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        if (!lecture.hadRead(id, utilisateur)) {
            throw new Introuvable();
        }
        return page.titled(t("Ce que vous aviez lu a été retiré")).view("surete/arrets/retire", Map.of());
    }
}
