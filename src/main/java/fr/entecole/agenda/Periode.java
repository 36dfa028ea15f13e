package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import fr.entecole.socle.Phrases;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/// What a page of the agenda shows: a month as a list or as a grid, or a week.
///
/// @param debut the day from which it counts: the first of the month, a Monday
record Periode(Vue vue, LocalDate debut) {

    enum Vue {
        /// from today on
        VENIR,
        LISTE,
        MOIS,
        SEMAINE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String libelle() {
            return switch (this) {
                case VENIR -> t("À venir");
                case LISTE -> t("Mois");
                case MOIS -> t("Grille");
                case SEMAINE -> t("Semaine");
            };
        }
    }

    /// @param vue,jour as an address says them: `semaine`, `2026-12-03`; what they do not say begins today
    static Periode of(String vue, String jour, LocalDate today) {
        var day = Dates.typed(jour).or(() -> month(jour)).orElse(today);
        for (var one : Vue.values()) {
            if (one.code().equals(vue)) {
                return of(one, day);
            }
        }
        return of(jour.isBlank() ? Vue.VENIR : Vue.LISTE, day);
    }

    private static Optional<LocalDate> month(String words) {
        try {
            return Dates.typed(YearMonth.parse(words.strip()).atDay(1).toString());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Periode of(Vue vue, LocalDate day) {
        return new Periode(
                vue,
                switch (vue) {
                    case VENIR -> day;
                    case SEMAINE -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case LISTE, MOIS -> day.withDayOfMonth(1);
                });
    }

    /// First day that is read: of a grid, its first Monday.
    LocalDate de() {
        return vue == Vue.MOIS ? debut.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : debut;
    }

    /// Last day that is read.
    LocalDate jusque() {
        return switch (vue) {
            case VENIR -> debut.plusWeeks(5);
            case SEMAINE -> debut.plusDays(6);
            case LISTE -> debut.with(TemporalAdjusters.lastDayOfMonth());
            case MOIS ->
                debut.with(TemporalAdjusters.lastDayOfMonth()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        };
    }

    boolean holds(LocalDate day) {
        return vue == Vue.SEMAINE || vue == Vue.VENIR || YearMonth.from(day).equals(YearMonth.from(debut));
    }

    String titre() {
        return switch (vue) {
            case VENIR -> t("Les cinq semaines à venir");
            case SEMAINE -> t("Semaine du {0}", Dates.words(debut));
            case LISTE, MOIS -> Horaires.alone(Phrases.dates("MMMM yyyy").format(debut));
        };
    }

    Periode avant() {
        return switch (vue) {
            case VENIR -> of(Vue.LISTE, debut);
            case SEMAINE -> of(vue, debut.minusWeeks(1));
            case LISTE, MOIS -> of(vue, debut.minusMonths(1));
        };
    }

    Periode apres() {
        return switch (vue) {
            case VENIR -> of(Vue.LISTE, debut.plusMonths(1));
            case SEMAINE -> of(vue, debut.plusWeeks(1));
            case LISTE, MOIS -> of(vue, debut.plusMonths(1));
        };
    }

    /// What lasts several days is said once, on its first one there; a week and a grid have it on each.
    boolean once() {
        return vue == Vue.VENIR || vue == Vue.LISTE;
    }

    /// The same days, shown otherwise.
    Periode as(Vue other, LocalDate today) {
        return of(other, other == Vue.VENIR || holds(today) ? today : debut);
    }
}
