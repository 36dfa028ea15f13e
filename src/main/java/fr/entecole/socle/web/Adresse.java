package fr.entecole.socle.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/// Addresses of our pages, with their values: `Adresse.of("/annuaire/ecoles?q={q}&apres={apres}", typed, key)`. Each
/// value is encoded for its place; an address without values is one already, and stays as it is.
public final class Adresse {

    private Adresse() {}

    public static String of(String adresse, @Nullable Object... valeurs) {
        return valeurs.length == 0
                ? adresse
                : UriComponentsBuilder.fromUriString(adresse)
                        .encode()
                        .buildAndExpand(valeurs)
                        .toUriString();
    }

    /// The answer to what has changed something: the browser asks for another page of ours by GET (303), and going back
    /// repeats nothing.
    public static ModelAndView go(String adresse, @Nullable Object... valeurs) {
        var path = of(adresse, valeurs);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a page of ours: " + path);
        }
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
