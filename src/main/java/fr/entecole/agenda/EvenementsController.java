package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.socle.Dates;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Writing an event: what, when, for whom.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class EvenementsController {

    /// Families of classes, groups, chosen pupils or a school; a school's team.
    static final Champ CHAMP = new Champ(
            EnumSet.of(Etendue.CLASSE, Etendue.GROUPE, Etendue.ELEVES, Etendue.ECOLE),
            EnumSet.of(Qui.RESPONSABLES, Qui.EQUIPE));

    private final Selection selection;
    private final Calendriers calendriers;
    private final TenueDeLAgenda tenue;
    private final Clock clock;

    EvenementsController(Selection selection, Calendriers calendriers, TenueDeLAgenda tenue, Clock clock) {
        this.selection = selection;
        this.calendriers = calendriers;
        this.tenue = tenue;
        this.clock = clock;
    }

    /// @param jour the day it begins with, as the agenda's page knows it
    @GetMapping("/agenda/nouveau")
    ModelAndView write(Page page, Utilisateur utilisateur, @RequestParam(defaultValue = "") String jour) {
        var day = Dates.typed(jour)
                .filter(d -> !d.isBefore(page.aujourdhui()))
                .map(Object::toString)
                .orElse("");
        return form(page, utilisateur, EvenementForm.forThese(selection.preset(utilisateur, CHAMP), day), null);
    }

    /// The picker's button asks for the same page, with what it has found; nothing that was typed is lost.
    @PostMapping("/agenda/evenements")
    ModelAndView publish(Page page, Utilisateur utilisateur, @ModelAttribute EvenementForm form) {
        var publics = selection.accepted(utilisateur, CHAMP, form.pour());
        if (!publics.stream().allMatch(EvenementAccess.of(utilisateur)::publishes)) {
            throw new Introuvable();
        }
        if (form.searches()) {
            return form(page, utilisateur, form, null);
        }
        var erreurs = form.erreurs(publics, page.aujourdhui());
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, form, null);
        }
        var until = form.jusque();
        List<Date> dates = List.of(form.date());
        if (until.isPresent()) {
            var calendrier = calendriers.of(publics.getFirst().ecoleId());
            var repeated = Recurrence.weekly(form.date(), until.get(), calendrier);
            if (repeated.gardees().isEmpty()) {
                var none = Erreurs.of("repete", t("Aucun de ces jours n’est un jour de classe."));
                return form(page.with(none), utilisateur, form, null);
            }
            dates = repeated.gardees();
            if (!repeated.sautees().isEmpty() && !form.geste().equals("confirmer")) {
                return form(page, utilisateur, form, repeated);
            }
        }
        var pour = form.aussiEleves() ? EvenementAccess.withPupils(publics) : publics;
        if (form.previent()) {
            tenue.brake(utilisateur, pour, form.propos().titre(), erreurs);
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), utilisateur, form, null);
        }
        var id = tenue.publish(pour, form.propos(), dates, auteur(utilisateur), clock.instant(), form.previent());
        return Adresse.go("/agenda/evenements/{id}?fait=publie", id);
    }

    static Auteur auteur(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId());
    }

    /// @param repete what a weekly event would skip, to be said before it is published
    private ModelAndView form(Page page, Utilisateur utilisateur, EvenementForm form, @Nullable Recurrence repete) {
        Map<String, Object> parametres = new HashMap<>(
                Map.of("form", form, "choix", selection.read(utilisateur, CHAMP, form.pour(), form.cherche())));
        parametres.put("repete", repete);
        parametres.put("sansPersonne", !EvenementAccess.of(utilisateur).publishesSomewhere());
        return page.titled(t("Une date à l’agenda")).view("agenda/nouveau", parametres);
    }
}
