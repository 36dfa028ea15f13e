package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Homes and a class's page, asked for by people of the named world: on its nine schools, then on the same base once a
/// region has come in beside them.
final class Pages {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = 3;
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 10);
    private static final int CONNECTIONS = 4;
    private static final String CLASSE = """
            select '/annuaire/classes/' || n.classe_id from annuaire.enseigne n
              join comptes.compte c on c.personne_id = n.personnel_id where c.login = 'claire.esteve' order by 1 limit 1""";

    private record Page(String name, String who, String path) {}

    /// Processor time of a page, in µs: the application without its compilers, and PostgreSQL.
    record Cost(double app, double postgres, double p50) {
        double both() {
            return app + postgres;
        }
    }

    private Pages() {}

    /// By page, one round after the other: a busy minute falls on all of them.
    static Map<String, List<Cost>> measure(Application app) throws Exception {
        Map<Page, Visiteur> pages = new LinkedHashMap<>();
        for (var page : list(app)) {
            var visiteur = Visiteur.enter(app.address(), page.who);
            visiteur.page(page.path);
            pages.put(page, visiteur);
            Charge.run(app, page.path, visiteur.cookieHeader(), CONNECTIONS, WARM_UP);
        }
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (var page : pages.entrySet()) {
                var charge = Charge.run(
                        app, page.getKey().path, page.getValue().cookieHeader(), CONNECTIONS, SECONDS);
                costs.computeIfAbsent(page.getKey().name, _ -> new ArrayList<>())
                        .add(new Cost(
                                charge.appMicros() - charge.compilerMicros(), charge.pgMicros(), charge.p50Millis()));
            }
        }
        return costs;
    }

    private static List<Page> list(Application app) throws Exception {
        try (var connection = app.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(CLASSE)) {
            rows.next();
            return List.of(
                    new Page("home of a teacher", "Claire Estève", "/"),
                    new Page("home of a parent", "Samira Benali", "/"),
                    new Page("home of a pupil", "Inès Benali", "/"),
                    new Page("home of a head", "Hélène Castans", "/"),
                    new Page("home of a référent", "Christine Rascol", "/"),
                    new Page("home of the inspection", "Thérèse Aubrac", "/"),
                    new Page("home of the administrator", "Florence Vidal", "/"),
                    new Page("page of a class", "Claire Estève", rows.getString(1)));
        }
    }

    static void tell(Releve releve, Map<String, List<Cost>> nine, Map<String, List<Cost>> region) {
        releve.paragraph("## Pages")
                .paragraph(("People of the named world, each page at %d connections, %d rounds of %d s after %d s of warming, on the nine"
                        + " schools before anything came in, then on the region: medians of processor time (application"
                        + " without its compilers, and PostgreSQL) and of p50. Aim: within 10 %%.")
                        .formatted(CONNECTIONS, ROUNDS, SECONDS, WARM_UP))
                .table(
                        List.of("page", "µs, nine schools", "µs, region", "**ratio**", "PostgreSQL alone, µs", "p50 ms"),
                        nine.keySet().stream()
                                .map(name -> told(name, nine.get(name), region.get(name)))
                                .toList());
    }

    private static List<String> told(String name, List<Cost> nine, List<Cost> region) {
        double before = Releve.median(nine.stream().map(Cost::both).toList());
        double after = Releve.median(region.stream().map(Cost::both).toList());
        return row(
                name,
                number("%.0f", before),
                number("%.0f", after),
                number("%.2f", after / before),
                number("%.0f", Releve.median(nine.stream().map(Cost::postgres).toList())) + " → "
                        + number("%.0f", Releve.median(region.stream().map(Cost::postgres).toList())),
                number("%.1f", Releve.median(nine.stream().map(Cost::p50).toList())) + " → "
                        + number("%.1f", Releve.median(region.stream().map(Cost::p50).toList())));
    }
}
