package fr.entecole;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every sentence that a person reads is set as French is: curly apostrophes, and a space that does not break before
/// `: ; ! ? » %` and `€`, after `«`, and inside an hour (DESIGN §6). What is counted agrees with its number.
class TypographieTests {

    private static final Pattern SENTENCE = Pattern.compile("\\bt\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern FAULT = Pattern.compile("\\p{L}'\\p{L}| [:;!?»%€]|« |\\d h\\b|\\bh \\d\\d\\b");

    /// A number before a plural, or a count's label: `{0} écoles`, `Fait.compte(t("élèves arrivés"), n)`.
    private static final Pattern PLURAL =
            Pattern.compile("(?:\\{\\d(?:, number)?\\}[\u00a0 ])(?!dans|sous|sans|fois|plus|des\\b)"
                    + "\\p{L}+[sx](?![\\p{L}’])(?! au plus)");

    private static final Pattern COUNT =
            Pattern.compile("Fait\\.compte\\(\\s*t\\(\\s*\"(?!\\{0, plural|sans )([^\"]*)\"");

    /// A day of the month that is written without [Dates]: the first of a month is « 1er ».
    private static final Pattern DAY =
            Pattern.compile("(?:dates|ofPattern)\\([^)\"]*(\"(?:[^\"]* )?d(?: MMM[^\"]*)?\")");

    /// The first so many of a list cut at a fixed length.
    private static final Pattern FIXED = Pattern.compile("^Les \\{0\\} |\\{0(, number)?\\} caractères au plus");

    @Test
    void makesEveryCountedWordAgree() throws IOException {
        assertNone(
                faulty(SENTENCE, s -> s.contains("plural") || FIXED.matcher(s).find() ? "" : found(PLURAL, s)));
        assertNone(faulty(COUNT, s -> s));
    }

    @Test
    void setsEverySentenceAsFrenchIs() throws IOException {
        assertNone(faulty(SENTENCE, s -> found(FAULT, s)));
    }

    @Test
    void writesEveryDayOfAMonthTheSameWay() throws IOException {
        assertNone(faulty(DAY, s -> s).stream()
                .filter(f -> !f.contains("socle/Dates.java"))
                .toList());
        assertThat(List.of("dates(\"d MMMM\")", "ofPattern(\"EEEE d MMM yyyy\")", "dates(\"d\")"))
                .allMatch(s -> DAY.matcher(s).find());
        assertThat(List.of("dates(\"MMMM yyyy\")", "ofPattern(\"dd/MM/yyyy\")", "dates(\"EEEE\")"))
                .noneMatch(s -> DAY.matcher(s).find());
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(faults(Path.of("essai.jte"), "@page\n${t(\"Quoi ?\")}", SENTENCE, s -> found(FAULT, s)))
                .singleElement(STRING)
                .startsWith("essai.jte:2 : « Quoi ? » : «  ? » est U+0020 U+003F")
                .contains("espace insécable U+00A0");
        assertThat(faults(Path.of("Essai.java"), "t(\"l'école\")", SENTENCE, s -> found(FAULT, s)))
                .singleElement(STRING)
                .contains("« l'é » est U+006C U+0027 U+00E9", "apostrophe ’ U+2019");
        assertThat(faults(Path.of("Essai.java"), "t(\"{0} élèves\")", SENTENCE, s -> found(PLURAL, s)))
                .singleElement(STRING)
                .contains("« {0} élèves »", "{0, plural, one {# école} other {# écoles}}");
    }

    private static void assertNone(List<String> faults) {
        assertThat(faults).as("\n" + String.join("\n", faults) + "\n").isEmpty();
    }

    private static String found(Pattern fault, String sentence) {
        var found = fault.matcher(sentence);
        return found.find() ? found.group() : "";
    }

    /// @param fault the part of a sentence that is wrong, empty when none is
    private static List<String> faulty(Pattern sentence, UnaryOperator<String> fault) throws IOException {
        var faults = new ArrayList<String>();
        for (var root : List.of("src/main/jte", "src/main/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    faults.addAll(faults(file, Files.readString(file), sentence, fault));
                }
            }
        }
        return faults;
    }

    private static List<String> faults(Path file, String text, Pattern sentence, UnaryOperator<String> fault) {
        return sentence.matcher(text)
                .results()
                .filter(m -> !fault.apply(m.group(1)).isEmpty())
                .map(m -> "%s:%d : « %s » : %s"
                        .formatted(
                                file,
                                text.substring(0, m.start(1)).lines().count(),
                                m.group(1),
                                advice(fault.apply(m.group(1)))))
                .toList();
    }

    private static String advice(String found) {
        var signs = found.codePoints().limit(6).mapToObj("U+%04X"::formatted).collect(joining(" "));
        var mend = switch (found) {
            case String s when s.contains("'") -> "mettez l’apostrophe ’ U+2019";
            case String s when s.matches("\"(.* )?d( MMM.*)?\"") -> "écrivez la date par socle.Dates : le 1er, le 2";
            case String s when FAULT.matcher(s).find() -> "mettez l’espace insécable U+00A0 (\\u00a0)";
            default -> "accordez : {0, plural, one {# école} other {# écoles}}";
        };
        return "« " + found + " » est " + signs + " : " + mend;
    }

    @Test
    void findsTheFaultsItLooksFor() {
        assertThat(List.of("l'école", "Quoi ?", "« oui", "à 7 h", "7 h 30", "10 %"))
                .allMatch(s -> FAULT.matcher(s).find());
        assertThat(List.of(
                        "l’école",
                        "Quoi\u00a0?",
                        "«\u00a0oui\u00a0»",
                        "à 7\u00a0h\u00a030",
                        "{0, plural, one {# an} other {# ans}}"))
                .noneMatch(s -> FAULT.matcher(s).find());
        assertThat(List.of("{0} responsables venus", "{0, number} écoles"))
                .allMatch(s -> PLURAL.matcher(s).find());
        assertThat(List.of("{0} sur {1}", "{0} dans {1}", "{0} des écoles", "{0} s’engage", "({0, number} fois)"))
                .noneMatch(s -> PLURAL.matcher(s).find());
    }
}
