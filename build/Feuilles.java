import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which style sheet goes to which page, found from names alone.
///
/// - `05-` to `34-` and `60-`: on every page, in `ent.css`.
/// - `35-` to `39-`, pieces: on the pages whose templates use a class that the sheet draws.
/// - `40-<room>.css`: on the pages of that room, whose templates alone may use what it draws.
/// - `50-registres.css`: on children's pages, and where it is used.
///
/// What homes show, and what a room shows on a page of another (a tile: a template that Java names and whose name begins
/// with `_`), finds its rules in `ent.css`: they are taken there out of the sheets of pieces and of the room, by the
/// classes that these templates use.
final class Feuilles {

    static final String CLASS = "(?<![\\w./-])(ent-[a-z-][\\w-]*)";

    private static final String NAME = "\\.(-?[a-zA-Z_][\\w-]*)";
    private static final String COMMON = "[0-2].*|3[0-4].*|[6-9].*";
    private static final String REGISTER = "50-.*";
    private static final String ROOM = "4.*";
    private static final String SHELL = "socle/page";
    private static final List<String> EVERYWHERE = List.of(SHELL, "portail/accueil", "portail/accueil-petits");
    private static final Pattern INCLUDED = Pattern.compile("@template\\.([\\w.-]+)\\(");
    private static final Pattern CARRIED = Pattern.compile("\"([a-z]+(?:/[\\w-]+)*/_[\\w-]+)\"");
    private static final Pattern ATTRIBUTE = Pattern.compile(" class=\"([^\"]*)\"?");

    private final Map<String, List<Regle>> sheets = new TreeMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Map<String, String> templates = new TreeMap<>();
    private final Set<String> carried;

    /// @param carried templates that Java names, as [#carried] finds them
    Feuilles(Map<String, String> css, Path jte, Set<String> carried) throws IOException {
        css.forEach((name, text) -> {
            var rules = Regle.all(text);
            sheets.put(name, rules);
            classes.put(name, Ressources.all(
                    rules.stream().flatMap(Regle::selectors).collect(Collectors.joining("\n")), NAME));
        });
        try (var walk = Files.walk(jte)) {
            for (var file : walk.filter(f -> f.toString().endsWith(".jte")).toList()) {
                var name = jte.relativize(file).toString().replace('\\', '/');
                templates.put(name.substring(0, name.length() - 4), text(file));
            }
        }
        var included = new TreeSet<String>();
        templates.values().forEach(text -> included.addAll(included(text)));
        this.carried = new TreeSet<>(carried);
        this.carried.addAll(EVERYWHERE);
        templates.keySet().stream()
                .filter(name -> name.contains("/_") && !included.contains(name))
                .forEach(this.carried::add);
    }

    /// The pieces of page that the sources name: what they show, and where, is not written in a template.
    static Set<String> carried(Path java) throws IOException {
        var found = new TreeSet<String>();
        if (!Files.exists(java)) {
            return found;
        }
        try (var walk = Files.walk(java)) {
            for (var file : walk.filter(f -> f.toString().endsWith(".java")).toList()) {
                CARRIED.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
            }
        }
        return found;
    }

    /// What every page loads.
    String common() {
        var css = new StringBuilder();
        sheets.forEach((name, rules) -> {
            if (name.matches(COMMON)) {
                rules.forEach(css::append);
            } else if (!name.matches(REGISTER)) {
                var others = own(name).negate();
                rules.stream().map(r -> r.only(others)).forEach(css::append);
            }
        });
        return css.toString();
    }

    /// The other sheets, by the name under which they are served.
    Map<String, String> others() {
        var others = new TreeMap<String, String>();
        sheets.forEach((name, rules) -> {
            if (!name.matches(COMMON)) {
                Predicate<String> kept = name.matches(REGISTER) ? selector -> true : own(name);
                var css = new StringBuilder();
                rules.stream().map(r -> r.only(kept)).forEach(css::append);
                if (!css.isEmpty()) {
                    others.put(served(name), css.toString());
                }
            }
        });
        return others;
    }

