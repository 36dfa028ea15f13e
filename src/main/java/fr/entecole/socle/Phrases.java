package fr.entecole.socle;

import com.ibm.icu.text.MessageFormat;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Words that a person reads. The French sentence is its own key, in ICU message format:
/// `t("{0, plural, =0 {Aucun élève} one {# élève} other {# élèves}}", n)`. A sentence without argument is given back
/// as it is (an apostrophe needs no escaping: `'` and `’` are both plain there).
public final class Phrases {

    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRANCE);

    private Phrases() {}

    public static String t(String francais) {
        return francais;
    }

    public static String t(String francais, Object... arguments) {
        // ICU reads a straight apostrophe as a quote: it is doubled here, so that sentences are written plainly.
        var format = FORMATS.computeIfAbsent(francais, f -> new MessageFormat(f.replace("'", "''"), Locale.FRANCE));
        // Reading a pattern costs far more than filling it in; ICU's format is filled in by one thread at a time.
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /// « de Zoé », « d’Inès »: before a vowel the e goes.
    public static String de(String nom) {
        var first = Normalizer.normalize(nom, Normalizer.Form.NFD).toLowerCase(Locale.FRENCH);
        return first.isEmpty() || "aeiouœæ".indexOf(first.charAt(0)) < 0 ? "de " + nom : "d’" + nom;
    }

    /// A day as the board says it: « Samedi 21 novembre ».
    public static String jour(LocalDate date) {
        var words = DAY.format(date).replace(" 1 ", " 1er ");
        return words.substring(0, 1).toUpperCase(Locale.FRANCE) + words.substring(1);
    }
}
