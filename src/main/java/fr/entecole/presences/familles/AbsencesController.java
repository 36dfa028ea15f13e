package fr.entecole.presences.familles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.DepotRefuse;
import fr.entecole.documents.Documents;
import fr.entecole.documents.Exigence;
import fr.entecole.documents.Reception;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Plage;
import fr.entecole.presences.SortePresences;
import fr.entecole.presences.familles.Excuses.Absence;
import fr.entecole.presences.familles.Excuses.Enfant;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
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

/// A guardian says why, from a telephone: of an absence that the school told, or beforehand.
@SousOnglet(Onglet.JOURNEE)
@Controller
class AbsencesController {

    private static final String FICHIERS = "fichiers";

    private final Excuses excuses;
    private final Reception reception;
    private final Documents documents;
    private final Nouvelles nouvelles;
    private final Clock clock;

    AbsencesController(Excuses excuses, Reception reception, Documents documents, Nouvelles nouvelles, Clock clock) {
        this.excuses = excuses;
        this.reception = reception;
        this.documents = documents;
        this.nouvelles = nouvelles;
        this.clock = clock;
    }

    /// @param fait what was just done: `dit`, `retire`
    @Pour(Profil.PARENT)
    @GetMapping("/presences/absences")
    ModelAndView list(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String fait) {
        return list(page, utilisateur, ExcuseForm.VIDE, fait);
    }

    @Pour(Profil.PARENT)
    @PostMapping("/presences/absences")
    ModelAndView announce(Page page, Utilisateur utilisateur, @ModelAttribute ExcuseForm form) {
        var enfants = excuses.enfants(utilisateur);
        var erreurs = form.erreurs(enfants.stream().map(Enfant::eleve).toList(), page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return list(page.with(erreurs), utilisateur, form, "");
        }
        var enfant = enfants.stream()
                .filter(e -> e.eleve().toString().equals(form.text(form.enfant())))
                .findFirst()
                .orElseThrow(Introuvable::new);
        excuses.say(
                enfant.ecole(),
                enfant.eleve(),
                utilisateur.personneId(),
                null,
                Mode.ENT,
                form.raison(),
                form.text(form.precisions()),
                form.plage(),
                clock.instant());
        return Adresse.go("/presences/absences?fait=dit");
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
        var pieces = pieces(utilisateur, depots, fichiers, erreurs);
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
        try {
            documents.attach(utilisateur, PiecesDesExcuses.SALLE, said, absence.ecole(), pieces);
        } catch (DepotRefuse e) {
            return form(page.with(Erreurs.of(FICHIERS, e.phrase())), utilisateur, absence, form, pieces);
        }
        return Adresse.go("/presences/absences?fait=dit");
    }

    @Pour(Profil.PARENT)
    @PostMapping("/presences/excuses/{id}/retrait")
    ModelAndView withdraw(Utilisateur utilisateur, @PathVariable UUID id) {
        if (!excuses.withdraw(utilisateur, id)) {
            throw new Introuvable();
        }
        documents.withdraw(PiecesDesExcuses.SALLE, id);
        return Adresse.go("/presences/absences?fait=retire");
    }

    private List<UUID> pieces(
            Utilisateur utilisateur, List<UUID> depots, @Nullable List<MultipartFile> fichiers, Erreurs erreurs) {
        try {
            return reception.take(utilisateur, depots, fichiers == null ? List.of() : fichiers, "", Exigence.AUCUNE);
        } catch (DepotRefuse e) {
            erreurs.add(FICHIERS, e.phrase());
            return depots;
        }
    }

    private ModelAndView list(Page page, Utilisateur utilisateur, ExcuseForm form, String fait) {
        return page.titled(t("Les absences"))
                .view(
                        "presences/familles/absences",
                        Map.of(
                                "enfants",
                                excuses.enfants(utilisateur),
                                "absences",
                                excuses.absences(utilisateur),
                                "dites",
                                excuses.ofParent(utilisateur),
                                "form",
                                form,
                                "fait",
                                fait));
    }

    private ModelAndView form(Page page, Utilisateur utilisateur, Absence absence, ExcuseForm form, List<UUID> depots) {
        return page.titled(t("Dire pourquoi"))
                .view(
                        "presences/familles/absence",
                        Map.of("absence", absence, "form", form, "deja", documents.uploads(utilisateur, depots)));
    }
}
