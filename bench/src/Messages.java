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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `./ent bench messages`: the box, an older page of it, a conversation and a search, with a million messages in the
/// base and thousands in the one box that is read, against the floor of the same run; then a message to a whole school.
final class Messages {

    private static final int MESSAGES = Integer.getInteger("bench.messages", 1_000_000);
    private static final int BOX = Integer.getInteger("bench.box", 5_000);
    private static final int READERS = Integer.getInteger("bench.readers", 1_200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 15);
    private static final int SENDS = Integer.getInteger("bench.sends", 10);
    private static final int DEPOSITED = Integer.getInteger("bench.deposited", 100_000);
    private static final int SEARCHES = Integer.getInteger("bench.searches", 50);
    private static final String CURIE = "(select id from annuaire.structure where uai = '0110358E')";
    private static final String SAMIRA =
            "(select id from annuaire.responsable where annuaire.cle(prenom) = 'samira' and annuaire.cle(nom) = 'benali')";

    /// Messages of other people first, three a conversation; then the box, two a conversation, one of them of forty.
    private static final List<String> FILL = List.of(
            """
            create temporary table fil as
            select uuidv7() as id, g as n, g > %1$d as dans_la_boite,
                   case when g > %1$d then %3$s else gen_random_uuid() end as lecteur, gen_random_uuid() as auteur,
                   now() - (g %% 300) * interval '1 day' - (g %% 86000) * interval '1 second' as le
              from generate_series(1, %1$d + %2$d) g
            """,
            """
            insert into messagerie.conversation
                   (id, ecole_id, auteur_id, objet, pour_mots, eleves, sans_reponse, entre_eleves, participants, familles, ouverte_le)
            select id, %4$s, auteur, 'Sortie numéro ' || n, '', '{}', false, false, 2, 1, le from fil
            """,
            """
            insert into messagerie.participant
                   (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus, lu_le)
            select f.id, p.personne, %4$s, p.nature,
                   case when f.dans_la_boite and p.nature = 'RESPONSABLE' then
                        array(select a.eleve_id from annuaire.autorite(current_date) a where a.responsable_id = f.lecteur)
                        else '{}' end,
                   f.le, case when f.n %% 50 = 0 then 1 else 0 end, f.le
              from fil f cross join lateral (values (f.auteur, 'PERSONNEL'), (f.lecteur, 'RESPONSABLE')) p (personne, nature)
            """,
            """
            insert into messagerie.message
                   (ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, cle, ecrit_le, remettre_le, remis_le,
                    retenu, disparait_le)
            select %4$s, f.id, f.auteur, 'ENSEIGNANT', t.texte, t.texte, 'Sortie numéro ' || f.n, gen_random_uuid(),
                   f.le + m * interval '1 minute', f.le + m * interval '1 minute', f.le + m * interval '1 minute', false,
                   current_date + 300
              from fil f
              cross join lateral generate_series(1, case when f.n = %1$d + 1 then 40 when f.dans_la_boite then 2 else 3 end) m
              cross join lateral (select '<p>Bonjour, voici le mot ' || (f.n * 7 + m) %% 9973 || ' du ' || (array[
                  'musée', 'cahier', 'goûter', 'théâtre', 'jardin', 'spectacle', 'rendez-vous', 'car'])[1 + (f.n + m) %% 8]
                  || ' pour les enfants de la classe. Merci de répondre avant vendredi.</p>' as texte) t
            """,
            "vacuum analyze messagerie.conversation, messagerie.message, messagerie.participant");

