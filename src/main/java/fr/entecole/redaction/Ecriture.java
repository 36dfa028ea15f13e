package fr.entecole.redaction;

import static fr.entecole.socle.Phrases.t;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Blocks, written out: as HTML for pages, or as plain text for mail.
final class Ecriture {

    private Ecriture() {}

    /// @param niveau `h…` of the text's own headings, 2 to 5; those below are one further down
    static String html(List<Bloc> blocs, int niveau) {
        var out = new StringBuilder();
        blocs.forEach(bloc -> html(out, bloc, niveau));
        return out.toString();
    }

    private static void html(StringBuilder out, Bloc bloc, int niveau) {
        switch (bloc) {
            case Bloc.Paragraphe(var mots) -> element(out, "p", mots);
            case Bloc.Titre(var rang, var mots) -> element(out, "h" + (niveau + rang - 1), mots);
            case Bloc.Image(var source, var alternative) ->
                out.append("<img src=\"")
                        .append(source)
                        .append("\" alt=\"")
                        .append(escaped(alternative))
                        .append("\">");
            case Bloc.Liste(var numerotee, var points) -> {
                out.append(numerotee ? "<ol>" : "<ul>");
                for (var point : points) {
                    out.append("<li>");
                    point.forEach(held -> html(out, held, niveau));
                    out.append("</li>");
                }
                out.append(numerotee ? "</ol>" : "</ul>");
            }
            case Bloc.Tableau(var lignes) -> {
                out.append("<table><thead>");
                row(out, lignes.getFirst(), true);
                out.append("</thead><tbody>");
                lignes.stream().skip(1).forEach(cells -> row(out, cells, false));
                out.append("</tbody></table>");
            }
        }
    }

    /// A header that says nothing heads nothing: it is a cell.
    private static void row(StringBuilder out, List<List<Bloc.Mots>> cells, boolean heads) {
        out.append("<tr>");
        for (var cell : cells) {
            boolean head = heads && !cell.isEmpty();
            out.append(head ? "<th scope=\"col\">" : "<td>");
            words(out, cell);
            out.append(head ? "</th>" : "</td>");
        }
        out.append("</tr>");
    }

    private static void element(StringBuilder out, String name, List<Bloc.Mots> mots) {
        out.append('<').append(name).append('>');
        words(out, mots);
        out.append("</").append(name).append('>');
    }

    private static void words(StringBuilder out, List<Bloc.Mots> mots) {
        for (var some : mots) {
            if (!some.lien().isEmpty()) {
                out.append("<a href=\"").append(escaped(some.lien())).append("\">");
            }
            out.append(some.gras() ? "<strong>" : "")
                    .append(escaped(some.texte()).replace("\n", "<br>"))
                    .append(some.gras() ? "</strong>" : "")
                    .append(some.lien().isEmpty() ? "" : "</a>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String unescaped(String words) {
        return words.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    static String brut(List<Bloc> blocs) {
        return blocs.stream().map(Ecriture::brut).collect(Collectors.joining("\n\n"));
    }

    private static String brut(Bloc bloc) {
        return switch (bloc) {
            case Bloc.Paragraphe(var mots) -> brutWords(mots);
            case Bloc.Titre(var _, var mots) -> brutWords(mots);
            case Bloc.Image(var _, var alternative) ->
                alternative.isEmpty() ? t("[Image]") : t("[Image : {0}]", alternative);
            case Bloc.Liste(var numerotee, var points) -> {
                var lines = new ArrayList<String>();
                for (var point : points) {
                    var mark = numerotee ? lines.size() + 1 + ". " : "- ";
                    var held = point.stream().map(Ecriture::brut).collect(Collectors.joining("\n"));
                    lines.add(mark + held.replace("\n", "\n" + " ".repeat(mark.length())));
                }
                yield String.join("\n", lines);
            }
            case Bloc.Tableau(var lignes) ->
                lignes.stream()
                        .map(cells -> cells.stream()
                                .map(cell -> brutWords(cell).replace('\n', ' '))
                                .collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String brutWords(List<Bloc.Mots> mots) {
        return mots.stream().map(Ecriture::brutWord).collect(Collectors.joining());
    }

    private static String brutWord(Bloc.Mots mots) {
        var lien = mots.lien().replaceFirst("^(?i)(mailto|tel):", "");
        return lien.isEmpty() || lien.equals(mots.texte()) ? mots.texte() : mots.texte() + " (" + lien + ")";
    }
}
