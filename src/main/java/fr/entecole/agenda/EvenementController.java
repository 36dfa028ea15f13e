package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.EnfantsConcernes.Enfant;
import fr.entecole.agenda.LectureDeLAgenda.Detail;
import fr.entecole.agenda.TenueDeLAgenda.Suite;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One event: read, changed.
@SousOnglet({AgendaTuile.AGENDA, Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class EvenementController {

    private final LectureDeLAgenda lecture;
    private final TenueDeLAgenda tenue;
    private final Publics publics;
    private final Lectures lectures;
    private final Nouvelles nouvelles;
    private final ReglagesAgenda reglages;
    private final Clock clock;

    EvenementController(
            LectureDeLAgenda lecture,
            TenueDeLAgenda tenue,
            Publics publics,
            Lectures lectures,
            Nouvelles nouvelles,
            ReglagesAgenda reglages,
            Clock clock) {
        this.lecture = lecture;
        this.tenue = tenue;
        this.publics = publics;
        this.lectures = lectures;
        this.nouvelles = nouvelles;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param fait what was just done: `publie`, `change`, `inchange`, `annule`, `deja`, `retabli`, `depasse`
    /// @param version the one that cancelling has left: it is undone from here as long as it is still this one
    @Pour({Profil.PARENT, Profil.ELEVE, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
    @GetMapping("/agenda/evenements/{id}")
    ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String version) {
        var detail = lecture.one(utilisateur, id).orElseThrow(Introuvable::new);
        nouvelles.read(utilisateur, SorteAgenda.DATE_A_L_AGENDA, id);
        var event = detail.evenement();
        var enfants = EnfantsConcernes.of(event, lectures.read(EnfantsConcernes.lecture(utilisateur))).stream()
                .map(Enfant::prenom)
                .collect(Collectors.joining(", "));
        return page.titled(event.titre())
                .view(
                        "agenda/evenement",
                        Map.of(
                                "detail",
                                detail,
                                "pour",
                                utilisateur.is(Profil.PARENT, Profil.ELEVE)
                                        ? ""
                                        : event.adultes().stream()
                                                .map(publics::words)
                                                .collect(Collectors.joining(", ")),
                                "enfants",
                                enfants,
                                "change",
                                EvenementAccess.of(utilisateur).changes(event),
                                "fin",
                                reglages.fin(event.annee()),
                                "fait",
                                fait,
                                "retablit",
                                fait.equals("annule") && version.equals("" + event.version())));
    }

    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @GetMapping("/agenda/evenements/{id}/changement")
    ModelAndView rewrite(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var detail = changed(utilisateur, id);
        var next = detail.aVenir(page.aujourdhui());
        if (next.isEmpty()) {
            return Adresse.go("/agenda/evenements/{id}", id);
        }
        var form = EvenementForm.of(detail.evenement(), next.getFirst());
        return form(page, detail, form, detail.evenement().version(), false);
    }

    /// @param version the one that was changed: another has been written since, what was typed is kept and shown beside
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @PostMapping("/agenda/evenements/{id}/changement")
    ModelAndView change(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @ModelAttribute EvenementForm form,
            @RequestParam(defaultValue = "0") String version) {
        var detail = changed(utilisateur, id);
        var next = detail.aVenir(page.aujourdhui());
        if (next.isEmpty()) {
            return Adresse.go("/agenda/evenements/{id}", id);
        }
        int base = number(version);
        var erreurs = form.erreurs(page.aujourdhui(), next.getFirst().jour());
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), detail, form, base, false);
        }
        var auteur = EvenementsController.auteur(utilisateur);
        var event = detail.evenement();
        var suite = tenue.change(
                event, base, form.propos(), form.date(), detail.repete(), auteur, clock.instant(), form.previent());
        if (suite == Suite.DEPASSE) {
            return form(page, changed(utilisateur, id), form, event.version(), true);
        }
        return Adresse.go("/agenda/evenements/{id}?fait={fait}", id, suite == Suite.CHANGE ? "change" : "inchange");
    }

    /// @param autre another change was written meanwhile: it is shown, and what was typed is kept
    private static ModelAndView form(Page page, Detail detail, EvenementForm form, int version, boolean autre) {
        Map<String, Object> parametres = new HashMap<>(
                Map.of("detail", detail, "form", form, "version", version, "autre", autre, "repete", detail.repete()));
        boolean several = detail.aVenir(page.aujourdhui()).size() > 1;
        parametres.put("plusieurs", several);
        var view = page.titled(several ? t("Changer toutes les dates à venir") : t("Changer cette date"))
                .view("agenda/changement", parametres);
        if (autre) {
            view.setStatus(org.springframework.http.HttpStatus.CONFLICT);
        }
        return view;
    }

    static int number(String version) {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private Detail changed(Utilisateur utilisateur, UUID id) {
        return changed(lecture, utilisateur, id);
    }

    static Detail changed(LectureDeLAgenda lecture, Utilisateur utilisateur, UUID id) {
        return lecture.one(utilisateur, id)
                .filter(detail -> EvenementAccess.of(utilisateur).changes(detail.evenement()))
                .orElseThrow(Introuvable::new);
    }
}
