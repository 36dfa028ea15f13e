package fr.entecole.socle;

import com.ibm.icu.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Words that a person reads. The French sentence is its own key, in ICU message format:
/// `t("{0, plural, =0 {Aucun élève} one {# élève} other {# élèves}}", n)`. A sentence without argument is given back
/// as it is (an apostrophe needs no escaping: `'` and `’` are both plain there).
public final class Mots {

    private static final Map<String, String> FORMATS = new ConcurrentHashMap<>();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRANCE);

    private Mots() {}

    public static String t(String francais) {
        return francais;
    }

    public static String t(String francais, Object... arguments) {
        // ICU reads a straight apostrophe as a quote: it is doubled here, so that sentences are written plainly.
        var pattern = FORMATS.computeIfAbsent(francais, f -> f.replace("'", "''"));
        return new MessageFormat(pattern, Locale.FRANCE).format(arguments);
    }

    /// A day as the board says it: « Samedi 21 novembre ».
    public static String jour(LocalDate date) {
        var words = DAY.format(date).replace(" 1 ", " 1er ");
        return words.substring(0, 1).toUpperCase(Locale.FRANCE) + words.substring(1);
    }
}
