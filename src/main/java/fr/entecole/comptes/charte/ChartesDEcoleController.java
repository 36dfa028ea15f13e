package fr.entecole.comptes.charte;

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

/// Who is missing, class by class, for the head of the school; anyone else finds nothing.
@Controller
class ChartesDEcoleController {

    private final ChartesDEcole lecture;

    ChartesDEcoleController(ChartesDEcole lecture) {
        this.lecture = lecture;
    }

    @Pour(Profil.DIRECTEUR)
    @GetMapping("/comptes/ecoles/{id}/chartes")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var classes = lecture.of(id, utilisateur.personneId());
        if (classes.isEmpty()) {
            throw new Introuvable();
        }
        return page.titled(t("La charte dans l’école")).view("comptes/charte/ecole", Map.of("classes", classes));
    }
}
