package fr.entecole.presences.registre;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.presences.Auteur;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signs a month of a class, as its sheet stands.
@Component
public class Registres {

    private final LectureDuRegistre lecture;
    private final Signatures signatures;
    private final Calendriers calendriers;
    private final Clock clock;

    Registres(LectureDuRegistre lecture, Signatures signatures, Calendriers calendriers, Clock clock) {
        this.lecture = lecture;
        this.signatures = signatures;
        this.calendriers = calendriers;
        this.clock = clock;
    }

    /// @param finie the class is over: what nobody has called cannot be called any more, and stays empty
    /// @return false where nobody has called in that month, where it is not over, or where a roll is missing
    @Transactional
    public boolean sign(UUID ecole, UUID classe, LocalDate mois, boolean finie, Auteur auteur, Instant now) {
        var calendrier = calendriers.of(ecole);
        var feuille = lecture.of(ecole, classe, mois, calendrier, LocalDate.now(clock));
        if (feuille.lignes().isEmpty()
                || !(finie || feuille.isComplete())
                || !isOver(calendrier, mois, clock.instant())) {
            return false;
        }
        signatures.sign(ecole, classe, mois, feuille.csv(), auteur, now);
        return true;
    }

    /// Whether the last half-day of school of that month has passed.
    static boolean isOver(Calendrier calendrier, LocalDate mois, Instant now) {
        var there = now.atZone(Calendrier.PARIS);
        var last = mois.plusMonths(1).minusDays(1);
        if (last.isBefore(there.toLocalDate())) {
            return true;
        }
        return mois.isBefore(there.toLocalDate())
                && calendrier.demiJournees(there.toLocalDate(), last).stream()
                        .allMatch(demi -> demi.jour().equals(there.toLocalDate())
                                && calendrier
                                        .classe(demi)
                                        .filter(c -> c.fin().isAfter(there.toLocalTime()))
                                        .isEmpty());
    }
}
