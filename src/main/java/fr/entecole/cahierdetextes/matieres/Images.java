package fr.entecole.cahierdetextes.matieres;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The picture by which the youngest know a subject. In maternelle one speaks, counts apples and goes outside; from CP
/// on one reads, draws letters and says poems: the same word does not have the same picture, and no two subjects of the
/// programmes of one age share one.
public final class Images {

    private static final List<Image> MATERNELLE = List.of(
            new Image("voix", "langage|langue|francais|comptine|poesie|anglais|occitan"),
            new Image("histoire", "lecture|histoire|album|livre"),
            new Image("ballon", "sport|motricite|physique|piscine"),
            new Image("dessin", "arts?\\b|dessin|peinture|graphisme|ecriture"),
            new Image("tambour", "musique|chant|chorale"),
            new Image("pomme", "nombre|maths|mathematiques|compter|formes"),
            new Image("fleur", "monde|sciences|jardin|vivant|nature"),
            new Image("maison", "ensemble|classe|civique"));

    private static final List<Image> CP_CE1 = List.of(
            new Image("histoire", "lecture|livre"),
            new Image("cle", "francais|orthographe|grammaire|dictee|ecriture"),
            new Image("papillon", "poesie|comptine"),
            new Image("pomme", "maths|mathematiques|nombre|calcul|geometrie"),
            new Image("voix", "anglais|occitan|langue|langage"),
            new Image("fleur", "monde|sciences|jardin|nature"),
            new Image("maison", "civique|ensemble"),
            new Image("dessin", "arts?\\b|dessin|peinture"),
            new Image("tambour", "musique|chant|chorale"),
            new Image("ballon", "sport|physique|piscine|motricite"),
            new Image("ecole", "classe"));

    private Images() {}

    /// @param maternelle for a pupil of maternelle; else from CP on
    public static String of(String matiere, boolean maternelle) {
        var plain = Normalizer.normalize(matiere, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return (maternelle ? MATERNELLE : CP_CE1)
                .stream()
                        .filter(image -> image.mots.matcher(plain).find())
                        .map(Image::nom)
                        .findFirst()
                        .orElse("etoile");
    }

    private record Image(String nom, Pattern mots) {

        private Image(String nom, String mots) {
            this(nom, Pattern.compile(mots));
        }
    }
}
