package fr.entecole.bench;

import static fr.entecole.bench.Application.OPTIONS;
import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `./ent bench foule`: what a home costs when thousands of people ask for theirs in turn, among nine schools and in
/// the whole region. Says whether others disturbed it, and tries again.
final class Foule {

    private static final int SESSIONS = Integer.getInteger("bench.sessions", 3000);
    private static final int SCHOOLS = Integer.getInteger("bench.schools", 4095);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int TRIES = Integer.getInteger("bench.tries", 1);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 6_000);
    private static final int WARM_UP_MOST = Integer.getInteger("bench.warmup.most", 25_000);
    private static final int CONNECTIONS = 16;

    /// Share of a page that compilers may still take.
    private static final double AT_REST = 0.05;

    private static final List<String> ROLES = List.of("teacher", "parent", "head", "administrator");
    private static final Map<String, Double> AIMS =
            Map.of("teacher", 1.0, "parent", 1.0, "head", 1.5, "administrator", 1.5);
    private static final String METHOD = """
            The application runs from the jar that ships (`%s`) with its embedded PostgreSQL (fsync on). %,d sessions of \
            each profile, of as many people as there are, from school to school; wrk asks for the home as each in turn, \
            through %d connections, keep-alive, gzip. Warm-up by requests: %,d a profile, at least two a session, then \
            by turns until the virtual machine's compilers rest (less than %.0f %% of a page), %,d a profile at most. Then \
            %d rounds of %d s, profile by profile. Processor time is read from /proc for the application and for all of \
            PostgreSQL, by page; the figure is the median of the rounds. Sessions and people are those of a real feed: \
            each class has its teacher, two families of three have come, half of the answers to the charter are there. \
            **Disturbed**: more than %.0f %% of the machine was used by others (/proc/stat, less what this bench, the \
            application and PostgreSQL used); such a round is thrown away and done again, %d times at most. Load average \
            before: %s.""";

    private record Mesure(
            double appMicros, double pgMicros, double compilerMicros, double perSecond, double p99, double others) {

        double millis() {
            return (appMicros + pgMicros) / 1000;
        }

        boolean disturbed() {
            return others > Machine.TOLERATED;
        }
    }

    private boolean disturbed;

    public static void main(String[] args) throws Exception {
        new Foule().run(new Releve("foule", "Homes, asked for by thousands", args));
    }

    private void run(Releve releve) throws Exception {
        releve.paragraph(METHOD.formatted(
                String.join(" ", OPTIONS),
                SESSIONS,
                CONNECTIONS,
                Math.max(WARM_UP, 2 * SESSIONS),
                100 * AT_REST,
                WARM_UP_MOST,
                ROUNDS,
                SECONDS,
                100 * Machine.TOLERATED,
                TRIES,
                Releve.load()));
        Map<String, Mesure> few;
        Map<String, Mesure> many;
        String size;
        try (var folder = Dossier.create("foule")) {
            var donnees = folder.of("donnees");
            try (var app = Application.start(donnees)) {
                few = measure(app, folder.path());
            }
            Region.grow(donnees, folder.of("flux"), SCHOOLS);
            try (var app = Application.start(donnees);
                    var connection = app.connect()) {
                Region.live(connection);
                size = Region.size(connection);
                many = measure(app, folder.path());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (var role : ROLES) {
            rows.add(line("nine schools", role, few.get(role), null));
            rows.add(line("**" + size + "**", role, many.get(role), few.get(role)));
        }
        releve.table(
                List.of(
                        "base",
                        "home",
                        "CPU-ms a page",
                        "aim",
                        "÷ nine schools",
                        "app, µs",
                        "of which compilers, µs",
                        "PostgreSQL, µs",
                        "req/s",
                        "p99 ms",
                        "others, %"),
                rows);
        var verdict = disturbed
                ? "**Disturbed**: others used the machine during rounds that stand here. These figures are no result."
                : "Not disturbed.";
        releve.paragraph(verdict);
        releve.write();
        System.err.println(verdict);
    }

    private Map<String, Mesure> measure(Application app, Path folder) throws Exception {
        Map<String, Seances> seances = new LinkedHashMap<>();
        try (var connection = app.connect()) {
            for (var role : ROLES) {
                seances.put(role, Seances.open(connection, role, Region.ACCOUNTS.get(role), SESSIONS, folder));
            }
        }
        for (var role : ROLES) {
            new Visiteur(app.address()).as(seances.get(role).tokens.getFirst()).page("/");
        }
        for (var role : ROLES) {
            while (seances.get(role).asked() < Math.max(WARM_UP, 2 * SESSIONS)) {
                seances.get(role).ask(app, CONNECTIONS, 2);
            }
        }
        boolean resting = false;
        while (!resting && seances.get("teacher").asked() < WARM_UP_MOST) {
            resting = true;
            for (var role : ROLES) {
                var charge = seances.get(role).ask(app, CONNECTIONS, 2);
                resting &= charge.compilerMicros() < AT_REST * charge.micros();
            }
        }
        Map<String, List<Mesure>> rounds = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (var role : ROLES) {
                rounds.computeIfAbsent(role, _ -> new ArrayList<>()).add(round(app, seances.get(role)));
            }
        }
        Map<String, Mesure> medians = new LinkedHashMap<>();
        rounds.forEach((role, all) -> medians.put(role, median(all)));
        return medians;
    }

    private Mesure round(Application app, Seances seances) throws Exception {
        for (int left = TRIES; ; left--) {
            var before = Machine.now(app);
            var charge = seances.ask(app, CONNECTIONS, SECONDS);
            var mesure = new Mesure(
                    charge.appMicros(),
                    charge.pgMicros(),
                    charge.compilerMicros(),
                    charge.perSecond(),
                    charge.p99Millis(),
                    Machine.now(app).others(before));
            if (!mesure.disturbed() || left == 0) {
                disturbed |= mesure.disturbed();
                return mesure;
            }
        }
    }

    private static Mesure median(List<Mesure> all) {
        return new Mesure(
                Releve.median(all.stream().map(Mesure::appMicros).toList()),
                Releve.median(all.stream().map(Mesure::pgMicros).toList()),
                Releve.median(all.stream().map(Mesure::compilerMicros).toList()),
                Releve.median(all.stream().map(Mesure::perSecond).toList()),
                Releve.median(all.stream().map(Mesure::p99).toList()),
                all.stream().mapToDouble(Mesure::others).max().orElse(0));
    }

    private static List<String> line(String base, String role, Mesure mesure, Mesure few) {
        return row(
                base,
                role,
                "**" + number("%.2f", mesure.millis()) + "**",
                "≤ " + AIMS.get(role),
                few == null ? "1" : number("%.2f", mesure.millis() / few.millis()),
                number("%.0f", mesure.appMicros()),
                number("%.0f", mesure.compilerMicros()),
                number("%.0f", mesure.pgMicros()),
                number("%.0f", mesure.perSecond()),
                number("%.1f", mesure.p99()),
                number("%.1f", 100 * mesure.others()));
    }
}