    /// Families of a school that has many: a pupil, two guardians who have come.
    private static final List<String> SCHOOL = List.of(
            "set session_replication_role = replica",
            """
            create temporary table famille_du_banc as
            select g as n, uuidv7() as eleve, uuidv7() as un, uuidv7() as autre from generate_series(1, %1$d) g
            """,
            """
            insert into annuaire.eleve (id, academie, structure_id, nom, prenom, date_naissance, niveau)
            select eleve, '11', %2$s, 'BANC', 'Enfant' || n, date '2017-03-01', 'CM1' from famille_du_banc
            """,
            """
            insert into annuaire.responsable (id, academie, nom, prenom)
            select r, '11', 'BANC', 'Parent' || n from famille_du_banc cross join lateral (values (un), (autre)) p (r)
            """,
            """
            insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
            select eleve, r, (select min(code) from annuaire.lien where retire_le is null), date '2026-09-01'
              from famille_du_banc cross join lateral (values (un), (autre)) p (r)
            """,
            """
            insert into comptes.compte (personne_id, nature, login, racine, rang, active_le, created_at)
            select r, 'RESPONSABLE', 'banc.' || r, 'banc.' || r, 1, now(), now()
              from famille_du_banc cross join lateral (values (un), (autre)) p (r)
            """,
            "set session_replication_role = origin",
            "vacuum analyze annuaire.eleve, annuaire.responsable, annuaire.lien, comptes.compte");

    private final Application app;
    private final Connection connection;

    private Messages(Application app, Connection connection) {
        this.app = app;
        this.connection = connection;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("messages", "Messages: reading among many, and writing to a school", args);
        releve.paragraph("""
                The application runs from the jar that ships, on the demonstration base, with its embedded PostgreSQL \
                (fsync on), `%s`; wrk, PostgreSQL and the application share the cores. %,d messages stand in the base, \
                %,d conversations in the box of the parent who reads. **Floor**: a page of the bench in the same \
                server, behind the same filters, session and route rule, that sends `select 1` and answers the bytes of \
                the page it is compared with. One person, one session, keep-alive, 16 connections; warmed %d s, then %d \
                rounds of %d s, floor and page in turn. A ratio is taken inside a round; figures are medians \
                (least–most). Load average before: %s."""
                .formatted(
                        String.join(" ", Application.OPTIONS), MESSAGES, BOX, WARM_UP, ROUNDS, SECONDS, Releve.load()));
        try (var folder = Dossier.create("messages")) {
            var donnees = folder.of("donnees");
            try (var app = Application.start(donnees)) {
                Enonces.prepare(app);
            }
            try (var app = Application.start(donnees, "bench.pages=" + folder.path());
                    var connection = app.connect()) {
                Region.deliverAlways(connection);
                var bench = new Messages(app, connection);
                bench.fill();
                bench.read(releve, folder.path());
                bench.send(releve);
                bench.morning(releve);
            }
        }
        releve.paragraph("""
                ## What these figures don't say

                Absolute figures are those of a small machine, with the client on it: they are no capacity. One box is \
                read again and again, so its rows are in memory. No TLS, no proxy. Searching is asked one after the \
                other, with the form's token, as a person does.""").write();
    }

    private void fill() throws SQLException {
        int others = Math.max(1, (MESSAGES - 2 * BOX) / 3);
        run(FILL, others, BOX, SAMIRA, CURIE);
    }

