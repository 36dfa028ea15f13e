package fr.entecole.surete.arrets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.socle.Profil;
import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What each profile sends again when.
class RetoursTests {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void letsAPupilWaitLongerThanAGuardianAndAGuardianLongerThanATeacher() {
        assertThat(Retours.of(Profil.ENSEIGNANT, NOW)).containsExactly(peu(0), tout(1));
        assertThat(Retours.of(Profil.DIRECTEUR, NOW)).containsExactly(peu(0), tout(3));
        assertThat(Retours.of(Profil.PARENT, NOW)).containsExactly(peu(1), tout(3));
        assertThat(Retours.of(Profil.ELEVE, NOW)).containsExactly(peu(7), tout(14));
    }

    @Test
    void endsWithEverythingForEveryProfile() {
        for (var profil : Profil.values()) {
            assertThat(Retours.of(profil, NOW)).extracting(Etape::palier).containsExactly(Palier.PEU, Palier.TOUT);
        }
    }

    private static Etape peu(int days) {
        return new Etape(Palier.PEU, NOW.plus(Duration.ofDays(days)));
    }

    private static Etape tout(int days) {
        return new Etape(Palier.TOUT, NOW.plus(Duration.ofDays(days)));
    }
}
