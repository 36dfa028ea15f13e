package fr.entecole.messagerie;

import fr.entecole.socle.langue.Langue;
import java.util.List;
import java.util.Locale;

/// Languages in which somebody may read better than in French.
public final class Langues {

    /// Those most spoken at home in Occitanie beside French, by their codes; in the order of their names there.
    public static final List<String> CODES =
            List.of("sq", "de", "en", "ar", "hy", "es", "ka", "it", "oc", "fa", "pl", "pt", "ro", "ru", "tr", "uk");

    private Langues() {}

    /// « ukrainien »; empty for none of them.
    public static String words(String code) {
        return CODES.contains(code)
                ? Locale.of(code).getDisplayLanguage(Locale.of(Langue.courante().code()))
                : "";
    }
}
