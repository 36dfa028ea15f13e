package fr.entecole.socle;

import fr.entecole.socle.langue.Langue;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Words that a person reads, in their language ([Langue]). The French sentence is its own key, in ICU message format:
/// `t("{0, plural, =0 {Aucun élève} one {# élève} other {# élèves}}", n)`. A sentence without argument is given back
/// as it is (an apostrophe needs no escaping: `'` and `’` are both plain there). What is said is looked up when it is
/// read: never in a constant, nor in what lives longer than a request.
public final class Phrases {

    private Phrases() {}

    public static String t(String francais) {
        return Langue.courante().say(francais);
    }

    public static String t(String francais, Object... arguments) {
        return Langue.courante().say(francais, arguments);
    }

    /// Fills in a sentence that `t("…")` has given without its arguments.
    public static String fill(String phrase, Object... arguments) {
        return Langue.courante().fill(phrase, arguments);
    }

    /// The name of an institution at the beginning of a sentence: « La région académique Occitanie ».
    public static String sujet(String nom) {
        return nom.startsWith("Région ")
                ? t("La {0}", "r" + nom.substring(1))
                : nom.startsWith("Académie ") ? t("L’{0}", "a" + nom.substring(1)) : nom;
    }

    /// « de Zoé », « d’Inès »: before a vowel the e goes.
    public static String de(String nom) {
        var first = Normalizer.normalize(nom, Normalizer.Form.NFD).toLowerCase(Locale.FRENCH);
        return first.isEmpty() || "aeiouœæ".indexOf(first.charAt(0)) < 0 ? "de " + nom : "d’" + nom;
    }

    /// A day as the board says it: « Samedi 21 novembre ».
    public static String jour(LocalDate date) {
        return Dates.enTete(date);
    }

    /// Writes dates with the reader's names of days and months.
    public static DateTimeFormatter dates(String pattern) {
        return Langue.courante().dates(pattern);
    }
}
