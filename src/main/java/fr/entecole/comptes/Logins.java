package fr.entecole.comptes;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a login is made of: `prenom.nom` in plain ASCII letters and digits, each part cut at 30. Homonyms are numbered
/// where accounts are born. Source: AAF reference §9.
public final class Logins {

    private static final int LONGEST = 30;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOT_A_LOGIN = Pattern.compile("[^a-z0-9.]");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]");

    private static final Transliterator PLAIN = Transliterator.getInstance(
            "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; NFD; [:Nonspacing Mark:] Remove; Lower");

    private Logins() {}

    public static String racine(String prenom, String nom) {
        var first = part(prenom);
        var last = part(nom);
        if (first.isEmpty() || last.isEmpty()) {
            return first.isEmpty() && last.isEmpty() ? "compte" : first + last;
        }
        return first + "." + last;
    }

    private static String part(String name) {
        var plain = NOT_A_WORD.matcher(plain(name)).replaceAll("");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /// Letters with accents need no more than losing them; ICU reads every script, and costs ten times that.
    private static String plain(String name) {
        var bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return bare.chars().allMatch(c -> c < 128) ? bare : PLAIN.transliterate(name);
    }

    /// As typed at the door: a tablet puts a capital first and a space last, a child an accent or a space for the dot.
    public static String typed(String saisie) {
        var login = saisie.strip();
        return login.length() > Hachage.LONGEST
                ? login
                : NOT_A_LOGIN
                        .matcher(BLANKS.matcher(plain(login)).replaceAll("."))
                        .replaceAll("");
    }
}
