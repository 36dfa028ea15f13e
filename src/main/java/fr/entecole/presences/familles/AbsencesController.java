package fr.entecole.presences.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Plage;
import fr.entecole.presences.SortePresences;
import fr.entecole.presences.familles.Excuses.Absence;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// A guardian says why, from a telephone, of an absence that the school told.
@SousOnglet(Onglet.JOURNEE)
@Controller
class AbsencesController {

    private final Excuses excuses;
    private final JointesAUneRaison jointes;
    private final Nouvelles nouvelles;
    private final Appellations appellations;
    private final Clock clock;

    AbsencesController(
            Excuses excuses, JointesAUneRaison jointes, Nouvelles nouvelles, Appellations appellations, Clock clock) {
        this.excuses = excuses;
        this.jointes = jointes;
        this.nouvelles = nouvelles;
        this.appellations = appellations;
        this.clock = clock;
    }

    @Pour(Profil.PARENT)
    @GetMapping("/presences/absences/{id}")
    ModelAndView show(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var absence = excuses.absence(utilisateur, id).orElseThrow(Introuvable::new);
        nouvelles.read(utilisateur, SortePresences.ABSENCE_A_EXPLIQUER, id);
        return form(page, utilisateur, absence, ExcuseForm.VIDE, List.of());
    }

    @Pour(Profil.PARENT)
    @PostMapping("/presences/absences/{id}")
    ModelAndView answer(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute ExcuseForm form,
            @RequestParam(defaultValue = "") List<UUID> depots,
            @RequestParam(required = false) @Nullable List<MultipartFile> fichiers) {
        var absence = excuses.absence(utilisateur, id).orElseThrow(Introuvable::new);
        var erreurs = form.reason();
        var pieces = jointes.take(utilisateur, depots, fichiers, erreurs);
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, absence, form, pieces);
        }
        var said = excuses.say(
                absence.ecole(),
                absence.eleve(),
                utilisateur.personneId(),
                null,
                Mode.ENT,
                form.raison(),
                form.text(form.precisions()),
                Plage.of(absence.demi()),
                clock.instant());
        var refused = jointes.attach(utilisateur, said, absence.ecole(), pieces);
        if (!refused.isEmpty()) {
            return form(page.with(refused), utilisateur, absence, form, pieces);
        }
        return Adresse.go("/presences/absences?fait=dit");
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, Absence absence, ExcuseForm form, List<UUID> depots) {
        return page.titled(t("Dire pourquoi"))
                .view(
                        "presences/familles/absence",
                        Map.of(
                                "absence",
                                absence,
                                "form",
                                form,
                                "deja",
                                jointes.shown(utilisateur, depots),
                                "telephone",
                                appellations.telephone(absence.ecole()).orElse("")));
    }
}
