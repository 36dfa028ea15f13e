package fr.entecole.comptes.codes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeTest;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Uuids;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class CodesMontresTests {

    private static final String CODE = "7KMP 4TQX 92HD";
    private static final String SECRET = "un-secret-d-installation-de-test-assez-long";

    private final HorlogeDeTest clock = new HorlogeDeTest();
    private final CodesMontres montres = new CodesMontres(new Sceau(SECRET), clock);
    private final MockHttpSession stay = new MockHttpSession(null, "un-sejour");
    private final UUID personne = Uuids.v7();

    @Test
    void forgetsACodeAfterAQuarterOfAnHour() {
        montres.keep(stay, personne, CODE);
        clock.advance(CodesMontres.MONTRE.minusSeconds(1));
        assertThat(montres.of(stay, personne)).contains(CODE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(montres.of(stay, personne)).isEmpty();
        assertThat(Collections.list(stay.getAttributeNames())).isEmpty();
    }

    @Test
    void givesItToNobodyElseNorUnderAnotherName() {
        montres.keep(stay, personne, CODE);
        var name = Collections.list(stay.getAttributeNames()).getFirst();
        var kept = (String) stay.getAttribute(name);
        assertThat(kept).doesNotContain("7KMP", "92HD");

        var stolen = new MockHttpSession(null, "un-autre-sejour");
        stolen.setAttribute(name, kept);
        assertThat(montres.of(stolen, personne)).isEmpty();

        var other = Uuids.v7();
        stay.setAttribute("acces:" + other, kept);
        assertThat(montres.of(stay, other)).isEmpty();

        montres.keep(stay, personne, CODE);
        var elsewhere = new CodesMontres(new Sceau(SECRET + "-autre"), clock);
        assertThat(elsewhere.of(stay, personne)).isEmpty();
    }

    @Test
    void keepsTheLastOnesOnly() {
        for (int i = 0; i < 3 * CodesMontres.MOST; i++) {
            montres.keep(stay, Uuids.v7(), CODE);
            clock.advance(Duration.ofSeconds(1));
        }
        montres.keep(stay, personne, CODE);
        assertThat(Collections.list(stay.getAttributeNames())).hasSize(CodesMontres.MOST);
        assertThat(montres.of(stay, personne)).contains(CODE);
    }
}
