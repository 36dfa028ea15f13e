package fr.entecole.papier;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// What can be printed of a text, and with which fonts: each letter is drawn by the first font that has it, from the
/// house's own to the one that knows most. A letter that none draws (Cyrillic, on what is read in French alone) is
/// written with the nearest plain ones, never as a hole in somebody's name. Fonts are read without the system's own
/// font library, which a server may lack.
class Lettres {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    static final List<String> LATINES = List.of(
            "atkinson-next", "etendu/latin", "etendu/latin-ext", "etendu/andika-latin-ext", "etendu/andika-vietnamese");
    static final List<String> TOUTES = Stream.concat(
                    LATINES.stream(), Stream.of("etendu/andika-cyrillic", "etendu/noto-naskh-arabic"))
            .toList();
    static final int[] GRAISSES = {400, 700};
    private static final int LAST = 0x2FFF;

    private final Map<String, BitSet> drawn = new LinkedHashMap<>();

    Lettres(List<String> polices) {
        for (var police : polices) {
            var both = new BitSet(LAST);
            both.set(0, LAST);
            for (int graisse : GRAISSES) {
                both.and(read(resource(police, graisse)));
            }
            drawn.put(police, both);
        }
    }

    static String resource(String police, int graisse) {
        return "/polices/" + police + "-" + graisse + ".ttf";
    }

    String printable(String text) {
        if (plain(text)) {
            return text;
        }
        var printed = new StringBuilder(text.length());
        // Accents typed apart become one letter; the one that would strike out the "<" of a tag is nobody's.
        Normalizer.normalize(text.replace("\u0338", ""), Normalizer.Form.NFC)
                .codePoints()
                .forEach(letter -> {
                    if (letter < 128 || drawn.values().stream().anyMatch(police -> police.get(letter))) {
                        printed.appendCodePoint(letter);
                    } else {
                        printed.append(nearest(Character.toString(letter)));
                    }
                });
        return printed.toString();
    }

    /// The fonts that this text needs, in order; the house's own is always there.
    List<String> polices(String printable) {
        var left = new BitSet(LAST);
        printable.codePoints().filter(letter -> letter >= 128 && letter < LAST).forEach(left::set);
        List<String> needed = new ArrayList<>();
        drawn.forEach((police, letters) -> {
            if (needed.isEmpty() || left.intersects(letters)) {
                needed.add(police);
            }
            left.andNot(letters);
        });
        return needed;
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String nearest(String letter) {
        if (letter.isBlank() || letter.equals("\u202f")) {
            return "\u00a0";
        }
        // vowels above and below Arabic letters, which are read without
        if (Character.getType(letter.codePointAt(0)) == Character.NON_SPACING_MARK) {
            return "";
        }
        var plain = PLAIN.transliterate(letter);
        return plain.chars().allMatch(c -> c >= 32 && c < 127 && c != '<' && c != '&') ? plain : "";
    }

    private static BitSet read(String resource) {
        var letters = new BitSet(LAST);
        try (var in = Impression.stream(resource);
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            var glyphs = font.getUnicodeCmapLookup();
            for (int letter = 128; letter < LAST; letter++) {
                // a mark without its letter would be drawn beside it
                if (glyphs.getGlyphId(letter) != 0 && Character.getType(letter) != Character.NON_SPACING_MARK) {
                    letters.set(letter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }
}
