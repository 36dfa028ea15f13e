package fr.entecole.bench;

import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `./ent bench import`: a département's feed into a new base, against COPY of the same rows in the same run.
final class Import {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SCHOOLS = Integer.getInteger("bench.schools", 270);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 120);
    private static final int TIMES = Integer.getInteger("bench.times", 4);
    private static final String HEAP = System.getProperty("bench.heap", "256m");
    private static final String METHOD = """
            `./ent feed --academie 11 --schools %d --seed 1` writes the feed. Each of %d rounds is a new process \
            (`-Xmx%s`, G1) on a new folder of data (embedded PostgreSQL, fsync %s), in which another académie of %d schools has been imported and taken away (the compiler of the JVM has then done most of its work): the import from the call to the \
            committed report (accounts included, as the product makes them; start of the process and of PostgreSQL not), \
            the same batch again, then **COPY of the same rows**: every row that the import has written, exported first, \
            copied by one connection in one transaction into empty logged tables of the same columns, keys and indexes \
            (`like … including all`), three times, the median; and **bare**: into tables that have their columns and nothing \
            else, neither key, index, check nor the words that a search reads. Processor time is the application's and PostgreSQL's, from /proc. A ratio is taken inside a round; figures are medians \
            (least–most). Heap: *in use* is the most that was seen, garbage included; *live* is the most that a \
            collection has left. Load average before: %s.""";
    private static final String UNSAID = """
            ## What these figures don't say

            COPY runs after the import, in a process and a server that are warm, on rows that are already validated, \
            resolved and in the order of their keys: it is a floor that no import can reach. A feed on a slower disk, \
            or a base far larger than the memory, was not measured. The feed comes from our own generator: its share \
            of siblings, addresses and odd cases is ours. The machine was shared; only ratios hold.""";

    private Import() {}

    public static void main(String[] args) throws Exception {
        var releve = new Releve("import", "The import of an académie's feed", args);
        try (var folder = Dossier.create("import")) {
            var load = Releve.load();
            var flux = feed(folder, "11", SCHOOLS);
            var warm = feed(folder, "16", WARM_UP);
            List<Map<String, Double>> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(folder, flux, warm));
            }
            releve.paragraph(METHOD.formatted(SCHOOLS, ROUNDS, HEAP, "on", WARM_UP, load));
            releve.paragraph("%,d schools, %,.0f people, %,.0f rows of the directory, %,.0f with accounts."
                    .formatted(
                            SCHOOLS,
                            rounds.getFirst().get("people"),
                            rounds.getFirst().get("rows"),
                            rounds.getFirst().get("rowsAll")));
            releve.table(List.of("figure", "value"), table(rounds));
            if (TIMES > 1) {
                Dossier.delete(flux);
                bounded(releve, round(folder, feed(folder, "11", SCHOOLS * TIMES), warm), rounds);
            }
            releve.paragraph(UNSAID).write();
        }
    }

    private static Path feed(Dossier folder, String academie, int schools) throws Exception {
        var flux = folder.of("flux-" + academie + "-" + schools);
        var donnees = folder.of("ecriture");
        Application.command(
                donnees,
                List.of("-Xmx1g"),
                "feed",
                "--academie",
                academie,
                "--schools",
                "" + schools,
                "--seed",
                "1",
                "" + flux);
        Dossier.delete(donnees);
        return flux;
    }

    private static Map<String, Double> round(Dossier folder, Path flux, Path warm) throws Exception {
        var donnees = folder.of("donnees");
        Application.command(
                donnees,
                List.of("-Xmx" + HEAP, "-XX:+UseG1GC", "-Djava.io.tmpdir=" + folder.path()),
                "banc-import",
                "11=" + flux,
                "chauffe:16=" + warm);
        var figures = figures(donnees);
        Dossier.delete(donnees);
        System.err.println(figures);
        return figures;
    }

    /// What the command has printed.
    static Map<String, Double> figures(Path donnees) throws IOException {
        return Files.readAllLines(Application.log(donnees)).stream()
                .filter(line -> line.startsWith("BANC "))
                .map(line -> line.substring(5).split("="))
                .filter(pair -> !pair[0].equals("fsync") || expect("on", pair[1]))
                .filter(pair -> !pair[0].equals("fsync"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Double.parseDouble(pair[1])));
    }

    private static boolean expect(String wanted, String seen) {
        if (!wanted.equals(seen)) {
            throw new IllegalStateException("fsync is " + seen);
        }
        return true;
    }

    private static List<List<String>> table(List<Map<String, Double>> rounds) {
        return List.of(
                row("import, s", spread("%.1f", seconds(rounds, "import"))),
                row("COPY of the rows of the directory, s", spread("%.2f", seconds(rounds, "copy"))),
                row(
                        "COPY of the rows of the directory and of the accounts, s",
                        spread("%.2f", seconds(rounds, "copyAll"))),
                row(
                        "**import ÷ COPY of all that it writes** (aim ≤ 4)",
                        spread("%.2f", ratio(rounds, "import", "copyAll"))),
                row("processor time of the import, s", spread("%.1f", seconds(rounds, "importCpu"))),
                row("processor time of that COPY, s", spread("%.1f", seconds(rounds, "copyAllCpu"))),
                row("**their ratio**", spread("%.2f", ratio(rounds, "importCpu", "copyAllCpu"))),
                row("import ÷ COPY of the directory alone", spread("%.2f", ratio(rounds, "import", "copy"))),
                row("bare COPY of the same rows, s", spread("%.2f", seconds(rounds, "copyBare"))),
                row("import ÷ bare COPY", spread("%.2f", ratio(rounds, "import", "copyBare"))),
                row("the same batch again, s", spread("%.2f", seconds(rounds, "again"))),
                row("the same batch again ÷ import", spread("%.2f", ratio(rounds, "again", "import"))),
                row("heap live, MB", spread("%.0f", values(rounds, "live"))),
                row("heap in use, MB, of " + HEAP, spread("%.0f", values(rounds, "peak"))));
    }

    private static void bounded(Releve releve, Map<String, Double> big, List<Map<String, Double>> rounds) {
        releve.paragraph("## Memory is bounded");
        releve.paragraph(
                "%,.0f people in one round with the same `-Xmx%s`: import %.1f s, %.2f times COPY; heap live %.0f MB (%.0f MB above)."
                        .formatted(
                                big.get("people"),
                                HEAP,
                                big.get("import") / 1000,
                                big.get("import") / big.get("copyAll"),
                                big.get("live"),
                                Releve.median(values(rounds, "live"))));
    }

    private static List<Double> values(List<Map<String, Double>> rounds, String figure) {
        return rounds.stream().map(round -> round.get(figure)).toList();
    }

    private static List<Double> seconds(List<Map<String, Double>> rounds, String figure) {
        return rounds.stream().map(round -> round.get(figure) / 1000).toList();
    }

    private static List<Double> ratio(List<Map<String, Double>> rounds, String above, String below) {
        return rounds.stream().map(round -> round.get(above) / round.get(below)).toList();
    }
}
