package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.destinataires.Choix;
import fr.entecole.liaison.Moments;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What the label says before one publishes: when, which of the day, how long.
@Component
class Etiquettes {

    private final RemiseDesMots remise;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    Etiquettes(RemiseDesMots remise, ReglagesLiaison reglages, Clock clock) {
        this.remise = remise;
        this.reglages = reglages;
        this.clock = clock;
    }

    Etiquette of(Choix choix, Instant visible, LocalDate today) {
        boolean waits = visible.isAfter(clock.instant());
        return new Etiquette(
                waits ? Moments.alone(visible, today) : t("Tout de suite"),
                waits,
                remise.rang(choix.publics().getFirst().ecoleId(), visible, choix.comptage()),
                Dates.words(reglages.fin(
                        AnneeScolaire.of(visible.atZone(Calendrier.PARIS).toLocalDate()))));
    }

    /// @param attend it waits for its delivery
    record Etiquette(String quand, boolean attend, String rang, String fin) {}
}
