package fr.entecole.bench;

import static fr.entecole.bench.Application.OPTIONS;
import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// `./ent bench lundi`: a Monday at 8:25. Every class calls its roll while parents open their page; then what a year of
/// rolls weighs, a month's signature and the register on paper.
final class Lundi {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", 400);
    private static final int PARENTS = Integer.getInteger("bench.parents", 10_000);
    private static final int SPAN = Integer.getInteger("bench.span", 120);
    private static final int OF_A_YEAR = Integer.getInteger("bench.year", 40);
    private static final int REGION = 4_104;
    private static final int MORNING = 20 * 60;
    private static final int PUPILS = 300;
    private static final List<String> TABLES = List.of("appel", "liste", "ligne", "nom");
    /// Without the morning: what a year weighs, and the register.
    private static final boolean YEAR_ALONE = Boolean.getBoolean("bench.year.alone");

    private static final Pattern ELEVE = Pattern.compile("name=\"(e-[0-9a-f-]{36})\" value=\"present\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(jour|moment|version)\" value=\"([^\"]*)\"");

    private static final String METHOD = """
            The application runs from the jar that ships (`%s`) with its embedded PostgreSQL (fsync on), its clock set to \
            8:25 on a Monday of class. Each of %,d teachers opens the roll of their class, says that two children are \
            missing and one is late, sends it and sees it acknowledged; meanwhile %,d parents open their home. The %d \
            minutes before lessons are pressed into %d s: everyone begins at an instant of their own, evenly spread, \
            whatever became of those before, and times run from that instant (for a roll: to the third page). Before, to \
            warm up: %,d homes and one class of six; then homes alone, and rolls alone, from which what each costs. \
            Processor time from /proc, application and PostgreSQL. Bells: from the deposit of the news to the line in a \
            bell, by the application's clock. Load average before: %s.""";

    /// Of the schools nearest to 300 pupils, as many days as a school year has, up to last Friday. Written as the room
    /// writes them, without their triggers.
    private static final List<String> YEAR = List.of("""
            create temporary table cour as
            select p.ecole_id, count(*) as eleves from annuaire.present p
              join annuaire.ouverte o on o.ecole_id = p.ecole_id
             where exists (select 1 from annuaire.dirige d join comptes.compte c on c.personne_id = d.personnel_id
                            where d.ecole_id = p.ecole_id)
             group by 1 order by abs(count(*) - %d) limit %d
            """.formatted(PUPILS, OF_A_YEAR), """
            create temporary table rang as
            select distinct on (k.ecole_id, i.eleve_id) k.ecole_id, i.classe_id, i.eleve_id, p.niveau from cour k
              join annuaire.present p on p.ecole_id = k.ecole_id join annuaire.inscrit i on i.eleve_id = p.eleve_id
            """, """
            create temporary table demie as
            select d::date as jour, m as moment from generate_series(current_date - interval '36 weeks', current_date - 1, '1 day') d
             cross join unnest(array['MATIN', 'APRES_MIDI']) m where extract(isodow from d) in (1, 2, 4, 5)
            """, """
            insert into presences.liste (ecole_id, classe_id, jour, eleves)
            select r.ecole_id, r.classe_id, make_date(d.annee, 9, 1), array_agg(r.eleve_id order by r.eleve_id)
              from rang r cross join (select distinct extract(year from jour - interval '8 months')::int as annee from demie) d
             group by 1, 2, 3
            """, """
            insert into presences.appel (ecole_id, classe_id, jour, moment, numero, geste, auteur_id, auteur, fait_le, liste_id)
            select k.ecole_id, k.classe_id, d.jour, d.moment, 1, 'APPEL', gen_random_uuid(), 'Banc', d.jour + time '08:35', k.id
              from demie d join presences.liste k on k.jour = make_date(extract(year from d.jour - interval '8 months')::int, 9, 1)
             where exists (select 1 from rang r where r.classe_id = k.classe_id)
             order by d.jour, d.moment desc
            """, """
            create table presences.avant (like presences.ligne including all)
            """, """
            insert into presences.avant (ecole_id, classe_id, jour, moment, eleve_id, numero, etat, arrive)
            select r.ecole_id, r.classe_id, d.jour, d.moment, r.eleve_id, 1, s.etat,
                   case when s.etat = 'RETARD' then time '08:50' end
              from rang r cross join demie d
             cross join lateral (select case abs(hashtext(r.eleve_id::text || d.jour)) % 25 when 0 then 'ABSENT' when 1 then 'RETARD' else 'PRESENT' end as etat) s
             order by d.jour, d.moment desc
            """, """
            insert into presences.ligne select * from presences.avant where etat <> 'PRESENT'
            """, """
            insert into presences.nom (ecole_id, eleve_id, annee, prenom, nom, niveau, inscrit_le)
            select distinct r.ecole_id, r.eleve_id, a, t.prenom, t.nom, coalesce(r.niveau, ''), now()
              from rang r join annuaire.titulaire t on t.id = r.eleve_id
             cross join (select distinct extract(year from jour - interval '8 months')::int as a from demie) a
            on conflict do nothing
            """);

