package fr.entecole.bench;

import static fr.entecole.bench.Application.OPTIONS;
import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// `./ent bench annee`: notes, work and agenda with a full year of them in each class, asked for by many in turn,
/// against the floor of the same run: what a page costs that reads from what lasts.
final class Annee {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", 4095);
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 1000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 6_000);
    private static final int MOTS = 40;
    private static final int TRAVAUX = 400;
    private static final int OUVREURS = 2000;
    private static final int CONNECTIONS = 16;

    private static final String METHOD = """
            The application runs from the jar that ships (`%s`) with its embedded PostgreSQL (fsync on). Each class has %d \
            notes of the year, half of them to be signed, six guardians of ten have read and signed, and %d pieces of work, \
            two a school day. %,d sessions of as many people, from school to school; wrk asks for a page as each in turn \
            through %d connections, keep-alive, gzip. **Floor**: a page of the bench in the same server, behind the same \
            filters, sessions and rule, that sends `select 1` and the bytes of the same page. Warm-up of %,d requests, then \
            %d rounds of %d s, floor and page in turn; a ratio is taken inside a round, figures are medians (least–most). \
            Processor time from /proc, application and PostgreSQL. Statements by pg_stat_statements, on a warm page of the \
            first person, what travels together counted one by one. Load average before: %s.""";

    private static final String TEACHERS = """
            select c.id from comptes.compte c join (select distinct personnel_id from annuaire.enseigne n
                     where not exists (select 1 from annuaire.dirige d where d.personnel_id = n.personnel_id)) n
                on n.personnel_id = c.personne_id""";

    /// What a year leaves. Rows are written as the rooms write them, without their triggers.
    private static final List<String> YEAR = List.of("""
            create temporary table salle as
            select distinct on (n.classe_id) n.classe_id, n.ecole_id, n.personnel_id, k.niveaux, k.libelle
              from annuaire.enseigne n join annuaire.classe k on k.id = n.classe_id
             order by n.classe_id, n.personnel_id
            """, """
            create temporary table un_mot as
            select uuidv7() as id, s.*, g as n, current_date - (g * 5) as jour from salle s cross join generate_series(1, %d) g
            """.formatted(MOTS), """
            insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le, genre, attendu, repondants)
            select id, ecole_id, personnel_id, extract(year from current_date - 240)::int, jour, decode(md5(id::text), 'hex'),
                   jour + time '10:00', jour + time '10:00', 'INFORMATION', case when n % 2 = 0 then 'SIGNATURE' else 'RIEN' end, 'CHACUN'
              from un_mot
            """, """
            insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le, signatures)
            select ecole_id, id, 1, 'Mot du banc numéro ' || n,
                   '<p>' || repeat('Les enfants préparent une tenue pour la piscine et un bonnet marqué à leur nom. ', 6) || '</p>',
                   personnel_id, jour + time '10:00', jour + time '10:00', 'DEMANDEES'
              from un_mot
            """, """
            insert into liaison.destination (ecole_id, cle, mot_id)
            select ecole_id, 'CLASSE.RESPONSABLES.' || classe_id, id from un_mot
            """, """
            create temporary table gardien as
            select f.classe_id, f.eleve_id, f.personne_id from annuaire.famille(current_date) f
             where f.nature = 'RESPONSABLE' and abs(hashtext(f.personne_id::text)) % 10 < 6
            """, """
            analyze un_mot
            """, """
            insert into liaison.lecture (ecole_id, mot_id, numero, personne_id, principale, lu_le)
            select distinct m.ecole_id, m.id, 1, g.personne_id, true, m.jour + interval '18 hours'
              from un_mot m join gardien g using (classe_id) where m.n > 1
            """, """
            insert into liaison.reponse (ecole_id, mot_id, eleve_id, personne_id, numero, sens, precision, voie, fait_le)
            select m.ecole_id, m.id, g.eleve_id, g.personne_id, 1, 'SIGNE', '', 'ENT', m.jour + interval '18 hours'
              from un_mot m join gardien g using (classe_id) where m.n % 2 = 0 and m.n > 2
            """, """
            insert into cahierdetextes.cahier (classe_id, ecole_id, annee, libelle, niveaux, ouvert_le)
            select classe_id, ecole_id, extract(year from current_date - 240)::int, libelle, niveaux, now() from salle
            on conflict do nothing
            """, """
            create temporary table un_travail as
            select uuidv7() as id, s.*, g as n, current_date + 7 - (g / 2) as jour from salle s cross join generate_series(0, %d) g
            """.formatted(TRAVAUX - 1), """
            insert into cahierdetextes.travail (id, ecole_id, classe_id, nature, jour, matiere, texte, lien, minutes, empreinte,
                   numero, auteur_id, publie_le, ecrit_le)
            select id, ecole_id, classe_id, case when n % 4 = 0 then 'EN_CLASSE' else 'A_FAIRE' end, jour,
                   case when n % 2 = 0 then 'Lecture' else 'Mathématiques' end,
                   'Relire la page ' || n || ' à voix haute, puis revoir les mots de la semaine.', '', 10,
                   decode(md5(id::text), 'hex'), 1, personnel_id, now(), now()
              from un_travail
            """, """
            insert into cahierdetextes.destination (ecole_id, cle, jour, travail_id)
            select t.ecole_id, 'CLASSE.' || q.qui || '.' || t.classe_id, t.jour, t.id
              from un_travail t cross join (values ('ELEVES'), ('RESPONSABLES')) q (qui)
            """);

    private final Application app;
    private final Connection connection;
    private final Path folder;

    private record Page(String name, String role, String who, String path) {}

    private Annee(Application app, Connection connection, Path folder) {
        this.app = app;
        this.connection = connection;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("annee", "A year of notes and of work", args);
        releve.paragraph(METHOD.formatted(
                String.join(" ", OPTIONS),
                MOTS,
                TRAVAUX,
                SESSIONS,
                CONNECTIONS,
                WARM_UP,
                ROUNDS,
                SECONDS,
                Releve.load()));
        try (var dossier = Dossier.create("annee")) {
            var donnees = dossier.of("donnees");
            try (var app = Application.start(donnees)) {
                Enonces.prepare(app);
            }
            Region.grow(donnees, dossier.of("flux"), SCHOOLS);
            try (var app = Application.start(donnees, "bench.pages=" + dossier.path());
                    var connection = app.connect()) {
                Region.live(connection);
                fill(connection);
                releve.paragraph("Base: " + Region.size(connection) + ", " + kept(connection) + ".");
                new Annee(app, connection, dossier.path()).measure(releve);
            }
        }
        releve.write();
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : YEAR) {
                statement.execute(sql);
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    private static String kept(Connection connection) throws SQLException {
        return value(connection, """
                select format('%s notes, %s readings, %s answers, %s pieces of work',
                              (select count(*) from liaison.mot), (select count(*) from liaison.lecture),
                              (select count(*) from liaison.reponse), (select count(*) from cahierdetextes.travail))
                """);
    }

    private void measure(Releve releve) throws Exception {
        var parents = Region.ACCOUNTS.get("parent");
        var followed = """
                select c.id, (select '/liaison/mots/' || m.id from liaison.mot m where m.auteur_id = c.personne_id and m.attendu = 'SIGNATURE'
                               order by m.visible_le desc limit 1)
                  from (%s order by md5(c.id::text)) t join comptes.compte c on c.id = t.id""".formatted(TEACHERS);
        var classe = """
                select c.id, (select '/cahierdetextes/classes/' || n.classe_id from annuaire.enseigne n where n.personnel_id = c.personne_id limit 1)
                  from (%s order by md5(c.id::text)) t join comptes.compte c on c.id = t.id""".formatted(TEACHERS);
        var pages = List.of(
                new Page("notes of a teacher", "motsenseignant", TEACHERS + " order by md5(c.id::text)", "/liaison"),
                new Page("a note followed, its families’ states", "suivi", followed, null),
                new Page("notes of a parent", "motsparent", parents, "/liaison"),
                new Page("week of a class, for its teacher", "semaine", classe, null),
                new Page("one list of a parent", "travailparent", parents, "/cahierdetextes"),
                new Page("agenda of a parent", "agendaparent", parents, "/agenda"));
        var enonces = Enonces.of(app);
        List<List<String>> rows = new ArrayList<>();
        for (var page : pages) {
            rows.add(measured(page, enonces));
        }
        releve.table(
                List.of(
                        "page",
                        "statements",
                        "bytes, gzip",
                        "req/s",
                        "ratio of req/s",
                        "p99 ms",
                        "CPU-µs app",
                        "CPU-µs PostgreSQL",
                        "ratio of CPU"),
                rows);
        open(releve);
    }

    private List<String> measured(Page page, Enonces enonces) throws Exception {
        var visites = Visites.open(connection, page.role, page.who, page.path, SESSIONS, folder);
        var first = visites.first(app);
        Files.writeString(folder.resolve(page.role + ".html"), first.page(visites.path()), StandardCharsets.UTF_8);
        for (int i = 0; i < 10; i++) {
            first.page(visites.path());
        }
        int statements = enonces.during(() -> first.page(visites.path())).size();
        var floor = visites.at("/banc/plancher/" + page.role);
        while (visites.asked() < Math.max(WARM_UP, 2 * SESSIONS)) {
            visites.ask(app, CONNECTIONS, 2);
        }
        floor.ask(app, CONNECTIONS, 3);
        Map<String, List<Charge>> charges = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            charges.computeIfAbsent("floor", _ -> new ArrayList<>()).add(floor.ask(app, CONNECTIONS, SECONDS));
            charges.computeIfAbsent("page", _ -> new ArrayList<>()).add(visites.ask(app, CONNECTIONS, SECONDS));
        }
        return row(
                page.name,
                statements,
                first.compressed(visites.path()),
                spread("%.0f", values(charges.get("page"), Charge::perSecond)),
                ratios(charges, Charge::perSecond),
                number("%.1f", Releve.median(values(charges.get("page"), Charge::p99Millis))),
                number("%.0f", Releve.median(values(charges.get("page"), Charge::appMicros))),
                number("%.0f", Releve.median(values(charges.get("page"), Charge::pgMicros))),
                ratios(charges, Charge::micros));
    }

    /// Each opens the last note of their child's class for the first time, as in the minute after an hour of delivery.
    private void open(Releve releve) throws Exception {
        var who = """
                select c.id, (select '/liaison/mots/' || d.mot_id from liaison.destination d join liaison.mot m on m.id = d.mot_id
                               where d.ecole_id = f.ecole_id and d.cle = 'CLASSE.RESPONSABLES.' || f.classe_id
                               order by m.visible_le desc limit 1)
                  from (select distinct on (f.personne_id) f.* from annuaire.famille(current_date) f
                          join annuaire.ouverte o on o.ecole_id = f.ecole_id
                         where f.nature = 'RESPONSABLE' and f.classe_id is not null order by f.personne_id) f
                  join comptes.compte c on c.personne_id = f.personne_id and c.active_le is not null and c.rejoint_id is null
                 where not exists (select 1 from liaison.lecture l where l.personne_id = f.personne_id)
                """;
        var visites = Visites.open(connection, "ouverture", who, null, OUVREURS, folder);
        long before = Long.parseLong(value(connection, "select count(*) from liaison.lecture"));
        var charge = visites.ask(app, CONNECTIONS, SECONDS);
        while (visites.asked() < OUVREURS) {
            charge = visites.ask(app, CONNECTIONS, SECONDS);
        }
        long written = Long.parseLong(value(connection, "select count(*) from liaison.lecture")) - before;
        releve.table(
                List.of("notes opened for the first time", "pages", "readings written", "req/s", "p50 ms", "p99 ms", "errors"),
                List.of(row(
                        "by " + OUVREURS + " sessions in turn",
                        visites.asked(),
                        written,
                        number("%.0f", charge.perSecond()),
                        number("%.1f", charge.p50Millis()),
                        number("%.1f", charge.p99Millis()),
                        0)));
    }

    private static List<Double> values(List<Charge> charges, ToDoubleFunction<Charge> figure) {
        return charges.stream().map(figure::applyAsDouble).toList();
    }

    private static String ratios(Map<String, List<Charge>> charges, ToDoubleFunction<Charge> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < charges.get("page").size(); i++) {
            ratios.add(figure.applyAsDouble(charges.get("page").get(i))
                    / figure.applyAsDouble(charges.get("floor").get(i)));
        }
        return spread("%.2f", ratios);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
