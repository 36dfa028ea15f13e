package fr.entecole.comptes.motsdepasse;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What people choose first, known by rule rather than by a list: a common word, or two, dressed with digits, a year,
/// signs or figures for letters; a walk on the keyboard, the alphabet, the same few signs again; the names of one's
/// own places. A few hundred words make some hundred thousand passwords, and every ending of theirs.
final class MotsCourants {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern ENDING = Pattern.compile("[^a-z]+$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,5}?)\\1{2,}.{0,4}");
    private static final int WALK = 4;

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
    static boolean isCommon(String motDePasse, Collection<String> lieux) {
        var known = new HashSet<>(WORDS);
        for (var lieu : lieux) {
            known.add(letters(lieu));
            Arrays.stream(NOT_LETTERS.split(PLAIN.transliterate(lieu)))
                    .filter(word -> word.length() > 2)
                    .forEach(known::add);
        }
        var plain = PLAIN.transliterate(motDePasse);
        return REPEATED.matcher(plain).matches()
                || isMadeOf(known, plain)
                || isMadeOf(known, unmasked(plain))
                || isWalk(plain);
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

    /// Nothing but one known word or two, or a walk, between digits and signs.
    private static boolean isMadeOf(Set<String> known, String plain) {
        var parts = Arrays.stream(NOT_LETTERS.split(plain))
                .filter(part -> !part.isEmpty())
                .toList();
        return !parts.isEmpty()
                && parts.size() <= 3
                && parts.stream().allMatch(part -> isKnown(known, part))
                && plain.length() - String.join("", parts).length() <= 8;
    }

    private static boolean isKnown(Set<String> known, String part) {
        if (known.contains(part) || isWalk(part)) {
            return true;
        }
        for (int cut = 2; cut <= part.length() - 2; cut++) {
            if (known.contains(part.substring(0, cut)) && known.contains(part.substring(cut))) {
                return true;
            }
        }
        return false;
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
