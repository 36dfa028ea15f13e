package fr.entecole.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text as it is typed where there is no editor, in a plain text area: a blank line parts paragraphs, `- ` begins an
/// item, `1. ` a numbered one, `# ` a heading and `## ` one below, `| a | b |` is a line of a table, `**so**` is bold,
/// `[words](address)` is a link. A text written with the editor comes back in these signs and loses nothing.
final class Notation {

    private static final Pattern POINT = Pattern.compile("( *)(?:[-•*] |(\\d{1,4})[.)] )(.*)");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\((" + Nettoyage.DOCUMENT.pattern() + ")\\)");
    private static final Pattern SIGNE = Pattern.compile("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"
            + "|\\[([^\\[\\]\\n]+)]\\((" + Nettoyage.ADRESSE.pattern().replace("\\s", "\\s()") + ")\\)"
            + "|(https?://[^\\s\"'<>()\\\\]*[\\w/])");
    private static final Pattern MARQUE = Pattern.compile("^( *)(#|[-•*] |\\d{1,4}[.)] |\\||!\\[)");

    private Notation() {}

    static List<Bloc> read(String typed) {
        var blocs = new ArrayList<Bloc>();
        var group = new ArrayList<String>();
        for (var line : typed.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
            if (line.isBlank()) {
                group(blocs, group);
                group.clear();
            } else {
                group.add(line.replace('\t', ' ').stripTrailing());
            }
        }
        group(blocs, group);
        return List.copyOf(blocs);
    }

