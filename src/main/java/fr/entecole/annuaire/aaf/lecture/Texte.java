package fr.entecole.annuaire.aaf.lecture;

import java.text.Normalizer;

/// A value without what nobody sees: control signs, zero-width ones and marks of direction never enter the directory,
/// any blank is a space. What stands for a letter that was lost on the way is kept as U+FFFD, for whoever judges it.
public final class Texte {

    /// Of a letter that was lost: what the value says is not known.
    public static final char PERDUE = '\uFFFD';

    /// U+0080 to U+009F, which are no signs: references written on Windows (`&#156;` is œ). Where an old Macintosh may
    /// have written another letter, it is lost.
    private static final String DE_WINDOWS =
            "€\uFFFD\uFFFD\uFFFD\uFFFD…\uFFFD\uFFFD\uFFFD\uFFFDŠ\uFFFDŒ\uFFFD\uFFFD\uFFFD"
                    + "\uFFFD‘’“”\uFFFD–—\uFFFD\uFFFDš\uFFFDœ\uFFFD\uFFFDŸ";
    /// Letters to Unicode, blanks to the eye: the fillers of Hangul and an empty Braille cell.
    private static final String BLANCS = "\u115F\u1160\u3164\uFFA0\u2800";

    private Texte() {}

    /// @return the value as it is kept, without blanks around it
    public static String clean(String valeur) {
        for (int i = 0; i < valeur.length(); i++) {
            char c = valeur.charAt(i);
            if (c < 0x20 || (c > 0x7E && c < 0xA1) || c == 0xAD || c >= 0x300) {
                return rewritten(valeur);
            }
        }
        return valeur.strip();
    }

    private static String rewritten(String valeur) {
        var texte = new StringBuilder(valeur.length());
        valeur.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || BLANCS.indexOf(c) >= 0) {
                texte.append(' ');
            } else if (c >= 0x80 && c < 0xA0) {
                texte.append(DE_WINDOWS.charAt(c - 0x80));
            } else {
                switch (Character.getType(c)) {
                    case Character.FORMAT -> {}
                    case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
                        texte.append(PERDUE);
                    default -> texte.appendCodePoint(c);
                }
            }
        });
        return Normalizer.normalize(texte, Normalizer.Form.NFC).strip();
    }
}
