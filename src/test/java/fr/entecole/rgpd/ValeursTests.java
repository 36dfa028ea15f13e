package fr.entecole.rgpd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValeursTests {

    @Test
    void writesWhatADatabaseWritesAsPeopleDo() {
        assertThat(Valeurs.shown("2017-03-05")).isEqualTo("5 mars 2017");
        assertThat(Valeurs.shown("2017-03-01")).isEqualTo("1er mars 2017");
        assertThat(Valeurs.shown("2026-11-25 07:12:33.5+00")).isEqualTo("25 novembre 2026 à 8\u00a0h\u00a012");
        assertThat(Valeurs.shown("2026-07-25T07:12:33+02:00")).isEqualTo("25 juillet 2026 à 7\u00a0h\u00a012");
        assertThat(Valeurs.shown("G0000$SANS SPECIALITE")).isEqualTo("SANS SPECIALITE");
        assertThat(Valeurs.shown(true)).isEqualTo("oui");
        assertThat(Valeurs.shown(List.of("12 rue des Oliviers", "Bâtiment A")))
                .isEqualTo("12 rue des Oliviers, Bâtiment A");
    }

    @Test
    void saysHowLongInTheUnitThatPeopleCountIn() {
        assertThat(Valeurs.duree(Duration.ofDays(45))).isEqualTo("45 jours après le départ");
        assertThat(Valeurs.duree(Duration.ofDays(90))).isEqualTo("3 mois après le départ");
        assertThat(Valeurs.duree(Duration.ofDays(4019))).isEqualTo("11 ans après le départ");
    }

    @Test
    void saysNothingOfWhatIsNotHeld() {
        assertThat(Valeurs.shown(null)).isEmpty();
        assertThat(Valeurs.shown(" ")).isEmpty();
        assertThat(Valeurs.shown(Arrays.asList("", null))).isEmpty();
    }
}
