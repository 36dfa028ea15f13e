package fr.entecole.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// One page of results, in Markdown: the command, the date and the machine, then what the bench adds.
final class Releve {

    private final String name;
    private final StringBuilder text = new StringBuilder();

    Releve(String name, String title, String[] arguments) throws IOException {
        this.name = name;
        paragraph("# " + title);
        var options = System.getenv().getOrDefault("ENT_BENCH_OPTS", "");
        paragraph("    " + (options.isEmpty() ? "" : "ENT_BENCH_OPTS='" + options + "' ") + "./ent bench "
                + String.join(" ", arguments));
        paragraph("%s · %s · commit %s".formatted(LocalDate.now(), machine(), commit()));
    }

    Releve paragraph(String words) {
        text.append(words.strip().indent(words.startsWith("    ") ? 4 : 0).stripTrailing())
                .append("\n\n");
        return this;
    }

    Releve code(List<String> lines) {
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
        text.append('\n');
        return this;
    }

    Releve table(List<String> head, List<List<String>> rows) {
        line(head);
        line(head.stream().map(_ -> "---").toList());
        rows.forEach(this::line);
        text.append('\n');
        return this;
    }

    private void line(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    void write() throws IOException {
        var file = Path.of("bench/results", name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString().stripTrailing() + "\n");
        System.out.print(text);
        System.err.println("written: " + file);
    }

    private static String machine() throws IOException {
        var kb = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\D", "");
        var processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        return "%d cores (%s), %d GB of memory, Linux, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        Math.round(Double.parseDouble(kb) / 1024 / 1024),
                        Runtime.version());
    }

    private static String commit() throws IOException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        return new String(git.getInputStream().readAllBytes()).strip();
    }

    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "?";
        }
    }

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// "0.71 (0.65–0.80)": the median, and the extremes that it hides.
    static String spread(String format, List<Double> values) {
        var all = values.stream().mapToDouble(Double::doubleValue);
        var stats = DoubleStream.of(all.toArray()).summaryStatistics();
        return "%s (%s–%s)"
                .formatted(
                        number(format, median(values)), number(format, stats.getMin()), number(format, stats.getMax()));
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    static List<String> row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).toList();
    }
}
