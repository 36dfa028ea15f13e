package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.calendrier.ReglesDuTemps.Cible;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Decor;
import fr.entecole.socle.Decor.Monde;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// A school with nine half-days, one that has its bridge and makes it up, and the others with the region's week.
@Component
class DecorCalendrier implements Decor {

    private static final int ORDRE = 60;

    private final ReglesDuTemps regles;
    private final Reperes reperes;

    DecorCalendrier(ReglesDuTemps regles, Reperes reperes) {
        this.regles = regles;
        this.reperes = reperes;
    }

    @Override
    public int ordre() {
        return ORDRE;
    }

    @Override
    public void install(Monde monde) {
        var annee = AnneeScolaire.of(monde.jour());
        var castans = monde.compte("Hélène Castans");
        var curie = reperes.ecole("0110358E");
        var pont = pont(new AnneeScolaire(annee.rentree()));
        regles.addJour(curie, jour(pont, false, t("Pont")), castans);
        regles.addJour(
                curie,
                jour(pont.minusWeeks(2).with(DayOfWeek.WEDNESDAY), true, t("Classe le mercredi, en échange du pont")),
                castans);
        regles.setSemaine(Cible.ecole(reperes.ecole("0341406U")), annee.debut(), nine(), castans);
    }

    /// A Friday of June, far from holidays.
    private static LocalDate pont(AnneeScolaire annee) {
        return LocalDate.of(annee.rentree() + 1, 6, 18).with(DayOfWeek.FRIDAY);
    }

    private static JourLocal jour(LocalDate jour, boolean classe, String motif) {
        return new JourLocal(new UUID(0, 0), jour, null, classe, motif);
    }

    private static List<Creneau> nine() {
        return Stream.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .flatMap(d -> d == DayOfWeek.WEDNESDAY
                        ? Stream.of(new Creneau(d, Moment.MATIN, LocalTime.of(9, 0), LocalTime.of(12, 0)))
                        : Stream.of(
                                new Creneau(d, Moment.MATIN, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                new Creneau(d, Moment.APRES_MIDI, LocalTime.of(14, 0), LocalTime.of(16, 15))))
                .toList();
    }
}
