package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.socle.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Hours and days of the agenda as people say them: « 8 h 30 », « de 14 h à 15 h 30 », « jeudi 3 décembre, à 18 h ».
public final class Horaires {

    private static final int NAMED = 3;

    private Horaires() {}

    static String heure(LocalTime heure) {
        return Dates.heure(heure);
    }

    /// Of one day: « de 14 h à 15 h 30 », « à 18 h », empty for the whole day.
    static String heures(@Nullable LocalTime debut, @Nullable LocalTime fin) {
        if (debut == null) {
            return "";
        }
        return fin == null ? t("à {0}", heure(debut)) : t("de {0} à {1}", heure(debut), heure(fin));
    }

    public static String quand(Seance seance) {
        return quand(new Date(seance.jour(), seance.dernier(), seance.debut(), seance.fin()));
    }

    public static String quand(Date date) {
        var hours = heures(date.debut(), date.fin());
        if (!date.jour().equals(date.dernier())) {
            return t("du {0} au {1}", Dates.jour(date.jour()), Dates.jour(date.dernier()));
        }
        return hours.isEmpty() ? Dates.jour(date.jour()) : t("{0}, {1}", Dates.jour(date.jour()), hours);
    }

    /// « jeudi 17 décembre, jeudi 24 décembre », « 5 dates », « toutes les dates »
    ///
    /// @param all whether no other is left
    public static String dates(List<LocalDate> jours, boolean all) {
        if (jours.size() > 1 && (all || jours.size() > NAMED)) {
            return all ? t("toutes les dates") : t("{0, plural, one {# date} other {# dates}}", jours.size());
        }
        return jours.stream().sorted().map(Dates::jour).collect(Collectors.joining(", "));
    }

    public static String alone(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    static String proche(LocalDate jour, LocalDate today) {
        if (jour.equals(today)) {
            return t("Aujourd’hui");
        }
        return jour.equals(today.plusDays(1)) ? t("Demain") : alone(Dates.jour(jour));
    }

    /// As a browser sends it: `14:30`.
    public static Optional<LocalTime> typed(String words) {
        try {
            return Optional.of(LocalTime.parse(words.strip()).withSecond(0).withNano(0));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
