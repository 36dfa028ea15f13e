package fr.entecole.papier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeTest;
import fr.entecole.papier.FileDImpression.Attend;
import fr.entecole.papier.FileDImpression.EnCours;
import fr.entecole.papier.FileDImpression.Tour;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileDImpressionTests {

    private static final UUID CASTANS = new UUID(0, 1);
    private static final UUID AZAM = new UUID(0, 2);
    private static final UUID PUECH = new UUID(0, 3);

    private final HorlogeDeTest clock = new HorlogeDeTest();
    private final FileDImpression file = new FileDImpression(clock, 1);

    @Test
    void printsOneAtATimeForAnAccount() {
        var file = new FileDImpression(clock, 10);
        var tour = (Tour) file.take(CASTANS);
        for (int i = 0; i < 90; i++) {
            assertThat(file.take(CASTANS)).isInstanceOf(EnCours.class);
        }
        assertThat(file.take(AZAM)).isInstanceOf(Tour.class);
        tour.close();
        assertThat(file.take(CASTANS)).isInstanceOf(Tour.class);
    }

    @Test
    void keepsThePlaceOfWhoAsksAgain() {
        var tour = (Tour) file.take(CASTANS);
        assertThat(file.take(AZAM)).isEqualTo(new Attend(1));
        assertThat(file.take(PUECH)).isEqualTo(new Attend(2));
        assertThat(file.take(AZAM)).isEqualTo(new Attend(1));
        tour.close();
        assertThat(file.take(PUECH)).as("not before her turn").isEqualTo(new Attend(2));
        assertThat(file.take(AZAM)).isInstanceOf(Tour.class);
        assertThat(file.take(PUECH)).isEqualTo(new Attend(1));
    }

    @Test
    void forgetsWhoAsksNoMore() {
        var tour = (Tour) file.take(CASTANS);
        assertThat(file.take(AZAM)).isEqualTo(new Attend(1));
        clock.advance(FileDImpression.PATIENCE.plusSeconds(1));
        assertThat(file.take(PUECH)).isEqualTo(new Attend(1));
        tour.close();
        assertThat(file.take(PUECH)).isInstanceOf(Tour.class);
    }
}
