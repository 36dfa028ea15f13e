package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes;
import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.reservations.Reservations.Demande;
import fr.entecole.reservations.Reservations.Moment;
import fr.entecole.reservations.Reservations.Prise;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The week of one thing: who has it, and taking an hour of it.
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.PERSONNEL})
@SousOnglet({Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Controller
class ReservationsController {

    private final Choses choses;
    private final Reservations reservations;
    private final Classes classes;
    private final Calendriers calendriers;
    private final Clock clock;

    ReservationsController(
            Choses choses, Reservations reservations, Classes classes, Calendriers calendriers, Clock clock) {
        this.choses = choses;
        this.reservations = reservations;
        this.classes = classes;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    /// @param jour a day of the week that is shown
    /// @param fait what was just done: `reservee`, `ajoutee`
    /// @param prises,sautes of a weekly one: how many were reserved, days that were skipped
    @GetMapping("/reservations/choses/{id}")
    ModelAndView week(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String fait,
            @RequestParam(defaultValue = "") String prises,
            @RequestParam(defaultValue = "") String sautes) {
        var chose = choses.one(utilisateur, id).orElseThrow(Introuvable::new);
        var day = Dates.typed(jour).orElse(page.aujourdhui());
        var begins = day.isBefore(page.aujourdhui()) ? page.aujourdhui() : day;
        return week(page, utilisateur, chose, day, ReservationForm.on(begins), null, fait)
                .addObject("serie", SemaineAffichee.serie(prises, sautes));
    }

    @PostMapping("/reservations/choses/{id}")
    ModelAndView reserve(
            Page page, Utilisateur utilisateur, @PathVariable UUID id, @ModelAttribute ReservationForm form) {
        var chose = choses.one(utilisateur, id)
                .filter(ReservationAccess.of(utilisateur)::reserves)
                .orElseThrow(Introuvable::new);
        var day = Dates.typed(form.jour()).orElse(page.aujourdhui());
        var erreurs = form.erreurs(
                chose, mine(utilisateur, chose).stream().map(Classe::id).toList(), Reservations.here(clock));
        if (!erreurs.isEmpty()) {
            return week(page.with(erreurs), utilisateur, chose, day, form, null, "");
        }
        var moments = form.moments(calendriers.of(chose.ecoleId()));
        if (moments.isEmpty()) {
            var none = Erreurs.of("repete", t("Aucun de ces jours n’est un jour de classe."));
            return week(page.with(none), utilisateur, chose, day, form, null, "");
        }
        var prise = reservations.take(
                chose,
                new Demande(
                        utilisateur.compteId(),
                        utilisateur.personneId(),
                        form.classeChoisie().orElse(null),
                        form.motif(),
                        moments),
                form.others());
        if (prise.prises() == 0) {
            var view = week(page, utilisateur, chose, day, form, prise, "");
            view.setStatus(HttpStatus.CONFLICT);
            return view;
        }
        var skipped = form.skipped(moments, prise.refusees()).stream()
                .map(LocalDate::toString)
                .collect(Collectors.joining(","));
        var said = "/reservations/choses/{id}?jour={jour}&fait=reservee&prises={prises}&sautes={sautes}";
        return Adresse.go(said, id, day, prise.prises(), skipped);
    }

    @PostMapping("/reservations/{id}/annulation")
    ModelAndView cancel(
            Utilisateur utilisateur, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean toutes) {
        var reservation = reservations
                .one(utilisateur, id)
                .filter(ReservationAccess.of(utilisateur)::cancels)
                .orElseThrow(Introuvable::new);
        reservations.cancel(reservation, toutes, utilisateur);
        return Adresse.go("/reservations?fait=rendue");
    }

    private List<Classe> mine(Utilisateur utilisateur, Chose chose) {
        return Stream.concat(classes.taughtBy(utilisateur).stream(), classes.directedBy(utilisateur).stream())
                .filter(classe -> classe.ecoleId().equals(chose.ecoleId()))
                .distinct()
                .toList();
    }

    /// @param prise what stood in the way of what was asked
    private ModelAndView week(
            Page page,
            Utilisateur utilisateur,
            Chose chose,
            LocalDate day,
            ReservationForm form,
            @Nullable Prise prise,
            String fait) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var saturday = monday.plusDays(5);
        var held = reservations.of(utilisateur, chose.id(), monday, saturday);
        var access = ReservationAccess.of(utilisateur);
        Map<String, Object> parametres = new HashMap<>(Map.of(
                "chose",
                chose,
                "lundi",
                monday,
                "jours",
                SemaineAffichee.of(monday, held, access, Reservations.here(clock)),
                "form",
                form,
                "classes",
                mine(utilisateur, chose),
                "reserve",
                access.reserves(chose),
                "tient",
                access.keeps(chose.ecoleId()),
                "fait",
                fait));
        var ids = held.stream().flatMap(r -> Stream.ofNullable(r.classeId())).collect(Collectors.toSet());
        parametres.put("noms", classes.named(ids).stream().collect(Collectors.toMap(Classe::id, Classe::libelle)));
        List<Moment> refused = prise == null ? List.of() : prise.refusees();
        parametres.putAll(Map.of("serie", "", "refusees", refused));
        parametres.put("tenues", reservations.holders(utilisateur, chose, refused));
        parametres.put(
                "demandees",
                prise == null
                        ? 0
                        : form.moments(calendriers.of(chose.ecoleId())).size());
        return page.titled(chose.nom()).view("reservations/semaine", parametres);
    }
}
