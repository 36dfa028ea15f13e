package fr.entecole.cahierdetextes;

import static fr.entecole.Personnages.someone;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TravailAccessTests {

    private final UUID ecole = UUID.randomUUID();
    private final UUID classe = UUID.randomUUID();
    private final UUID autre = UUID.randomUUID();
    private final UUID eleve = UUID.randomUUID();

    @Test
    void keepsEveryoneButItsTeachersFromWriting() {
        for (var stranger : List.of(
                holding(Profil.ENSEIGNANT, Public.ofClasse(ecole, autre, Qui.EQUIPE)),
                holding(Profil.ENSEIGNANT, Public.ofEcole(ecole, Qui.EQUIPE)),
                holding(Profil.DIRECTEUR, Public.ofEcole(ecole, Qui.DIRECTIONS)),
                holding(Profil.PARENT, Public.ofClasse(ecole, classe, Qui.RESPONSABLES)),
                holding(Profil.ELEVE, Public.ofClasse(ecole, classe, Qui.ELEVES)))) {
            assertThat(TravailAccess.of(stranger).writes(ecole, classe)).isFalse();
            assertThat(TravailAccess.of(stranger).seesPupils(ecole, classe)).isFalse();
        }
        assertThat(TravailAccess.of(teacher()).writes(ecole, classe)).isTrue();
    }

    @Test
    void letsTheHeadReadAndNoOtherTeacher() {
        var head = holding(Profil.DIRECTEUR, Public.ofEcole(ecole, Qui.DIRECTIONS));
        var colleague = holding(Profil.ENSEIGNANT, Public.ofClasse(ecole, autre, Qui.EQUIPE));
        assertThat(TravailAccess.of(colleague).reads(ecole, classe)).isFalse();
        assertThat(TravailAccess.of(head).reads(ecole, classe)).isTrue();
        assertThat(TravailAccess.of(head).reads(UUID.randomUUID(), classe)).isFalse();
    }

    @Test
    void keepsANotebookThatIsOverForItsTeacherAsLongAsTheyAreThere() {
        var stayed = holding(Profil.ENSEIGNANT, Public.ofEcole(ecole, Qui.EQUIPE));
        var left = holding(Profil.ENSEIGNANT, Public.ofEcole(autre, Qui.EQUIPE));
        assertThat(TravailAccess.of(left).readsPast(ecole, true)).isFalse();
        assertThat(TravailAccess.of(stayed).readsPast(ecole, false)).isFalse();
        assertThat(TravailAccess.of(stayed).readsPast(ecole, true)).isTrue();
    }

    @Test
    void givesToNoOtherClassAndToNoPupilOfAnother() {
        var access = TravailAccess.of(teacher());
        assertThat(access.gives(ecole, classe, Public.ofClasse(ecole, autre, Qui.ELEVES)))
                .isFalse();
        assertThat(access.gives(ecole, classe, Public.ofEleves(ecole, List.of(eleve, UUID.randomUUID()), Qui.ELEVES)))
                .isFalse();
        assertThat(access.gives(ecole, classe, Public.ofEcole(ecole, Qui.ELEVES)))
                .isFalse();
        assertThat(access.gives(ecole, classe, Public.ofEleves(ecole, List.of(eleve), Qui.ELEVES)))
                .isTrue();
        assertThat(access.gives(ecole, classe, Public.ofClasse(ecole, classe, Qui.ELEVES)))
                .isTrue();
    }

    private Utilisateur teacher() {
        return holding(
                Profil.ENSEIGNANT,
                Public.ofClasse(ecole, classe, Qui.EQUIPE),
                Public.ofEcole(ecole, Qui.EQUIPE),
                Public.ofEleves(ecole, List.of(eleve), Qui.EQUIPE));
    }

    private static Utilisateur holding(Profil profil, Public... publics) {
        Set<Cle> cles = new HashSet<>();
        for (var pour : publics) {
            cles.addAll(pour.cles());
        }
        return someone(profil, cles);
    }
}
