package fr.entecole.annuaire.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.ecoles.LectureDesEcoles.Departement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepartementsTests {

    @Test
    void roundsAShareAndSaysAllOrNoneOnlyWhenItIsSo() {
        assertThat(Departements.parts(List.of(
                        new Departement("031", 3, 2),
                        new Departement("011", 3, 1),
                        new Departement("034", 1000, 999),
                        new Departement("030", 1000, 1),
                        new Departement("048", 4, 4),
                        new Departement("012", 4, 0),
                        new Departement("066", 0, 0))))
                .containsEntry("31", 67)
                .containsEntry("11", 33)
                .containsEntry("34", 99)
                .containsEntry("30", 1)
                .containsEntry("48", 100)
                .containsEntry("12", 0)
                .doesNotContainKey("66");
    }
}
