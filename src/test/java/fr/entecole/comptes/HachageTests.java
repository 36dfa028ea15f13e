package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HachageTests {

    private final Hachage hachage =
            new Hachage(new ComptesReglages(Duration.ofHours(48), Duration.ofDays(30), 1, Duration.ofMillis(50)));

    @Test
    void keepsAPasswordAsArgon2id() {
        var kept = hachage.encode("Trois5chevauxGris");
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("chevaux");
        assertThat(hachage.matches("Trois5chevauxGris", kept)).isTrue();
        assertThat(hachage.matches("trois5chevauxgris", kept)).isFalse();
    }

    @Test
    void worksAsHardForAnUnknownLogin() {
        var kept = hachage.encode("Trois5chevauxGris");
        // Argon2's cost is its parameters: the same for nobody as for anyone, and nobody's password is never right.
        assertThat(Hachage.NOBODY.split("\\$"))
                .hasSameSizeAs(kept.split("\\$"))
                .contains("argon2id", "m=19456,t=2,p=1");
        assertThat(hachage.matches("autre", null)).isFalse();
    }

    @Test
    void asksToComeBackWhenTooManyEnterAtOnce() throws Exception {
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var busy = Thread.ofVirtual()
                .start(() -> hachage.inTurn(() -> {
                    inside.countDown();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                }));
        inside.await();
        assertThatThrownBy(() -> hachage.inTurn(() -> true)).isInstanceOf(Hachage.TropDeMonde.class);
        leave.countDown();
        busy.join();
        assertThat(hachage.inTurn(() -> true)).isTrue();
    }
}
