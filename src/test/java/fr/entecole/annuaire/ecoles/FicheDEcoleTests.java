package fr.entecole.annuaire.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.ecoles.FicheDEcole.Periode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FicheDEcoleTests {

    private static final LocalDate RENTREE = LocalDate.of(2026, 9, 2);

    @Test
    void saysInASentenceSinceWhenASchoolIsOpen() {
        assertThat(new Periode(RENTREE, null, null).dates()).isEqualTo("Ouverte depuis le mercredi 2 septembre 2026.");
        assertThat(new Periode(LocalDate.of(2026, 9, 1), null, null).dates())
                .isEqualTo("Ouverte depuis le mardi 1er septembre 2026.");
    }

    @Test
    void saysInASentenceFromWhenToWhenASchoolWasOpen() {
        assertThat(new Periode(RENTREE, LocalDate.of(2027, 7, 2), "fin").dates())
                .isEqualTo("Ouverte du mercredi 2 septembre 2026 au vendredi 2 juillet 2027.");
        assertThat(new Periode(RENTREE, RENTREE, "erreur").dates())
                .isEqualTo("Ouverte le mercredi 2 septembre 2026, fermée le même jour.");
    }
}
