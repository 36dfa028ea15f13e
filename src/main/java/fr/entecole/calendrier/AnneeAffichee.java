package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier.Raison;
import fr.entecole.calendrier.Calendrier.SansClasse;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Phrases;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A school year as a page shows it: its months, each day with what it is.
record AnneeAffichee(AnneeScolaire annee, List<Mois> mois) {

    private static final int MONTHS = 12;

    static AnneeAffichee of(Calendrier calendrier, AnneeScolaire annee, LocalDate aujourdhui) {
        return new AnneeAffichee(
                annee,
                IntStream.range(0, MONTHS)
                        .mapToObj(i -> YearMonth.from(annee.debut()).plusMonths(i))
                        .map(month -> month(calendrier, month, aujourdhui))
                        .toList());
    }

    private static Mois month(Calendrier calendrier, YearMonth month, LocalDate aujourdhui) {
        List<List<Case>> weeks = new ArrayList<>();
        var monday = month.atDay(1).with(DayOfWeek.MONDAY);
        for (var day = monday; !day.isAfter(month.atEndOfMonth()); day = day.plusWeeks(1)) {
            weeks.add(day.datesUntil(day.plusWeeks(1))
                    .map(d -> YearMonth.from(d).equals(month) ? day(calendrier, d, aujourdhui) : Case.AILLEURS)
                    .toList());
        }
        return new Mois(title(month), weeks);
    }

    private static String title(YearMonth month) {
        var words = Phrases.dates("MMMM yyyy").format(month.atDay(1));
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    private static Case day(Calendrier calendrier, LocalDate jour, LocalDate aujourdhui) {
        var matin = calendrier.why(new DemiJournee(jour, Moment.MATIN));
        var soir = calendrier.why(new DemiJournee(jour, Moment.APRES_MIDI));
        return new Case(
                String.valueOf(jour.getDayOfMonth()),
                sort(jour, matin, soir),
                said(matin, soir),
                jour.equals(aujourdhui));
    }

    private static Sorte sort(LocalDate jour, @Nullable SansClasse matin, @Nullable SansClasse soir) {
        if (matin == null && soir == null) {
            return Sorte.CLASSE;
        }
        if (matin == null || soir == null) {
            return Sorte.MOITIE;
        }
        return switch (matin.raison()) {
            case VACANCES -> Sorte.VACANCES;
            case FERIE -> Sorte.FERIE;
            case LOCAL -> Sorte.LOCAL;
            case SEMAINE -> jour.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() ? Sorte.REPOS : Sorte.SANS;
        };
    }

    /// What an ear is told of a day; nothing for an ordinary one.
    private static String said(@Nullable SansClasse matin, @Nullable SansClasse soir) {
        if (matin == null) {
            return soir == null ? "" : t("classe le matin");
        }
        if (soir == null) {
            return t("classe l’après-midi");
        }
        return matin.raison() == Raison.SEMAINE ? t("pas de classe") : matin.mot();
    }

    /// What a day is to the school; each has its sign in the legend, besides its colour.
    enum Sorte {
        CLASSE,
        MOITIE,
        SANS,
        REPOS,
        VACANCES,
        FERIE,
        LOCAL,
        AILLEURS;

        String classe() {
            return "j-" + name().toLowerCase(Locale.ROOT);
        }
    }

    record Mois(String titre, List<List<Case>> semaines) {}

    /// @param numero of the day in its month, empty where the week is of another
    record Case(String numero, Sorte sorte, String dire, boolean aujourdhui) {

        private static final Case AILLEURS = new Case("", Sorte.AILLEURS, "", false);
    }
}
