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
public record Feuillet(String gabarit, Map<String, Object> parametres, String style) {

    public Feuillet {
        parametres = Map.copyOf(parametres);
    }

    /// @param feuille a resource: `/fr/entecole/presences/registre/imprime.css`
    public static Feuillet styled(String gabarit, Map<String, Object> parametres, String feuille) {
        return new Feuillet(gabarit, parametres, Impression.text(feuille));
    }
}