    /// One line for each page that loads more than the common sheet: its template, then its sheets in their order.
    String pages() {
        var drawn = new TreeMap<String, Set<String>>();
        var others = others();
        for (var sheet : sheets.keySet()) {
            if (others.containsKey(served(sheet)) && !sheet.matches(COMMON)) {
                drawn.put(sheet, drawnThere(sheet));
            }
        }
        var lines = new StringBuilder();
        for (var page : templates.keySet()) {
            if (page.contains("/_") || page.startsWith("socle/")) {
                continue;
            }
            var used = used(closure(page, new TreeSet<>(), true));
            var loaded = drawn.keySet().stream()
                    .filter(sheet -> sheet.matches(ROOM)
                            ? page.startsWith(room(sheet) + "/")
                            : drawn.get(sheet).stream().anyMatch(used::ent))
                    .map(Feuilles::served)
                    .toList();
            if (!loaded.isEmpty()) {
                lines.append(page).append('\t').append(String.join(" ", loaded)).append('\n');
            }
        }
        return lines.toString();
    }

    /// What `40-<module>.css` alone draws is shown by that module's templates alone.
    List<String> faults() {
        var faults = new ArrayList<String>();
        var shown = new TreeMap<String, Set<String>>();
        templates.forEach((name, text) -> shown.put(name, Ressources.all(text, CLASS)));
        for (var sheet : sheets.keySet()) {
            if (!sheet.matches(ROOM)) {
                continue;
            }
            var own = classes(sheet);
            own.removeIf(c -> !c.startsWith("ent-")
                    || sheets.keySet().stream().anyMatch(o -> !o.equals(sheet) && classes.get(o).contains(c)));
            shown.forEach((name, used) -> {
                if (!name.startsWith(room(sheet) + "/")) {
                    used.stream()
                            .filter(own::contains)
                            .forEach(c -> faults.add(name + ".jte: drawn by " + sheet
                                    + " for its module alone, move its rule to 35-pieces.css: " + c));
                }
            });
        }
        return faults;
    }

    /// Whether a selector is for the pages of this sheet alone. In doubt it is for all of them.
    private Predicate<String> own(String sheet) {
        var drawn = drawn(sheet);
        var elsewhere = shownElsewhere(sheet);
        return selector -> Stream.of(bare(selector).split(",")).allMatch(one -> {
            var own = Ressources.all(one, NAME);
            own.retainAll(drawn);
            var ours = own.stream().filter(c -> c.startsWith("ent-")).toList();
            return ours.isEmpty()
                    ? own.stream().anyMatch(c -> !elsewhere.other(c))
                    : ours.stream().anyMatch(c -> !elsewhere.ent(c));
        });
    }

    /// The classes of the templates for which this sheet's rules are wanted on every page.
    private Usage shownElsewhere(String sheet) {
        var all = new TreeSet<String>();
        carried.stream()
                .filter(name -> !sheet.matches(ROOM) || name.startsWith(room(sheet) + "/"))
                .forEach(name -> closure(name, all, false));
        return used(all);
    }

    /// The classes that a sheet draws, and no other that is loaded with it.
    private Set<String> drawn(String sheet) {
        var drawn = classes(sheet);
        sheets.keySet().stream()
                .filter(other -> !other.equals(sheet) && !other.matches(ROOM))
                .filter(other -> sheet.matches(ROOM) || other.matches(COMMON))
                .forEach(other -> drawn.removeAll(classes.get(other)));
        return drawn;
    }

    /// The classes that a page must load this sheet for.
    private Set<String> drawnThere(String sheet) {
        var drawn = drawn(sheet);
        if (!sheet.matches(REGISTER)) {
            drawn.removeIf(shownElsewhere(sheet)::ent);
        }
        return drawn;
    }

    private Set<String> classes(String sheet) {
        return new TreeSet<>(classes.get(sheet));
    }

    /// The template and those that it includes.
    ///
    /// @param bare without the shell of a page
    private Set<String> closure(String template, Set<String> seen, boolean bare) {
        var text = templates.get(template);
        if (text != null && !(bare && template.equals(SHELL)) && seen.add(template)) {
            included(text).forEach(name -> closure(name, seen, bare));
        }
        return seen;
    }

