package fr.entecole.presences.registre;

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

    /// @return false where nobody has called in that month
    @Transactional
    public boolean sign(UUID ecole, UUID classe, LocalDate mois, Auteur auteur, Instant now) {
        var feuille = lecture.of(ecole, classe, mois, calendriers.of(ecole), LocalDate.now(clock));
        if (feuille.lignes().isEmpty()) {
            return false;
        }
        signatures.sign(ecole, classe, mois, feuille.csv(), auteur, now);
        return true;
    }
}
