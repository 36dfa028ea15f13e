package fr.entecole.calendrier;

import static fr.entecole.socle.Phrases.t;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/// The eleven public holidays of metropolitan France (code du travail, L3133-1), computed.
final class Feries {

    private static final int TO_EASTER_MONDAY = 1;
    private static final int TO_ASCENSION = 39;
    private static final int TO_WHIT_MONDAY = 50;

    private Feries() {}

    /// @return how this day is called, if it is one of them
    static Optional<String> of(LocalDate jour) {
        return fixed(jour).or(() -> moving(jour));
    }

    private static Optional<String> fixed(LocalDate jour) {
        return Optional.ofNullable(
                switch (jour.getMonth()) {
                    case JANUARY -> jour.getDayOfMonth() == 1 ? t("Jour de l’an") : null;
                    case MAY ->
                        switch (jour.getDayOfMonth()) {
                            case 1 -> t("Fête du travail");
                            case 8 -> t("Victoire de 1945");
                            default -> null;
                        };
                    case JULY -> jour.getDayOfMonth() == 14 ? t("Fête nationale") : null;
                    case AUGUST -> jour.getDayOfMonth() == 15 ? t("Assomption") : null;
                    case NOVEMBER ->
                        switch (jour.getDayOfMonth()) {
                            case 1 -> t("Toussaint");
                            case 11 -> t("Armistice de 1918");
                            default -> null;
                        };
                    case DECEMBER -> jour.getDayOfMonth() == 25 ? t("Noël") : null;
                    default -> null;
                });
    }

    private static Optional<String> moving(LocalDate jour) {
        var easter = easter(jour.getYear());
        if (jour.equals(easter.plusDays(TO_EASTER_MONDAY))) {
            return Optional.of(t("Lundi de Pâques"));
        }
        if (jour.equals(easter.plusDays(TO_ASCENSION))) {
            return Optional.of(t("Ascension"));
        }
        return jour.equals(easter.plusDays(TO_WHIT_MONDAY)) ? Optional.of(t("Lundi de Pentecôte")) : Optional.empty();
    }

    /// The Sunday after the first full moon of spring, by the tables of the Gregorian reform (Butcher, 1876).
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int late = (golden + 11 * epact + 22 * sunday) / 451;
        int day = epact + sunday - 7 * late + 114;
        return LocalDate.of(year, Month.of(day / 31), day % 31 + 1);
    }
}
