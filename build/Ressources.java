import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Prepares what the browser loads, at build time and without Node: joins the style sheets and the scripts of
/// `src/main/statique`, names each file by its content, compresses it beside itself, and writes the list of names. It
/// stops the build when a template names a class, an icon or a token that does not exist, carries a style or a script
/// that the content security policy refuses, shows what is drawn for another module, or when the sheet or the script
/// outgrows its budget.
///
/// It also makes the filter of leaked passwords, so that no list of them stands in the sources or in the jar.
///
/// Usage: `java -cp brotli4j… build/Ressources.java BASEDIR CLASSES`. Does nothing when no input has changed.
class Ressources {

    private static final int CSS_BUDGET = 13_500;
    private static final int JS_BUDGET = 5_100;
    private static final int EDITOR_BUDGET = 72_000;
    private static final String LAYERS =
            "@layer jetons, socle, composants, ecrans, registres, impression;\n";
    private static final String CLASS = "(?<![\\w./-])(ent-[a-z-][\\w-]*)";
    private static final String TOKEN = "var\\((--[\\w-]+)\\)";
    private static final Pattern REFUSED = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
    private static final String LEAKED = "fr/entecole/comptes/motsdepasse/divulgues.bin";
    private static final int BITS_EACH = 28;
    private static final int PRINTS = 19;
    private static final Set<String> COMPRESSED = Set.of("css", "js", "svg");

    private final Path source;
    private final Path templates;
    private final Path target;
    private final Editeur editeur;
    private final Map<String, String> names = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private Ressources(Path base, Path classes) {
        source = base.resolve("src/main/statique");
        templates = base.resolve("src/main/jte");
        editeur = new Editeur(base);
        target = classes.resolve("statique");
    }

    public static void main(String[] args) throws IOException {
        var base = Path.of(args[0]);
        var classes = Path.of(args[1]);
        var mark = classes.resolveSibling("ressources.sha256");
        var state = digest(base);
        if (Files.exists(classes.resolve("statique/empreintes.txt"))
                && Files.exists(classes.resolve(LEAKED))
                && Files.exists(mark)
                && Files.readString(mark).equals(state)) {
            return;
        }
        Files.deleteIfExists(mark);
        Brotli4jLoader.ensureAvailability();
        leaked(classes.resolve(LEAKED));
        var faults = new Ressources(base, classes).build();
        if (!faults.isEmpty()) {
            faults.forEach(f -> System.err.println("[ERROR] ressources: " + f));
            System.exit(1);
        }
        Files.writeString(mark, state);
    }

    /// The passwords that leaks hold most, and first names, from the lists of nbvcxz (MIT): as they are, and without the
    /// figures after them. What is written is a Bloom filter: none of them can be read in it, one word in a million is
    /// taken for one of them. `MotsDivulgues` reads it.
    private static void leaked(Path target) throws IOException {
        Set<String> words = new TreeSet<>();
        for (var list : List.of("passwords", "female-names", "male-names")) {
            int shortest = list.equals("passwords") ? 4 : 3;
            try (var input = Ressources.class.getResourceAsStream("/dictionaries/" + list + ".txt")) {
                new String(Objects.requireNonNull(input, list).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() >= shortest)
                        .forEach(word -> {
                            words.add(word);
                            var stem = word.replaceFirst("[^a-z]+$", "");
                            if (stem.length() > 4 && stem.matches("[a-z]+")) {
                                words.add(stem);
                            }
                        });
            }
        }
        var bits = new long[words.size() * BITS_EACH / Long.SIZE + 1];
        for (var word : words) {
            var print = ByteBuffer.wrap(HexFormat.of().parseHex(sha256(bytes(word))));
            long first = print.getLong();
            long step = print.getLong() | 1;
            for (int i = 0; i < PRINTS; i++) {
                int bit = Math.toIntExact(Long.remainderUnsigned(first + i * step, (long) bits.length * Long.SIZE));
                bits[bit / Long.SIZE] |= 1L << bit;
            }
        }
        var file = ByteBuffer.allocate(bits.length * Long.BYTES);
        file.asLongBuffer().put(bits);
        Files.createDirectories(target.getParent());
        Files.write(target, file.array());
    }

