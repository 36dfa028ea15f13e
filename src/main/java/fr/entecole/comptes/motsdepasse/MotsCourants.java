package fr.entecole.comptes.motsdepasse;

import static fr.entecole.socle.Phrases.t;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people choose first. By rule: a common word, or two, dressed with digits, a date, signs or figures for letters;
/// a walk on the keyboard, the alphabet, the same few signs again; the names of one's own places and children. By a
/// list: what leaks hold ([MotsDivulgues]), as it is and with every ending.
final class MotsCourants {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern BEGINNING = Pattern.compile("^[^a-z]+");
    private static final Pattern ENDING = Pattern.compile("[^a-z]+$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,5}?)\\1{2,}.{0,4}");
    // 12052016, 12/05/16, 2016-05-12, 12mai2016
    private static final Pattern DATE = Pattern.compile("(?<![0-9])(?:(?:0?[1-9]|[12][0-9]|3[01])(?:er)?[^a-z0-9]?"
            + "(?:0?[1-9]|1[0-2]|jan[a-z]*|fev[a-z]*|mars|avr[a-z]*|mai|juin|juil[a-z]*|aout|sep[a-z]*|oct[a-z]*"
            + "|nov[a-z]*|dec[a-z]*)[^a-z0-9]?(?:19|20)?[0-9]{2}"
            + "|(?:19|20)[0-9]{2}[^a-z0-9]?(?:0[1-9]|1[0-2])[^a-z0-9]?(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])");
    private static final int WALK = 4;
    /// Figures and signs around a word that make nothing of it.
    private static final int DRESS = 8;

    private static final List<String> ROWS = List.of(
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertz",
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "aqwzsxedcrfvtgbyhnujikolpm",
            "1a2z3e4r5t6y7u8i9o0p");

    private static final Set<String> WORDS = words();

    private MotsCourants() {}

    static String letters(String motDePasse) {
        return NOT_LETTERS.matcher(PLAIN.transliterate(motDePasse)).replaceAll("");
    }

    /// @param lieux names of the person's own places, such as « École Marie Curie, Lézignan-Corbières »
    /// @return what others would try in it, empty when it will do
    static Optional<Faiblesse> weakness(String motDePasse, Collection<String> lieux) {
        var known = new HashSet<>(WORDS);
        for (var lieu : lieux) {
            known.add(letters(lieu));
            Arrays.stream(NOT_LETTERS.split(PLAIN.transliterate(lieu)))
                    .filter(word -> word.length() > 2)
                    .forEach(known::add);
        }
        var plain = PLAIN.transliterate(motDePasse);
        var undated = DATE.matcher(plain).replaceAll("");
        if (REPEATED.matcher(plain).matches()) {
            return Optional.of(new Faiblesse(Sorte.REPETITION, List.of()));
        }
        if (!undated.equals(plain) && letters(undated).length() < WALK) {
            return Optional.of(new Faiblesse(Sorte.DATE, List.of()));
        }
        if (isWalk(plain)) {
            return Optional.of(new Faiblesse(Sorte.CLAVIER, List.of()));
        }
        var words = madeOf(known, undated);
        if (words.isEmpty()) {
            words = madeOf(known, unmasked(undated));
        }
        if (!words.isEmpty()) {
            return Optional.of(new Faiblesse(Sorte.MOTS, words));
        }
        return isLeaked(plain) || MotsDivulgues.contains(unmasked(plain))
                ? Optional.of(new Faiblesse(Sorte.DIVULGUE, List.of()))
                : Optional.empty();
    }

    /// As it is, or without some of the figures and signs around it.
    private static boolean isLeaked(String plain) {
        int first = plain.length() - BEGINNING.matcher(plain).replaceAll("").length();
        int last = ENDING.matcher(plain).replaceAll("").length();
        for (int from = 0; from <= Math.min(first, DRESS); from++) {
            for (int to = plain.length(); to >= Math.max(last, plain.length() - DRESS) && to - from > WALK; to--) {
                if (MotsDivulgues.contains(plain.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// "m0td3p@sse2026!" is "motdepasse" to whoever tries it.
    private static String unmasked(String plain) {
        return ENDING.matcher(plain)
                .replaceAll("")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's');
    }

    /// Nothing but one known word or two, one that leaks hold, or a walk, between digits and signs.
    ///
    /// @return these, empty when it is made of something else too
    private static List<String> madeOf(Set<String> known, String plain) {
        var parts = Arrays.stream(NOT_LETTERS.split(plain))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()
                || parts.size() > 3
                || plain.length() - String.join("", parts).length() > DRESS) {
            return List.of();
        }
        if (parts.size() == 1 && MotsDivulgues.contains(parts.getFirst())) {
            return parts;
        }
        var words = parts.stream().map(part -> known(known, part)).toList();
        return words.stream().anyMatch(List::isEmpty)
                ? List.of()
                : words.stream().flatMap(List::stream).toList();
    }

    /// @return the part itself, or the two words that it glues; nothing when it is unknown
    private static List<String> known(Set<String> known, String part) {
        if (known.contains(part) || isWalk(part)) {
            return List.of(part);
        }
        for (int cut = 2; cut <= part.length() - 2; cut++) {
            var first = part.substring(0, cut);
            var second = part.substring(cut);
            if (known.contains(first) && known.contains(second)) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    /// Keys that are neighbours, in one direction or the other, for all but three signs.
    private static boolean isWalk(String plain) {
        int walked = 0;
        for (int start = 0; start < plain.length(); ) {
            int length = walk(plain, start);
            walked += length;
            start += Math.max(1, length);
        }
        return walked >= WALK && plain.length() - walked <= 3;
    }

    private static int walk(String plain, int start) {
        int longest = 0;
        for (var row : ROWS) {
            var back = new StringBuilder(row).reverse().toString();
            for (int end = start + WALK; end <= plain.length(); end++) {
                var run = plain.substring(start, end);
                if (row.contains(run) || back.contains(run)) {
                    longest = Math.max(longest, end - start);
                }
            }
        }
        return longest;
    }

    enum Sorte {
        MOTS,
        DIVULGUE,
        DATE,
        CLAVIER,
        REPETITION
    }

    /// Why others would find it.
    ///
    /// @param mots those of it that are tried first, in plain lower case, where it is made of such
    record Faiblesse(Sorte sorte, List<String> mots) {

        String phrase() {
            return switch (sorte) {
                case MOTS -> {
                    // The little words that hold the others together are nobody's idea.
                    var said = mots.stream()
                            .distinct()
                            .filter(mot -> mot.length() > 3)
                            .toList();
                    var shown = (said.isEmpty() ? mots : said)
                            .stream().map(mot -> t("« {0} »", mot)).toList();
                    yield t(
                            "{0, plural, one {{1} est un mot que d’autres essaient} other {{1} sont des mots que d’autres essaient}} en premier. Prenez-en un autre, ou ajoutez-en deux qui n’ont rien à voir.",
                            shown.size(), String.join(t(" et "), shown));
                }
                case DIVULGUE ->
                    t("il est dans les listes de mots de passe volés. Changez les mots, pas seulement les chiffres.");
                case DATE -> t("c’est une date. Ajoutez-y deux mots qui n’ont rien à voir.");
                case CLAVIER -> t("ce sont des touches voisines du clavier. Prenez plutôt des mots.");
                case REPETITION -> t("la même suite y revient. Prenez plutôt des mots.");
            };
        }
    }

    private static Set<String> words() {
        try (var file = MotsCourants.class.getResourceAsStream("mots-courants.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
