package fr.entecole.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeTest;
import fr.entecole.mesure.Semaine.Part;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MesureTests {

    private final HorlogeDeTest clock = new HorlogeDeTest();
    private final Visites visites = new Visites(clock);
    private final UUID compte = UUID.randomUUID();

    @Test
    void endsAVisitAfterHalfAnHourWithoutAPageAndNotBefore() {
        assertThat(visites.step(compte, Service.PAGE_ENT, null).entree()).isTrue();
        clock.advance(Duration.ofMinutes(29));
        assertThat(visites.step(compte, Service.PAGE_ENT, null).entree()).isFalse();
        clock.advance(Duration.ofMinutes(30));
        var again = visites.step(compte, Service.PAGE_ENT, null);
        assertThat(again.entree()).isTrue();
        assertThat(again.premiere()).isTrue();
    }

    @Test
    void countsAServiceOnceInAVisit() {
        assertThat(visites.step(compte, Service.PAGE_ENT, null).premiere()).isTrue();
        assertThat(visites.step(compte, Service.CAHIER_LIAISON, null).premiere())
                .isTrue();
        assertThat(visites.step(compte, Service.PAGE_ENT, null).premiere()).isFalse();
    }

    @Test
    void countsNoVisitThatAnotherNodeHasJustSeen() {
        var here = visites.step(compte, Service.PAGE_ENT, clock.instant().minus(Duration.ofMinutes(2)));
        assertThat(here.entree()).isFalse();
        var later = new Visites(clock)
                .step(compte, Service.PAGE_ENT, clock.instant().minus(Duration.ofMinutes(31)));
        assertThat(later.entree()).isTrue();
    }

    @Test
    void tellsTwoPeopleOnOneDeviceApart() {
        assertThat(visites.step(compte, Service.PAGE_ENT, null).entree()).isTrue();
        assertThat(visites.step(UUID.randomUUID(), Service.PAGE_ENT, null).entree())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130, ORDINATEUR",
        "Mozilla/5.0 (X11; CrOS x86_64) Chrome/130, ORDINATEUR",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile Safari/537.36, SMARTPHONE",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18) Mobile/15E148, SMARTPHONE",
        "Mozilla/5.0 (iPad; CPU OS 12) Mobile/15E148, TABLETTE",
        "Mozilla/5.0 (Linux; Android 13; SM-X200) Safari/537.36, TABLETTE",
        "curl/8, AUTRE"
    })
    void tellsTheKindOfADevice(String agent, Appareil appareil) {
        assertThat(Appareil.of(agent)).isEqualTo(appareil);
    }

    @Test
    void breaksTheLineWhereNothingIsSaid() {
        var graphe = Graphe.large(weeks(50, 3, 60, 70));
        assertThat(graphe.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.lignes()).hasSize(2);
            assertThat(trace.dernier()).isEqualTo(70);
        });
        assertThat(Graphe.large(weeks(0, 1, 2, 3)).traces()).isEmpty();
    }

    private static List<Semaine> weeks(int... venus) {
        return IntStream.range(0, venus.length)
                .mapToObj(i -> new Semaine(
                        LocalDate.of(2026, 11, 2).plusWeeks(i), Map.of(ProfilMesure.PARENT, new Part(venus[i], 100))))
                .toList();
    }
}
