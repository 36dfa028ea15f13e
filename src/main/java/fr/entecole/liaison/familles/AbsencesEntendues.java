package fr.entecole.liaison.familles;

import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.annonces.AbsenceAnnoncee;
import fr.entecole.liaison.familles.Parole.Absence;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.liaison.familles.Paroles.Enfant;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An absence that a guardian announces where the roll is becomes one of families' words, in the same transaction: read
/// by the same people, with who has seen it and what the school answers.
@Component
class AbsencesEntendues {

    private final Paroles paroles;
    private final LectureDesParoles lecture;
    private final Calendriers calendriers;
    private final Clock clock;

    AbsencesEntendues(Paroles paroles, LectureDesParoles lecture, Calendriers calendriers, Clock clock) {
        this.paroles = paroles;
        this.lecture = lecture;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(AbsenceAnnoncee annonce) {
        paroles.hear(
                annonce.auteur(),
                new Enfant(annonce.eleve(), annonce.ecole(), annonce.prenom()),
                propos(annonce),
                calendriers.of(annonce.ecole()),
                clock.instant());
    }

    @EventListener
    @Transactional
    public void on(AbsenceAnnoncee.Retiree retrait) {
        lecture.ofAbsence(retrait.id())
                .ifPresent(parole ->
                        paroles.cancel(retrait.auteur(), parole, calendriers.of(parole.ecoleId()), clock.instant()));
    }

    private static Propos propos(AbsenceAnnoncee annonce) {
        var moment = annonce.moment();
        return new Propos(
                NatureDeParole.ABSENCE,
                new DemiJournee(annonce.du(), moment == null ? Moment.MATIN : moment),
                new DemiJournee(annonce.au(), moment == null ? Moment.APRES_MIDI : moment),
                new Absence(
                        annonce.id(),
                        MotifDAbsence.of(annonce.motif()).orElse(MotifDAbsence.AUTRE),
                        annonce.chaque(),
                        moment),
                "",
                "",
                "",
                annonce.texte());
    }
}
