package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Personnages;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MotAccessTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final UUID ecole = UUID.randomUUID();
    private final UUID classe = UUID.randomUUID();
    private final UUID eleve = UUID.randomUUID();
    private final Public familles = Public.ofClasse(ecole, classe, Qui.RESPONSABLES);

    private Utilisateur teacher(UUID itsClasse) {
        return Personnages.someone(
                Profil.ENSEIGNANT,
                cles(Public.ofClasse(ecole, itsClasse, Qui.EQUIPE), Public.ofEcole(ecole, Qui.EQUIPE)));
    }

    private Utilisateur head() {
        return Personnages.someone(
                Profil.DIRECTEUR, cles(Public.ofEcole(ecole, Qui.DIRECTIONS), Public.ofEcole(ecole, Qui.EQUIPE)));
    }

    private static List<Cle> cles(Public... publics) {
        return Stream.of(publics).flatMap(p -> p.cles().stream()).toList();
    }

    private Mot by(Utilisateur auteur, Public... pour) {
        return MotTests.mot(UUID.randomUUID(), ecole, auteur.personneId(), List.of(pour), NOON, NOON);
    }

    @Test
    void letsNobodyFollowWhoTeachesTheClassNoMore() {
        var detached = teacher(UUID.randomUUID());
        var mot = by(detached, familles);
        assertThat(MotAccess.of(detached).follows(mot)).isFalse();
        assertThat(MotAccess.of(detached).sees(mot)).isTrue();
    }

    @Test
    void hidesEverythingFromAnAuthorWhoHasLeftTheSchool() {
        var gone = Personnages.someone(Profil.ENSEIGNANT, List.of());
        assertThat(MotAccess.of(gone).sees(by(gone, familles))).isFalse();
    }

    @Test
    void letsTheAuthorFollowTheirClassAndTheHeadAll() {
        var author = teacher(classe);
        var mot = by(author, familles);
        assertThat(MotAccess.of(author).follows(mot)).isTrue();
        assertThat(MotAccess.of(head()).follows(mot)).isTrue();
    }

    @Test
    void showsAColleagueOfTheClassTheWordsAndNotWhoHasRead() {
        var mot = by(head(), familles);
        assertThat(MotAccess.of(teacher(classe)).sees(mot)).isTrue();
        assertThat(MotAccess.of(teacher(classe)).follows(mot)).isFalse();
        assertThat(MotAccess.of(teacher(UUID.randomUUID())).sees(mot)).isFalse();
    }

    @Test
    void hidesAMotToOneChildFromAColleague() {
        var mot = by(head(), Public.ofEleves(ecole, Set.of(eleve), Qui.RESPONSABLES));
        assertThat(MotAccess.of(teacher(classe)).sees(mot)).isFalse();
    }

    @Test
    void letsAHeadOfAnotherSchoolSeeNothing() {
        var elsewhere = UUID.randomUUID();
        var other = Personnages.someone(Profil.DIRECTEUR, cles(Public.ofEcole(elsewhere, Qui.DIRECTIONS)));
        assertThat(MotAccess.of(other).sees(by(head(), familles))).isFalse();
    }

    @Test
    void letsWhoTeachesTheClassReadAnswersToAnotherAndNothingThatAsksNothing() {
        var teacher = teacher(classe);
        var told = by(head(), familles);
        assertThat(MotAccess.of(teacher).readsAnswers(told)).isFalse();
        var asks = new Mot(
                told.id(),
                told.ecoleId(),
                told.auteurId(),
                told.auteur(),
                told.annee(),
                told.publics(),
                told.titre(),
                told.texte(),
                told.publieLe(),
                told.visibleLe(),
                1,
                told.versionLe(),
                null,
                told.genre(),
                new Demande(Attendu.SIGNATURE, Repondants.CHACUN, null),
                1);
        assertThat(MotAccess.of(teacher).readsAnswers(asks)).isTrue();
        assertThat(MotAccess.of(teacher).follows(asks)).isFalse();
        assertThat(MotAccess.of(teacher(UUID.randomUUID())).readsAnswers(asks)).isFalse();
    }
}
