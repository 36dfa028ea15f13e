package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Words of the school that families do not all know, with what they mean: shown under the text that says them.
public final class Lexique {

    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,6}(?![\\p{L}\\p{N}])");

    /// Numbers of classes, and what everyone reads.
    private static final Set<String> KNOWN = Set.of(
            "TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "CE", "CM", "ENT", "PDF", "OK", "SMS", "II");

    private static final Map<String, Pattern> ECRITS = new ConcurrentHashMap<>();

    private Lexique() {}

    private static Map<String, String> mots() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("AESH", t("la personne qui aide un élève en situation de handicap"));
        mots.put("APC", t("des moments d’aide en petit groupe, après la classe"));
        mots.put("ATSEM", t("la personne qui aide la maîtresse ou le maître en maternelle"));
        mots.put("CLAE", t("l’accueil avant et après la classe"));
        mots.put("DDEN", t("une personne bénévole qui veille aux conditions de vie à l’école"));
        mots.put("EMC", t("les leçons sur le respect et la vie ensemble"));
        mots.put("EPS", t("le sport à l’école"));
        mots.put("ESS", t("une réunion pour organiser l’aide à un élève"));
        mots.put("GEVA-Sco", t("le document qui fait le point sur les besoins d’un élève"));
        mots.put("IEN", t("l’inspectrice ou l’inspecteur des écoles"));
        mots.put("LSU", t("le livret avec les progrès de votre enfant"));
        mots.put("MDPH", t("le service qui aide les personnes en situation de handicap"));
        mots.put("PAI", t("l’accord écrit pour les soins d’un enfant à l’école"));
        mots.put("PAP", t("les aides écrites pour un élève qui a du mal à apprendre"));
        mots.put("PPRE", t("un programme court pour aider un élève à progresser"));
        mots.put("PPS", t("le projet d’un élève en situation de handicap"));
        mots.put("RASED", t("les enseignants et psychologues qui aident à l’école"));
        mots.put("ULIS", t("un groupe où des élèves en situation de handicap sont aidés"));
        mots.put("coopérative scolaire", t("l’argent de la classe, donné librement par les familles"));
        mots.put("conseil d’école", t("la réunion de l’école, des parents élus et de la mairie"));
        mots.put("cycle", t("trois années d’école qui vont ensemble"));
        mots.put("livret scolaire", t("le document avec les progrès de votre enfant"));
        mots.put("récréation", t("la pause dans la cour"));
        mots.put("rentrée", t("le premier jour de l’école"));
        mots.put("trousse", t("la petite boîte pour les stylos"));
        return mots;
    }

    /// The words that a text says, in the order of this list.
    public static List<Mot> of(String texte) {
        var brut = texte.replace('\'', '’');
        return mots().entrySet().stream()
                .filter(mot -> says(brut, mot.getKey()))
                .map(mot -> new Mot(mot.getKey(), mot.getValue()))
                .toList();
    }

    private static boolean says(String brut, String mot) {
        return ECRITS.computeIfAbsent(mot, Lexique::written).matcher(brut).find();
    }

    /// How a word is found in a text whose apostrophes are curved.
    private static Pattern written(String mot) {
        int flags = Character.isUpperCase(mot.charAt(mot.length() - 1))
                ? Pattern.UNICODE_CASE
                : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(mot) + "s?(?![\\p{L}\\p{N}])", flags);
    }

    static Stream<String> abbreviations(String brut) {
        var mots = mots();
        return capitals(brut)
                .filter(mots::containsKey)
                .map(mot -> t(
                        "«\u00a0{0}\u00a0»\u00a0: toutes les familles ne connaissent pas ce mot. C’est {1}.",
                        mot, mots.getOrDefault(mot, "")));
    }

    static Stream<String> unknownAbbreviations(String brut) {
        var mots = mots();
        boolean shouting = brut.equals(brut.toUpperCase(Locale.FRENCH));
        return capitals(brut)
                .filter(mot -> !shouting && !mots.containsKey(mot) && !KNOWN.contains(mot))
                .map(mot -> t("«\u00a0{0}\u00a0»\u00a0: écrivez ces mots en entier.", mot));
    }

    private static Stream<String> capitals(String brut) {
        return CAPITALS.matcher(brut).results().map(MatchResult::group).distinct();
    }

    public record Mot(String mot, String sens) {}
}