    private Usage used(Set<String> names) {
        var usage = new Usage();
        names.forEach(usage::add);
        return usage;
    }

    private static Set<String> included(String text) {
        var names = new TreeSet<String>();
        INCLUDED.matcher(text).results().forEach(m -> names.add(m.group(1).replace('.', '/')));
        return names;
    }

    /// Without what is only asked of what is around or inside.
    private static String bare(String selector) {
        var bare = selector;
        for (var last = ""; !last.equals(bare); ) {
            last = bare;
            bare = bare.replaceAll("\\([^()]*\\)", "");
        }
        return bare;
    }

    private static String room(String sheet) {
        return sheet.replaceAll("^\\d+-|\\.css$", "");
    }

    private static String served(String sheet) {
        return room(sheet) + ".css";
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
    }

    /// The classes of some templates: in full, by how they begin where the rest is computed, or any.
    private final class Usage {

        private final Set<String> full = new TreeSet<>();
        private final Set<String> begun = new TreeSet<>();
        private boolean any;

        void add(String template) {
            var text = templates.getOrDefault(template, "");
            full.addAll(Ressources.all(text, CLASS));
            begun.addAll(Ressources.all(text, CLASS + "(?:\\$\\{|\" \\+)"));
            for (Matcher list = ATTRIBUTE.matcher(text); list.find(); ) {
                for (var word : list.group(1).strip().split("\\s+")) {
                    int computed = word.replace('@', '$').indexOf('$');
                    if (computed < 0) {
                        full.add(word);
                    } else if (computed > 0) {
                        begun.add(word.substring(0, computed));
                    } else {
                        any |= !template.startsWith("socle/");
                    }
                }
            }
        }

        boolean ent(String name) {
            return full.contains(name) || begun.stream().anyMatch(name::startsWith);
        }

        boolean other(String name) {
            return any || ent(name);
        }
    }

    /// A rule, or a group of rules under `@layer` or `@media`.
    ///
    /// @param body declarations, of a rule
    /// @param inside rules, of a group
    private record Regle(String head, String body, List<Regle> inside) {

        private static final Pattern GROUP = Pattern.compile("@(layer|media|supports|container)\\b.*", Pattern.DOTALL);

        static List<Regle> all(String css) {
            return parse(css.replaceAll("(?s)/\\*.*?\\*/", ""));
        }

        private static List<Regle> parse(String css) {
            var rules = new ArrayList<Regle>();
            for (int at = css.indexOf('{'), from = 0; at >= 0; at = css.indexOf('{', from)) {
                int end = closing(css, at);
                var head = css.substring(from, at).strip();
                var body = css.substring(at + 1, end);
                rules.add(
                        GROUP.matcher(head).matches()
                                ? new Regle(head, "", parse(body))
                                : new Regle(head, body.strip(), List.of()));
                from = end + 1;
            }
            return rules;
        }

        private static int closing(String css, int opening) {
            char quoted = 0;
            for (int depth = 0, i = opening; i < css.length(); i++) {
                char c = css.charAt(i);
                if (quoted != 0) {
                    quoted = c == quoted ? 0 : quoted;
                } else if (c == '"' || c == '\'') {
                    quoted = c;
                } else if (c == '{') {
                    depth++;
                } else if (c == '}' && --depth == 0) {
                    return i;
                }
            }
            throw new IllegalArgumentException("a block that does not end: " + css.substring(opening).strip());
        }

        /// What is left of it for these selectors; `@keyframes` and their like are never.
        Regle only(Predicate<String> kept) {
            if (inside.isEmpty()) {
                return kept.test(head) ? this : new Regle("", "", List.of());
            }
            return new Regle(
                    head,
                    "",
                    inside.stream()
                            .map(r -> r.only(kept))
                            .filter(r -> !r.toString().isEmpty())
                            .toList());
        }

        Stream<String> selectors() {
            return inside.isEmpty() ? Stream.of(head) : inside.stream().flatMap(Regle::selectors);
        }

        @Override
        public String toString() {
            var held = new StringBuilder(body);
            inside.forEach(held::append);
            return held.isEmpty() ? "" : head + " { " + held + " }\n";
        }
    }
}
