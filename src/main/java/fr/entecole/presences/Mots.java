package fr.entecole.presences;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Locale;

/// Hours and half-days in words.
public final class Mots {

    private Mots() {}

    /// « 8 h 31 »
    public static String heure(LocalTime time) {
        return Dates.heure(time);
    }

    public static String heure(Instant instant) {
        return heure(instant.atZone(Calendrier.PARIS).toLocalTime());
    }

    /// « 8 h 31 », or « lundi 16 novembre, 8 h 31 » when it is not of today.
    public static String quand(Instant instant, LocalDate today) {
        var jour = instant.atZone(Calendrier.PARIS).toLocalDate();
        return jour.equals(today) ? heure(instant) : t("{0}, {1}", Dates.jour(jour), heure(instant));
    }

    /// « lundi 16 novembre, matin »
    public static String demi(DemiJournee demi) {
        return t("{0}, {1}", Dates.jour(demi.jour()), demi.moment().libelle());
    }

    public static String dit(Dit dit) {
        if (dit.etat() == Etat.RETARD && dit.arrive() != null) {
            return t("en retard, {0}", heure(dit.arrive()));
        }
        return switch (dit.etat()) {
            case PRESENT -> t("présent");
            case ABSENT -> t("absent");
            case RETARD -> t("en retard");
            case NON_ATTENDU -> t("pas attendu");
            case RETIRE -> t("rien");
        };
    }

    /// « absent → en retard, 9 h 05 »
    public static String change(Dit avant, Dit apres) {
        return t("{0} → {1}", entier(avant), entier(apres));
    }

    private static String entier(Dit dit) {
        return dit.parti() == null ? dit(dit) : t("{0}, parti à {1}", dit(dit), heure(dit.parti()));
    }

    /// « chaque mardi, matin, du 1er septembre 2026 au 3 juillet 2027 »
    public static String plage(Plage plage) {
        var parts = new ArrayList<String>();
        if (plage.chaque() != null) {
            parts.add(t("chaque {0}", Dates.jour(plage.chaque())));
        }
        parts.add(
                plage.du().equals(plage.au())
                        ? Dates.jour(plage.du())
                        : t("du {0} au {1}", Dates.words(plage.du()), Dates.words(plage.au())));
        if (plage.moment() != null) {
            parts.add(plage.moment().libelle());
        }
        return String.join(", ", parts);
    }

    /// « L »: a day of the week at the head of a column.
    public static String initiale(LocalDate jour) {
        return jour.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.FRENCH);
    }

    /// « novembre 2026 »
    public static String mois(LocalDate mois) {
        return Dates.words(mois).replaceFirst("^\\S+ ", "");
    }

    public static String titre(Moment moment) {
        return moment == Moment.MATIN ? t("L’appel du matin") : t("L’appel de l’après-midi");
    }
}
