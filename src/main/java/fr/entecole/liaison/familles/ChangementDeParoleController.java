package fr.entecole.liaison.familles;

import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A guardian changes what they have said of a child, or takes it back.
@Pour(Profil.PARENT)
@Controller
class ChangementDeParoleController {

    private final LectureDesParoles lecture;
    private final Paroles paroles;
    private final Calendriers calendriers;
    private final FeuilleDeParole feuille;
    private final Clock clock;

    ChangementDeParoleController(
            LectureDesParoles lecture, Paroles paroles, Calendriers calendriers, FeuilleDeParole feuille, Clock clock) {
        this.lecture = lecture;
        this.paroles = paroles;
        this.calendriers = calendriers;
        this.feuille = feuille;
        this.clock = clock;
    }

    @GetMapping("/liaison/familles/{id}/changement")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var parole = mine(page, utilisateur, id);
        return feuille.show(page, parole.propos().nature(), ParoleForm.of(parole), List.of(), parole);
    }

    @PostMapping("/liaison/familles/{id}/changement")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute ParoleForm form) {
        var parole = mine(page, utilisateur, id);
        var nature = parole.propos().nature();
        var calendrier = calendriers.of(parole.ecoleId());
        var erreurs = form.erreurs(nature, calendrier, page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return feuille.show(page.with(erreurs), nature, form, List.of(), parole);
        }
        if (!form.propos(nature).equals(parole.propos())
                && !paroles.change(utilisateur, parole, form.propos(nature), calendrier, clock.instant())) {
            return Adresse.go("/liaison/familles/{id}?fait=tard", id);
        }
        return Adresse.go("/liaison/familles/{id}?fait=change", id);
    }

    @PostMapping("/liaison/familles/{id}/annulation")
    ModelAndView cancel(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var parole = lecture.of(utilisateur, id).orElseThrow(Introuvable::new);
        if (parole.annuleeLe() == null) {
            if (!ParoleAccess.of(utilisateur).changes(parole, page.aujourdhui())) {
                return Adresse.go("/liaison/familles/{id}?fait=tard", id);
            }
            paroles.cancel(utilisateur, parole, calendriers.of(parole.ecoleId()), clock.instant());
        }
        return Adresse.go("/liaison/familles/{id}?fait=annule", id);
    }

    private Parole mine(Page page, Utilisateur utilisateur, UUID id) {
        return lecture.of(utilisateur, id)
                .filter(parole -> ParoleAccess.of(utilisateur).changes(parole, page.aujourdhui()))
                .orElseThrow(Introuvable::new);
    }
}