    private List<String> build() throws IOException {
        deleteTree(target);
        Files.createDirectories(target);
        for (var font : files(source.resolve("polices"), ".woff2")) {
            write(name(font), Files.readAllBytes(font));
        }
        for (var licence : files(source.resolve("polices"), ".txt")) {
            Files.copy(licence, target.resolve(name(licence)));
        }
        for (var voice : files(source.resolve("voix"), ".mp3")) {
            write(name(voice), Files.readAllBytes(voice));
        }
        Files.copy(source.resolve("voix/phrases.txt"), target.resolve("voix.txt"));
        for (var image : files(source.resolve("images"), "")) {
            write(name(image), Files.readAllBytes(image));
        }
        var css = LAYERS + join(files(source.resolve("css"), ".css"), "", "");
        var script = join(files(source.resolve("js"), ".js"), "{", "}");
        var cssSize = write("ent.css", bytes(fonts(minify(css))));
        var dark = Files.readString(source.resolve("sombre.css"));
        write("sombre.css", bytes(minify(dark)));
        var jsSize = write("ent.js", bytes(strip(script)));
        write("hors-ligne.js", bytes(strip(Files.readString(source.resolve("hors-ligne.js")))));
        var editor = editor();
        write("joindre.js", bytes(strip(Files.readString(source.resolve("joindre.js")))));
        write("appel.js", bytes(strip(Files.readString(source.resolve("appel.js")))));
        write("voix.js", bytes(strip(Files.readString(source.resolve("voix.js")))));
        write("remise.js", bytes(strip(Files.readString(source.resolve("remise.js")))));
        symbols();
        checkTemplates(css + dark + editor);
        checkVoices();
        checkSheetsOfModules();
        if (cssSize > CSS_BUDGET || jsSize > JS_BUDGET) {
            faults.add("too heavy: ent.css " + cssSize + " bytes of brotli (at most " + CSS_BUDGET + "), ent.js " + jsSize
                    + " (at most " + JS_BUDGET + ")");
        }
        var list = new StringBuilder();
        names.forEach((name, printed) -> list.append(name).append('=').append(printed).append('\n'));
        Files.writeString(target.resolve("empreintes.txt"), list);
        System.out.println("[INFO] ressources: ent.css " + cssSize + " bytes, ent.js " + jsSize + " bytes, brotli");
        return faults;
    }

    /// What pages with an editor load, and they alone: its script, bundled, its sheet, and whose work it is.
    ///
    /// @return the sheet
    private String editor() throws IOException {
        var css = Files.readString(source.resolve("editeur/editeur.css"));
        write("editeur.css", bytes(minify(css)));
        var size = write("editeur.js", editeur.script());
        Files.write(target.resolve("editeur-licences.txt"), editeur.licences());
        if (size > EDITOR_BUDGET) {
            faults.add("too heavy: editeur.js " + size + " bytes of brotli (at most " + EDITOR_BUDGET + ")");
        }
        System.out.println("[INFO] ressources: editeur.js " + size + " bytes, brotli");
        return css;
    }

    /// Writes a file under its fingerprinted name, with its compressed twins; returns its size once compressed.
    private int write(String name, byte[] content) throws IOException {
        var dot = name.lastIndexOf('.');
        var extension = name.substring(dot + 1);
        var printed = name.substring(0, dot) + "." + sha256(content).substring(0, 10) + "." + extension;
        names.put(name, printed);
        Files.write(target.resolve(printed), content);
        if (!COMPRESSED.contains(extension)) {
            return content.length;
        }
        var brotli = Encoder.compress(content, new Encoder.Parameters().setQuality(11));
        Files.write(target.resolve(printed + ".br"), brotli);
        Files.write(target.resolve(printed + ".gz"), gzip(content));
        return brotli.length;
    }