    private static void group(List<Bloc> blocs, List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            var line = lines.get(at);
            int end = at + 1;
            if (line.startsWith("# ") || line.startsWith("## ")) {
                heading(blocs, line);
            } else if (IMAGE.matcher(line).matches()) {
                var image = IMAGE.matcher(line);
                image.matches();
                blocs.add(new Bloc.Image(image.group(2), image.group(1).strip()));
            } else if (POINT.matcher(line).matches()) {
                end = run(lines, at, next -> POINT.matcher(next).matches() || next.startsWith("  "));
                blocs.addAll(points(lines.subList(at, end)));
            } else if (line.startsWith("|")) {
                end = run(lines, at, next -> next.startsWith("|"));
                table(blocs, lines.subList(at, end));
            } else {
                end = run(lines, at, next -> !special(next));
                paragraph(blocs, lines.subList(at, end));
            }
            at = end;
        }
    }

    private static boolean special(String line) {
        return line.startsWith("# ")
                || line.startsWith("## ")
                || line.startsWith("|")
                || POINT.matcher(line).matches()
                || IMAGE.matcher(line).matches();
    }

    private static int run(List<String> lines, int from, Predicate<String> belongs) {
        int end = from + 1;
        while (end < lines.size() && belongs.test(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static void heading(List<Bloc> blocs, String line) {
        int rang = line.startsWith("## ") ? 2 : 1;
        var mots = words(line.substring(rang + 1)).stream()
                .map(m -> new Bloc.Mots(m.texte(), false, m.lien()))
                .toList();
        if (!mots.isEmpty()) {
            blocs.add(new Bloc.Titre(rang, Assemblage.tidy(mots)));
        }
    }

    private static void paragraph(List<Bloc> blocs, List<String> lines) {
        var mots = words(lines.stream().map(Notation::unmarked).collect(Collectors.joining("\n")));
        if (!mots.isEmpty()) {
            blocs.add(new Bloc.Paragraphe(mots));
        }
    }

    /// Items at the indent of the first; what stands further in belongs to the item before it.
    private static List<Bloc> points(List<String> lines) {
        var lists = new ArrayList<Bloc>();
        var points = new ArrayList<List<Bloc>>();
        var first = POINT.matcher(lines.getFirst());
        first.matches();
        int indent = first.group(1).length();
        boolean numbered = first.group(2) != null;
        int at = 0;
        while (at < lines.size()) {
            var point = POINT.matcher(lines.get(at));
            if (!point.matches()) {
                break;
            }
            int end = run(lines, at, next -> depth(next) > indent);
            boolean now = point.group(2) != null;
            if (now != numbered && !points.isEmpty()) {
                lists.add(new Bloc.Liste(numbered, List.copyOf(points)));
                points.clear();
            }
            numbered = now;
            var inner = lines.subList(at + 1, end);
            int own = inner.stream().mapToInt(Notation::depth).min().orElse(0);
            var content = new ArrayList<>(List.of(point.group(3)));
            inner.forEach(line -> content.add(line.substring(own)));
            var blocs = new ArrayList<Bloc>();
            group(blocs, content);
            var held = Nettoyage.inAList(blocs);
            if (!held.isEmpty()) {
                points.add(held);
            }
            at = end;
        }
        if (!points.isEmpty()) {
            lists.add(new Bloc.Liste(numbered, List.copyOf(points)));
        }
        return lists;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static void table(List<Bloc> blocs, List<String> lines) {
        var lignes = lines.stream()
                .filter(line -> !line.matches("[|:\\- ]+"))
                .map(line -> new ArrayList<>(Arrays.stream(line.replaceFirst("^\\|", "")
                                .replaceFirst("\\|$", "")
                                .split("\\|", -1))
                        .map(cell -> words(cell.strip()))
                        .toList()))
                .toList();
        int widest = lignes.stream().mapToInt(List::size).max().orElse(0);
        if (lignes.stream().flatMap(List::stream).allMatch(List::isEmpty)) {
            return;
        }
        lignes.forEach(cells -> {
            while (cells.size() < widest) {
                cells.add(List.of());
            }
        });
        blocs.add(new Bloc.Tableau(
                lignes.stream().map(cells -> List.copyOf(cells)).toList()));
    }

    private static List<Bloc.Mots> words(String text) {
        var mots = new ArrayList<Bloc.Mots>();
        words(mots, text, false);
        return Assemblage.tidy(mots);
    }

    private static void words(List<Bloc.Mots> mots, String text, boolean gras) {
        var sign = SIGNE.matcher(text);
        int from = 0;
        while (sign.find()) {
            mots.add(new Bloc.Mots(plain(text.substring(from, sign.start())), gras, ""));
            if (sign.group(1) != null) {
                words(mots, sign.group(1), true);
            } else if (sign.group(2) != null) {
                mots.add(new Bloc.Mots(plain(sign.group(2)), gras, sign.group(3)));
            } else {
                mots.add(new Bloc.Mots(sign.group(4), gras, sign.group(4)));
            }
            from = sign.end();
        }
        mots.add(new Bloc.Mots(plain(text.substring(from)), gras, ""));
    }

    private static String plain(String text) {
        return text.replace("*\\*", "**").replace("]\\(", "](");
    }

    private static String unmarked(String line) {
        return line.startsWith("\\") && MARQUE.matcher(line.substring(1)).find() ? line.substring(1) : line;
    }

    /// As it is typed.
    static String written(List<Bloc> blocs) {
        return blocs.stream().map(Notation::written).collect(Collectors.joining("\n\n"));
    }

    private static String written(Bloc bloc) {
        return switch (bloc) {
            case Bloc.Paragraphe(var mots) ->
                Arrays.stream(line(mots).split("\n", -1))
                        .map(line -> MARQUE.matcher(line).find() ? "\\" + line : line)
                        .collect(Collectors.joining("\n"));
            case Bloc.Titre(var rang, var mots) -> "#".repeat(rang) + " " + line(mots);
            case Bloc.Image(var source, var alternative) ->
                "![" + alternative.replace('[', '(').replace(']', ')') + "](" + source + ")";
            case Bloc.Liste(var numerotee, var points) -> {
                var lines = new ArrayList<String>();
                for (var point : points) {
                    var held = point.stream().map(Notation::written).collect(Collectors.joining("\n"));
                    var mark = numerotee ? lines.size() + 1 + ". " : "- ";
                    lines.add(mark + held.replace("\n", "\n" + " ".repeat(mark.length())));
                }
                yield String.join("\n", lines);
            }
            case Bloc.Tableau(var lignes) ->
                lignes.stream()
                        .map(cells -> cells.stream()
                                .map(cell -> line(cell).replace('\n', ' ').replace('|', '/'))
                                .collect(Collectors.joining(" | ", "| ", " |")))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String line(List<Bloc.Mots> mots) {
        return mots.stream().map(Notation::written).collect(Collectors.joining());
    }

    private static String written(Bloc.Mots mots) {
        var texte = mots.texte().replace("**", "*\\*").replace("](", "]\\(");
        if (!mots.lien().isEmpty() && !mots.lien().equals(mots.texte())) {
            texte = "[" + texte.replace('[', '(').replace(']', ')').replace('\n', ' ') + "](" + mots.lien() + ")";
        }
        if (!mots.gras()) {
            return texte;
        }
        var core = texte.strip();
        return core.isEmpty() ? texte : texte.replace(core, "**" + core + "**");
    }
}
