package fr.entecole.agenda.seances;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.AgendaTuile;
import fr.entecole.agenda.LectureDeLAgenda;
import fr.entecole.agenda.LectureDeLAgenda.Detail;
import fr.entecole.agenda.Recurrence;
import fr.entecole.agenda.Seance;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Suite;
import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.Onglet;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/// One date of an event: moved, alone or with those after it.
@SousOnglet({AgendaTuile.AGENDA, Onglet.JOURNEE, OngletsAnnuaire.ECOLE})
@Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
@Controller
class SeancesController {

    private final LectureDeLAgenda lecture;
    private final TenueDesSeances tenue;
    private final Calendriers calendriers;
    private final Clock clock;

    SeancesController(LectureDeLAgenda lecture, TenueDesSeances tenue, Calendriers calendriers, Clock clock) {
        this.lecture = lecture;
        this.tenue = tenue;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    @GetMapping("/agenda/evenements/{id}/seances/{seance}")
    ModelAndView write(Page page, Utilisateur utilisateur, @PathVariable UUID id, @PathVariable UUID seance) {
        var detail = changed(utilisateur, id);
        var one = movable(detail, seance, page.aujourdhui());
        return form(page, detail, one, SeanceForm.of(one), List.of(), false);
    }

    /// Where others move with it, those that would fall on a day without class are shown before anything is written.
    ///
    /// @param version the one that was read
    @PostMapping("/agenda/evenements/{id}/seances/{seance}")
    ModelAndView move(
            Page page,
            Utilisateur utilisateur,
            @PathVariable UUID id,
            @PathVariable UUID seance,
            @ModelAttribute SeanceForm form,
            @RequestParam(defaultValue = "0") String version) {
        var detail = changed(utilisateur, id);
        var one = movable(detail, seance, page.aujourdhui());
        var erreurs = form.erreurs(page.aujourdhui());
        if (erreurs.isEmpty() && form.previent()) {
            tenue.brake(utilisateur, detail.evenement(), erreurs);
        }
        if (!erreurs.isEmpty()) {
            return form(page.with(erreurs), detail, one, form, List.of(), false);
        }
        var date = form.date();
        var others = form.suivantes() ? after(detail, one, page.aujourdhui()) : List.<Seance>of();
        long days = ChronoUnit.DAYS.between(one.jour(), date.jour());
        var calendrier = calendriers.of(detail.evenement().ecoleId());
        var off = days == 0
                ? List.<Seance>of()
                : others.stream()
                        .filter(s -> !Recurrence.hasClasse(calendrier, s.jour().plusDays(days), date.debut()))
                        .toList();
        if (!off.isEmpty() && !form.confirms()) {
            return form(
                    page,
                    detail,
                    one,
                    form,
                    off.stream().map(s -> s.jour().plusDays(days)).toList(),
                    false);
        }
        var suite = tenue.move(
                detail.evenement(),
                number(version),
                one,
                date,
                others,
                off.stream().map(Seance::id).toList(),
                auteur(utilisateur),
                clock.instant(),
                form.previent());
        if (suite == Suite.DEPASSE) {
            var since = changed(utilisateur, id);
            return form(page, since, movable(since, seance, page.aujourdhui()), form, List.of(), true);
        }
        return Adresse.go("/agenda/evenements/{id}?fait={fait}", id, suite == Suite.CHANGE ? "deplace" : "inchange");
    }

    /// @param sansClasse days without class on which others would fall, to be confirmed
    private static ModelAndView form(
            Page page, Detail detail, Seance seance, SeanceForm form, List<LocalDate> sansClasse, boolean autre) {
        var view = page.titled(t("Déplacer cette date"))
                .view(
                        "agenda/seances/seance",
                        Map.of(
                                "evenement",
                                detail.evenement(),
                                "seance",
                                seance,
                                "suivantes",
                                after(detail, seance, page.aujourdhui()).size(),
                                "form",
                                form,
                                "sansClasse",
                                sansClasse,
                                "autre",
                                autre));
        if (autre) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }

    private static List<Seance> after(Detail detail, Seance seance, LocalDate today) {
        return detail.aVenir(today).stream()
                .filter(s -> s.jour().isAfter(seance.jour()))
                .toList();
    }

    private static Seance movable(Detail detail, UUID id, LocalDate today) {
        return detail.aVenir(today).stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(Introuvable::new);
    }

    private Detail changed(Utilisateur utilisateur, UUID id) {
        return changed(lecture, utilisateur, id);
    }

    static int number(String version) {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    static Detail changed(LectureDeLAgenda lecture, Utilisateur utilisateur, UUID id) {
        return lecture.one(utilisateur, id)
                .filter(detail -> lecture.changes(utilisateur, detail))
                .orElseThrow(Introuvable::new);
    }

    static Auteur auteur(Utilisateur utilisateur) {
        return new Auteur(utilisateur.compteId(), utilisateur.personneId());
    }
}
