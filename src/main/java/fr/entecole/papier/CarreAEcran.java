package fr.entecole.papier;

import com.google.zxing.common.BitMatrix;

/// The square to photograph, as a page draws it: one shape in SVG, no picture and no script.
///
/// @param cote side, in modules, with the white border that telephones need
/// @param trace the dark modules, as the `d` of a path
public record CarreAEcran(int cote, String trace) {

    private static final int BORDER = 4;

    public static CarreAEcran of(String adresse) {
        var modules = Carre.modules(adresse);
        return new CarreAEcran(modules.getWidth() + 2 * BORDER, trace(modules));
    }

    private static String trace(BitMatrix modules) {
        var words = new StringBuilder();
        for (int line = 0; line < modules.getHeight(); line++) {
            for (int at = 0; at < modules.getWidth(); at++) {
                if (modules.get(at, line)) {
                    words.append('M')
                            .append(at + BORDER)
                            .append(' ')
                            .append(line + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return words.toString();
    }
}
