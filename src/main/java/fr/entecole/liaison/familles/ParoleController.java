package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A guardian says something of a child.
@Pour(Profil.PARENT)
@Controller
class ParoleController {

    private static final int TOO_MANY = 429;

    private final LectureDesParoles lecture;
    private final Paroles paroles;
    private final Calendriers calendriers;
    private final FeuilleDeParole feuille;
    private final Clock clock;

    ParoleController(
            LectureDesParoles lecture, Paroles paroles, Calendriers calendriers, FeuilleDeParole feuille, Clock clock) {
        this.lecture = lecture;
        this.paroles = paroles;
        this.calendriers = calendriers;
        this.feuille = feuille;
        this.clock = clock;
    }

    /// @param quoi what kind of thing ([NatureDeParole#code])
    @GetMapping("/liaison/familles/nouveau")
    ModelAndView write(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String quoi,
            @RequestParam(defaultValue = "") String enfant) {
        var kind = NatureDeParole.of(quoi).orElse(null);
        if (kind == null || kind == NatureDeParole.ABSENCE) {
            return Adresse.go(kind == null ? "/liaison/familles" : kind.adresse());
        }
        var enfants = lecture.enfants(utilisateur);
        var chosen = enfants.size() == 1 ? enfants.getFirst().id().toString() : enfant;
        return feuille.show(page, kind, ParoleForm.on(page.aujourdhui(), chosen), enfants, null);
    }

    @PostMapping("/liaison/familles")
    ModelAndView say(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String quoi,
            @ModelAttribute ParoleForm form) {
        var kind = NatureDeParole.of(quoi).orElse(null);
        if (kind == null || kind == NatureDeParole.ABSENCE) {
            return Adresse.go(kind == null ? "/liaison/familles" : kind.adresse());
        }
        var enfants = lecture.enfants(utilisateur);
        if (form.enfant().isEmpty() && !enfants.isEmpty()) {
            var erreurs = Erreurs.of("enfant", t("Choisissez l’enfant."));
            return feuille.show(page.with(erreurs), kind, form, enfants, null);
        }
        var enfant = enfants.stream()
                .filter(e -> e.id().toString().equals(form.enfant()))
                .findFirst()
                .orElseThrow(Introuvable::new);
        var calendrier = calendriers.of(enfant.ecole());
        var erreurs = form.erreurs(kind, calendrier, page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return feuille.show(page.with(erreurs), kind, form, enfants, null);
        }
        var said = paroles.say(
                utilisateur,
                new Enfant(enfant.id(), enfant.ecole(), enfant.prenom()),
                form.propos(kind),
                calendrier,
                clock.instant());
        return said.map(id -> Adresse.go("/liaison/familles/{id}?fait=dit", id))
                .orElseGet(() -> feuille.show(page.with(tooMuch("texte"), TOO_MANY), kind, form, enfants, null));
    }

    static Erreurs tooMuch(String champ) {
        return Erreurs.of(
                champ,
                t(
                        "Vous avez déjà écrit {0} fois aujourd’hui pour cet enfant. Si c’est urgent, appelez l’école.",
                        CadenceDesParoles.A_DAY));
    }
}
