package fr.entecole.rgpd;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as a person reads them: « 5 mars 2017 », « oui », never as a database writes them.
public final class Valeurs {

    private static final ZoneId ICI = ZoneId.of("Europe/Paris");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)([+-]\\d\\d)(:?\\d\\d)?");
    // The nomenclature's code before its words: `G0000$SANS SPECIALITE`.
    private static final Pattern CODE = Pattern.compile("^[A-Z]\\d{4}\\$(?=.)");
    private static final DateTimeFormatter HEURE = DateTimeFormatter.ofPattern("H\u00a0'h'\u00a0mm", Locale.ROOT);

    private Valeurs() {}

    /// @return empty when nothing is held
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? t("oui") : t("non");
            case Collection<?> several ->
                several.stream().map(Valeurs::shown).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
            default -> text(value.toString().strip());
        };
    }

    /// How long something is kept once the person has left.
    public static String duree(Duration kept) {
        long days = kept.toDays();
        return days == 0
                ? t("quelques heures")
                : days % 365 == 0 || days > 3 * 365 // of many years, nobody reads the days
                        ? t("{0, plural, one {# an} other {# ans}} après le départ", Math.round(days / 365.25))
                        : days % 30 == 0
                                ? t("{0, plural, one {# mois} other {# mois}} après le départ", days / 30)
                                : t("{0, plural, one {# jour} other {# jours}} après le départ", days);
    }

    private static String text(String value) {
        if (DATE.matcher(value).matches()) {
            return Dates.words(LocalDate.parse(value));
        }
        var instant = INSTANT.matcher(value);
        if (instant.matches()) {
            var minutes = instant.group(4) == null ? "00" : instant.group(4).replace(":", "");
            var when = OffsetDateTime.parse(
                            instant.group(1) + "T" + instant.group(2) + instant.group(3) + ":" + minutes)
                    .atZoneSameInstant(ICI);
            return t("{0} à {1}", Dates.words(when.toLocalDate()), HEURE.format(when));
        }
        return CODE.matcher(value).replaceFirst("");
    }
}
