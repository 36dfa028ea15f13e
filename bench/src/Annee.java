package fr.entecole.bench;

import static fr.entecole.bench.Application.OPTIONS;
import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import fr.entecole.comptes.Empreinte;
import fr.entecole.socle.Sceau;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
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
    private static final int DATES = 60;
    private static final int GUARDIANS = 600;
    private static final int OUVREURS = 2000;
    private static final int ABONNES = Integer.getInteger("bench.subscribers", 10_000);
    private static final int CONNECTIONS = 16;

    private static final String METHOD = """
            The application runs from the jar that ships (`%s`) with its embedded PostgreSQL (fsync on). Each class has %d \
            notes of the year, half of them to be signed, six guardians of ten have read and signed, and %d pieces of work, \
            two a school day; each school has %d dates in its agenda. %,d sessions of as many people, from school to school; wrk asks for a page as each in turn \
            through %d connections, keep-alive, gzip. **Floor**: a page of the bench in the same server, behind the same \
            filters, sessions and rule, that sends `select 1` and the bytes of the same page. Warm-up of %,d requests, then \
            %d rounds of %d s, floor and page in turn; a ratio is taken inside a round, figures are medians (least–most). \
            Processor time from /proc, application and PostgreSQL. Statements by pg_stat_statements, on a warm page of the \
            first person, what travels together counted one by one. Load average before: %s.""";

    /// Who may write to the most families at once, and the end of the code of those families.
    private static final String BIGGEST = """
            select c.id, f.ecole_id || '.' || f.cible from
                (select f.ecole_id, %1$s as cible, n.personnel_id from annuaire.famille(current_date) f
                   join annuaire.ouverte o on o.ecole_id = f.ecole_id %2$s
                   join comptes.compte g on g.personne_id = f.personne_id and g.active_le is not null
                  where f.nature = 'RESPONSABLE' group by 1, 2, 3 order by count(distinct f.personne_id) desc limit 1) f
              join comptes.compte c on c.personne_id = f.personnel_id
            """;

    private static final String TEACHERS = """
            select c.id from comptes.compte c join (select distinct personnel_id from annuaire.enseigne n
                     where not exists (select 1 from annuaire.dirige d where d.personnel_id = n.personnel_id)) n
                on n.personnel_id = c.personne_id""";

    /// What a year leaves. Rows are written as the rooms write them, without their triggers.
    private static final List<String> YEAR = List.of("""
            create temporary table salle as
            select distinct on (n.classe_id) n.classe_id, n.ecole_id, n.personnel_id, k.libelle,
                   coalesce((select f.niveaux from annuaire.effectif(k.id) f), '{}') as niveaux
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
            """, """
            create temporary table une_date as
            select uuidv7() as id, e.ecole_id, e.personnel_id, g as n, current_date - 200 + g * 7 as jour
              from (select distinct on (ecole_id) ecole_id, personnel_id from salle order by ecole_id, personnel_id) e
             cross join generate_series(1, %d) g
            """.formatted(DATES), """
            insert into agenda.evenement (id, ecole_id, auteur_id, annee, jour, empreinte, genre, titre, texte, lieu, publie_le, change_le)
            select id, ecole_id, personnel_id, extract(year from current_date - 240)::int, jour, decode(md5(id::text), 'hex'),
                   'AUTRE', 'Date du banc numéro ' || n, 'Apporter un goûter et de quoi écrire.', 'Salle commune', now(), now()
              from une_date
            """, """
            insert into agenda.seance (ecole_id, evenement_id, jour, dernier, debut, fin, change_le)
            select ecole_id, id, jour, jour, time '18:00', time '19:00', now() from une_date
            """, """
            insert into agenda.destination (ecole_id, cle, evenement_id)
            select ecole_id, 'ECOLE.RESPONSABLES.' || ecole_id, id from une_date
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
                DATES,
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
                Region.deliverAlways(connection);
                fill(connection);
                releve.paragraph("Base: " + Region.size(connection) + ", " + kept(connection) + ".");
                new Annee(app, connection, dossier.path()).measure(releve);
            }
        }
        releve.write();
    }

    /// The year, without its people.
    static void fill(Connection connection) throws SQLException {
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
        publish(releve);
        open(releve);
        subscribe(releve);
    }

    private List<String> measured(Page page, Enonces enonces) throws Exception {
        var visites = Visites.open(connection, page.role, page.who, page.path, SESSIONS, folder);
        var first = visites.first(app);
        Files.writeString(folder.resolve(page.role + ".html"), first.page(visites.path()), StandardCharsets.UTF_8);
        for (int i = 0; i < 10; i++) {
            first.page(visites.path());
        }
        int statements = enonces.warm(() -> first.page(visites.path())).size();
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

    /// From the form that is sent to the last bell.
    private void publish(Releve releve) throws Exception {
        gather();
        var classe = BIGGEST.formatted("f.classe_id", "join annuaire.enseigne n on n.classe_id = f.classe_id");
        var ecole = BIGGEST.formatted("f.ecole_id", "join annuaire.dirige n on n.ecole_id = f.ecole_id");
        releve.paragraph("## Published, end to end");
        releve.table(
                List.of("a note to", "bells", "answered after, ms", "in every bell after, ms"),
                List.of(published("the families of a class", "CLASSE", classe), published("the families of a school", "ECOLE", ecole)));
    }

    /// No school of the feed has six hundred guardians who have come: the pupils of others join the biggest one.
    private void gather() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    with size as (
                        select f.ecole_id, count(distinct f.personne_id) as n from annuaire.famille(current_date) f
                          join annuaire.ouverte o on o.ecole_id = f.ecole_id
                          join comptes.compte g on g.personne_id = f.personne_id and g.active_le is not null
                         where f.nature = 'RESPONSABLE'
                           and exists (select 1 from annuaire.dirige d where d.ecole_id = f.ecole_id) group by 1),
                    ranked as (
                        select ecole_id, sum(n) over (order by n desc, ecole_id) - n as before,
                               first_value(ecole_id) over (order by n desc, ecole_id) as biggest from size)
                    update annuaire.eleve e set structure_id = r.biggest
                      from ranked r where e.structure_id = r.ecole_id and r.before < %d""".formatted(GUARDIANS));
            statement.execute("set session_replication_role = origin");
            // what the triggers that were kept quiet would have told: who has asked before is read anew
            statement.execute("select pg_notify('annuaire', '')");
        }
    }

    private List<String> published(String whom, String etendue, String where) throws Exception {
        var found = Visites.open(connection, "auteur" + etendue.toLowerCase(Locale.ROOT), where, null, 1, folder)
                .all()
                .getFirst();
        var pour = etendue + ".RESPONSABLES." + found.path();
        var guichet = new Guichet(app);
        List<Double> answered = new ArrayList<>();
        List<Double> rung = new ArrayList<>();
        String bells = "";
        for (int i = 0; i <= ROUNDS; i++) {
            var form = guichet.page("/liaison/nouveau", found.cookie());
            long start = System.nanoTime();
            var leads = guichet.post(form, "/liaison/mots", found.cookie(), List.of(
                    "genre", "INFORMATION", "titre", "Mot mesuré numéro " + i, "texte", "<p>La sortie est à neuf heures.</p>",
                    "pour", pour, "attendu", "SIGNATURE", "repondants", "CHACUN"));
            double there = (System.nanoTime() - start) / 1e6;
            var mot = leads.replaceAll(".*/mots/([0-9a-f-]{36}).*", "$1");
            var waiting = """
                    select count(*) filter (where r.livree_le is null), count(*) from notifications.remise r
                      join notifications.depot d on d.id = r.depot_id where d.chose = '%s'""".formatted(mot);
            while (!value(connection, waiting).equals("0")) {
                LockSupport.parkNanos(2_000_000);
            }
            double all = (System.nanoTime() - start) / 1e6;
            bells = value(connection, """
                    select count(*) from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                     where d.chose = '%s'""".formatted(mot));
            if (bells.equals("0")) {
                throw new IllegalStateException("told to nobody: outside delivery hours?");
            }
            if (i > 0) { // the first one warms up
                answered.add(there);
                rung.add(all);
            }
        }
        return row(whom, bells, spread("%.0f", answered), spread("%.0f", rung));
    }

    /// A note that many open for the first time within a minute, or as fast as they can.
    private void open(Releve releve) throws Exception {
        var schools = """
                select ecole_id from annuaire.famille(current_date) f join annuaire.ouverte o using (ecole_id)
                 where f.nature = 'RESPONSABLE' group by 1 order by count(distinct f.personne_id) desc limit 40""";
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table commun as
                    select uuidv7() as id, s.ecole_id, (select d.personnel_id from annuaire.dirige d where d.ecole_id = s.ecole_id limit 1) as auteur
                      from (%s) s""".formatted(schools));
            statement.execute("""
                    insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le, genre, attendu, repondants)
                    select id, ecole_id, auteur, extract(year from current_date - 240)::int, current_date, decode(md5(id::text), 'hex'),
                           now(), now(), 'INFORMATION', 'SIGNATURE', 'CHACUN' from commun""");
            statement.execute("""
                    insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le, signatures)
                    select ecole_id, id, 1, 'Mot de sept heures', '<p>Tous le lisent à la même minute.</p>', auteur, now(), now(),
                           'DEMANDEES' from commun""");
            statement.execute("""
                    insert into liaison.destination (ecole_id, cle, mot_id)
                    select ecole_id, 'ECOLE.RESPONSABLES.' || ecole_id, id from commun""");
        }
        var who = """
                select c.id, '/liaison/mots/' || m.id
                  from (select distinct on (f.personne_id) f.personne_id, f.ecole_id from annuaire.famille(current_date) f
                          join commun k on k.ecole_id = f.ecole_id where f.nature = 'RESPONSABLE' order by f.personne_id) f
                  join commun m on m.ecole_id = f.ecole_id
                  join comptes.compte c on c.personne_id = f.personne_id and c.active_le is not null and c.rejoint_id is null
                 order by md5(c.id::text)""";
        var visites = Visites.open(connection, "ouverture", who, null, 2 * OUVREURS, folder).all();
        if (visites.size() < 2 * OUVREURS) {
            throw new IllegalStateException(visites.size() + " guardians in the biggest schools: give more schools");
        }
        releve.paragraph("## Opened for the first time by %,d families".formatted(OUVREURS));
        releve.table(
                List.of("the note of their school, signed by nobody", "opened in, s", "errors", "readings written", "p50 ms", "p99 ms", "most, ms", "CPU-ms each"),
                List.of(
                        opened("within the minute", visites.subList(0, OUVREURS), OUVREURS / 60.0),
                        opened("within ten seconds", visites.subList(OUVREURS, 2 * OUVREURS), OUVREURS / 10.0)));
    }

    private List<String> opened(String name, List<Visites.Ligne> visites, double perSecond) throws Exception {
        var guichet = new Guichet(app);
        long before = Long.parseLong(value(connection, "select count(*) from liaison.lecture"));
        var rafale = Rafale.of(
                app,
                visites.stream()
                        .map(v -> (Rafale.Geste) () -> guichet.page(v.path(), v.cookie()))
                        .toList(),
                perSecond);
        long written = Long.parseLong(value(connection, "select count(*) from liaison.lecture")) - before;
        if (rafale.errors() > 0) {
            System.err.println(rafale.first());
        }
        return row(
                name,
                number("%.1f", rafale.seconds()),
                rafale.errors(),
                written,
                number("%.1f", rafale.p50Millis()),
                number("%.1f", rafale.p99Millis()),
                number("%.0f", rafale.mostMillis()),
                number("%.2f", rafale.micros() / rafale.asked() / 1000));
    }

    /// Calendar programs, each with an address of its own, ask in turn.
    private void subscribe(Releve releve) throws Exception {
        var sceau = new Sceau(Files.readString(app.donnees.resolve("secret")).strip());
        List<Visites.Ligne> lignes = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.id, c.personne_id from (%s limit %d) q join comptes.compte c on c.id = q.id
                        """.formatted(Region.ACCOUNTS.get("parent"), ABONNES));
                var insert = connection.prepareStatement("""
                        insert into agenda.abonnement (compte_id, personne_id, nom, empreinte, cree_le) values (?, ?, 'Banc', ?, now())
                        """)) {
            while (rows.next()) {
                var secret = Empreinte.newSecret();
                insert.setObject(1, rows.getObject(1, UUID.class));
                insert.setObject(2, rows.getObject(2, UUID.class));
                insert.setBytes(3, sceau.of("abonnement-agenda", secret));
                insert.addBatch();
                lignes.add(new Visites.Ligne("/agenda/abonnement/" + secret + ".ics", "", "a=b"));
            }
            insert.executeBatch();
        }
        var visites = Visites.of("abonnes", lignes, folder);
        visites.ask(app, CONNECTIONS, SECONDS);
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            charges.add(visites.ask(app, CONNECTIONS, SECONDS));
        }
        double perSecond = Releve.median(values(charges, Charge::perSecond));
        double micros = Releve.median(values(charges, Charge::micros));
        releve.paragraph("## Agendas read by calendar programs");
        releve.table(
                List.of("addresses", "bytes, gzip", "req/s", "p99 ms", "CPU-ms each", "one reading of 10,000 each in an hour: cores"),
                List.of(row(
                        lignes.size(),
                        visites.first(app).compressed(visites.path()),
                        spread("%.0f", values(charges, Charge::perSecond)),
                        number("%.1f", Releve.median(values(charges, Charge::p99Millis))),
                        number("%.2f", micros / 1000),
                        number("%.4f", 10_000 * micros / 1e6 / 3600))));
        if (perSecond * 3600 < 10_000) {
            throw new IllegalStateException("10,000 an hour are too many");
        }
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
