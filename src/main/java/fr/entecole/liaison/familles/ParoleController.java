package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendriers;
import fr.entecole.liaison.Moments;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.liaison.familles.LectureDesParoles.EnfantNomme;
import fr.entecole.liaison.familles.Paroles.Enfant;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A guardian says something of a child, changes it, takes it back.
@Pour(Profil.PARENT)
@Controller
class ParoleController {

    private static final int TOO_MANY = 429;

    private final LectureDesParoles lecture;
    private final Paroles paroles;
    private final Calendriers calendriers;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    ParoleController(
            LectureDesParoles lecture,
            Paroles paroles,
            Calendriers calendriers,
            ReglagesLiaison reglages,
            Clock clock) {
        this.lecture = lecture;
        this.paroles = paroles;
        this.calendriers = calendriers;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param quoi what kind of thing ([NatureDeParole#code])
    @GetMapping("/liaison/familles/nouveau")
    ModelAndView write(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String quoi,
            @RequestParam(defaultValue = "") String enfant) {
        var kind = NatureDeParole.of(quoi).orElseThrow(Introuvable::new);
        var enfants = lecture.enfants(utilisateur);
        var chosen = enfants.size() == 1 ? enfants.getFirst().id().toString() : enfant;
        return form(page, kind, ParoleForm.on(page.aujourdhui(), chosen), enfants, null);
    }

    @PostMapping("/liaison/familles")
    ModelAndView say(
            Page page,
            Utilisateur utilisateur,
            @RequestParam(defaultValue = "") String quoi,
            @ModelAttribute ParoleForm form) {
        var kind = NatureDeParole.of(quoi).orElseThrow(Introuvable::new);
        var enfants = lecture.enfants(utilisateur);
        if (form.enfant().isEmpty() && !enfants.isEmpty()) {
            var erreurs = Erreurs.of("enfant", t("Choisissez l’enfant."));
            return form(page.with(erreurs), kind, form, enfants, null);
        }
        var enfant = enfants.stream()
                .filter(e -> e.id().toString().equals(form.enfant()))
                .findFirst()
                .orElseThrow(Introuvable::new);
        var calendrier = calendriers.of(enfant.ecole());
        var erreurs = form.erreurs(kind, calendrier, page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), kind, form, enfants, null);
        }
        var said = paroles.say(
                utilisateur,
                new Enfant(enfant.id(), enfant.ecole(), enfant.prenom()),
                form.propos(kind),
                calendrier,
                clock.instant());
        return said.map(id -> Adresse.go("/liaison/familles/{id}?fait=dit", id))
                .orElseGet(() -> form(page.with(tooMuch("texte"), TOO_MANY), kind, form, enfants, null));
    }

    @GetMapping("/liaison/familles/{id}/changement")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var parole = mine(page, utilisateur, id);
        return form(page, parole.propos().nature(), ParoleForm.of(parole), List.of(), parole);
    }

    @PostMapping("/liaison/familles/{id}/changement")
    ModelAndView change(Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute ParoleForm form) {
        var parole = mine(page, utilisateur, id);
        var nature = parole.propos().nature();
        var calendrier = calendriers.of(parole.ecoleId());
        // an absence that has begun keeps its first day
        var earliest = parole.isOn(page.aujourdhui()) && parole.propos().debut() != null
                ? parole.propos().debut().jour()
                : page.aujourdhui();
        var erreurs = form.erreurs(nature, calendrier, earliest);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), nature, form, List.of(), parole);
        }
        if (!form.propos(nature).equals(parole.propos())) {
            paroles.change(utilisateur, parole, form.propos(nature), calendrier, clock.instant());
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

    static Erreurs tooMuch(String champ) {
        return Erreurs.of(
                champ,
                t(
                        "Vous avez déjà écrit {0} fois aujourd’hui pour cet enfant. Si c’est urgent, appelez l’école.",
                        Paroles.A_DAY));
    }

    private Parole mine(Page page, Utilisateur utilisateur, UUID id) {
        return lecture.of(utilisateur, id)
                .filter(parole -> ParoleAccess.of(utilisateur).changes(parole, page.aujourdhui()))
                .orElseThrow(Introuvable::new);
    }

    private ModelAndView form(
            Page page, NatureDeParole nature, ParoleForm form, List<EnfantNomme> enfants, @Nullable Parole parole) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("nature", nature);
        model.put("form", form);
        model.put("enfants", enfants);
        model.put("parole", parole);
        model.put("quand", quand(page, form, enfants, parole));
        model.put("fin", Dates.words(reglages.fin(AnneeScolaire.of(page.aujourdhui()))));
        return page.titled(nature.titre()).view("liaison/familles/nouvelle", model);
    }

    /// When the school hears of it, where it is not at once.
    private String quand(Page page, ParoleForm form, List<EnfantNomme> enfants, @Nullable Parole parole) {
        var ecole = parole != null
                ? parole.ecoleId()
                : enfants.stream()
                        .filter(e ->
                                form.enfant().isEmpty() || e.id().toString().equals(form.enfant()))
                        .map(EnfantNomme::ecole)
                        .findFirst()
                        .orElse(null);
        if (ecole == null) {
            return "";
        }
        var now = clock.instant();
        return calendriers
                .of(ecole)
                .delivery(now)
                .filter(due -> due.isAfter(now))
                .map(due -> Moments.alone(due, page.aujourdhui()))
                .orElseGet(() -> t("Tout de suite"));
    }
}
