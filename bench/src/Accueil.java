package fr.entecole.bench;

import static fr.entecole.bench.Application.OPTIONS;
import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// `./ent bench accueil`: the whole signed-in homes of a teacher, a parent, a head and the region's administrator,
/// against the floor of the same run.
final class Accueil {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 15);
    private static final int SCHOOLS = Integer.getInteger("bench.schools", 2000);
    private static final Map<String, String> PEOPLE = Map.of(
            "enseignante", "Claire Estève",
            "parent", "Samira Benali",
            "directrice", "Hélène Castans",
            "administratrice", "Florence Vidal");
    private static final List<String> ROLES = List.of("enseignante", "parent", "directrice", "administratrice");
    private static final String METHOD = """
            The application runs from the jar that ships, on the demonstration base, with its embedded PostgreSQL \
            (fsync on), `%s`; wrk, PostgreSQL and the application share the cores. **Floor**: a page of the bench in \
            the same server, behind the same filters, session and route rule, that sends `select 1` and answers the \
            bytes of the person's own home, ready in memory, compressed by the server like the home. One person, \
            one session, keep-alive, gzip. Each address is warmed (%d s at 16 connections), then %d rounds of %d s: \
            floor and home of each person in turn, at each number of connections. A ratio is taken inside a round; figures \
            are medians (least–most). Processor time is read from /proc for the application and for all of \
            PostgreSQL. Load average before: %s.""";
    private static final String UNSAID = """
            ## What these figures don't say

            Absolute figures are those of a small machine that others used at the same time, with the client on it: \
            they are no capacity. One session asks again and again, so its rows are in every cache: thousands of \
            people would read more of the disk and of the session table. No TLS, no proxy. The floor has no \
            template and no `Page`, so the ratio counts the shell of the page as the page's cost.""";

    private final Application app;
    private final Map<String, Visiteur> visiteurs = new LinkedHashMap<>();

    private Accueil(Application app) throws Exception {
        this.app = app;
        for (var role : ROLES) {
            visiteurs.put(role, Visiteur.enter(app.address(), PEOPLE.get(role)));
        }
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("accueil", "The signed-in homes", args);
        try (var folder = Dossier.create("accueil")) {
            var donnees = folder.of("donnees");
            releve.paragraph(METHOD.formatted(String.join(" ", OPTIONS), WARM_UP, ROUNDS, SECONDS, Releve.load()));
            try (var app = start(donnees, folder.path())) {
                var accueil = new Accueil(app);
                accueil.savePages(folder.path());
                releve.paragraph("## On the demonstration base");
                accueil.load(releve, List.of(1, 16, 64), ROUNDS);
                Enonces.prepare(app);
            }
            releve.paragraph("## SQL statements of a page");
            releve.paragraph("pg_stat_statements, begin and commit left out: what PostgreSQL plans and runs. Those of all tiles"
                    + " travel together, in one round trip (ADR 0024). *Warm*: each of 20 visits in a row."
                    + " *Cold*: the first visit after 65 s away, when what the node remembers has aged and the"
                    + " session's last visit is written.");
            List<List<String>> counts = new ArrayList<>();
            try (var app = start(donnees, folder.path())) {
                counts.addAll(new Accueil(app).statements("demonstration", releve));
            }
            if (SCHOOLS > 0) {
                Region.grow(donnees, folder.of("flux"), SCHOOLS);
                try (var app = start(donnees, folder.path())) {
                    var accueil = new Accueil(app);
                    var size = size(app);
                    counts.addAll(accueil.statements(size, null));
                    table(releve, counts);
                    releve.paragraph("## On a base of " + size);
                    accueil.load(releve, List.of(16), 3);
                }
            } else {
                table(releve, counts);
            }
            releve.paragraph(UNSAID).write();
        }
    }

    private static Application start(Path donnees, Path pages) throws Exception {
        return Application.start(donnees, "bench.pages=" + pages);
    }

    private void savePages(Path folder) throws Exception {
        for (var role : ROLES) {
            Files.writeString(
                    folder.resolve(role + ".html"), visiteurs.get(role).page("/"), StandardCharsets.UTF_8);
        }
    }

    private void load(Releve releve, List<Integer> connections, int rounds) throws Exception {
        for (var role : ROLES) {
            run("/banc/plancher/" + role, role, 16, WARM_UP);
            run("/", role, 16, WARM_UP);
        }
        for (int n : connections) {
            Map<String, List<Charge>> floors = new LinkedHashMap<>();
            Map<String, List<Charge>> homes = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (var role : ROLES) {
                    floors.computeIfAbsent(role, _ -> new ArrayList<>())
                            .add(run("/banc/plancher/" + role, role, n, SECONDS));
                    homes.computeIfAbsent(role, _ -> new ArrayList<>()).add(run("/", role, n, SECONDS));
                }
            }
            releve.paragraph("**" + n + (n == 1 ? " connection**" : " connections**"));
            List<List<String>> rows = new ArrayList<>();
            for (var role : ROLES) {
                rows.add(figures("floor of the " + english(role), floors.get(role), floors.get(role)));
                rows.add(figures("**home of the " + english(role) + "**", homes.get(role), floors.get(role)));
            }
            releve.table(
                    List.of(
                            "page",
                            "req/s",
                            "ratio of req/s",
                            "p50 ms",
                            "p99 ms",
                            "ratio of p99",
                            "CPU-µs app",
                            "CPU-µs PostgreSQL",
                            "ratio of CPU"),
                    rows);
        }
    }

    private Charge run(String path, String role, int connections, int seconds) throws Exception {
        visiteurs.get(role).page(path); // a page, not a redirect to the sign-in page
        return Charge.run(app, path, visiteurs.get(role).cookieHeader(), connections, seconds);
    }

    private static List<String> figures(String name, List<Charge> pages, List<Charge> floors) {
        return row(
                name,
                spread("%.0f", values(pages, Charge::perSecond)),
                ratios(pages, floors, Charge::perSecond),
                number("%.1f", Releve.median(values(pages, Charge::p50Millis))),
                spread("%.1f", values(pages, Charge::p99Millis)),
                ratios(pages, floors, Charge::p99Millis),
                number("%.0f", Releve.median(values(pages, Charge::appMicros))),
                number("%.0f", Releve.median(values(pages, Charge::pgMicros))),
                ratios(pages, floors, Charge::micros));
    }

    private static List<Double> values(List<Charge> charges, ToDoubleFunction<Charge> figure) {
        return charges.stream().map(figure::applyAsDouble).toList();
    }

    private static String ratios(List<Charge> pages, List<Charge> floors, ToDoubleFunction<Charge> figure) {
        if (pages == floors) {
            return "1";
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            ratios.add(figure.applyAsDouble(pages.get(i)) / figure.applyAsDouble(floors.get(i)));
        }
        return spread("%.2f", ratios);
    }

    private static String english(String role) {
        return switch (role) {
            case "enseignante" -> "teacher";
            case "parent" -> "parent";
            case "directrice" -> "head";
            default -> "administrator";
        };
    }

    /// @param texts where to say which statements they are, or null
    private List<List<String>> statements(String base, Releve texts) throws Exception {
        var enonces = Enonces.of(app);
        Map<String, List<Integer>> warm = new LinkedHashMap<>();
        for (var role : ROLES) {
            var visiteur = visiteurs.get(role);
            List<Integer> counts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int count = enonces.during(() -> visiteur.page("/")).size();
                if (i >= 10) {
                    counts.add(count);
                }
            }
            warm.put(role, counts.stream().distinct().sorted().toList());
        }
        Thread.sleep(65_000);
        List<List<String>> rows = new ArrayList<>();
        for (var role : ROLES) {
            var cold = enonces.during(() -> visiteurs.get(role).page("/"));
            rows.add(row(base, english(role), counts(warm.get(role)), cold.size()));
            if (texts != null) {
                texts.paragraph("Cold, " + english(role) + ":");
                texts.code(cold.stream()
                        .map(sql -> sql.length() > 150 ? sql.substring(0, 150) + "…" : sql)
                        .toList());
            }
        }
        return rows;
    }

    private static String counts(List<Integer> counts) {
        return counts.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(" or "));
    }

    private static void table(Releve releve, List<List<String>> counts) {
        releve.table(List.of("base", "home", "warm", "cold"), counts);
    }

    private static String size(Application app) throws Exception {
        try (var connection = app.connect()) {
            Region.live(connection);
            return Region.size(connection);
        }
    }
}
