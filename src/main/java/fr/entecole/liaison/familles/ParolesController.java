package fr.entecole.liaison.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.annonces.AbsenceAnnoncee;
import fr.entecole.documents.Documents;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.notifications.Nouvelles;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What families say: their own for a guardian, with its state; for the school, today first. Who of the school opens
/// one has seen it.
@Pour({Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class ParolesController {

    private static final int TOO_MANY = 429;

    private final LectureDesParoles lecture;
    private final Paroles paroles;
    private final Nouvelles nouvelles;
    private final ReglagesLiaison reglages;
    private final Documents documents;
    private final Clock clock;

    ParolesController(
            LectureDesParoles lecture,
            Paroles paroles,
            Nouvelles nouvelles,
            ReglagesLiaison reglages,
            Documents documents,
            Clock clock) {
        this.lecture = lecture;
        this.paroles = paroles;
        this.nouvelles = nouvelles;
        this.reglages = reglages;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/liaison/familles")
    ModelAndView list(Page page, Utilisateur utilisateur) {
        var all = lecture.of(utilisateur);
        return utilisateur.is(Profil.PARENT)
                ? page.titled(t("Dire quelque chose à l’école"))
                        .view("liaison/familles/miennes", Map.of("paroles", all, "maintenant", clock.instant()))
                : page.titled(t("Ce que disent les familles"))
                        .view(
                                "liaison/familles/entendues",
                                Map.of("jour", JourneeDesFamilles.of(all, page.aujourdhui())));
    }

    /// @param fait what was just done: `dit`, `change`, `annule`, `tard`, `repondu`
    @GetMapping("/liaison/familles/{id}")
    ModelAndView show(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String fait) {
        var parole = lecture.of(utilisateur, id).orElseThrow(Introuvable::new);
        if (utilisateur.is(Profil.PARENT)) {
            nouvelles.read(utilisateur, SorteFamilles.REPONSE_A_UNE_FAMILLE, id);
        } else {
            nouvelles.read(utilisateur, SorteFamilles.PAROLE_DE_FAMILLE, id);
            if (paroles.see(utilisateur, parole, clock.instant())) {
                return show(page, utilisateur, lecture.of(utilisateur, id).orElse(parole), fait, "");
            }
        }
        return show(page, utilisateur, parole, fait, "");
    }

    /// The school answers, or its author goes on.
    @PostMapping("/liaison/familles/{id}/suite")
    ModelAndView goOn(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "") String texte) {
        var parole = lecture.of(utilisateur, id).orElseThrow(Introuvable::new);
        var access = ParoleAccess.of(utilisateur);
        var words = texte.strip().replace("\r\n", "\n");
        boolean school = access.hears(parole) && !utilisateur.is(Profil.PARENT);
        if (!school && !access.adds(parole)) {
            throw new Introuvable();
        }
        if (words.isEmpty() || words.length() > ParoleForm.LONGEST) {
            var erreurs = Erreurs.of("texte", t("Écrivez {0} caractères au plus.", ParoleForm.LONGEST));
            return show(page.with(erreurs), utilisateur, parole, "", texte);
        }
        if (school) {
            paroles.answer(utilisateur, parole, words, clock.instant());
        } else if (!paroles.add(utilisateur, parole, words, clock.instant())) {
            return show(page.with(ParoleController.tooMuch("texte"), TOO_MANY), utilisateur, parole, "", texte);
        }
        return Adresse.go("/liaison/familles/{id}?fait=repondu", id);
    }

    private ModelAndView show(Page page, Utilisateur utilisateur, Parole parole, String fait, String texte) {
        var access = ParoleAccess.of(utilisateur);
        Map<String, Object> model = new HashMap<>();
        model.put("parole", parole);
        model.put("suites", lecture.suites(parole));
        model.put("ecole", !utilisateur.is(Profil.PARENT));
        model.put("change", access.changes(parole, page.aujourdhui()));
        model.put("poursuit", access.adds(parole));
        model.put("fait", fait);
        model.put("texte", texte);
        model.put("maintenant", clock.instant());
        model.put("fin", Dates.words(reglages.fin(parole.annee())));
        var absence = parole.propos().absence();
        model.put(
                "pieces",
                absence == null || absence.id() == null
                        ? List.of()
                        : documents
                                .of(AbsenceAnnoncee.SALLE, List.of(absence.id()))
                                .getOrDefault(absence.id(), List.of()));
        return page.titled(parole.titre()).view("liaison/familles/parole", model);
    }
}
