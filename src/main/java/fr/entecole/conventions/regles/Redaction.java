package fr.entecole.conventions.regles;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of a convention: the year’s, its variables filled in, as blocks to be set on paper.
///
/// A line of the text is a block: `# ` the title, `## ` an article, `### ` one inside it, `- ` a point of a list,
/// `[ecoles]`, `[signatures]`, `[annexe]` what is drawn there, any other one a paragraph; `{nom}` is a
/// variable. An unknown one is refused when the region writes it ([#unknown]).
public final class Redaction {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zé-]+)}");

    private Redaction() {}

    /// @param partie who signs for the commune’s side
    /// @param date of the document; null as long as nobody has signed
    public static List<Bloc> of(
            Parametres parametres, Partie partie, List<EcoleInscrite> ecoles, @Nullable LocalDate date) {
        var values = values(parametres, partie, ecoles.size(), date);
        List<Bloc> blocs = new ArrayList<>();
        parametres
                .texte()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var genre = Genre.of(line);
                    blocs.add(new Bloc(
                            genre, filled(line.substring(genre.marque.length()).strip(), values)));
                });
        return List.copyOf(blocs);
    }

    /// Variables of a text that mean nothing, for whoever writes it.
    public static List<String> unknown(Parametres parametres) {
        var known = values(parametres, new Partie("", "", "", "", ""), 0, null).keySet();
        return VARIABLE.matcher(parametres.texte())
                .results()
                .map(m -> m.group(1))
                .filter(nom -> !known.contains(nom))
                .distinct()
                .toList();
    }

    private static Map<String, String> values(Parametres p, Partie partie, int ecoles, @Nullable LocalDate date) {
        var blank = "……………………";
        Map<String, String> values = new HashMap<>(p.mots());
        values.put("annee", p.anneeScolaire().toString());
        values.put("prix", p.prixParEcole().chiffres());
        values.put("prix-en-lettres", p.prixParEcole().lettres());
        values.put("nombre", String.valueOf(ecoles));
        values.put("nombre-en-lettres", EnLettres.of(ecoles));
        values.put("montant", p.montant(ecoles).chiffres());
        values.put("montant-en-lettres", p.montant(ecoles).lettres());
        values.put("fin", Dates.words(p.fin()));
        values.put("preavis", EnLettres.of(p.preavis()));
        values.put("preavis-mois", p.preavis() == 1 ? "d’un mois" : "de " + EnLettres.of(p.preavis()) + " mois");
        values.put("profils", p.profils());
        values.put("partie", p.partie());
        values.put("tribunal", p.tribunal());
        values.put("beaucoup", String.valueOf(p.beaucoup()));
        var fenetre = p.fenetre();
        values.put("fenetre-du", fenetre == null ? "" : dayMonth(fenetre.du()));
        values.put("fenetre-au", fenetre == null ? "" : dayMonth(fenetre.au()));
        values.put("collectivite", partie.denomination());
        values.put("siret", partie.siret());
        values.put("adresse", partie.adresse());
        values.put("representant", partie.representant());
        values.put("representant-qualite", partie.qualite());
        values.put(
                "signataire",
                p.signataire().nom().isEmpty() ? blank : p.signataire().nom());
        values.put("signataire-qualite", p.signataire().qualite());
        values.put(
                "par-delegation",
                p.signataire().delegant().isEmpty()
                        ? ""
                        : ", par délégation de " + p.signataire().delegant());
        values.put("lieu", p.signataire().lieu());
        values.put("date", date == null ? blank : Dates.words(date));
        return values;
    }

    private static String dayMonth(LocalDate jour) {
        var words = Dates.words(jour);
        return words.substring(0, words.lastIndexOf(' '));
    }

    private static String filled(String line, Map<String, String> values) {
        return VARIABLE.matcher(line)
                .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "{" + m.group(1) + "}")));
    }

    /// The commune’s side, as the document names it.
    ///
    /// @param denomination « Commune de Lespignan »
    public record Partie(String denomination, String siret, String adresse, String representant, String qualite) {}

    public record Bloc(Genre genre, String texte) {}

    public enum Genre {
        TITRE("# "),
        ARTICLE("## "),
        SOUS_ARTICLE("### "),
        POINT("- "),
        ECOLES("[ecoles]"),
        SIGNATURES("[signatures]"),
        ANNEXE("[annexe]"),
        PARAGRAPHE("");

        private final String marque;

        Genre(String marque) {
            this.marque = marque;
        }

        static Genre of(String line) {
            for (var genre : values()) {
                if (!genre.marque.isEmpty() && line.startsWith(genre.marque)) {
                    return genre;
                }
            }
            return PARAGRAPHE;
        }
    }
}
