package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/// `./ent bench copie`: the copy of all that is kept about a person, of accounts with a year of life: how long, how
/// large, and what it asks of the application.
final class Copie {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int AT_ONCE = Integer.getInteger("bench.copies", 8);
    private static final int FILES = Integer.getInteger("bench.files", 40);
    private static final int OCTETS = Integer.getInteger("bench.kilobytes", 500) * 1000;
    private static final int FILS = Integer.getInteger("bench.conversations", 200);
    private static final int ENTREES = 300;
    private static final int CLOCHES = 600;
    private static final String CSRF = "(?s).*?name=\"_csrf\"\\s+value=\"([^\"]+)\".*";
    private static final String METHOD = """
            The application runs from the jar that ships (`%s`), on the demonstration base with its embedded PostgreSQL. \
            Each class has a year of notes, readings, answers, work and dates (those of `annee`); each of the two people \
            also has %d conversations of three messages, %d entries in the journal and %d lines in the bell, and the \
            teacher %d files of %d KB that she has attached to notes. « Mes données », then the button « Télécharger », %d \
            times after one that is not counted; then %d copies of the teacher's at once. Heap is read with `jstat` every \
            20 ms: in use, garbage included, and what a collection left. Load average before: %s.""";

    private static final List<String> LIFE = List.of(
            """
            create temporary table un_fil as
            select uuidv7() as id, gen_random_uuid() as auteur, c.personne_id, c.nature, g as n, l.ecole_id,
                   now() - (g %% 300) * interval '1 day' as le
              from comptes.compte c
             cross join (select ecole_id from annuaire.lieu where uai = '0110358E') l
             cross join generate_series(1, %1$d) g
             where c.login in ('claire.esteve', 'samira.benali')
            """,
            """
            insert into messagerie.conversation
                   (id, ecole_id, auteur_id, objet, pour_mots, eleves, sans_reponse, entre_eleves, participants, familles, ouverte_le)
            select id, ecole_id, auteur, 'Sortie numéro ' || n, '', '{}', false, false, 2, 1, le from un_fil
            """,
            """
            insert into messagerie.participant (conversation_id, personne_id, ecole_id, nature, eleves, dernier_le, non_lus, lu_le)
            select id, personne_id, ecole_id, nature, '{}', le, 0, le from un_fil
            """,
            """
            insert into messagerie.message
                   (ecole_id, conversation_id, auteur_id, cote, texte, extrait, entete, cle, ecrit_le, remettre_le, remis_le,
                    retenu, disparait_le)
            select f.ecole_id, f.id, f.personne_id, case when f.nature = 'PERSONNEL' then 'ENSEIGNANT' else 'FAMILLE' end,
                   t.texte, t.texte, 'Sortie numéro ' || f.n, gen_random_uuid(), f.le + m * interval '1 minute',
                   f.le + m * interval '1 minute', f.le + m * interval '1 minute', false, current_date + 300
              from un_fil f cross join generate_series(1, 3) m
              cross join lateral (select '<p>' || repeat('Bonjour, merci de votre mot de ce matin. ', 8) || f.n || '</p>' as texte) t
            """,
            """
            insert into journal.fait (fait_le, action, acteur_compte, objet_type, objet_id, adresse)
            select now() - g * interval '1 day', 'connexion', c.id, 'compte', c.id::text, '192.0.2.1'
              from comptes.compte c cross join generate_series(1, %2$d) g
             where c.login in ('claire.esteve', 'samira.benali')
            """,
            """
            create temporary table une_cloche as
            select uuidv7() as id, c.id as compte, c.personne_id, l.ecole_id, now() - g * interval '12 hours' as le
              from comptes.compte c cross join (select ecole_id from annuaire.lieu where uai = '0110358E') l
             cross join generate_series(1, %3$d) g where c.login in ('claire.esteve', 'samira.benali')
            """,
            """
            insert into notifications.depot (id, sorte, chose, pour, adresse, titre, depose_le)
            select id, 'mot-publie', gen_random_uuid(), '', '/liaison', 'Une nouvelle du banc', le from une_cloche
            """,
            """
            insert into notifications.ligne (depot_id, ecole_id, compte_id, personne_id, nee_le, lue_le)
            select id, ecole_id, compte, personne_id, le, le from une_cloche
            """);

    private final Application app;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Copie(Application app) {
        this.app = app;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("copie", "A copy of one's data, after a year", args)
                .paragraph(METHOD.formatted(
                        String.join(" ", Application.OPTIONS),
                        FILS,
                        ENTREES,
                        CLOCHES,
                        FILES,
                        OCTETS / 1000,
                        ROUNDS,
                        AT_ONCE,
                        Releve.load()));
        try (var folder = Dossier.create("copie");
                var app = Application.start(folder.of("donnees"))) {
            try (var base = app.connect()) {
                Annee.fill(base);
                fill(base);
            }
            attach(app);
            releve.table(
                    List.of(
                            "whose",
                            "page, ms",
                            "page, KB",
                            "first byte, ms",
                            "whole, ms",
                            "MB",
                            "files in it",
                            "heap after a collection, MB",
                            "most heap in use, MB",
                            "CPU-ms each"),
                    new Copie(app).measure());
        }
        releve.write();
    }

