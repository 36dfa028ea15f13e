package fr.entecole.annuaire.aaf.lecture;

import java.util.HashMap;
import java.util.Map;

/// The named entities of HTML 4 for Latin-1 (and the letters of ISO-8859-15), which some exports use without declaring
/// them (reference §3).
final class EntitesLatines {

    /// U+00A0 to U+00FF, in order.
    private static final String LATIN_1 = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
            sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
            Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
            ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
            szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
            icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
            yacute thorn yuml
            """;

    private EntitesLatines() {}

    static Map<String, String> all() {
        Map<String, String> entites = new HashMap<>();
        char lettre = '\u00A0';
        for (var nom : LATIN_1.strip().split("\\s+")) {
            entites.put(nom, String.valueOf(lettre++));
        }
        entites.putAll(Map.of(
                "OElig", "\u0152",
                "oelig", "\u0153",
                "Scaron", "\u0160",
                "scaron", "\u0161",
                "Yuml", "\u0178",
                "ndash", "\u2013",
                "mdash", "\u2014",
                "lsquo", "\u2018",
                "rsquo", "\u2019",
                "hellip", "\u2026"));
        return entites;
    }
}
