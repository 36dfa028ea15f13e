package fr.entecole.annuaire.restrictions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.restrictions.LectureDesRetenues.Retenue;
import fr.entecole.socle.Page;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The head compares a guardian who is held with the one who is kept out, and decides in one touch. What was decided
/// meanwhile is no more here: the child's page says where it stands.
@SousOnglet(OngletsAnnuaire.CLASSES)
@Pour(Profil.DIRECTEUR)
@Controller
@RequestMapping("/annuaire/retenues/{retenue}")
class RetenuesController {

    private final LectureDesRetenues lecture;
    private final Retenues retenues;

    RetenuesController(LectureDesRetenues lecture, Retenues retenues) {
        this.lecture = lecture;
        this.retenues = retenues;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID retenue,
            @RequestParam(defaultValue = "false") boolean fait,
            Page page,
            Utilisateur head) {
        var held = find(retenue, head);
        return page.titled(t("Un responsable {0} attend votre décision", Phrases.de(held.prenom())))
                .view("annuaire/restrictions/retenue", Map.of("retenue", held, "fait", fait));
    }

    @PostMapping("/ecart")
    ModelAndView keepOut(@PathVariable UUID retenue, Utilisateur head) {
        var held = find(retenue, head);
        retenues.keepOut(held, head);
        return next(held, "ecart", head);
    }

    @PostMapping("/acces")
    ModelAndView letIn(@PathVariable UUID retenue, Utilisateur head) {
        var held = find(retenue, head);
        retenues.letIn(held, t("C’est quelqu’un d’autre."), head);
        return next(held, "acces", head);
    }

    private Retenue find(UUID retenue, Utilisateur head) {
        return lecture.find(retenue, head).orElseThrow(Introuvable::new);
    }

    /// The next one that waits, else what is now so for the child.
    private ModelAndView next(Retenue decided, String fait, Utilisateur head) {
        return lecture.waiting(head).stream()
                .findFirst()
                .map(waiting -> Adresse.go("/annuaire/retenues/{retenue}?fait=true", waiting.id()))
                .orElseGet(() -> RestrictionsController.done(decided.eleveId(), fait));
    }
}