    /// The icons and pictures that pages inline, one symbol a line, and the drawings, one file a line.
    private void symbols() throws IOException {
        var symbols = new StringBuilder();
        for (var file : files(source.resolve("symboles"), ".svg")) {
            var all = Pattern.compile("<symbol id=\"([^\"]+)\".*?</symbol>", Pattern.DOTALL)
                    .matcher(Files.readString(file));
            while (all.find()) {
                symbols.append(all.group(1)).append('\t').append(flat(all.group())).append('\n');
            }
        }
        for (var file : files(source.resolve("dessins"), ".svg")) {
            var name = name(file);
            var drawing = flat(Files.readString(file))
                    .replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
                    .replaceFirst("<svg", "<svg aria-hidden=\"true\" focusable=\"false\"");
            symbols.append("d-").append(name, 0, name.length() - 4).append('\t').append(drawing).append('\n');
        }
        Files.writeString(target.resolve("symboles.txt"), symbols);
    }

    private void checkTemplates(String css) throws IOException {
        var bare = bare(css);
        var ruled = all(bare, "\\.(-?[a-zA-Z_][\\w-]*)");
        var used = new TreeSet<String>();
        var begun = new TreeSet<String>();
        var symbols = all(Files.readString(target.resolve("symboles.txt")), "(?m)^([\\w-]+)\t");
        var scripts = new ArrayList<>(files(source.resolve("js"), ".js"));
        scripts.addAll(files(source.resolve("editeur"), ".js"));
        for (var file : scripts) {
            used.addAll(all(Files.readString(file), CLASS));
        }
        used.addAll(all(Files.readString(source.resolve("joindre.js")), CLASS));
        for (var file : files(templates, ".jte")) {
            var text = Files.readString(file).replaceAll("(?s)<%--.*?--%>", "");
            var where = templates.relativize(file) + ": ";
            var here = all(text, CLASS);
            for (var list : all(text, " class=\"([^\"$@]*)\"")) {
                here.addAll(List.of(list.strip().split("\\s+")));
            }
            var composed = all(text, CLASS + "(?:\\$\\{|\" \\+)");
            here.removeAll(composed);
            here.remove("");
            check(here, c -> ruled.stream().anyMatch(r -> known(c, r)), where + "class without rule: ");
            check(composed, c -> ruled.stream().anyMatch(r -> r.startsWith(c)), where + "class without rule: ");
            used.addAll(here);
            begun.addAll(composed);
            check(named(text, "icone", "i-"), symbols::contains, where + "no icon ");
            check(named(text, "image", "p-"), symbols::contains, where + "no picture ");
            check(named(text, "dessin", "d-"), symbols::contains, where + "no drawing ");
            check(all(text, TOKEN), t -> css.contains(t + ":"), where + "token without value: ");
            if (REFUSED.matcher(text).find()) {
                faults.add(where + "a style or a script in the page, which the content security policy refuses");
            }
        }
        check(all(bare, TOKEN), t -> bare.matches("(?s).*[\\s;{]" + t + "\\s*:.*"), "token without value: ");
        ruled.removeIf(r -> used.contains(r) || begun.stream().anyMatch(r::startsWith));
        if (!ruled.isEmpty()) {
            System.out.println("[INFO] ressources: classes without use: " + String.join(" ", ruled));
        }
    }

    /// A sentence has its recording and a recording its sentence.
    private void checkVoices() throws IOException {
        var said = all(Files.readString(source.resolve("voix/phrases.txt")), "\\t(.+)");
        check(said, names::containsKey, "no recording, run src/main/statique/voix/enregistrer: ");
        check(
                new TreeSet<>(files(source.resolve("voix"), ".mp3").stream().map(Ressources::name).toList()),
                said::contains,
                "a recording of no sentence: ");
    }

