package fr.entecole.signalement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Personnages;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.signalement.Dossier.Decision;
import fr.entecole.signalement.Dossier.Echelon;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossierAccessTests {

    private final UUID ecole = UUID.randomUUID();
    private final UUID classe = UUID.randomUUID();
    private final Utilisateur teacher =
            someone(Profil.ENSEIGNANT, Public.ofClasse(ecole, classe, Qui.EQUIPE), Public.ofEcole(ecole, Qui.EQUIPE));
    private final Utilisateur head =
            someone(Profil.DIRECTEUR, Public.ofEcole(ecole, Qui.DIRECTIONS), Public.ofEcole(ecole, Qui.EQUIPE));

    @Test
    void letsNobodyDecideAboutWhatTheyWrote() {
        assertThat(DossierAccess.of(teacher).decides(by(teacher, Echelon.ECOLE)))
                .isFalse();
        assertThat(DossierAccess.of(head).decides(by(head, Echelon.ECOLE))).isFalse();
    }

    @Test
    void keepsWhatIsAboutAHeadFromTheirSchool() {
        var dossier = by(head, Echelon.AU_DESSUS);
        assertThat(DossierAccess.of(head).decides(dossier)).isFalse();
        assertThat(DossierAccess.of(teacher).decides(dossier)).isFalse();
        assertThat(DossierAccess.of(someone(Profil.ADMINISTRATEUR)).decides(dossier))
                .isTrue();
    }

    @Test
    void keepsFromTheRegionWhatASchoolDecides() {
        assertThat(DossierAccess.of(someone(Profil.ADMINISTRATEUR)).decides(by(teacher, Echelon.ECOLE)))
                .isFalse();
        assertThat(DossierAccess.of(someone(Profil.IEN)).decides(by(teacher, Echelon.ECOLE)))
                .isFalse();
    }

    @Test
    void letsTheHeadAndTheTeachersOfTheClassDecide() {
        var dossier = by(someone(Profil.PARENT), Echelon.ECOLE);
        assertThat(DossierAccess.of(head).decides(dossier)).isTrue();
        assertThat(DossierAccess.of(teacher).decides(dossier)).isTrue();
        var colleague = someone(
                Profil.ENSEIGNANT,
                Public.ofClasse(ecole, UUID.randomUUID(), Qui.EQUIPE),
                Public.ofEcole(ecole, Qui.EQUIPE));
        assertThat(DossierAccess.of(colleague).decides(dossier)).isFalse();
    }

    @Test
    void tellsAnAuthorNothingBeforeItIsDecidedNorThatThereWasNothingToSay() {
        assertThat(DossierAccess.of(teacher).learns(by(teacher, Echelon.ECOLE))).isFalse();
        assertThat(DossierAccess.of(teacher).learns(decided(teacher, Sens.RIEN)))
                .isFalse();
        assertThat(DossierAccess.of(teacher).learns(decided(teacher, Sens.MASQUE)))
                .isTrue();
        assertThat(DossierAccess.of(head).learns(decided(teacher, Sens.MASQUE))).isFalse();
    }

    private Dossier by(Utilisateur auteur, Echelon echelon) {
        return dossier(auteur, echelon, null);
    }

    private Dossier decided(Utilisateur auteur, Sens sens) {
        return dossier(auteur, Echelon.ECOLE, new Decision(sens, "Voilà.", Instant.EPOCH));
    }

    private Dossier dossier(Utilisateur auteur, Echelon echelon, @Nullable Decision decision) {
        return new Dossier(
                UUID.randomUUID(),
                ecole,
                "mot",
                UUID.randomUUID(),
                "Bottes",
                "/liaison",
                auteur.personneId(),
                "",
                Set.of(classe),
                echelon,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                false,
                null,
                decision,
                1);
    }

    private static Utilisateur someone(Profil profil, Public... publics) {
        List<Cle> cles = Stream.of(publics).flatMap(p -> p.cles().stream()).toList();
        return Personnages.someone(profil, cles);
    }
}
