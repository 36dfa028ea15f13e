package fr.entecole.surete;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Without any room that sends: thresholds are kept, and nothing was taken back.
@ModuleTest
class SureteModuleTests {

    @Autowired
    Seuils seuils;

    @Autowired
    Retires retires;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsAThresholdAndWhatItWasBefore() {
        assertThat(seuils.of(Seuil.BEAUCOUP)).isEqualTo(Seuil.BEAUCOUP.defaut());
        seuils.set(Seuil.BEAUCOUP, 30, UUID.randomUUID());
        seuils.set(Seuil.BEAUCOUP, 40, UUID.randomUUID());
        assertThat(seuils.of(Seuil.BEAUCOUP)).isEqualTo(40);
        assertThat(jdbc.sql("select valeur from surete.seuil order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(30, 40);
    }

    @Test
    void knowsOfNothingThatWasTakenBack() {
        assertThat(retires.contains("mot", UUID.randomUUID())).isFalse();
    }
}