    private void run(List<String> all, Object... with) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : all) {
                statement.execute(sql.contains("%") ? sql.formatted(with) : sql);
            }
        }
    }

    private void read(Releve releve, Path pages) throws Exception {
        var samira = Visiteur.enter(app.address(), "Samira Benali");
        var conversation = one("""
                select c.id from messagerie.conversation c
                  join messagerie.message m on m.conversation_id = c.id
                  join messagerie.participant p on p.conversation_id = c.id and p.personne_id = %s
                 group by c.id order by count(*) desc limit 1
                """.formatted(SAMIRA));
        var box = samira.page("/messagerie");
        var older = java.util.regex.Pattern.compile("href=\"(/messagerie\\?vue=[^\"]*apres=[^\"]+)\"").matcher(box);
        if (!older.find()) {
            throw new IllegalStateException("no older page");
        }
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("boite", "/messagerie");
        paths.put("ancienne", older.group(1).replace("&amp;", "&"));
        paths.put("conversation", "/messagerie/conversations/" + conversation);
        samira.page(paths.get("conversation"));
        List<List<String>> rows = new ArrayList<>();
        var enonces = Enonces.of(app);
        for (var page : paths.entrySet()) {
            Files.writeString(
                    pages.resolve(page.getKey() + ".html"), samira.page(page.getValue()), StandardCharsets.UTF_8);
            int statements = 0;
            for (int i = 0; i < 10; i++) {
                statements = enonces.warm(() -> samira.page(page.getValue())).size();
            }
            rows.add(measured(page.getKey(), page.getValue(), samira, statements));
        }
        releve.table(
                List.of(
                        "page",
                        "statements",
                        "bytes, compressed",
                        "req/s",
                        "ratio of req/s",
                        "p50 ms",
                        "p99 ms",
                        "CPU-µs app",
                        "CPU-µs PostgreSQL",
                        "ratio of CPU"),
                rows);
        search(releve, samira);
    }

    private List<String> measured(String name, String path, Visiteur who, int statements) throws Exception {
        var floor = "/banc/plancher/" + name;
        Charge.run(app, floor, who.cookieHeader(), 16, WARM_UP);
        Charge.run(app, path, who.cookieHeader(), 16, WARM_UP);
        List<Charge> floors = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            floors.add(Charge.run(app, floor, who.cookieHeader(), 16, SECONDS));
            charges.add(Charge.run(app, path, who.cookieHeader(), 16, SECONDS));
        }
        List<Double> speed = new ArrayList<>();
        List<Double> cost = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            speed.add(charges.get(i).perSecond() / floors.get(i).perSecond());
            cost.add(charges.get(i).micros() / floors.get(i).micros());
        }
        return row(
                english(name),
                statements,
                who.compressed(path),
                spread("%.0f", charges.stream().map(Charge::perSecond).toList()),
                spread("%.2f", speed),
                number("%.1f", Releve.median(charges.stream().map(Charge::p50Millis).toList())),
                spread("%.1f", charges.stream().map(Charge::p99Millis).toList()),
                number("%.0f", Releve.median(charges.stream().map(Charge::appMicros).toList())),
                number("%.0f", Releve.median(charges.stream().map(Charge::pgMicros).toList())),
                spread("%.2f", cost));
    }

    private static String english(String name) {
        return switch (name) {
            case "boite" -> "the box";
            case "ancienne" -> "an older page of it";
            default -> "a conversation of forty";
        };
    }

    private void search(Releve releve, Visiteur samira) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (var words : List.of("numéro 4", "théâtre vendredi", "bonj", "hippopotame")) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < SEARCHES; i++) {
                double took = samira.send("/messagerie", "/messagerie/recherche", 200, "q", words);
                if (i >= SEARCHES / 5) {
                    millis.add(took);
                }
            }
            rows.add(row("« " + words + " »", spread("%.1f", millis)));
        }
        releve.paragraph("Searching, one after the other, in ms (median, least–most):").table(List.of("typed", "ms"), rows);
    }

    private void send(Releve releve) throws Exception {
        run(SCHOOL, READERS / 2, CURIE);
        var head = Visiteur.enter(app.address(), "Hélène Castans");
        var ecole = one("select " + CURIE);
        List<Double> millis = new ArrayList<>();
        long readers = 0;
        var many = "ECOLE.RESPONSABLES." + ecole + "." + ecole;
        var vus = head.counted(
                "/messagerie/nouveau", "/messagerie/conversations", "pour", many, "objet", "Banc", "texte", "Bonjour.");
        for (int i = 0; i <= SENDS; i++) {
            double took = head.send(
                    "/messagerie/nouveau",
                    "/messagerie/conversations",
                    303,
                    "pour",
                    many,
                    "vus",
                    vus,
                    "objet",
                    "Banc " + i,
                    "texte",
                    "Bonjour à toutes les familles.");
            if (i > 0) {
                millis.add(took);
            }
            readers = Long.parseLong(one("""
                    select count(*) from messagerie.participant p
                     where p.non_lus = 1 and p.conversation_id = (select id from messagerie.conversation
                                                                   where objet = 'Banc %d' limit 1)
                    """.formatted(i)));
        }
        double median = Releve.median(millis);
        releve.paragraph("## A message to the families of a school")
                .paragraph("In delivery hours it stands in every box before it is acknowledged: one transaction, synced.")
                .table(
                        List.of("readers", "until acknowledged, ms", "boxes a second", "durable sends a second, one writer"),
                        List.of(row(
                                readers,
                                spread("%.0f", millis),
                                number("%.0f", readers / median * 1000),
                                number("%.1f", 1000 / median))));
    }

    /// What waits for seven o’clock: conversations of two people who know each other, one message in each.
    private static final List<String> NIGHT = List.of(
            """
            create temporary table nuit as
            select uuidv7() as id, uuidv7() as message, f.un as parent,
                   (select d.personnel_id from annuaire.dirige d where d.ecole_id = %2$s limit 1) as direction
              from generate_series(0, %1$d - 1) g
              join famille_du_banc f on f.n = 1 + g %% (select count(*) from famille_du_banc)
            """,
            """
            insert into messagerie.conversation
                   (id, ecole_id, auteur_id, objet, pour_mots, eleves, sans_reponse, entre_eleves, participants, familles, ouverte_le)
            select id, %2$s, parent, 'De la nuit', '', '{}', false, false, 2, 1, now() from nuit
            """,
            """
            insert into messagerie.participant
                   (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus, lu_le)
            select n.id, p.personne, %2$s, p.nature, '{}', now(), 0, now()
              from nuit n cross join lateral (values (n.direction, 'PERSONNEL'), (n.parent, 'RESPONSABLE')) p (personne, nature)
            """,
            """
            insert into messagerie.message
                   (id, ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, cle, ecrit_le, remettre_le,
                    retenu, disparait_le)
            select message, %2$s, id, direction, 'ENSEIGNANT', '<p>Bonjour.</p>', 'Bonjour.', 'De la nuit',
                   gen_random_uuid(), now(), now() + interval '1 day', false, current_date + 300 from nuit
            """,
            "vacuum analyze messagerie.conversation, messagerie.message, messagerie.participant");

    private void morning(Releve releve) throws Exception {
        run(NIGHT, DEPOSITED, CURIE);
        var samira = Visiteur.enter(app.address(), "Samira Benali");
        Charge.run(app, "/messagerie", samira.cookieHeader(), 16, WARM_UP);
        var alone = Charge.run(app, "/messagerie", samira.cookieHeader(), 16, 3 * SECONDS);
        run(List.of("update messagerie.message set remettre_le = clock_timestamp() where id in (select message from nuit)"));
        long start = System.nanoTime();
        var during = Charge.run(app, "/messagerie", samira.cookieHeader(), 16, 3 * SECONDS);
        while (!one("select count(*) from messagerie.message where remis_le is null and id in (select message from nuit)")
                .equals("0")) {
            Thread.sleep(200);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double lag = Double.parseDouble(one("""
                select percentile_cont(0.5) within group (order by extract(epoch from remis_le - remettre_le))
                  from messagerie.message where id in (select message from nuit)
                """));
        releve.paragraph("## What waited for seven o’clock")
                .paragraph("Conversations of two, one message each, all due at the same instant, one node; the box is read meanwhile.")
                .table(
                        List.of("messages", "until the last one, s", "messages a second", "half of them after, s"),
                        List.of(row(
                                DEPOSITED,
                                number("%.0f", seconds),
                                number("%.0f", DEPOSITED / seconds),
                                number("%.0f", lag))))
                .table(
                        List.of("the box", "req/s", "p50 ms", "p99 ms"),
                        List.of(box("alone", alone), box("while they are delivered", during)));
    }

    private static List<String> box(String name, Charge charge) {
        return row(
                name,
                number("%.0f", charge.perSecond()),
                number("%.1f", charge.p50Millis()),
                number("%.1f", charge.p99Millis()));
    }

    private String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
