package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// `./ent bench vol`: the drill of a stolen account. It has sent many notes, many people have read one: how long from
/// the button of the region until nobody finds them, until all are taken back, until the last reader is told.
final class Vol {

    private static final int SCHOOLS = Integer.getInteger("bench.schools", 600);
    private static final int SENT = Integer.getInteger("bench.sent", 3_000);
    private static final int READERS = Integer.getInteger("bench.readers", 40_000);
    private static final long PAUSE_NANOS = 5_000_000;

    private final Connection connection;

    private Vol(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("vol", "A stolen account, from the button to the last notice", args);
        releve.paragraph("""
                The application runs from the jar that ships with its embedded PostgreSQL (fsync on), one node. One \
                account has sent %,d notes, each to the families of a class; %,d people have read one. The region \
                stops it, then takes it back, by the forms of the pages. Load average before: %s."""
                .formatted(SENT, READERS, Releve.load()));
        try (var folder = Dossier.create("vol")) {
            var donnees = folder.of("donnees");
            try (var app = Application.start(donnees)) {
                System.err.println("named world at " + app.address());
            }
            Region.grow(donnees, folder.of("flux"), SCHOOLS);
            try (var app = Application.start(donnees);
                    var connection = app.connect()) {
                Region.live(connection);
                Region.deliverAlways(connection);
                releve.paragraph("Base: " + Region.size(connection) + ".");
                new Vol(connection).drill(releve, app);
            }
        }
        releve.write();
    }

    private void drill(Releve releve, Application app) throws Exception {
        var thief = one("""
                select n.personnel_id from annuaire.enseigne n
                 where not exists (select 1 from annuaire.dirige d where d.personnel_id = n.personnel_id)
                   and n.ecole_id in (select ecole_id from annuaire.ouverte) order by n.personnel_id limit 1
                """);
        send(thief);
        var read = one("""
                select count(distinct l.personne_id) from liaison.lecture l
                  join liaison.mot m on m.id = l.mot_id where m.auteur_id = '%s'
                """.formatted(thief));
        var region = Visiteur.enter(app.address(), "Florence Vidal");
        long start = System.nanoTime();
        var form = "/surete/personnes/" + thief;
        region.submit(form, form, "depuis", "JOUR", "motif", "Banc");
        double hidden = since(start);
        var arret = one("select id from surete.arret where fini_le is null");
        region.submit("/surete/arrets/" + arret + "/retrait", "/surete/arrets/" + arret + "/retrait");
        double answered = since(start);
        await("select count(*) from surete.arret where retire_le is null");
        double taken = since(start);
        await("select count(*) from notifications.remise where livree_le is null and annulee_le is null and due_le <= now()");
        double told = since(start);
        releve.table(
                List.of("notes", "readers", "until nobody finds one, s", "answered, s", "all taken back, s", "last reader told, s"),
                List.of(row(
                        one("select count(*) from surete.retrait"),
                        read,
                        number("%.1f", hidden),
                        number("%.1f", answered),
                        number("%.1f", taken),
                        number("%.1f", told))));
        releve.paragraph("Bells that were told: "
                + one("select count(*) from notifications.ligne l join notifications.depot d on d.id = l.depot_id where d.sorte = 'envoi-retire'")
                + " (a reader whose account has never been used has no bell); sealed: "
                + one("select count(*) from signalement.preuve where dossier_id = '" + arret + "'") + ".");
    }

    /// Rows as the notebook keeps them: two classes in three would not be the thief's, and the drill does not mind.
    private void send(String thief) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table banc as
                    select uuidv7() as id, c.ecole_id, c.classe_id, g as n
                      from generate_series(1, %d) g
                      join (select ecole_id, classe_id, row_number() over (order by classe_id) as n, count(*) over () as all_of_them
                              from (select distinct f.ecole_id, f.classe_id from annuaire.famille(current_date) f
                                      join annuaire.ouverte o on o.ecole_id = f.ecole_id) x) c
                        on c.n = (g - 1) %% c.all_of_them + 1
                    """.formatted(SENT));
            statement.execute("""
                    insert into liaison.mot (id, ecole_id, auteur_id, annee, jour, empreinte, publie_le, visible_le, genre,
                                             attendu, repondants)
                    select id, ecole_id, '%s', 2026, current_date, id::text::bytea, now() - interval '1 hour',
                           now() - interval '1 hour', 'INFORMATION', 'RIEN', 'CHACUN' from banc
                    """.formatted(thief));
            statement.execute("""
                    insert into liaison.version (ecole_id, mot_id, numero, titre, texte, auteur_id, ecrite_le, visible_le, signatures)
                    select ecole_id, id, 1, 'Menace ' || n, '<p>' || repeat('Quelques mots de plus. ', 20) || '</p>', '%s',
                           now() - interval '1 hour', now() - interval '1 hour', 'DEMANDEES' from banc
                    """.formatted(thief));
            statement.execute("""
                    insert into liaison.destination (ecole_id, cle, mot_id)
                    select ecole_id, 'CLASSE.RESPONSABLES.' || classe_id, id from banc
                    """);
            statement.execute("""
                    insert into notifications.depot (sorte, chose, pour, adresse, titre, depose_le)
                    select 'mot-de-liaison', id, 'CLASSE.RESPONSABLES.' || ecole_id || '.' || classe_id,
                           '/liaison/mots/' || id, 'Menace ' || n, now() - interval '1 hour' from banc
                    """);
            statement.execute("""
                    insert into notifications.remise (ecole_id, depot_id, due_le, livree_le)
                    select b.ecole_id, d.id, now() - interval '1 hour', now() - interval '1 hour'
                      from banc b join notifications.depot d on d.chose = b.id
                    """);
            statement.execute("""
                    insert into liaison.lecture (ecole_id, mot_id, numero, personne_id, principale, lu_le)
                    select f.ecole_id, b.id, 1, f.personne_id, true, now() - interval '30 minutes'
                      from (select distinct on (personne_id) personne_id, ecole_id, classe_id
                              from annuaire.famille(current_date) where nature = 'RESPONSABLE' order by personne_id) f
                      join (select distinct on (classe_id) id, classe_id from banc order by classe_id, id) b
                        on b.classe_id = f.classe_id
                     limit %d
                    """.formatted(READERS));
            statement.execute("analyze");
        }
    }

    private void await(String howMany) throws SQLException {
        while (!one(howMany).equals("0")) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
