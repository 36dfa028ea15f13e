package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.comptes.Tours.Rang;
import fr.entecole.comptes.Tours.Reponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToursTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Tours tours = new Tours(1);
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> people = new ArrayList<>();

    /// 64 tries from as many places, then someone who has come in here before.
    @Test
    void letsWhoIsKnownPassBeforeAnyNumberOfStrangers() throws Exception {
        tours.take(Rang.INCONNU, "premier", LONG);
        for (int i = 0; i < 64; i++) {
            knock(Rang.INCONNU, "10.0." + i + ".0");
        }
        knock(Rang.FEUILLE, "");
        knock(Rang.CONNU, "chez elle");
        tours.give(Rang.INCONNU);
        end();
        assertThat(served).hasSize(66).startsWith("chez elle");
    }

    @Test
    void servesOneNetworkAfterAnother() throws Exception {
        tours.take(Rang.INCONNU, "premier", LONG);
        for (int i = 0; i < 4; i++) {
            knock(Rang.INCONNU, "attaque");
        }
        knock(Rang.INCONNU, "famille");
        tours.give(Rang.INCONNU);
        end();
        assertThat(served.indexOf("famille")).isLessThan(2);
    }

    @Test
    void makesSheetsWaitForTheDoorButNotForEver() throws Exception {
        tours.take(Rang.CONNU, "premier", LONG);
        knock(Rang.FEUILLE, "feuille");
        for (int i = 0; i < 20; i++) {
            knock(Rang.INCONNU, "10.0." + i + ".0");
        }
        tours.give(Rang.CONNU);
        end();
        assertThat(served.indexOf("feuille")).isBetween(1, 8);
    }

    @Test
    void leavesACoreToTheDoorWhileSheetsArePrinted() throws Exception {
        var two = new Tours(2);
        assertThat(two.take(Rang.FEUILLE, "", LONG)).isEqualTo(Reponse.AUSSITOT);
        assertThat(two.take(Rang.FEUILLE, "", Duration.ofMillis(1))).isEqualTo(Reponse.PAS_A_TEMPS);
        assertThat(two.take(Rang.INCONNU, "", LONG)).isEqualTo(Reponse.AUSSITOT);
        two.give(Rang.FEUILLE);
        assertThat(two.take(Rang.FEUILLE, "", LONG)).isEqualTo(Reponse.AUSSITOT);
    }

    @Test
    void keepsNoPlaceForWhoGaveUp() throws Exception {
        tours.take(Rang.CONNU, "premier", LONG);
        assertThat(tours.take(Rang.CONNU, "pressee", Duration.ofMillis(1))).isEqualTo(Reponse.PAS_A_TEMPS);
        assertThat(tours.waiting()).isZero();
        tours.give(Rang.CONNU);
        assertThat(tours.take(Rang.INCONNU, "apres", LONG)).isEqualTo(Reponse.AUSSITOT);
    }

    private void knock(Rang rang, String reseau) {
        int before = tours.waiting();
        people.add(Thread.ofVirtual().start(() -> {
            try {
                assertThat(tours.take(rang, reseau, LONG)).isEqualTo(Reponse.APRES_ATTENTE);
                served.add(reseau);
                tours.give(rang);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        while (tours.waiting() == before) {
            Thread.onSpinWait();
        }
    }

    private void end() throws InterruptedException {
        for (var person : people) {
            person.join();
        }
    }
}
