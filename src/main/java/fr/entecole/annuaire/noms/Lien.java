package fr.entecole.annuaire.noms;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a guardian is to a child, in words, from the feed's code of the link (AAF 1D, reference §6.2): the codes of
/// today, those before 2017, and the secondary schools' that some feeds still carry. An unknown code is a guardian.
public final class Lien {

    private Lien() {}

    /// Such as "mère", to stand after a name.
    public static String words(String code) {
        return switch (code.strip()) {
            case "10", "2" -> t("mère");
            case "20", "1" -> t("père");
            case "31" -> t("frère");
            case "32" -> t("sœur");
            case "33" -> t("grand-père");
            case "34" -> t("grand-mère");
            case "35" -> t("oncle");
            case "36" -> t("tante");
            case "37" -> t("frère ou sœur");
            case "38" -> t("grand-parent");
            case "39", "40", "4" -> t("autre membre de la famille");
            case "41" -> t("éducateur ou éducatrice");
            case "42" -> t("assistant familial ou assistante familiale");
            case "43" -> t("garde d’enfant");
            case "50", "3" -> t("tuteur ou tutrice");
            case "51", "5" -> t("aide sociale à l’enfance");
            default -> t("responsable");
        };
    }

    /// The code of today for what a person's table says, such as « Mère » or « grand-mère »; empty where it says
    /// nothing that is known.
    public static Optional<String> typed(String mot) {
        var plain = Noms.plain(mot.strip().replaceFirst("(?i)\\(e\\)$", ""));
        return Optional.ofNullable(
                switch (plain) {
                    case "mere", "maman" -> "10";
                    case "pere", "papa" -> "20";
                    case "frere", "soeur", "sœur", "fratrie" -> "37";
                    case "grandpere", "grandmere", "grandparent", "grandsparents", "ascendant" -> "38";
                    case "oncle", "tante", "famille", "autremembredelafamille", "autremembrefamille", "beauparent" ->
                        "39";
                    case "educateur", "educatrice" -> "41";
                    case "assistantfamilial", "assistantefamiliale", "familledaccueil" -> "42";
                    case "gardedenfant", "nourrice", "assistantematernelle" -> "43";
                    case "tuteur", "tutrice" -> "50";
                    case "ase", "aidesocialealenfance" -> "51";
                    case "responsable", "responsablelegal", "representantlegal", "autre", "autrelien" -> "90";
                    default -> null;
                });
    }

    /// How a header names a guardian: "Mère d’Inès et de Younes". Links of several kinds, or to many children, are said
    /// without detail; without any child nothing is said.
    public static @Nullable String titre(List<String> codes, List<String> prenoms) {
        if (prenoms.isEmpty() || prenoms.size() > 4) {
            return null;
        }
        var kinds = codes.stream().map(Lien::words).distinct().toList();
        var parent = kinds.size() == 1 && (kinds.contains(t("mère")) || kinds.contains(t("père")));
        var kind = parent ? kinds.getFirst() : t("responsable");
        return kind.substring(0, 1).toUpperCase(Locale.FRENCH) + kind.substring(1) + " " + de(prenoms);
    }

    /// "d’Inès, de Younes et d’Ali".
    public static String de(List<String> prenoms) {
        int last = prenoms.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> (i == 0 ? "" : i == last ? t(" et ") : ", ") + Phrases.de(prenoms.get(i)))
                .reduce("", String::concat);
    }
}
