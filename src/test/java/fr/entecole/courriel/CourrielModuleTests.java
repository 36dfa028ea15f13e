package fr.entecole.courriel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.modulith.test.Scenario;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest(mode = BootstrapMode.STANDALONE)
class CourrielModuleTests {

    private static final Courriel BONJOUR = new Courriel("parent@example.org", "Bonjour", "Texte");

    @Autowired
    Courriels courriels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsTheSenderOfEachMessageThatIsPutInTheQueue(Scenario scenario) {
        scenario.stimulate(() -> courriels.enqueue(BONJOUR))
                .andWaitForEventOfType(CourrielDepose.class)
                .toArriveAndVerify((told, id) -> assertThat(told.id()).isEqualTo(id));
    }

    @Test
    void keepsNothingOfAMessageWhoseReasonDidNotHappen(PublishedEvents events) {
        int before = waiting();
        transaction.executeWithoutResult(status -> {
            courriels.enqueue(BONJOUR);
            status.setRollbackOnly();
        });
        assertThat(waiting()).isEqualTo(before);
        assertThat(events.ofType(CourrielDepose.class)).hasSize(1);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from courriel.envoi")
                .query(Integer.class)
                .single();
    }
}
