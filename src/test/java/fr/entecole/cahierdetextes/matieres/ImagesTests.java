package fr.entecole.cahierdetextes.matieres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which picture a child who does not read looks for.
class ImagesTests {

    @Test
    void givesNoTwoSubjectsOfTheProgrammesOfOneAgeTheSamePicture() {
        assertThat(Cycle.MATERNELLE.programmes().stream().map(m -> Images.of(m, true)))
                .doesNotHaveDuplicates()
                .doesNotContain("etoile");
        assertThat(Cycle.CYCLE_2.programmes().stream().map(m -> Images.of(m, false)))
                .doesNotHaveDuplicates()
                .doesNotContain("etoile");
    }

    @Test
    void isNotTheSameInMaternelleAndInCp() {
        assertThat(Images.of("Français", true)).isEqualTo("voix");
        assertThat(Images.of("Français", false)).isEqualTo("cle");
        assertThat(Images.of("Poésie", true)).isNotEqualTo(Images.of("Poésie", false));
        assertThat(Images.of("Un mot de l’école", false)).as("none of ours").isEqualTo("etoile");
    }

    @Test
    void givesAClassOfSeveralCyclesTheListOfItsEldest() {
        assertThat(Cycle.of(List.of("PS", "MS"))).isEqualTo(Cycle.MATERNELLE);
        assertThat(Cycle.of(List.of("GS", "CP"))).isEqualTo(Cycle.CYCLE_2);
        assertThat(Cycle.of(List.of("CE2", "CM1"))).isEqualTo(Cycle.CYCLE_3);
    }
}
