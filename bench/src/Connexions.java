package fr.entecole.bench;

import static fr.entecole.bench.Releve.number;
import static fr.entecole.bench.Releve.row;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// `./ent bench connexions`: people sign in at an even pace, each with a browser of their own, while 16 connections
/// read the home of a teacher: what each does to the other.
final class Connexions {

    private static final int PER_MINUTE = Integer.getInteger("bench.perMinute", 600);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int TRIES = Integer.getInteger("bench.tries", 2);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 12_000);
    private static final int WRONG = Integer.getInteger("bench.wrong", 5);
    private static final int READERS = 16;
    private static final String PASSWORD = "Sept-mots-que-le-banc-connaît-26";

    private final Application app;
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger slowed = new AtomicInteger();

    private Connexions(Application app) {
        this.app = app;
    }

    public static void main(String[] args) throws Exception {
        var releve = new Releve("connexions", "Signing in while others read", args);
        releve.paragraph("""
                The application runs from the jar that ships, on the demonstration base. %d sign-ins a minute for %d s, \
                evenly spaced, each by a new browser and all from one address, as behind a school's line: the sign-in page, then \
                login and password (Argon2id, 19 MiB, two passes), up to the answer; %d %% of them type a wrong password. \
                An **error** is a right password that is not let in, a wrong one that is, or no answer. Meanwhile wrk reads the home of a teacher through %d \
                connections. All share the cores of one machine, client included. *Alone*: the same reading for the \
                same time with nobody signing in, before and after. Warm-up by requests: %,d homes, %d sign-ins. **Disturbed**: \
                more than %.0f %% of the machine was used by others; such a round is thrown away and done again, %d times \
                at most. Load average before: %s."""
                .formatted(
                        PER_MINUTE,
                        SECONDS,
                        WRONG,
                        READERS,
                        WARM_UP,
                        PER_MINUTE / 6,
                        100 * Machine.TOLERATED,
                        TRIES,
                        Releve.load()));
        try (var folder = Dossier.create("connexions");
                var app = Application.start(folder.of("donnees"))) {
            new Connexions(app).measure(releve);
        }
        releve.write();
    }

    private void measure(Releve releve) throws Exception {
        var logins = givePasswords();
        var reader = Visiteur.enter(app.address(), "Claire Estève");
        for (double left = WARM_UP; left > 0; ) {
            left -= Charge.run(app, "/", reader.cookieHeader(), READERS, 2).pages();
        }
        signIn(logins, PER_MINUTE / 6).await();
        int count = PER_MINUTE * SECONDS / 60;
        for (int left = TRIES; ; left--) {
            millis.clear();
            errors.set(0);
            refused.set(0);
            slowed.set(0);
            var start = Machine.now(app);
            var before = Charge.run(app, "/", reader.cookieHeader(), READERS, SECONDS / 2);
            var done = signIn(logins, count);
            var during = Charge.run(app, "/", reader.cookieHeader(), READERS, SECONDS);
            done.await();
            double alone = alone(logins);
            var after = Charge.run(app, "/", reader.cookieHeader(), READERS, SECONDS / 2);
            double others = Machine.now(app).others(start);
            if (others <= Machine.TOLERATED || left == 0) {
                tell(releve, count, before, during, after, alone);
                var verdict = others <= Machine.TOLERATED
                        ? "Not disturbed (others: %.1f %%).".formatted(100 * others)
                        : "**Disturbed**: others used %.1f %% of the machine. These figures are no result."
                                .formatted(100 * others);
                releve.paragraph(verdict);
                System.err.println(verdict);
                return;
            }
        }
    }

    private CountDownLatch signIn(List<String> logins, int count) {
        var done = new CountDownLatch(count);
        Thread.startVirtualThread(() -> pace(logins, count, done));
        return done;
    }

    /// Nobody reads meanwhile, and those who have signed in before are not measured again.
    ///
    /// @return CPU-ms of the application and its PostgreSQL for one
    private double alone(List<String> logins) throws Exception {
        var told = List.copyOf(millis);
        int faults = errors.get();
        int no = refused.get();
        int later = slowed.get();
        int count = PER_MINUTE / 3;
        long before = Processus.cpuMicros(app.pid()) + Processus.postgresMicros(app.postmaster());
        signIn(logins, count).await();
        long after = Processus.cpuMicros(app.pid()) + Processus.postgresMicros(app.postmaster());
        millis.clear();
        millis.addAll(told);
        errors.set(faults);
        refused.set(no);
        slowed.set(later);
        return (after - before) / 1000.0 / count;
    }

    private void tell(Releve releve, int count, Charge before, Charge during, Charge after, double cpu) {
        releve.table(
                List.of(
                        "sign-ins",
                        "errors (aim 0)",
                        "wrong, refused",
                        "wrong, told to wait",
                        "p50 ms",
                        "p99 ms",
                        "slowest ms",
                        "CPU-ms each, nobody reading",
                        "of the machine, %"),
                List.of(row(
                        count,
                        errors.get(),
                        refused.get(),
                        slowed.get(),
                        number("%.0f", percentile(50)),
                        number("%.0f", percentile(99)),
                        number("%.0f", percentile(100)),
                        number("%.1f", cpu),
                        number(
                                "%.0f",
                                100 * cpu * PER_MINUTE / 60_000 / Runtime.getRuntime().availableProcessors()))));
        double alone = (before.perSecond() + after.perSecond()) / 2;
        releve.table(
                List.of("reading a home", "req/s", "ratio", "p50 ms", "p99 ms"),
                List.of(
                        reading("alone, before", before, alone),
                        reading("**while people sign in**", during, alone),
                        reading("alone, after", after, alone)));
    }

    private static List<String> reading(String name, Charge charge, double alone) {
        return row(
                name,
                number("%.0f", charge.perSecond()),
                number("%.2f", charge.perSecond() / alone),
                number("%.1f", charge.p50Millis()),
                number("%.1f", charge.p99Millis()));
    }

    /// Grown-ups of open schools, whom one password lets in.
    private List<String> givePasswords() throws Exception {
        var secret = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
        try (var connection = app.connect();
                var update = connection.prepareStatement("""
                        update comptes.compte c set mot_de_passe = ?, active_le = now()
                         where c.nature = 'RESPONSABLE' and c.rejoint_id is null
                           and c.personne_id in (select f.personne_id from annuaire.famille(current_date) f
                                  join annuaire.ouverture o on o.structure_id = f.ecole_id and o.fermee_le is null)
                        returning c.login
                        """)) {
            update.setString(1, secret);
            List<String> logins = new ArrayList<>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    logins.add(rows.getString(1));
                }
            }
            return logins;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pace(List<String> logins, int count, CountDownLatch done) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 60_000_000_000L / PER_MINUTE;
            try {
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var login = logins.get(i % logins.size());
            boolean wrong = WRONG > 0 && i % (100 / WRONG) == 0;
            Thread.startVirtualThread(() -> {
                try {
                    knock(login, wrong);
                } catch (Exception e) {
                    errors.incrementAndGet();
                } finally {
                    done.countDown();
                }
            });
        }
    }

    private void knock(String login, boolean wrong) throws Exception {
        var answer = new Visiteur(app.address()).knock(login, wrong ? PASSWORD.toLowerCase(Locale.ROOT) : PASSWORD);
        if (answer.in() == wrong || answer.status() >= 500) {
            errors.incrementAndGet();
        } else if (!wrong) {
            millis.add(answer.millis());
        } else if (answer.status() == 429) {
            slowed.incrementAndGet();
        } else {
            refused.incrementAndGet();
        }
    }

    private double percentile(int of100) {
        var sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * of100 / 100.0) - 1));
    }
}
