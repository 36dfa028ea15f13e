package fr.entecole.comptes.feuilles;

import com.ibm.icu.text.Transliterator;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// What can be printed of a text: a letter that no font of the house draws is written with the nearest plain ones
/// (Cyrillic, two accents on one letter), never as a hole in somebody's name.
class Lettres {

    private static final Transliterator PLAIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private final List<Font> polices = Stream.of("atkinson-next-400", "etendu/latin-400", "etendu/latin-ext-400")
            .map(name -> font("/polices/" + name + ".ttf"))
            .toList();

    String printable(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        var printed = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter < 128 || polices.stream().anyMatch(font -> font.canDisplay(letter))) {
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

    private static Font font(String resource) {
        try (var in = Impression.stream(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
