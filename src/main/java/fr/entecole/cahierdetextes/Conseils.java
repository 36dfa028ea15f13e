package fr.entecole.cahierdetextes;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the page says gently to who gives work; it refuses nothing. Pure.
final class Conseils {

    /// What makes a pupil write at home: « aucun devoir écrit, soit obligatoire, soit facultatif, ne sera demandé aux
    /// élèves hors de la classe » (circulaire du 29 décembre 1956, arrêté du 23 novembre 1956).
    private static final Pattern ECRIT = Pattern.compile(
            "\\b(exercices?|redactions?|redige[rz]?|recopie[rz]?|copie[rz]|copie (le|la|les|ces|ta|ton|tes)|ecri[st]"
                    + "|ecrivez|ecrire|par ecrit|problemes?|conjugue[rz]?|operations?)\\b");

    private Conseils() {}

    /// Whether it seems to ask for something written.
    static boolean asksToWrite(String texte) {
        return ECRIT.matcher(plain(texte)).find();
    }

    /// About how many minutes the most charged of these pupils has for a day, of all who share the class.
    ///
    /// @param travaux of one day
    static int evening(Collection<Travail> travaux, List<Eleve> eleves) {
        return eleves.stream()
                .mapToInt(eleve -> travaux.stream()
                        .filter(Travail::aFaire)
                        .filter(eleve::concerns)
                        .mapToInt(Travail::minutes)
                        .sum())
                .max()
                .orElse(0);
    }

    private static String plain(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
