package fr.entecole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The SQL that stands in the sources: strings of the Java code and migrations, each with its module.
record SqlDesSources(List<Texte> textes) {

    private static final Path JAVA = Path.of("src/main/java/fr/entecole");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /// Strings and text blocks, once comments and characters are passed over.
    private static final Pattern JETON = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"",
            Pattern.DOTALL);

    /// What follows the key of a word for people, which is no SQL: `mots.put("journal.date", t("Le"))`.
    private static final Pattern LIBELLE = Pattern.compile("\\s*,\\s*(?:t\\(|\"\")");

    private static final Pattern COMMENTAIRE = Pattern.compile("--[^\\n]*");

    private static final Pattern HEURE = Pattern.compile(
            "\\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\(|"
                    + "\\b(?:current_date|current_timestamp|current_time|localtimestamp|localtime)\\b|'now'"
                    + "|\\bage\\s*\\(\\s*[\\w.:]+\\s*\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COLONNE =
            Pattern.compile("^\\s*(\\w+) timestamptz[^\\n]* default now\\(\\)", Pattern.MULTILINE);

    private static final Pattern CORPS =
            Pattern.compile("create (?:or replace )?(?:table|view|function) (\\w+\\.\\w+)");

    private static final Pattern PUBLIEE =
            Pattern.compile("comment on (?:view|function) (\\w+\\.\\w+) is\\s+'publiée:");

    /// @param java in a string of Java, else a migration
    record Texte(String module, String lieu, boolean java, String sql) {

        String said(String what) {
            return lieu + ": " + what;
        }
    }

    static SqlDesSources read() {
        var textes = new ArrayList<Texte>();
        walk(JAVA, ".java")
                .forEach(file -> textes.addAll(strings(
                        JAVA.relativize(file).getName(0).toString(),
                        file.getFileName().toString(),
                        text(file))));
        walk(MIGRATIONS, ".sql")
                .forEach(file ->
                        textes.add(migration(file.getParent().getFileName().toString(), text(file))));
        return new SqlDesSources(textes);
    }

    static List<Texte> strings(String module, String lieu, String source) {
        return JETON.matcher(source)
                .results()
                .filter(m -> m.group(1) != null || m.group(2) != null)
                .filter(m -> !LIBELLE.matcher(source)
                        .region(m.end(), source.length())
                        .lookingAt())
                .map(m -> new Texte(
                        module, lieu, true, (m.group(1) != null ? m.group(1) : m.group(2)).replace("\\\"", "\"")))
                .toList();
    }

    static Texte migration(String module, String sql) {
        return new Texte(
                module,
                "db/migration/" + module,
                false,
                COMMENTAIRE.matcher(sql).replaceAll(""));
    }

    /// Schemas, one a module that has migrations.
    static List<String> schemas() {
        try (var folders = Files.list(MIGRATIONS)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TreeSet<String> published() {
        var names = new TreeSet<String>();
        textes.stream()
                .filter(t -> !t.java())
                .flatMap(t -> PUBLIEE.matcher(t.sql()).results())
                .forEach(m -> names.add(m.group(1)));
        return names;
    }

    /// Where a module names what another keeps to itself.
    List<String> trespasses() {
        var published = published();
        var schemas = String.join("|", schemas());
        // A quoted name, one that a string cut short leaves open, and a search path are names too.
        var named = Pattern.compile("(?<![\\w./\"-])\"?(" + schemas + ")\"?\\s*\\.\\s*(?:\"?([a-z_]\\w*)\"?|$)");
        var path = Pattern.compile("search_path[^;\\n]*?\\b(" + schemas + ")\\b()");
        return textes.stream()
                .flatMap(t -> Stream.concat(
                                named.matcher(t.sql()).results(),
                                path.matcher(t.sql()).results())
                        .filter(m -> !m.group(1).equals(t.module()) && !published.contains(name(m)))
                        .map(m -> t.said(t.module() + " reads " + name(m) + ", which " + m.group(1)
                                + " has not published: ask it by a call, or for a view (docs/adr/0023)")))
                .distinct()
                .toList();
    }

    private static String name(MatchResult m) {
        return m.group(1) + "." + (m.group(2) == null || m.group(2).isEmpty() ? "…" : m.group(2));
    }

    /// Strings of Java with these words, but in this file.
    List<String> written(String words, String but) {
        return textes.stream()
                .filter(t -> t.java() && t.sql().contains(words) && !t.lieu().equals(but))
                .map(t -> t.said("« " + words + " »"))
                .distinct()
                .toList();
    }

    /// Where the database is asked what time it is.
    ///
    /// @param allowed columns (`schema.table.column`) and functions (`schema.function`)
    List<String> clocks(List<String> allowed) {
        var found = new ArrayList<String>();
        for (var texte : textes) {
            if (texte.java()) {
                HEURE.matcher(texte.sql())
                        .results()
                        .forEach(m -> found.add(
                                texte.said("« " + m.group() + " » in SQL: the day is a parameter, from the Clock")));
            } else {
                statements(texte.sql()).forEach(s -> clock(texte, s, allowed, found));
            }
        }
        return found;
    }

    private static void clock(Texte texte, String statement, List<String> allowed, List<String> found) {
        var head = CORPS.matcher(statement);
        var object = head.find() ? head.group(1) : "?";
        if (allowed.contains(object)) {
            return;
        }
        var rest = COLONNE.matcher(statement)
                .replaceAll(m -> allowed.contains(object + "." + m.group(1))
                        ? ""
                        : java.util.regex.Matcher.quoteReplacement(m.group()));
        HEURE.matcher(rest)
                .results()
                .forEach(m -> found.add(
                        texte.said(object + " asks « " + m.group() + " »: the day is a parameter, from the Clock")));
    }

    /// One piece for each `create`, function bodies whole.
    private static List<String> statements(String sql) {
        return List.of(sql.split("(?m)^(?=create |comment |do )"));
    }

    private static List<Path> walk(Path root, String extension) {
        try (var files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
