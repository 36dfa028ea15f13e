package fr.entecole.surete;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Somebody whose sending is stopped was about to send: they are told, and given back what they had typed.
final class EnvoiEnPause extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST = 20_000;
    private static final Pattern SENTENCE = Pattern.compile("\\S\\s+\\S");
    private static final Pattern SECRET = Pattern.compile("(?i).*(passe|secret|code|jeton|_csrf).*");
    private static final Pattern TAG = Pattern.compile("<[^>]{0,500}>");

    private final transient Tenue tenue;
    private final transient List<String> textes;

    EnvoiEnPause(Tenue tenue, List<String> textes) {
        super("", null, false, false);
        this.tenue = tenue;
        this.textes = textes;
    }

    Tenue tenue() {
        return tenue;
    }

    List<String> textes() {
        return textes;
    }

    static String plain(String valeur) {
        return TAG.matcher(valeur).replaceAll(" ").strip();
    }

    /// What a person recognises as theirs: sentences, without what lays them out.
    static List<String> typed(Map<String, String[]> saisie) {
        return saisie.entrySet().stream()
                .filter(field -> !SECRET.matcher(field.getKey()).matches())
                .flatMap(field -> Stream.of(field.getValue()))
                .map(EnvoiEnPause::plain)
                .filter(valeur ->
                        valeur.length() <= LONGEST && SENTENCE.matcher(valeur).find())
                .distinct()
                .toList();
    }
}