    private final Application app;
    private final Connection connection;
    private final Path folder;
    private final Guichet guichet;

    private Lundi(Application app, Connection connection, Path folder) {
        this.app = app;
        this.connection = connection;
        this.folder = folder;
        this.guichet = new Guichet(app);
    }

    public static void main(String[] args) throws Exception {
        var releve = YEAR_ALONE
                ? new Releve("annee-d-appels", "A year of rolls", args)
                : new Releve("lundi", "A Monday at 8:25", args);
        var load = Releve.load();
        try (var dossier = Dossier.create("lundi")) {
            var donnees = dossier.of("donnees");
            ZonedDateTime monday;
            try (var app = Application.start(donnees);
                    var connection = app.connect()) {
                Enonces.prepare(app);
                monday = monday(connection);
            }
            Region.grow(donnees, dossier.of("flux"), SCHOOLS);
            try (var app = Application.start(donnees, Heure.at(monday));
                    var connection = app.connect()) {
                Region.live(connection);
                new Lundi(app, connection, dossier.path()).run(releve, load);
            }
        }
        releve.write();
    }

    /// Today, or the first to come that is in no zone's holidays.
    private static ZonedDateTime monday(Connection connection) throws SQLException {
        var monday = Heure.monday();
        while (!value(connection, """
                        select count(*) from calendrier.vacances
                         where remplacee_le is null and debut <= date '%1$s' and coalesce(reprise, debut + 60) > date '%1$s'
                        """.formatted(monday.toLocalDate())).equals("0")) {
            monday = monday.plusWeeks(1);
        }
        return monday;
    }

    private void run(Releve releve, String load) throws Exception {
        if (YEAR_ALONE) {
            releve.paragraph("Base: " + Region.size(connection) + ".");
            year(releve);
            return;
        }
        var rolls = Visites.open(connection, "appels", """
                        select c.id, q.adresse from (
                            select distinct on (n.classe_id) n.personnel_id, n.classe_id,
                                   '/presences/ecoles/' || n.ecole_id || '/classes/' || n.classe_id || '/appel' as adresse
                              from annuaire.enseigne n join annuaire.classe k on k.id = n.classe_id and k.academie = '99'
                             where exists (select 1 from annuaire.inscrit i where i.classe_id = n.classe_id)
                             order by n.classe_id, n.personnel_id) q
                          join comptes.compte c on c.personne_id = q.personnel_id and c.rejoint_id is null
                         order by md5(q.classe_id::text)""", null, 1_000_000, folder)
                .all();
        var parents = Visites.open(
                        connection, "parents", Region.ACCOUNTS.get("parent"), "/", PARENTS, folder)
                .all();
        int sixth = rolls.size() / 6;
        releve.paragraph(METHOD.formatted(
                String.join(" ", OPTIONS),
                rolls.size() - 2 * sixth,
                parents.size(),
                MORNING / 60,
                SPAN,
                Math.min(4_000, parents.size()),
                load));
        releve.paragraph("Base: " + Region.size(connection) + ", %,d classes with a teacher.".formatted(rolls.size()));
        page(releve, rolls.getFirst());
        Rafale.of(app, homes(parents.subList(0, Math.min(4_000, parents.size()))), 400);
        checked(Rafale.of(app, rolls(rolls.subList(1, sixth)), 15));
        morning(releve, parents, rolls.subList(sixth, 2 * sixth), rolls.subList(2 * sixth, rolls.size()));
        year(releve);
    }

