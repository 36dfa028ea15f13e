package fr.entecole.comptes.feuilles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.Nature;
import fr.entecole.comptes.feuilles.CodesAccess.Portee;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodesAccessTests {

    private static final Portee PARENT_TAUGHT = new Portee(Nature.RESPONSABLE, true, false, false, false, false);
    private static final Portee PARENT_DIRECTED = new Portee(Nature.RESPONSABLE, false, true, false, false, false);
    private static final Portee PARENT_AWAY = new Portee(Nature.RESPONSABLE, false, false, false, false, false);
    private static final Portee ELEVE_TAUGHT = new Portee(Nature.ELEVE, true, false, false, false, false);
    private static final Portee ELEVE_DIRECTED = new Portee(Nature.ELEVE, false, true, false, false, false);
    private static final Portee COLLEAGUE = new Portee(Nature.PERSONNEL, false, true, false, false, false);
    private static final Portee TEACHER_AWAY = new Portee(Nature.PERSONNEL, false, false, false, false, false);
    private static final Portee HEAD_HERE = new Portee(Nature.PERSONNEL, false, true, true, false, false);
    private static final Portee HEAD_AWAY = new Portee(Nature.PERSONNEL, false, false, true, false, false);
    private static final Portee AGENT = new Portee(Nature.AGENT, false, false, false, false, false);

    @ParameterizedTest
    @EnumSource(
            value = Profil.class,
            names = {"ENSEIGNANT", "DIRECTEUR", "ADMINISTRATEUR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseHandsAnything(Profil profil) {
        for (var portee : List.of(PARENT_TAUGHT, PARENT_DIRECTED, ELEVE_TAUGHT, COLLEAGUE, HEAD_AWAY, AGENT)) {
            assertThat(may(profil, portee)).isFalse();
        }
    }

    @Test
    void aTeacherHandsNothingToStaffNorToOtherClasses() {
        for (var portee :
                List.of(COLLEAGUE, TEACHER_AWAY, HEAD_HERE, AGENT, PARENT_AWAY, PARENT_DIRECTED, ELEVE_DIRECTED)) {
            assertThat(may(Profil.ENSEIGNANT, portee)).isFalse();
        }
        assertThat(may(Profil.ENSEIGNANT, PARENT_TAUGHT)).isTrue();
        assertThat(may(Profil.ENSEIGNANT, ELEVE_TAUGHT)).isTrue();
    }

    @Test
    void givingAnAccessAgainToAGuardianWhoHasComeIsTheHeads() {
        var come = new Portee(Nature.RESPONSABLE, true, true, false, false, true);
        assertThat(may(Profil.ENSEIGNANT, come)).isFalse();
        assertThat(may(Profil.DIRECTEUR, come)).isTrue();
        var taughtElsewhere = new Portee(Nature.RESPONSABLE, true, false, false, false, true);
        assertThat(may(Profil.DIRECTEUR, taughtElsewhere)).isFalse();
        assertThat(may(Profil.ENSEIGNANT, new Portee(Nature.ELEVE, true, false, false, false, true)))
                .as("a pupil's words stay the teacher's")
                .isTrue();
    }

    @Test
    void aHeadHandsNothingToAHeadNorElsewhere() {
        for (var portee : List.of(HEAD_HERE, HEAD_AWAY, TEACHER_AWAY, PARENT_AWAY, AGENT)) {
            assertThat(may(Profil.DIRECTEUR, portee)).isFalse();
        }
        for (var portee : List.of(COLLEAGUE, PARENT_DIRECTED, ELEVE_DIRECTED, PARENT_TAUGHT)) {
            assertThat(may(Profil.DIRECTEUR, portee)).isTrue();
        }
    }

    @Test
    void theRegionHandsToHeadsAndAgentsOnly() {
        for (var portee : List.of(PARENT_TAUGHT, PARENT_DIRECTED, ELEVE_DIRECTED, COLLEAGUE, TEACHER_AWAY)) {
            assertThat(may(Profil.ADMINISTRATEUR, portee)).isFalse();
        }
        assertThat(may(Profil.ADMINISTRATEUR, HEAD_AWAY)).isTrue();
        assertThat(may(Profil.ADMINISTRATEUR, AGENT)).isTrue();
    }

    @Test
    void aParentsCodeNeverOpensTheAccountOfATeacherElsewhere() {
        var account = List.of(PARENT_TAUGHT, TEACHER_AWAY);
        assertThat(CodesAccess.mayHand(someone(Profil.ENSEIGNANT), PARENT_TAUGHT, account))
                .isFalse();
        assertThat(CodesAccess.mayHand(someone(Profil.DIRECTEUR), PARENT_DIRECTED, List.of(PARENT_DIRECTED, HEAD_AWAY)))
                .isFalse();
        assertThat(CodesAccess.mayHand(someone(Profil.DIRECTEUR), PARENT_DIRECTED, List.of(PARENT_DIRECTED, COLLEAGUE)))
                .isTrue();
        assertThat(CodesAccess.mayHand(someone(Profil.ENSEIGNANT), PARENT_TAUGHT, List.of(PARENT_TAUGHT, PARENT_AWAY)))
                .isTrue();
    }

    /// Named by the head: families of the whole school, come or not, and nobody of the team.
    @Test
    void whoStandsAtTheDeskHandsToFamiliesAlone() {
        for (var profil : List.of(Profil.PERSONNEL, Profil.ENSEIGNANT)) {
            for (var nature : List.of(Nature.ELEVE, Nature.RESPONSABLE)) {
                var family = new Portee(nature, false, false, false, false, true, true);
                assertThat(may(profil, family)).isTrue();
                assertThat(CodesAccess.sees(someone(profil), family)).isTrue();
                assertThat(CodesAccess.mayHand(someone(profil), family, List.of(family, COLLEAGUE)))
                        .as("whose account is somebody's work too")
                        .isFalse();
            }
            assertThat(may(profil, COLLEAGUE)).isFalse();
        }
        for (var profil : List.of(Profil.PARENT, Profil.ELEVE, Profil.MAIRE)) {
            assertThat(may(profil, new Portee(Nature.RESPONSABLE, false, false, false, false, true, true)))
                    .isFalse();
        }
    }

    @Test
    void nobodyHandsOneToThemselves() {
        var me = new Portee(Nature.AGENT, false, false, false, true, false);
        assertThat(may(Profil.ADMINISTRATEUR, me)).isFalse();
        assertThat(CodesAccess.mayHand(
                        someone(Profil.ENSEIGNANT),
                        PARENT_TAUGHT,
                        List.of(PARENT_TAUGHT, new Portee(Nature.PERSONNEL, false, false, false, true, false))))
                .isFalse();
    }

    private static boolean may(Profil profil, Portee portee) {
        return CodesAccess.mayHand(someone(profil), portee, List.of(portee));
    }

    private static Utilisateur someone(Profil profil) {
        var id = Uuids.v7();
        return new Utilisateur(
                id,
                id,
                Set.of(id),
                profil,
                "Camille",
                "Essai",
                Set.of(),
                null,
                null,
                null,
                null,
                "",
                null,
                List.of(),
                Cles.AUCUNE);
    }
}
