package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import java.time.LocalDate;
import java.util.Comparator;

/// The unit of school life: a morning or an afternoon of a day, in Paris (code de l'éducation, D521-10).
public record DemiJournee(LocalDate jour, Moment moment) implements Comparable<DemiJournee> {

    private static final Comparator<DemiJournee> ORDER =
            Comparator.comparing(DemiJournee::jour).thenComparing(DemiJournee::moment);

    public DemiJournee next() {
        return moment == Moment.MATIN
                ? new DemiJournee(jour, Moment.APRES_MIDI)
                : new DemiJournee(jour.plusDays(1), Moment.MATIN);
    }

    @Override
    public int compareTo(DemiJournee other) {
        return ORDER.compare(this, other);
    }

    /// The half of a day.
    public enum Moment {
        MATIN,
        APRES_MIDI;

        public String libelle() {
            return switch (this) {
                case MATIN -> t("matin");
                case APRES_MIDI -> t("après-midi");
            };
        }
    }
}
