package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DessinsTests {

    @Test
    void keepsALineInsideItsFrame() {
        var serie = new Graphe.Serie("Familles", List.of(0, 50, 100));
        var graphe = new Graphe("Venues", List.of("1", "2", "3"), List.of(serie), 100);

        assertThat(graphe.points(serie, 340)).isEqualTo("34,216 167,121 300,26");
        assertThat(graphe.niveaux()).containsExactly(0, 25, 50, 75, 100);
    }

    @Test
    void neverDrawsAValueOutsideTheScale() {
        var serie = new Graphe.Serie("Familles", List.of(-5, 400));
        var graphe = new Graphe("Venues", List.of("1", "2"), List.of(serie), 100);

        assertThat(graphe.points(serie, 340)).isEqualTo("34,216 300,26");
    }

    @Test
    void drawsASinglePointWithoutDividingByNothing() {
        var serie = new Graphe.Serie("Familles", List.of(10));

        assertThat(new Graphe("Venues", List.of("1"), List.of(serie), 100).points(serie, 340))
                .isEqualTo("34,197");
    }

    @Test
    void refusesASeriesWithoutAValueForEachMark() {
        var serie = new Graphe.Serie("Familles", List.of(10));

        assertThatThrownBy(() -> new Graphe("Venues", List.of("1", "2"), List.of(serie), 100))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measuresEachBarByTheLongestOne() {
        var barres = List.of(new Barre("a", 400), new Barre("b", 100), new Barre("c", 1), new Barre("d", 0));

        assertThat(barres.stream().map(b -> b.part(barres))).containsExactly(100, 25, 1, 0);
        assertThat(new Barre("a", 0).part(List.of(new Barre("a", 0)))).isZero();
    }

    @Test
    void placesTheThirteenDepartementsOnceEach() {
        var carte = Carte.occitanie(Map.of("11", 91, "30", 62));

        assertThat(carte.carreaux()).hasSize(13).doesNotHaveDuplicates();
        assertThat(carte.carreaux().stream().map(c -> c.colonne() * 10 + c.rangee()))
                .doesNotHaveDuplicates();
        assertThat(carte.carreaux())
                .anySatisfy(c -> assertThat(c.ecrit() + c.palier()).isEqualTo("91\u00a0%3"))
                .anySatisfy(c -> assertThat(c.ecrit()).isEqualTo("–"));
    }
}
