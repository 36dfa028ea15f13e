package fr.entecole.messagerie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.messagerie.Regles.Case;
import fr.entecole.messagerie.Regles.Matrice;
import fr.entecole.messagerie.Regles.Regle;
import fr.entecole.socle.Cle;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReglesTests {

    private static final UUID ECOLE = new UUID(1, 1);
    private static final UUID AUTRE = new UUID(1, 2);

    @Test
    void keepsPupilsFromWritingToPupilsAsLongAsNobodyHasSaidSo() {
        var none = new Matrice(Map.of());
        assertThat(none.permits(ECOLE, Droit.ELEVE_ELEVE)).isFalse();
        assertThat(none.permits(ECOLE, Droit.ELEVE_ENSEIGNANT)).isTrue();
        assertThat(none.retains(ECOLE, Droit.ELEVE_ELEVE)).isTrue();
        assertThat(none.retains(ECOLE, Droit.ELEVE_ENSEIGNANT)).isFalse();
    }

    @Test
    void letsASchoolNarrowAndNeverWiden() {
        var said = new Matrice(Map.of(
                new Case(Cle.PARTOUT, "RESPONSABLE_DIRECTION"), new Regle(false, false),
                new Case(ECOLE, "RESPONSABLE_DIRECTION"), new Regle(true, false),
                new Case(ECOLE, "RESPONSABLE_ENSEIGNANT"), new Regle(false, false)));
        assertThat(said.permits(ECOLE, Droit.RESPONSABLE_DIRECTION)).isFalse();
        assertThat(said.permits(ECOLE, Droit.RESPONSABLE_ENSEIGNANT)).isFalse();
        assertThat(said.permits(AUTRE, Droit.RESPONSABLE_ENSEIGNANT)).isTrue();
    }

    @Test
    void holdsWhereTheRegionOrTheSchoolHolds() {
        var held = new Matrice(Map.of(
                new Case(Cle.PARTOUT, "ELEVE_ELEVE"), new Regle(true, false),
                new Case(ECOLE, "ELEVE_ELEVE"), new Regle(true, true)));
        assertThat(held.retains(ECOLE, Droit.ELEVE_ELEVE)).isTrue();
        assertThat(held.retains(AUTRE, Droit.ELEVE_ELEVE)).isFalse();
        assertThat(held.permits(AUTRE, Droit.ELEVE_ELEVE)).isTrue();
    }
}
