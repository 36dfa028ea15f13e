package fr.entecole.presences.appel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.Creneau;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Appel;
import fr.entecole.presences.Appele;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.LectureDesAppels;
import fr.entecole.presences.Mots;
import fr.entecole.presences.PresencesAccess;
import fr.entecole.presences.appel.AppelForm.Cours;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the routes of the roll share: which roll is asked for, by whom, and how it is shown.
@Component
class PageDAppel {

    private final LectureDesAppels lecture;
    private final Calendriers calendriers;
    private final Clock clock;

    PageDAppel(LectureDesAppels lecture, Calendriers calendriers, Clock clock) {
        this.lecture = lecture;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    /// @param jour,moment empty for the half-day that runs
    Ouvert open(Page page, Utilisateur utilisateur, UUID ecole, UUID classe, String jour, String moment) {
        if (!utilisateur.ecoles().contains(ecole)) {
            throw new Introuvable();
        }
        var calendrier = calendriers.of(ecole);
        var demi = jour.isEmpty()
                ? Appel.current(calendrier, clock.instant())
                        .orElseGet(() -> new DemiJournee(page.aujourdhui(), Moment.MATIN))
                : demi(jour, moment, page.aujourdhui());
        return new Ouvert(calendrier, find(page, utilisateur, new Appele(ecole, classe, demi)));
    }

    Appel find(Page page, Utilisateur utilisateur, Appele quoi) {
        return lecture.find(utilisateur, quoi, page.aujourdhui()).orElseThrow(Introuvable::new);
    }

    /// A half-day of this school year, not one to come.
    private static DemiJournee demi(String jour, String moment, LocalDate today) {
        LocalDate day = Dates.typed(jour).orElseThrow(Introuvable::new);
        Optional<Moment> half = Arrays.stream(Moment.values())
                .filter(m -> m.name().equals(moment))
                .findFirst();
        if (day.isAfter(today) || day.isBefore(AnneeScolaire.of(today).debut())) {
            throw new Introuvable();
        }
        return new DemiJournee(day, half.orElseThrow(Introuvable::new));
    }

    /// @param at when the roll was entered
    Cours cours(Ouvert ouvert, Instant at) {
        var quoi = ouvert.appel.quoi();
        var heures = ouvert.calendrier.classe(quoi.demi());
        return new Cours(
                heures.map(Creneau::debut).orElse(null),
                heures.map(Creneau::fin).orElse(null),
                CahierDAppel.isUndone(ouvert.calendrier, quoi, at)
                        ? at.atZone(Calendrier.PARIS)
                                .toLocalTime()
                                .withSecond(0)
                                .withNano(0)
                        : null);
    }

    ModelAndView view(Page page, Utilisateur utilisateur, Ouvert ouvert, Saisie saisie, String fait) {
        var appel = ouvert.appel;
        var quoi = appel.quoi();
        if (!ouvert.hasClasse()) {
            return page.titled(t("L’appel")).view("presences/appel/sans-classe", Map.of("appel", appel));
        }
        var access = PresencesAccess.of(utilisateur);
        Map<String, Object> parametres = new HashMap<>(Map.of("appel", appel, "saisie", saisie, "fait", fait));
        parametres.put(
                "annule",
                appel.signeeLe() == null
                        && appel.feuille().takesBack()
                        && CahierDAppel.isUndone(ouvert.calendrier, quoi, clock.instant()));
        parametres.put("contreEcrit", appel.signeeLe() != null && access.directs(quoi.ecole()));
        parametres.put("registre", access.reads(quoi.ecole(), quoi.classe()));
        parametres.put("autres", others(ouvert));
        if (page.erreurs().isEmpty()) {
            Appel.opensAt(ouvert.calendrier, quoi.demi(), clock.instant()).ifPresent(at -> parametres.put("ouvre", at));
        }
        parametres.put("sansMatin", ouvert.lacksMorning());
        ouvert.calendrier.classe(quoi.demi()).ifPresent(c -> parametres.put("heures", c));
        return page.titled(Mots.titre(quoi.demi().moment())).view("presences/appel/appel", parametres);
    }

    /// The other half of the day, once it is called too.
    private List<DemiJournee> others(Ouvert ouvert) {
        var demi = ouvert.appel.quoi().demi();
        return Arrays.stream(Moment.values())
                .map(m -> new DemiJournee(demi.jour(), m))
                .filter(d -> !d.equals(demi) && ouvert.calendrier.hasClasse(d))
                .toList();
    }

    /// A roll that this person may call.
    record Ouvert(Calendrier calendrier, Appel appel) {

        boolean hasClasse() {
            return calendrier.hasClasse(appel.quoi().demi());
        }

        /// An afternoon whose morning nobody has called.
        boolean lacksMorning() {
            return !appel.matinFait() && Appel.follows(calendrier, appel.quoi().demi());
        }
    }
}
