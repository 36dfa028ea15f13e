package fr.entecole.comptes.feuilles;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// What can be printed of a text: a letter that no font of the house draws is written with the nearest plain ones
/// (Cyrillic, two accents on one letter), never as a hole in somebody's name. Fonts are read without the system's own
/// font library, which a server may lack.
class Lettres {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final int LAST = 0x2FFF;

    private final BitSet drawn = new BitSet(LAST);

    Lettres() {
        for (var police : List.of("atkinson-next-400", "etendu/latin-400", "etendu/latin-ext-400")) {
            read("/polices/" + police + ".ttf");
        }
    }

    String printable(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        var printed = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter < 128 || drawn.get(letter)) {
                printed.appendCodePoint(letter);
            } else {
                printed.append(plain(Character.toString(letter)));
            }
        });
        return printed.toString();
    }

    private static String plain(String letter) {
        if (letter.isBlank() || letter.equals("\u202f")) {
            return "\u00a0";
        }
        var plain = PLAIN.transliterate(letter);
        return plain.chars().allMatch(c -> c >= 32 && c < 127 && c != '<' && c != '&') ? plain : "";
    }

    private void read(String resource) {
        try (var in = Impression.stream(resource);
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            var glyphs = font.getUnicodeCmapLookup();
            for (int letter = 128; letter <= LAST; letter++) {
                if (glyphs.getGlyphId(letter) != 0) {
                    drawn.set(letter);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
