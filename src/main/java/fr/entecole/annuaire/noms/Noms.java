package fr.entecole.annuaire.noms;

import fr.entecole.socle.Phrases;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names as people write them, from names as feeds do: capitals, double hyphens between the two halves of a double
/// surname, straight apostrophes, trailing hyphens. What a feed typed in mixed case is left as typed; a missing accent
/// is never invented.
public final class Noms {

    private static final Pattern HYPHENS = Pattern.compile("\\s*-[\\s-]*");
    private static final Pattern OUTER_HYPHEN = Pattern.compile("^-|-$");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s&/]+");
    private static final Pattern AFTER_TITLE = Pattern.compile("(?<=\\b(?:Mme|M\\.)) ");
    /// The shouted surname after a title, with the particles before it: `M. OUSTRY`, `Mme DE LA TOUR`.
    private static final Pattern SHOUTED_AFTER_TITLE =
            Pattern.compile("(?<=\\b(?:Mme|M\\.) )(?:(?:DE|DU|DES|LA|LE|EL) )*\\p{Lu}[\\p{Lu}'’-]+(?![\\p{L}\\d])");
    private static final Pattern SECTOR = Pattern.compile("\\.?P[UR]$");
    private static final Pattern OLD_SEPARATOR = Pattern.compile("-(?:ac-.*)?");
    private static final Pattern WORD = Pattern.compile("[^\\s'’-]+");
    private static final String DOTTED_I = "i\u0307";
    private static final Set<String> PARTICLES = Set.of("de", "d", "du", "des");
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "à", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur");
    private static final Set<String> BETWEEN_TWO_NAMES =
            Set.of("d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lès", "sous", "sur", "aux", "au");
    private static final Pattern SAINT = Pattern.compile("\\b(ST|STE) ");
    private static final Pattern ELIDED = Pattern.compile("\\b([DL]) (?=[AEÉIOUYH])");
    private static final Pattern INITIAL_ARTICLE = Pattern.compile("^(?:LA|LE|LES) ");
    /// What a post office adds to a town: `NARBONNE CEDEX`, `TOULOUSE 3`.
    private static final Pattern DELIVERY = Pattern.compile("\\bCEDEX\\b|\\d");
    private static final Map<String, String> SIGLES = Map.of(
            "E.E", "École élémentaire",
            "E.M", "École maternelle",
            "E.P", "École primaire",
            "E.E.A", "École élémentaire d’application",
            "E.M.A", "École maternelle d’application");

    private Noms() {}

    public static String personne(String feed) {
        var plain = hyphens(feed.strip()).replace('\'', '’');
        if (!isShouted(plain)) {
            return plain;
        }
        return rewritten(WORD, plain.toLowerCase(Locale.FRENCH), match -> {
            var word = match.group();
            boolean particle =
                    PARTICLES.contains(word) && match.end() < plain.length() && plain.charAt(match.end()) != '-';
            return particle ? word : capital(word);
        });
    }

    /// One hyphen for two, none at either end; most names have none and cost nothing.
    private static String hyphens(String name) {
        if (name.indexOf('-') < 0) {
            return name;
        }
        return OUTER_HYPHEN.matcher(HYPHENS.matcher(name).replaceAll("-")).replaceAll("");
    }

    public static String complet(@Nullable String prenom, @Nullable String nom) {
        if (isOrganisme(prenom)) {
            return nom == null ? "" : organisme(nom);
        }
        return ((prenom == null ? "" : personne(prenom)) + " " + (nom == null ? "" : personne(nom))).strip();
    }

    /// Feeds write a body that answers for a child as someone of that first name.
    public static boolean isOrganisme(@Nullable String prenom) {
        return "organisme".equalsIgnoreCase(prenom);
    }

    /// A body that answers for a child: "Aide Sociale à l’Enfance".
    public static String organisme(String feed) {
        var plain = feed.strip().replace('\'', '’');
        return isShouted(plain)
                ? rewritten(WORD, plain.toLowerCase(Locale.FRENCH), match -> {
                    boolean small = match.start() > 0 && SMALL_WORDS.contains(match.group());
                    return small ? match.group() : capital(match.group());
                })
                : plain;
    }

    /// A teacher as pupils and families name them: "Mme Estève".
    public static String civil(@Nullable String civilite, String prenom, String nom) {
        return civilite == null || civilite.isBlank() ? complet(prenom, nom) : civilite + "\u00a0" + personne(nom);
    }

    /// A class as its school wrote it; a surname in capitals that is its teacher's is written as the teacher's is
    /// (`CM1 Mme ESTEVE` → "CM1 Mme Estève"), one after a title as people write names (`M. OUSTRY` → "M. Oustry");
    /// anything else is left alone.
    public static String classe(String label, List<Enseignant> enseignants) {
        var shown = label.strip();
        for (var enseignant : enseignants) {
            var plain = plain(enseignant.nom());
            for (var word : BETWEEN_WORDS.split(shown, -1)) {
                if (!plain.isEmpty() && plain(word).equals(plain)) {
                    shown = shown.replace(word, enseignant.nom());
                }
            }
        }
        shown = rewritten(SHOUTED_AFTER_TITLE, shown, match -> personne(match.group()));
        return AFTER_TITLE.matcher(shown).replaceAll("\u00a0").replace('\'', '’');
    }

    /// Letters only, no accents, lower case: how two spellings of one name are compared.
    public static String plain(String name) {
        return NOT_A_LETTER
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.FRENCH);
    }

    /// A town, or the name of a school, as people write it: small words between two others in small letters, the
    /// apostrophe curled. An accent that the feed has lost comes with the names of the public annuaire (`import noms`).
    public static String commune(String feed) {
        var plain = feed.replace('\'', '’');
        return isShouted(plain)
                ? rewritten(WORD, plain.toLowerCase(Locale.FRENCH), match -> {
                    boolean small = match.start() > 0
                            && match.end() < plain.length()
                            && BETWEEN_TWO_NAMES.contains(match.group());
                    return small ? match.group() : capital(match.group());
                })
                : plain;
    }

    /// The town of an address: the rules of the official code for names of several words, which feeds forget.
    public static String ville(String feed) {
        var saint = SAINT.matcher(feed.strip().toUpperCase(Locale.FRENCH))
                .replaceAll(match -> match.group(1).equals("ST") ? "SAINT " : "SAINTE ");
        var shouted = ELIDED.matcher(saint).replaceAll("$1’");
        var article = INITIAL_ARTICLE.matcher(shouted);
        int from = article.find() ? article.end() : 0;
        return isShouted(feed) && DELIVERY.matcher(shouted).results().findAny().isEmpty()
                ? commune(shouted.substring(0, from) + shouted.substring(from).replace(' ', '-'))
                : commune(feed);
    }

    /// `E.E.PU$MARIE CURIE$LEZIGNAN-CORBIERES` → "École élémentaire Marie Curie"; without a name of its own, the school
    /// takes its commune's. Feeds before 2018 write `E.E.PU-LABORIE-ac-TOULOUSE`.
    public static String ecole(String nomCourant, @Nullable String commune) {
        var parts = nomCourant.contains("$") ? nomCourant.split("\\$", -1) : OLD_SEPARATOR.split(nomCourant, -1);
        var sigle = SECTOR.matcher(parts[0]).replaceAll("");
        var kind = SIGLES.getOrDefault(sigle, "École");
        var name = parts.length > 1 ? parts[1].strip() : "";
        if (parts[0].startsWith("IEN")) {
            return "Circonscription " + commune(name);
        }
        if (!SIGLES.containsKey(sigle) && !parts[0].startsWith("E.")) {
            return commune(nomCourant.replace('$', ' ').strip());
        }
        if (!name.isEmpty()) {
            return kind + " " + commune(name);
        }
        return commune == null || commune.isBlank() ? kind : kind + " " + of(commune(commune));
    }

    /// "de Lespignan", "d’Alès", "du Barcarès".
    private static String of(String commune) {
        return commune.startsWith("Le ")
                ? "du " + commune.substring(3)
                : commune.startsWith("Les ") ? "des " + commune.substring(4) : Phrases.de(commune);
    }

    /// The first letter of a name as a picture or an initial shows it: never half a character, nothing for no name.
    public static String initiale(String name) {
        int letter = name.codePoints()
                .filter(Character::isLetterOrDigit)
                .findFirst()
                .orElseGet(() -> name.codePoints().findFirst().orElse(0));
        return letter == 0 ? "" : Character.toString(letter);
    }

    /// What stands for each match is put in as it is: `$` and `\` are signs of a name like any other.
    private static String rewritten(Pattern what, String text, Function<MatchResult, String> by) {
        return what.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }

    private static boolean isShouted(String s) {
        return s.equals(s.toUpperCase(Locale.FRENCH)) || s.equals(s.toLowerCase(Locale.FRENCH));
    }

    /// A dotted İ in lower case is an i and a dot above it, which no font draws as one letter.
    private static String capital(String word) {
        var first = word.startsWith(DOTTED_I) ? "İ" : word.substring(0, 1).toUpperCase(Locale.FRENCH);
        return first
                + word.substring(word.startsWith(DOTTED_I) ? DOTTED_I.length() : 1)
                        .replace(DOTTED_I, "i");
    }
}
