package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.comptes.destinataires.Choix;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.ReglagesLiaison;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the label says before one publishes: when, which of the day, how long. A form sends back which instant it had
/// said ([#says]): it is not delivered at another one without a word.
@Component
class Etiquettes {

    private static final String REVU = "revu";

    private final RemiseDesMots remise;
    private final ReglagesLiaison reglages;
    private final Clock clock;

    Etiquettes(RemiseDesMots remise, ReglagesLiaison reglages, Clock clock) {
        this.remise = remise;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// @param jour the day that was asked for, null for as soon as may be
    Etiquette of(Choix choix, Instant visible, @Nullable LocalDate jour, LocalDate today) {
        boolean waits = visible.isAfter(clock.instant());
        var ecole = choix.publics().getFirst().ecoleId();
        var alone = Dates.momentAlone(visible, today);
        var why = jour == null ? "" : remise.why(ecole, jour, visible);
        return new Etiquette(
                !waits ? t("Tout de suite") : why.isEmpty() ? alone : t("{0}\u00a0: remis {1}", why, lower(alone)),
                waits ? Dates.moment(visible, today) : "",
                waits ? Long.toString(visible.toEpochMilli()) : "",
                remise.rang(ecole, visible, choix.comptage()),
                Dates.words(reglages.fin(
                        AnneeScolaire.of(visible.atZone(Calendrier.PARIS).toLocalDate()))));
    }

    /// Whether the page had said that instant, or nothing: a form that is sent without its page is believed.
    boolean says(Champs champs, Instant visible) {
        return !champs.valeurs().containsKey(REVU)
                || !visible.isAfter(clock.instant())
                || champs.one(REVU).equals(Long.toString(visible.toEpochMilli()));
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.FRENCH) + words.substring(1);
    }

    /// @param remis « demain à 7 h »; empty where it does not wait for its delivery
    /// @param revu that instant, as the form sends it back
    record Etiquette(String quand, String remis, String revu, String rang, String fin) {

        boolean attend() {
            return !remis.isEmpty();
        }
    }
}
