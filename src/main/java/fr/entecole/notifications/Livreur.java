package fr.entecole.notifications;

import fr.entecole.socle.contrats.Canal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The threads of a node that deliver, one for each [Besogne]: woken by whoever deposits, on any node, by the hour, and
/// every round in case a word was missed.
@Component
@ConditionalOnWebApplication
class Livreur implements SmartLifecycle, Canal {

    private static final Logger LOG = LoggerFactory.getLogger(Livreur.class);

    private final List<Ronde> rondes;
    private final ReglagesNotifications reglages;
    private final Clock clock;
    private volatile boolean running;

    Livreur(List<Besogne> besognes, ReglagesNotifications reglages, Clock clock) {
        this.rondes = besognes.stream().map(Ronde::new).toList();
        this.reglages = reglages;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (reglages.actif()) {
            running = true;
            rondes.forEach(Ronde::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        rondes.forEach(Ronde::wake);
        rondes.forEach(Ronde::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public String nom() {
        return "remises";
    }

    @Override
    public void hears(String parole) {
        rondes.forEach(Ronde::wake);
    }

    private final class Ronde {

        private final Besogne besogne;
        private final Semaphore calls = new Semaphore(0);
        private @Nullable Thread thread;

        private Ronde(Besogne besogne) {
            this.besogne = besogne;
        }

        private void start() {
            thread = Thread.ofPlatform().daemon().name(besogne.nom()).start(this::walk);
        }

        private void walk() {
            while (running) {
                calls.drainPermits();
                @Nullable Instant next = null;
                try {
                    next = besogne.work(clock.instant());
                } catch (RuntimeException e) {
                    LOG.warn("{} : interrompu, repris à la prochaine ronde", besogne.nom(), e);
                }
                try {
                    var _ = calls.tryAcquire(pause(next).toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private Duration pause(@Nullable Instant next) {
            var until = next == null ? reglages.ronde() : Duration.between(clock.instant(), next);
            return until.compareTo(reglages.ronde()) > 0
                    ? reglages.ronde()
                    : until.isNegative() ? Duration.ZERO : until;
        }

        private void wake() {
            calls.release();
        }

        private void join() {
            var walker = thread;
            try {
                if (walker != null) {
                    walker.join(reglages.ronde().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
