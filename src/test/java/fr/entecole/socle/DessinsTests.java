package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DessinsTests {

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
