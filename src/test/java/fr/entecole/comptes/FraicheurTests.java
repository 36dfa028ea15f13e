package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FraicheurTests {

    private final Fraicheur fraicheur = new Fraicheur();
    private final Cache<String, String> memoire = Caffeine.newBuilder().build();

    @Test
    void keepsNothingThatWasReadWhileSomethingChanged() {
        assertThat(fraicheur.read(memoire, "clé", _ -> {
                    fraicheur.changed();
                    return "d’avant";
                }))
                .isEqualTo("d’avant");
        assertThat(memoire.asMap()).isEmpty();
        assertThat(fraicheur.read(memoire, "clé", _ -> "d’après")).isEqualTo("d’après");
        assertThat(fraicheur.read(memoire, "clé", _ -> "jamais lu")).isEqualTo("d’après");
    }

    @Test
    void keepsWhatWasReadWhileAnotherMemoryChanged() {
        Cache<String, String> stays = Caffeine.newBuilder().build();
        assertThat(fraicheur.read(memoire, "clé", _ -> {
                    fraicheur.changed(stays);
                    return "lu";
                }))
                .isEqualTo("lu");
        assertThat(memoire.asMap()).containsOnlyKeys("clé");
        fraicheur.read(stays, "séance", _ -> {
            fraicheur.changed(stays);
            return "d’avant";
        });
        assertThat(stays.asMap()).isEmpty();
    }

    @Test
    void keepsNothingThatWasReadBeforeItHeard() {
        fraicheur.read(memoire, "clé", _ -> {
            fraicheur.hears(true);
            return "d’avant";
        });
        assertThat(memoire.asMap()).isEmpty();
        assertThat(fraicheur.duration()).isEqualTo(Fraicheur.MINUTES);
        fraicheur.hears(false);
        assertThat(fraicheur.duration()).isEqualTo(Fraicheur.FEW_SECONDS);
    }

    /// Inside a computation of the memory, the second would wait for the first.
    @Test
    void nobodyWaitsForWhoReadsTheSame() throws InterruptedException {
        var both = new CountDownLatch(2);
        var reads = new AtomicInteger();
        Runnable visit = () -> fraicheur.read(memoire, "clé", _ -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "lu " + reads.incrementAndGet();
        });
        var first = Thread.startVirtualThread(visit);
        var second = Thread.startVirtualThread(visit);
        first.join();
        second.join();
        assertThat(reads).hasValue(2);
    }
}