    private void page(Releve releve, Visites.Ligne roll) throws Exception {
        var enonces = Enonces.of(app);
        List<List<String>> rows = new ArrayList<>();
        for (var when : List.of("nobody has called it yet", "called")) {
            for (int i = 0; i < 5; i++) {
                guichet.page(roll.path(), roll.cookie());
            }
            rows.add(row(
                    when,
                    enonces.warm(() -> guichet.page(roll.path(), roll.cookie())).size(),
                    new Visiteur(app.address()).as(roll.token()).compressed(roll.path()),
                    ELEVE.matcher(guichet.page(roll.path(), roll.cookie())).results().count()));
            call(roll);
        }
        releve.paragraph("## The page of a roll");
        releve.table(List.of("roll", "statements", "bytes, gzip", "children"), rows);
    }

    private void morning(
            Releve releve, List<Visites.Ligne> parents, List<Visites.Ligne> few, List<Visites.Ligne> rolls)
            throws Exception {
        var homes = checked(Rafale.of(app, homes(parents.subList(0, parents.size() / 5)), (double) parents.size() / SPAN));
        var alone = checked(Rafale.of(app, rolls(few), (double) rolls.size() / SPAN));
        long lines = Long.parseLong(value(connection, "select count(*) from notifications.ligne"));
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table avant as select id from notifications.depot");
        }
        long start = System.nanoTime();
        long cpu = Processus.cpuMicros(app.pid()) + Processus.postgresMicros(app.postmaster());
        var visiting = CompletableFuture.supplyAsync(() -> {
            try {
                return Rafale.of(app, homes(parents), (double) parents.size() / SPAN);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        var called = Rafale.of(app, rolls(rolls), (double) rolls.size() / SPAN);
        var visited = visiting.join();
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = Processus.cpuMicros(app.pid()) + Processus.postgresMicros(app.postmaster()) - cpu;
        releve.paragraph("## The morning");
        releve.table(
                List.of("what", "how many", "errors", "a second", "p50 ms", "p99 ms", "most, ms"),
                List.of(told("rolls, three pages each", called), told("homes of parents", visited), told("homes, nobody calling", homes), told("rolls, nobody visiting", alone)));
        System.err.println(called.first() + " " + visited.first());
        while (!value(connection, "select count(*) from notifications.remise where livree_le is null and annulee_le is null and due_le <= (select max(depose_le) from notifications.depot)")
                .equals("0")) {
            LockSupport.parkNanos(50_000_000);
        }
        var bells = """
                from notifications.ligne l join notifications.depot d on d.id = l.depot_id
                 where d.sorte = 'absence-a-expliquer' and not exists (select 1 from avant a where a.id = d.id)""";
        releve.table(
                List.of("figure", "value"),
                List.of(
                        row("CPU-ms a roll, alone", number("%.1f", alone.micros() / alone.asked() / 1000)),
                        row("CPU-ms a home, alone", number("%.2f", homes.micros() / homes.asked() / 1000)),
                        row("cores busy during the %.0f s".formatted(seconds), number("%.2f", cpu / 1e6 / seconds)),
                        row("the same over %d minutes".formatted(MORNING / 60), number("%.3f", cpu / 1e6 / MORNING)),
                        row("children missing, told", value(connection, "select count(distinct d.id) " + bells)),
                        row("lines in bells", value(connection, "select count(*) " + bells)),
                        row("from the roll to the bell, s: median", value(connection, lag(0.5, bells))),
                        row("p99", value(connection, lag(0.99, bells))),
                        row("the last one", value(connection, lag(1, bells))),
                        row("bells in all", Long.parseLong(value(connection, "select count(*) from notifications.ligne")) - lines)));
    }

    private static String lag(double share, String bells) {
        return "select round(percentile_disc(%s) within group (order by extract(epoch from l.nee_le - d.depose_le))::numeric, 3) "
                        .formatted(share)
                + bells;
    }

    private List<String> told(String what, Rafale rafale) {
        return row(
                what,
                rafale.asked(),
                rafale.errors(),
                number("%.0f", rafale.asked() / rafale.seconds()),
                number("%.1f", rafale.p50Millis()),
                number("%.1f", rafale.p99Millis()),
                number("%.0f", rafale.mostMillis()));
    }

    private static Rafale checked(Rafale rafale) {
        if (rafale.errors() > 0) {
            throw new IllegalStateException(rafale.errors() + " errors: " + rafale.first());
        }
        return rafale;
    }

    private List<Rafale.Geste> homes(List<Visites.Ligne> parents) {
        return parents.stream()
                .map(p -> (Rafale.Geste) () -> guichet.page(p.path(), p.cookie()))
                .toList();
    }

    private List<Rafale.Geste> rolls(List<Visites.Ligne> rolls) {
        return rolls.stream().map(r -> (Rafale.Geste) () -> call(r)).toList();
    }

    private void call(Visites.Ligne roll) throws Exception {
        var page = guichet.page(roll.path(), roll.cookie());
        List<String> fields = new ArrayList<>();
        HIDDEN.matcher(page).results().forEach(f -> fields.addAll(List.of(f.group(1), f.group(2))));
        var eleves = new LinkedHashSet<>(
                ELEVE.matcher(page).results().map(f -> f.group(1)).toList());
        int n = 0;
        for (var eleve : eleves) {
            fields.addAll(List.of(eleve, n == 3 || n == 7 ? "absent" : n == 5 ? "retard" : "present"));
            n++;
        }
        var leads = guichet.post(page, roll.path(), roll.cookie(), fields);
        if (!leads.contains("fait=ecrit") && !leads.contains("fait=inchange")) {
            throw new IllegalStateException("not written: " + leads);
        }
        guichet.page(leads, roll.cookie());
    }

    private void year(Releve releve) throws Exception {
        long[] before = sizes();
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : YEAR) {
                statement.execute(sql);
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze presences.ligne, presences.appel, presences.liste, presences.nom");
        }
        long[] after = sizes();
        long whole = Long.parseLong(value(connection, "select pg_total_relation_size('presences.avant')"));
        try (var statement = connection.createStatement()) {
            statement.execute("drop table presences.avant");
        }
        double pupils = Double.parseDouble(value(connection, "select count(distinct eleve_id) from rang"));
        double each = Double.parseDouble(value(connection, """
                select avg(n) from (select count(*) as n from annuaire.present p join annuaire.ouverte o on o.ecole_id = p.ecole_id
                                     group by p.ecole_id) q"""));
        double times = each * REGION / pupils;
        long lines = Long.parseLong(value(connection, "select count(*) from rang cross join demie"));
        long rolls = Long.parseLong(value(connection, "select count(*) from (select distinct classe_id from rang) c cross join demie"));
        releve.paragraph("## A year of rolls");
        releve.paragraph("""
                %d schools, %.0f pupils, %s half-days each: %,d rolls of %.1f children, one in 25 missing and one in 25 late. The region's is the same by pupil, for %,d schools of \
                %.0f pupils, the mean of this base."""
                .formatted(OF_A_YEAR, pupils, value(connection, "select count(*) from demie"), rolls, (double) lines / rolls, REGION, each));
        List<List<String>> rows = new ArrayList<>();
        long all = 0;
        for (int i = 0; i < TABLES.size(); i++) {
            all += after[i] - before[i];
            rows.add(weight("`presences." + TABLES.get(i) + "`", after[i] - before[i], rolls, times));
        }
        rows.add(weight("all of it", all, rolls, times));
        rows.add(weight("`presences.ligne` if each child were a line of each roll", whole, rolls, times));
        releve.table(List.of("table with its indexes", "here, MB", "bytes a roll", "region, GB"), rows);
        register(releve);
    }

    private static List<String> weight(String what, long bytes, long rolls, double times) {
        return row(
                what,
                number("%.1f", bytes / 1e6),
                number("%.0f", (double) bytes / rolls),
                number("%.2f", bytes * times / 1e9));
    }

    private long[] sizes() throws SQLException {
        long[] sizes = new long[TABLES.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Long.parseLong(value(connection, "select pg_total_relation_size('presences." + TABLES.get(i) + "')"));
        }
        return sizes;
    }

    /// The head of the school that is nearest to 300 pupils: last month on paper, signed, and its archive.
    private void register(Releve releve) throws Exception {
        var mois = Heure.now().toLocalDate().minusMonths(1).toString().substring(0, 7);
        var classes = Visites.open(connection, "registres", """
                        select c.id, '/presences/ecoles/' || k.ecole_id || '/classes/' || k.classe_id || '/registre?mois=%s'
                          from (select distinct r.ecole_id, r.classe_id from rang r
                                  join (select ecole_id from cour order by abs(eleves - %d) limit 1) e using (ecole_id)) k
                          join lateral (select personnel_id from annuaire.dirige d where d.ecole_id = k.ecole_id limit 1) d on true
                          join comptes.compte c on c.personne_id = d.personnel_id""".formatted(mois, PUPILS), null, 100, folder)
                .all();
        List<Double> printed = new ArrayList<>();
        List<Double> signed = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        long bytes = 0;
        double kept;
        double peak;
        double all = 0;
        try (var tas = new Tas(app.pid())) {
            for (int round = 0; round < 2; round++) {
                printed.clear();
                bytes = 0;
                long begun = System.nanoTime();
                for (var classe : classes) {
                    var page = guichet.page(classe.path(), classe.cookie());
                    long start = System.nanoTime();
                    bytes += guichet.file(page, base(classe) + "/registre/impression", classe.cookie(), List.of("mois", mois)).length;
                    printed.add((System.nanoTime() - start) / 1e6);
                }
                all = (System.nanoTime() - begun) / 1e9;
            }
            kept = tas.keptMb();
            peak = tas.peakMb();
        }
        for (var classe : classes) {
            long start = System.nanoTime();
            var page = guichet.page(classe.path(), classe.cookie());
            shown.add((System.nanoTime() - start) / 1e6);
            start = System.nanoTime();
            guichet.post(page, base(classe) + "/signature", classe.cookie(), List.of("mois", mois));
            signed.add((System.nanoTime() - start) / 1e6);
        }
        var head = classes.getFirst();
        var archive = base(head).replaceAll("/classes/.*", "/archive");
        var page = guichet.page(archive, head.cookie());
        long start = System.nanoTime();
        int zip = guichet.file(page, archive, head.cookie(), List.of()).length;
        double archived = (System.nanoTime() - start) / 1e6;
        releve.paragraph("## The register of %s pupils in %d classes, one month of it".formatted(
                value(connection, "select eleves from cour order by abs(eleves - %d) limit 1".formatted(PUPILS)),
                classes.size()));
        releve.table(
                List.of("figure", "value"),
                List.of(
                                row("page of a class’s month, ms", spread("%.0f", shown)),
                                row("PDF of a class, ms", spread("%.0f", printed)),
                                row("PDFs of the whole school, one after the other, pages included, s", number("%.1f", all)),
                                row("files, kB", number("%.0f", bytes / 1000.0)),
                                row("peak heap after a collection, MB", kept == 0 ? "nothing was collected" : number("%.0f", kept)),
                                row("peak heap in use, MB", number("%.0f", peak)),
                                row("signature of a class’s month, ms", spread("%.0f", signed)),
                                row("sealed archive of the school, ms", number("%.0f", archived)),
                                row("archive, kB", number("%.0f", zip / 1000.0))));
    }

    private static String base(Visites.Ligne classe) {
        return classe.path().replaceAll("/registre.*", "");
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
