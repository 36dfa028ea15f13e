package fr.entecole.papier;

import java.util.Map;

/// A part of a printing, set at one go: one page or some dozens. Composed in `Langue.FRANCAIS`, where [Imprimerie]
/// calls.
///
/// @param gabarit template of the room that prints, without its extension: `annuaire/classes/_liste`. A whole document
///     in XHTML, with `lang`, a title, a description and the subject: PDF/UA asks for them
/// @param parametres of the template
/// @param style CSS 2.1 of the page setter, after the house's own (`papier.css`): pages without margin, the face,
///     tables
/// @param alphabets whether it is also read in another alphabet than ours: Cyrillic and Arabic are drawn as they are,
///     the latter from right to left; elsewhere a name is written so that whoever holds the list can call it
public record Feuillet(String gabarit, Map<String, Object> parametres, String style, boolean alphabets) {

    public Feuillet {
        parametres = Map.copyOf(parametres);
    }

    public Feuillet(String gabarit, Map<String, Object> parametres, String style) {
        this(gabarit, parametres, style, false);
    }

    /// @param feuille a resource: `/fr/entecole/presences/registre/imprime.css`
    public static Feuillet styled(String gabarit, Map<String, Object> parametres, String feuille) {
        return new Feuillet(gabarit, parametres, Impression.text(feuille));
    }
}
