package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text that a person has written, with its headings, lists, links, tables and pictures, as it is kept and shown.
/// The only way to one is [#of], which judges what was typed: what is in [#html] is safe, well formed and the same
/// when it is judged again. A room keeps `html` in its row, and gives it back with `new TexteRiche(rs.getString(…))`.
///
/// Only `p`, `h2`, `h3`, `strong`, `ul`, `ol`, `li`, `a href`, `table` with `th scope`, `br` and `img src alt` are in
/// it; a picture is `/documents/{id}`. ADR 0043.
///
/// @param html safe; empty when nothing was written
public record TexteRiche(String html) {

    /// Signs of the longest text that is kept, tags included: some sixty pages.
    public static final int LONGEST = 150_000;

    public static final TexteRiche VIDE = new TexteRiche("");

    private static final Pattern OF_THE_EDITOR =
            Pattern.compile("<(p|h[1-6]|ul|ol|table|img|div)[\\s>/]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final int OWN_LEVEL = 2;

    /// @param typed HTML of the editor, or what was typed in a text area without it
    public static TexteRiche of(String typed) {
        var text = allowed(typed);
        var blocs =
                OF_THE_EDITOR.matcher(text.stripLeading()).lookingAt() ? Nettoyage.blocs(text) : Notation.read(text);
        return new TexteRiche(Ecriture.html(blocs, OWN_LEVEL));
    }

    public boolean vide() {
        return html.isEmpty();
    }

    /// @return why it cannot be kept, for the field it was typed in; empty when it can
    public Optional<String> refus() {
        return html.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(t("Ce texte est trop long pour être lu : {0, number} caractères au plus.", LONGEST));
    }

    /// Plain text, for mail, a summary, or a list.
    public String brut() {
        return Ecriture.brut(blocs());
    }

    /// Its words and nothing of its shape, for who looks for some in it. Judges nothing again, as [#brut] does: what is
    /// in `html` has been written by [Ecriture], where no sign of a tag stands in words or attributes.
    public String mots() {
        return Ecriture.unescaped(TAGS.matcher(html).replaceAll(" "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// As it is typed in a text area without the editor.
    public String saisie() {
        return Notation.written(blocs());
    }

    /// As it is shown under a heading of the page.
    ///
    /// @param niveau of the text's own headings there, 2 to 5: 3 under an `h2`
    public String html(int niveau) {
        return niveau == OWN_LEVEL ? html : Ecriture.html(blocs(), niveau);
    }

    /// The same for the screen: a table that is wider than it scrolls by itself, with the keyboard too.
    ///
    /// @param tableau what such a place is called there
    public String montre(int niveau, String tableau) {
        // the tags themselves: in words they are written &lt;table&gt;; a text without a title begins by its subtitles
        return html(html.contains("<h2>") ? niveau : niveau - 1)
                .replace(
                        "<table>",
                        "<div class=\"ent-donnees__cadre\" role=\"region\" tabindex=\"0\" aria-label=\""
                                + tableau.replace("\"", "&quot;") + "\"><table>")
                .replace("</table>", "</table></div>");
    }

    private List<Bloc> blocs() {
        return Nettoyage.blocs(html);
    }

    /// Without what no text has: halves of a sign, and what is not for reading.
    private static String allowed(String typed) {
        var kept = new StringBuilder(typed.length());
        typed.codePoints()
                .filter(c -> c == '\n' || c == '\r' || c == '\t' || (c >= ' ' && c != 0x7f))
                .filter(c -> c < 0x80 || c > 0x9f)
                .filter(c -> (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
