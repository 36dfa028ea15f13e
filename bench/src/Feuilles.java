package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;
import static fr.entecole.bench.Releve.spread;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// `./ent bench feuilles`: the sheets of a whole school that has never come, guardians then pupils.
final class Feuilles {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int PUPILS = Integer.getInteger("bench.pupils", 300);
    private static final int CLASSES = 12;
    private static final String METHOD = """
            The application runs from the jar that ships, on the demonstration base with its embedded PostgreSQL, \
            `%s`. The school of Hélène Castans is given %d more pupils of CE2 to CM2 in %d classes, with two guardians each, of \
            whom nobody ever came. She asks %d times for the sheets of all guardians (one A4 page each), then for the \
            slips of all pupils (eight a page); the first time is shown apart, the process being new. Seconds run from \
            the request to the last byte, codes and their trace included; the answer begins at once, its bytes come when all is bound. Heap is read with \
            `jstat` every 20 ms: in use, garbage included, and what a collection left, which is what the work \
            needed; at rest, it is read after a full collection. Argon2id alone is that of as many pupils, on all \
            cores of this process while the application is at rest. Load average before: %s.""";
    private static final String UNSAID = """
            ## What these figures don't say

            The machine was shared, so times are upper bounds. Slips cost mostly Argon2id, one print a pupil, on \
            purpose slow and a few at a time (ADR 0012). One head prints at a time: ten at once would share the \
            cores. The heap in use says what the process let lie before collecting, not what it needs; what is left after a \
            collection of slips still holds memory of past Argon2id that had grown old (19 MiB each, two at a time \
            are needed).""";

    private Feuilles() {}

    public static void main(String[] args) throws Exception {
        var releve = new Releve("feuilles", "The sheets of a school", args);
        releve.paragraph(METHOD.formatted(
                String.join(" ", Application.OPTIONS), PUPILS, CLASSES, ROUNDS, Releve.load()));
        try (var folder = Dossier.create("feuilles")) {
            var donnees = folder.of("donnees");
            try (var app = Application.start(donnees)) {
                grow(app);
                var castans = Visiteur.enter(app.address(), "Hélène Castans");
                var ecole = castans.get("/comptes").headers().firstValue("location").orElseThrow();
                List<List<String>> rows = new ArrayList<>();
                rows.add(row("heap at rest, MB", number("%.0f", rest(app))));
                rows.addAll(measure(app, castans, ecole, "responsables", "guardians' sheets"));
                rows.addAll(measure(app, castans, ecole, "eleves", "pupils' slips"));
                rows.add(row("pupils' Argon2id alone, s", number("%.1f", argon())));
                releve.table(List.of("figure", "value"), rows);
            }
        }
        releve.paragraph(UNSAID).write();
    }

    private static List<List<String>> measure(
            Application app, Visiteur castans, String ecole, String who, String name) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> heap = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> begins = new ArrayList<>();
        double first = 0;
        int size = 0;
        for (int i = 0; i <= ROUNDS; i++) {
            try (var tas = new Tas(app.pid())) {
                long begin = System.nanoTime();
                var pdf = castans.download(ecole, ecole + "/feuilles", who, "true");
                size = pdf.bytes().length;
                double took = (System.nanoTime() - begin) / 1e9;
                if (i == 0) {
                    first = took;
                } else {
                    seconds.add(took);
                    begins.add(pdf.begins());
                }
                heap.add(tas.peakMb());
                kept.add(tas.keptMb());
            }
        }
        return List.of(
                row("**" + name + ", s**", spread("%.1f", seconds)),
                row(name + ", first time, s", number("%.1f", first)),
                row(name + ", answered after, s", spread("%.2f", begins)),
                row(name + ", file, MB", number("%.2f", size / 1e6)),
                row("**" + name + ", peak heap after a collection, MB**", spread("%.0f", kept)),
                row(name + ", peak heap in use, MB", spread("%.0f", heap)));
    }

    private static double rest(Application app) throws Exception {
        new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", "" + app.pid(), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        try (var tas = new Tas(app.pid())) {
            Thread.sleep(500);
            return tas.peakMb();
        }
    }

    /// The settings of `comptes.Hachage`, as many at a time as it makes.
    private static double argon() {
        var argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
        long begin = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < PUPILS; i++) {
                workers.submit(() -> argon.encode("tortueviolet42"));
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void grow(Application app) throws Exception {
        try (var connection = app.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table banc as
                    select n, uuidv7() as eleve, uuidv7() as mere, uuidv7() as pere, 1 + n %% %d as classe,
                           (array['CE2', 'CM1', 'CM2'])[1 + n %% 3] as niveau
                      from generate_series(1, %d) n;
                    insert into annuaire.classe (structure_id, academie, aaf_id, annee, libelle)
                    select (select id from annuaire.structure where uai = '0110358E'), '11', 'banc-' || k, 2026, 'Banc ' || k
                      from generate_series(1, %d) k;
                    insert into annuaire.eleve (id, academie, structure_id, nom, prenom, date_naissance, niveau)
                    select eleve, '11', (select id from annuaire.structure where uai = '0110358E'),
                           'Dupont-Banc' || n, 'Élise', date '2017-01-01' + n, niveau from banc;
                    insert into annuaire.eleve_classe (eleve_id, classe_id, depuis)
                    select b.eleve, c.id, current_date from banc b join annuaire.classe c on c.aaf_id = 'banc-' || b.classe;
                    insert into annuaire.responsable (id, academie, civilite, nom, prenom)
                    select mere, '11', 'Mme', 'Dupont-Banc' || n, 'Anne' from banc
                    union all select pere, '11', 'M.', 'Dupont-Banc' || n, 'Éric' from banc;
                    insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                    select eleve, mere, '10', current_date from banc union all select eleve, pere, '20', current_date from banc;
                    insert into comptes.compte (personne_id, nature, login, racine, rang, created_at)
                    select eleve, 'ELEVE', 'banc-e.' || n, 'banc-e.' || n, 1, now() from banc
                    union all select mere, 'RESPONSABLE', 'banc-m.' || n, 'banc-m.' || n, 1, now() from banc
                    union all select pere, 'RESPONSABLE', 'banc-p.' || n, 'banc-p.' || n, 1, now() from banc;
                    analyze""".formatted(CLASSES, PUPILS, CLASSES));
        }
    }
}