    private static void fill(Connection base) throws SQLException {
        try (var statement = base.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : LIFE) {
                statement.execute(sql.formatted(FILS, ENTREES, CLOCHES));
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    /// Attached to notes, some at a time.
    private static void attach(Application app) throws Exception {
        var documents = new Documents(app);
        var teacher = Visiteur.enter(app.address(), "Claire Estève");
        var pour = teacher.page("/liaison/nouveau").replaceFirst("(?s).*?(CLASSE\\.RESPONSABLES\\.[0-9a-f.-]+).*", "$1");
        for (int from = 0; from < FILES; from += 10) {
            var fields = new ArrayList<>(List.of(
                    "genre", "INFORMATION", "titre", "Documents du banc " + from, "texte", "<p>Voici les documents.</p>",
                    "pour", pour, "attendu", "RIEN", "repondants", "CHACUN"));
            for (int i = from; i < Math.min(FILES, from + 10); i++) {
                fields.addAll(List.of("depots", documents.send("document-" + i + ".pdf", Documents.pdf(OCTETS, i))));
            }
            teacher.submit("/liaison/nouveau", "/liaison/mots", fields.toArray(String[]::new));
        }
    }

    private List<List<String>> measure() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (var who : List.of("Samira Benali", "Claire Estève")) {
            rows.add(one(who));
        }
        rows.add(together());
        return rows;
    }

    private List<String> one(String who) throws Exception {
        var person = Visiteur.enter(app.address(), who);
        List<Double> shown = new ArrayList<>();
        List<Zip> zips = new ArrayList<>();
        copy(person, true);
        long micros = micros();
        try (var tas = new Tas(app.pid())) {
            for (int i = 0; i < ROUNDS; i++) {
                long start = System.nanoTime();
                person.page("/mes-donnees");
                shown.add((System.nanoTime() - start) / 1e6);
                zips.add(copy(person, false));
            }
            double each = (micros() - micros) / 1000.0 / ROUNDS;
            var known = copy(person, true);
            return row(
                    who.equals("Samira Benali") ? "a mother of two" : "a teacher",
                    spread("%.0f", shown),
                    number("%.1f", person.compressed("/mes-donnees") / 1000.0),
                    spread("%.0f", zips.stream().map(Zip::begins).toList()),
                    spread("%.0f", zips.stream().map(Zip::millis).toList()),
                    number("%.2f", zips.getFirst().bytes() / 1e6),
                    known.files(),
                    number("%.0f", tas.keptMb()),
                    number("%.0f", tas.peakMb()),
                    number("%.0f", each));
        }
    }

    private List<String> together() throws Exception {
        List<Visiteur> people = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            people.add(Visiteur.enter(app.address(), "Claire Estève"));
        }
        long micros = micros();
        try (var tas = new Tas(app.pid());
                var executor = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var all = executor.invokeAll(people.stream()
                    .<java.util.concurrent.Callable<Zip>>map(person -> () -> copy(person, false))
                    .toList());
            List<Zip> zips = new ArrayList<>();
            for (var one : all) {
                zips.add(one.get());
            }
            return row(
                    AT_ONCE + " of the teacher’s at once",
                    "",
                    "",
                    spread("%.0f", zips.stream().map(Zip::begins).toList()),
                    spread("%.0f", zips.stream().map(Zip::millis).toList()),
                    number("%.2f", zips.getFirst().bytes() / 1e6),
                    "",
                    number("%.0f", tas.keptMb()),
                    number("%.0f", tas.peakMb()),
                    number("%.0f", (micros() - micros) / 1000.0 / AT_ONCE));
        }
    }

    private long micros() throws IOException {
        return Processus.cpuMicros(app.pid()) + Processus.postgresMicros(app.postmaster());
    }

    /// @param begins ms until the first byte
    /// @param files entries, those that people open and those that machines read
    private record Zip(double begins, double millis, long bytes, int files) {}

    private Zip copy(Visiteur person, boolean look) throws Exception {
        var csrf = person.page("/mes-donnees").replaceFirst(CSRF, "$1");
        var request = HttpRequest.newBuilder(URI.create(app.address() + "/mes-donnees/copie"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", app.address())
                .header("Cookie", person.cookieHeader())
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                .build();
        long start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        double begins = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("/mes-donnees/copie: " + answer.statusCode());
        }
        try (var body = answer.body()) {
            if (!look) {
                long bytes = body.transferTo(java.io.OutputStream.nullOutputStream());
                return new Zip(begins, (System.nanoTime() - start) / 1e6, bytes, 0);
            }
            var bytes = body.readAllBytes();
            double millis = (System.nanoTime() - start) / 1e6;
            return new Zip(begins, millis, bytes.length, entries(bytes));
        }
    }

    private static int entries(byte[] bytes) throws IOException {
        int count = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                count++;
            }
        }
        return count;
    }
}
