package fr.entecole.comptes.facteur;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// RFC 6238, and what a telephone that is late may still do.
class CodesDuTelephoneTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);
    private static final Duration STEP = Duration.ofSeconds(30);

    @Test
    void showsWhatTheStandardSays() {
        assertThat(code(Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(code(Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(code(NOW)).isEqualTo("050471");
        assertThat(code(Instant.ofEpochSecond(2_000_000_000))).isEqualTo("279037");
    }

    @Test
    void takesATelephoneThatIsHalfAMinuteEarlyOrLateAndNoMore() {
        for (long late = -4; late <= 4; late++) {
            assertThat(CodesDuTelephone.step(SECRET, code(NOW.plus(STEP.multipliedBy(late))), NOW, 0)
                            .isPresent())
                    .as("%s steps", late)
                    .isEqualTo(Math.abs(late) <= 1);
        }
    }

    @Test
    void takesNoStepThatHasServedNorOneBeforeIt() {
        long present = CodesDuTelephone.step(NOW);
        assertThat(CodesDuTelephone.step(SECRET, code(NOW), NOW, present)).isEmpty();
        assertThat(CodesDuTelephone.step(SECRET, code(NOW.minus(STEP)), NOW, present))
                .isEmpty();
        assertThat(CodesDuTelephone.step(SECRET, code(NOW.plus(STEP)), NOW, present))
                .hasValue(present + 1);
    }

    @Test
    void readsFiguresWithSpacesAndNothingElse() {
        assertThat(CodesDuTelephone.step(SECRET, " 050 471 ", NOW, 0)).isPresent();
        for (var typed : new String[] {"", "05047", "0504711", "O50471", "ENT-École"}) {
            assertThat(CodesDuTelephone.step(SECRET, typed, NOW, 0)).as(typed).isEmpty();
        }
    }

    @Test
    void saysTheSecretInTheSquareAndAsOneTypesIt() {
        assertThat(CodesDuTelephone.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(CodesDuTelephone.adresse("claire.esteve", SECRET))
                .isEqualTo("otpauth://totp/ENT-%C3%89cole:claire.esteve?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=ENT-%C3%89cole");
    }

    private static String code(Instant at) {
        return CodesDuTelephone.code(SECRET, CodesDuTelephone.step(at));
    }
}
