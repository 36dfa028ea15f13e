package fr.entecole.messagerie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleTests {

    @Test
    void readsAgainWhatItWrites() {
        var cle = new Cle(Instant.parse("2026-11-20T16:30:00.123456Z"), new UUID(3, 4));
        assertThat(Cle.parse(cle.toString())).contains(cle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "12", "12_x", "x_00000000-0000-0003-0000-000000000004", "99999999999999999999_1"})
    void beginsAnewOfWhatIsNone(String words) {
        assertThat(Cle.parse(words)).isEmpty();
    }
}
