package fr.entecole.travaux;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.travaux.Execution.Etat;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several nodes on one base.
@ModuleTest
class OrdonnanceurTests {

    private static final Duration SOON = Duration.ofMillis(100);

    @Autowired
    Executions executions;

    @Autowired
    DataSource base;

    @Autowired
    JdbcClient jdbc;

    private final List<Ordonnanceur> nodes = new ArrayList<>();

    @AfterEach
    void stops() {
        nodes.forEach(Ordonnanceur::stop);
        jdbc.sql("delete from travaux.tache").update();
        jdbc.sql("delete from travaux.execution").update();
    }

    @Test
    void doesOnceForTwoNodesWhatIsAskedOnEach() throws InterruptedException {
        var running = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var travail = new Essai(() -> {
            running.countDown();
            await(go);
        });
        var one = node(travail);
        var two = node(travail);
        assertThat(one.ask(travail)).isTrue();
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(two.ask(travail)).as("it runs just now").isFalse();
        go.countDown();
        await(() -> ended(travail, Etat.REUSSIE) == 1);
        assertThat(travail.times).hasValue(1);
        var run = executions.of(travail.nom()).getFirst();
        assertThat(run.compte()).containsEntry("fois", 1L);
        await(() -> one.due().containsKey(travail.nom()));
        assertThat(one.due()).containsOnlyKeys(travail.nom());
    }

    @Test
    void keepsWhatFailedAndTriesAgainBeforeItsNextHour() {
        var travail = new Essai(() -> {
            throw new IllegalStateException("Camille Roux, 7 ans");
        });
        var node = node(travail);
        node.ask(travail);
        await(() -> ended(travail, Etat.ECHOUEE) > 0 && failures() > 0);

        assertThat(jdbc.sql("select motif from travaux.execution")
                        .query(String.class)
                        .list())
                .as("never the words of a failure")
                .containsOnly("java.lang.IllegalStateException");
        assertThat(Duration.between(Clock.systemUTC().instant(), node.due().get(travail.nom())))
                .isLessThan(Duration.ofMinutes(31));
    }

    @Test
    void takesUpWhatANodeLeftWhenItDied() {
        var travail = new Essai(() -> {});
        node(travail).stop();
        executions.begin(travail.nom(), "morte");
        jdbc.sql("""
                update travaux.tache set picked = true, picked_by = 'morte', execution_time = :avant,
                       last_heartbeat = :avant""")
                .param("avant", java.time.OffsetDateTime.now(Clock.systemUTC()).minusMinutes(10))
                .update();

        node(travail);
        await(() -> ended(travail, Etat.REUSSIE) == 1);
        assertThat(executions.of(travail.nom()))
                .extracting(Execution::etat)
                .containsExactly(Etat.REUSSIE, Etat.INTERROMPUE);
    }

    @Test
    void doesNothingOnANodeThatIsToldNotTo() {
        var travail = new Essai(() -> {});
        var node = new Ordonnanceur(
                travaux(travail),
                executions,
                new ReglagesTravaux(false, SOON, SOON, SOON, SOON, SOON),
                base,
                Clock.systemUTC(),
                "serveur");
        node.start();
        assertThat(node.isRunning()).isFalse();
        assertThat(node.due()).isEmpty();
    }

    private Ordonnanceur node(Travail travail) {
        var node = new Ordonnanceur(
                travaux(travail),
                executions,
                new ReglagesTravaux(
                        true, SOON, Duration.ofSeconds(1), Duration.ofMinutes(30), SOON, Duration.ofDays(90)),
                base,
                Clock.systemUTC(),
                "serveur");
        nodes.add(node);
        node.start();
        return node;
    }

    private static Travaux travaux(Travail travail) {
        return new Travaux(List.of(() -> List.of(travail)));
    }

    private long ended(Travail travail, Etat etat) {
        return executions.of(travail.nom()).stream()
                .filter(e -> e.etat() == etat)
                .count();
    }

    private int failures() {
        return jdbc.sql("select coalesce(max(consecutive_failures), 0) from travaux.tache")
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Essai implements Travail {

        private final Runnable gesture;
        private final AtomicInteger times = new AtomicInteger();

        Essai(Runnable gesture) {
            this.gesture = gesture;
        }

        @Override
        public String nom() {
            return "essai";
        }

        @Override
        public String phrase() {
            return "Essai";
        }

        @Override
        public Rythme rythme() {
            return new Rythme.Nuit(LocalTime.of(3, 0));
        }

        @Override
        public Map<String, Long> run() {
            gesture.run();
            return Map.of("fois", (long) times.incrementAndGet());
        }
    }
}
