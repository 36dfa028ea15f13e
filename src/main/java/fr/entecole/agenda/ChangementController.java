package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.LectureDeLAgenda.Detail;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Suite;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.destinataires.Selection;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Changing what an event says, its hours and whom it is for.
@SousOnglet({AgendaTuile.AGENDA, Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class ChangementController {

    private final LectureDeLAgenda lecture;
    private final TenueDeLAgenda tenue;
    private final Selection selection;
    private final Clock clock;

    ChangementController(LectureDeLAgenda lecture, TenueDeLAgenda tenue, Selection selection, Clock clock) {
        this.lecture = lecture;
        this.tenue = tenue;
        this.selection = selection;
        this.clock = clock;
    }

    @GetMapping("/agenda/evenements/{id}/changement")
    ModelAndView rewrite(Page page, Utilisateur utilisateur, @PathVariable UUID id) {
        var detail = changed(utilisateur, id);
        var next = detail.aVenir(page.aujourdhui());
        if (next.isEmpty()) {
            return Adresse.go("/agenda/evenements/{id}", id);
        }
        var event = detail.evenement();
        var still = selection.still(
                utilisateur,
                EvenementsController.CHAMP,
                event.adultes().stream().map(Public::code).toList());
        return form(page, utilisateur, detail, EvenementForm.of(event, next.getFirst(), still), event.version(), false);
    }

    /// The picker's button asks for the same page, with what it has found. A form that says nothing of whom it is for
    /// leaves it.
    ///
    /// @param version the one that was changed: another has been written since, what was typed is kept and shown beside
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
        var event = detail.evenement();
        var publics = form.geste().isEmpty() ? event.publics() : publics(utilisateur, event, form);
        int base = number(version);
        if (form.searches()) {
            return form(page, utilisateur, detail, form, base, false);
        }
        var first = next.getFirst();
        var erreurs = form.erreurs(publics, page.aujourdhui(), first.jour());
        if (erreurs.isEmpty() && form.previent()) {
            tenue.brake(utilisateur, publics, form.propos().titre(), erreurs);
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, detail, form, base, false);
        }
        var suite = tenue.change(
                event,
                base,
                publics,
                form.propos(),
                new Date(first.jour(), first.dernier(), first.debut(), first.fin()),
                form.date(),
                detail.repete(),
                EvenementsController.auteur(utilisateur),
                clock.instant(),
                form.previent());
        if (suite == Suite.DEPASSE) {
            var since = changed(utilisateur, id);
            return form(page, utilisateur, since, form, since.evenement().version(), true);
        }
        return Adresse.go("/agenda/evenements/{id}?fait={fait}", id, suite == Suite.CHANGE ? "change" : "inchange");
    }

    /// Of the school of the event alone, and theirs to choose.
    private List<Public> publics(Utilisateur utilisateur, Evenement event, EvenementForm form) {
        var chosen = selection.accepted(utilisateur, EvenementsController.CHAMP, form.pour());
        var access = EvenementAccess.of(utilisateur);
        if (!chosen.stream().allMatch(pour -> pour.ecoleId().equals(event.ecoleId()) && access.publishes(pour))) {
            throw new Introuvable();
        }
        return form.aussiEleves() ? EvenementAccess.withPupils(chosen) : chosen;
    }

    /// @param autre another change was written meanwhile: it is shown, and what was typed is kept
    private ModelAndView form(
            Page page, Utilisateur utilisateur, Detail detail, EvenementForm form, int version, boolean autre) {
        Map<String, Object> parametres = new HashMap<>(
                Map.of("detail", detail, "form", form, "version", version, "autre", autre, "repete", detail.repete()));
        boolean several = detail.aVenir(page.aujourdhui()).size() > 1;
        parametres.put("plusieurs", several);
        parametres.put("choix", selection.read(utilisateur, EvenementsController.CHAMP, form.pour(), form.cherche()));
        var view = page.titled(several ? t("Changer toutes les dates à venir") : t("Changer cette date"))
                .view("agenda/changement", parametres);
        if (autre) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }

    static int number(String version) {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    private Detail changed(Utilisateur utilisateur, UUID id) {
        return lecture.one(utilisateur, id)
                .filter(detail -> lecture.changes(utilisateur, detail))
                .orElseThrow(Introuvable::new);
    }
}