    /// What `40-<module>.css` alone draws is shown by that module's templates alone.
    private void checkSheetsOfModules() throws IOException {
        var sheets = new TreeMap<String, Set<String>>();
        for (var sheet : files(source.resolve("css"), ".css")) {
            sheets.put(name(sheet), all(bare(Files.readString(sheet)), "\\.(ent-[\\w-]+)"));
        }
        for (var sheet : sheets.entrySet()) {
            if (!sheet.getKey().startsWith("40-")) {
                continue;
            }
            var module = templates.resolve(sheet.getKey().replaceAll("^40-|\\.css$", ""));
            var own = new TreeSet<>(sheet.getValue());
            sheets.forEach((other, ruled) -> {
                if (!other.equals(sheet.getKey())) {
                    own.removeAll(ruled);
                }
            });
            for (var file : files(templates, ".jte")) {
                if (!file.startsWith(module)) {
                    check(
                            all(Files.readString(file), CLASS),
                            c -> !own.contains(c),
                            templates.relativize(file) + ": drawn by " + sheet.getKey()
                                    + " for its module alone, move its rule to 35-pieces.css: ");
                }
            }
        }
    }

    private static String bare(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("url\\([^)]*\\)", "").replaceAll("\"[^\"]*\"", "");
    }

    private void check(Set<String> names, Predicate<String> good, String fault) {
        names.stream().filter(good.negate()).forEach(n -> faults.add(fault + n));
    }

    /// A base class is known as soon as one of its variants or parts is.
    private static boolean known(String used, String ruled) {
        return ruled.equals(used) || ruled.startsWith(used + "--") || ruled.startsWith(used + "__");
    }

    /// Names given in full to `page.icone("…")` or to the template of that name.
    private static Set<String> named(String text, String kind, String prefix) {
        var names = new TreeSet<String>();
        all(text, "\\b" + kind + "\\(\"([\\w-]+)\"\\)").forEach(n -> names.add(prefix + n));
        all(text, "@template\\.socle\\." + kind + "\\([^)]*?nom = \"([\\w-]+)\"(?! \\+)").forEach(n -> names.add(prefix + n));
        return names;
    }

    private static String minify(String css) {
        var text = css.replaceAll("(?s)/\\*.*?\\*/", "");
        var output = new StringBuilder();
        var parts = Pattern.compile("\"[^\"]*\"|url\\([^)]*\\)").matcher(text);
        var from = 0;
        while (parts.find()) {
            output.append(tight(text.substring(from, parts.start()))).append(parts.group());
            from = parts.end();
        }
        return output.append(tight(text.substring(from))).toString();
    }

    private static String tight(String css) {
        return css.replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replaceAll(": ", ":")
                .replaceAll(";}", "}")
                .replaceAll("(?<![\\w.])0\\.(\\d)", ".$1");
    }

    private String fonts(String css) {
        return Pattern.compile("url\\(\\.\\./polices/([\\w.-]+)\\)").matcher(css).replaceAll(m -> {
            var printed = names.get(m.group(1));
            if (printed == null) {
                faults.add("no font " + m.group(1));
            }
            return Matcher.quoteReplacement("url(" + printed + ")");
        });
    }

    /// Comments and indentation only: the scripts are small and stay readable in the browser's tools.
    private static String strip(String script) {
        return script.replaceAll("(?m)^\\s*//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "\n");
    }

    private static String join(List<Path> files, String before, String after) throws IOException {
        var joined = new StringBuilder();
        for (var file : files) {
            joined.append(before).append(Files.readString(file)).append(after).append('\n');
        }
        return joined.toString();
    }

    private static String flat(String svg) {
        return svg.replaceAll("\\s*\\n\\s*", "").strip();
    }

    private static Set<String> all(String text, String expression) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile(expression).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> name(f).endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static String digest(Path base) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var root : List.of("src/main/statique", "src/main/jte", "build", Editeur.LIBRARIES)) {
            for (var file : files(base.resolve(root), "")) {
                all.writeBytes(bytes(file.toString()));
                all.writeBytes(Files.readAllBytes(file));
            }
        }
        return sha256(all.toByteArray());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var output = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(output) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        }
        return output.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var walk = Files.walk(root)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
