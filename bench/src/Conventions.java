package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// `./ent bench conventions`: the board of the region and its map, the night in which all schools open, and a batch of
/// titres with their papers, at the size of the region.
final class Conventions {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", 4095);
    private static final int COMMUNES = Integer.getInteger("bench.communes", 1500);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 400);
    private static final int CONNECTIONS = 4;

    private static final String METHOD = """
            The application runs from the jar that ships (`%s`) with its embedded PostgreSQL (fsync on). Beside the named \
            world, %,d communes have a convention of the year with all their schools; nine of ten are signed \
            by both. wrk asks for a page as the administrator through %d connections, keep-alive, gzip. **Floor**: a page of \
            the bench in the same server, behind the same filters, session and rule, that sends `select 1` and the bytes of \
            the same page. Warm-up of %,d requests, then %d rounds of %d s, floor and page in turn; figures are medians \
            (least–most). Statements by pg_stat_statements, on a warm page. Heap by jstat, garbage included, and what a \
            collection left. Load average before: %s.""";

    /// As the room writes them, without their triggers; what these would keep is kept at the end. Communes of the feed, with the schools that stand in them.
    private static final List<String> YEAR = List.of("""
            create temporary table une_commune as
            select row_number() over (order by commune_insee) as n, commune_insee as insee, uuidv7() as convention,
                   uuidv7() as declaration
              from (select distinct commune_insee from annuaire.lieu
                     where commune_insee is not null and uai is not null
                       and commune_insee not in (select commune_insee from conventions.convention)) c
             order by 1 limit %d
            """, """
            create temporary table une_annee as
            select id, annee from conventions.parametres order by annee desc, version desc limit 1
            """, """
            insert into conventions.convention (id, commune_insee, annee, rang, numero, cree_le)
            select c.convention, c.insee, a.annee, 1, a.annee || '-' || c.insee || '-1', now()
              from une_commune c cross join une_annee a
            """, """
            insert into conventions.declaration (id, commune_insee, convention_id, version, genre, denomination, forme, siret,
                   adresse, signataire, qualite, contact, courriel, faite_le)
            select declaration, insee, convention, 1, 'COMMUNE', 'Commune du banc ' || n, '', '21340135900012', 'Place',
                   'Prénom Nom', 'Maire', 'Accueil', 'banc@example.org', now()
              from une_commune
            """, """
            insert into conventions.inscription (commune_insee, liste_id, ecole_id, uai, type, nom, commune, departement)
            select c.insee, c.declaration, l.ecole_id, l.uai, 'E.P', 'École du banc', 'Commune du banc', '34'
              from une_commune c join annuaire.lieu l on l.commune_insee = c.insee and l.uai is not null
            """, """
            insert into conventions.fait (commune_insee, convention_id, sorte, jour, parametres_id, fait_le)
            select c.insee, c.convention, s.sorte, current_date - s.avant, case when s.sorte = 'TRANSMISE' then a.id end, now()
              from une_commune c cross join une_annee a
             cross join (values ('TRANSMISE', 20), ('SIGNEE_COMMUNE', 12), ('SIGNEE_REGION', 5)) s (sorte, avant)
             where s.sorte <> 'SIGNEE_REGION' or c.n %% 10 > 0
             order by s.avant desc
            """, """
            insert into conventions.acte (commune_insee, convention_id, nature, numero, jour, accuse, vote, delegation, annee,
                   ecoles, montant, depose_le)
            select c.insee, c.convention, 'DELIBERATION', 'D' || c.n, current_date, '', '', '', a.annee, 1, 4000, now()
              from une_commune c cross join une_annee a where c.n %% 2 = 0
            """, "select conventions.suivre(convention) from une_commune");

    private final Application app;
    private final Connection connection;
    private final Path folder;

    private Conventions(Application app, Connection connection, Path folder) {
        this.app = app;
        this.connection = connection;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("conventions", "Conventions of the region", args);
        releve.paragraph(METHOD.formatted(
                String.join(" ", Application.OPTIONS), COMMUNES, CONNECTIONS, WARM_UP, ROUNDS, SECONDS, Releve.load()));
        try (var dossier = Dossier.create("conventions")) {
            var donnees = dossier.of("donnees");
            try (var app = Application.start(donnees)) {
                Enonces.prepare(app);
            }
            Region.grow(donnees, dossier.of("flux"), SCHOOLS);
            try (var app = Application.start(donnees, "bench.pages=" + dossier.path());
                    var connection = app.connect()) {
                fill(connection);
                releve.paragraph("Base: " + Region.size(connection) + "; "
                        + value(connection, """
                                select count(*) || ' conventions, ' || (select count(*) from conventions.inscription)
                                       || ' schools on their lists' from conventions.convention
                                """) + ".");
                var bench = new Conventions(app, connection, dossier.path());
                bench.pages(releve);
                bench.night(releve);
                bench.titres(releve);
            }
        }
        releve.write();
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : YEAR) {
                statement.execute(sql.formatted(COMMUNES));
            }
            // the map is drawn where the public annuaire says where schools stand
            statement.execute("""
                    insert into annuaire.officielle (uai, academie, nom, ouverte, lue_le, latitude, longitude)
                    select l.uai, l.academie, 'Banc', true, now(), 42.6 + random() * 2.2, 0.1 + random() * 4.5
                      from annuaire.lieu l where l.uai is not null on conflict do nothing
                    """);
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    private void pages(Releve releve) throws Exception {
        var enonces = Enonces.of(app);
        List<List<String>> rows = new ArrayList<>();
        for (var page : List.of(
                List.of("board", "tableau", "/conventions/region"),
                List.of("board, one commune searched", "cherche", "/conventions/region?q=banc%201499"),
                List.of("map", "carte", "/conventions/carte"),
                List.of("what opens and closes", "ouvertures", "/conventions/ouvertures"),
                List.of("titres, none issued", "titres", "/conventions/titres"))) {
            rows.add(measured(page.get(0), page.get(1), page.get(2), enonces));
        }
        releve.table(
                List.of(
                        "page",
                        "statements",
                        "bytes",
                        "bytes, gzip",
                        "req/s",
                        "floor, req/s",
                        "ratio to floor",
                        "p50 ms",
                        "p99 ms",
                        "CPU-µs app",
                        "CPU-µs PostgreSQL"),
                rows);
    }

    private List<String> measured(String name, String role, String path, Enonces enonces) throws Exception {
        var visites =
                Visites.open(connection, role, Region.ACCOUNTS.get("administrator"), path, 1, folder);
        var first = visites.first(app);
        var html = first.page(path);
        Files.writeString(folder.resolve(role + ".html"), html, StandardCharsets.UTF_8);
        for (int i = 0; i < 10; i++) {
            first.page(path);
        }
        int statements = enonces.warm(() -> first.page(path)).size();
        var floor = visites.at("/banc/plancher/" + role);
        while (visites.asked() < WARM_UP) {
            visites.ask(app, CONNECTIONS, 2);
        }
        floor.ask(app, CONNECTIONS, 2);
        List<Charge> pages = new ArrayList<>();
        List<Charge> floors = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            floors.add(floor.ask(app, CONNECTIONS, SECONDS));
            pages.add(visites.ask(app, CONNECTIONS, SECONDS));
            ratios.add(pages.getLast().perSecond() / floors.getLast().perSecond());
        }
        return row(
                name,
                statements,
                html.getBytes(StandardCharsets.UTF_8).length,
                first.compressed(path),
                spread("%.0f", pages.stream().map(Charge::perSecond).toList()),
                spread("%.0f", floors.stream().map(Charge::perSecond).toList()),
                spread("%.3f", ratios),
                number("%.1f", Releve.median(pages.stream().map(Charge::p50Millis).toList())),
                number("%.1f", Releve.median(pages.stream().map(Charge::p99Millis).toList())),
                number("%.0f", Releve.median(pages.stream().map(Charge::appMicros).toList())),
                number("%.0f", Releve.median(pages.stream().map(Charge::pgMicros).toList())));
    }

    /// All schools of the feed are closed, and those of a convention in force open again in one run.
    private void night(Releve releve) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("update annuaire.ouverture set fermee_le = now(), motif = 'Banc' where fermee_le is null");
        }
        var vidal = Visiteur.enter(app.address(), "Florence Vidal");
        List<List<String>> rows = new ArrayList<>();
        for (var travail : List.of("conventions.ouvertures", "conventions.rappels", "conventions.ouvertures")) {
            var before = value(connection, "select count(*) from travaux.execution where travail = '" + travail + "'");
            vidal.submit("/travaux/" + travail, "/travaux/" + travail + "/lancer");
            var last = """
                    select count(*) from travaux.execution where travail = '%s' and finie_le is not null
                    """.formatted(travail);
            while (Long.parseLong(value(connection, last)) <= Long.parseLong(before)) {
                LockSupport.parkNanos(20_000_000);
            }
            rows.add(row(
                    travail,
                    value(connection, """
                            select compte::text || ' | ' || round(extract(epoch from finie_le - commencee_le)::numeric, 2)
                              from travaux.execution where travail = '%s' order by commencee_le desc limit 1
                            """.formatted(travail))));
        }
        releve.paragraph("## A night");
        releve.table(List.of("work", "what it did", "s"), rows);
    }

    private void titres(Releve releve) throws Exception {
        var vidal = Visiteur.enter(app.address(), "Florence Vidal");
        var annee = value(connection, "select max(annee) from conventions.parametres");
        List<List<String>> rows = new ArrayList<>();
        try (var tas = new Tas(app.pid())) {
            double millis = vidal.send("/conventions/titres", "/conventions/titres/emission", 303, "annee", annee);
            rows.add(row(
                    "issued, all at once",
                    value(connection, "select count(*) from conventions.titre"),
                    number("%.1f", millis / 1000),
                    "",
                    number("%.0f", tas.peakMb()),
                    number("%.0f", tas.keptMb())));
        }
        try (var tas = new Tas(app.pid())) {
            long start = System.nanoTime();
            var pdf = vidal.download("/conventions/titres", "/conventions/titres/documents", "annee", annee);
            rows.add(row(
                    "on paper, one file",
                    value(connection, "select count(*) from conventions.titre where annee = " + annee),
                    number("%.1f", (System.nanoTime() - start) / 1e9),
                    number("%.1f", pdf.bytes().length / 1e6),
                    number("%.0f", tas.peakMb()),
                    number("%.0f", tas.keptMb())));
        }
        releve.paragraph("## A batch of titres");
        releve.table(
                List.of("what", "titres", "s", "MB", "peak heap in use, MB", "peak after a collection, MB"), rows);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
