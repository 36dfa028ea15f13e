package fr.entecole.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Personnages;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvenementAccessTests {

    private final UUID ecole = UUID.randomUUID();
    private final UUID classe = UUID.randomUUID();
    private final UUID eleve = UUID.randomUUID();
    private final Public familles = Public.ofClasse(ecole, classe, Qui.RESPONSABLES);
    private final Public equipe = Public.ofEcole(ecole, Qui.EQUIPE);

    private Utilisateur teacher(UUID itsClasse) {
        return someone(Profil.ENSEIGNANT, Public.ofClasse(ecole, itsClasse, Qui.EQUIPE), equipe);
    }

    private Utilisateur head() {
        return someone(Profil.DIRECTEUR, Public.ofEcole(ecole, Qui.DIRECTIONS), equipe);
    }

    private static Utilisateur someone(Profil profil, Public... publics) {
        return Personnages.someone(
                profil, Stream.of(publics).flatMap(p -> p.cles().stream()).toList());
    }

    private Evenement by(Utilisateur auteur, Public... pour) {
        return new Evenement(
                UUID.randomUUID(),
                ecole,
                auteur.personneId(),
                "",
                new AnneeScolaire(2026),
                List.of(pour),
                Genre.SORTIE,
                "Musée",
                "",
                "",
                1,
                Instant.EPOCH);
    }

    @Test
    void letsNobodyWriteForAClassThatTheyDoNotTeachOrForAllFamilies() {
        var other = EvenementAccess.of(teacher(UUID.randomUUID()));
        assertThat(other.publishes(familles)).isFalse();
        assertThat(other.publishes(Public.ofEcole(ecole, Qui.RESPONSABLES))).isFalse();
        assertThat(other.publishes(Public.ofEleves(ecole, Set.of(eleve), Qui.RESPONSABLES)))
                .isFalse();
    }

    @Test
    void letsNeitherFamiliesNorAidesWriteForTheTeam() {
        assertThat(EvenementAccess.of(someone(Profil.PARENT, Public.ofEcole(ecole, Qui.RESPONSABLES)))
                        .publishes(equipe))
                .isFalse();
        assertThat(EvenementAccess.of(someone(Profil.PERSONNEL, equipe)).publishes(equipe))
                .isFalse();
    }

    @Test
    void letsAnAuthorWhoTeachesTheClassNoMoreChangeNothing() {
        var detached = teacher(UUID.randomUUID());
        assertThat(EvenementAccess.of(detached).changes(by(detached, familles))).isFalse();
        assertThat(EvenementAccess.of(teacher(classe)).changes(by(head(), familles)))
                .isFalse();
    }

    @Test
    void letsTheAuthorAndTheHeadChange() {
        var author = teacher(classe);
        assertThat(EvenementAccess.of(author).changes(by(author, familles))).isTrue();
        assertThat(EvenementAccess.of(head()).changes(by(author, familles))).isTrue();
        assertThat(EvenementAccess.of(someone(Profil.DIRECTEUR, Public.ofEcole(UUID.randomUUID(), Qui.DIRECTIONS)))
                        .changes(by(author, familles)))
                .isFalse();
    }

    @Test
    void sharesWhatIsForTheirClassesAloneAndNothingOfOneFamily() {
        var author = teacher(UUID.randomUUID());
        assertThat(EvenementAccess.of(teacher(classe)).shares(by(author, familles)))
                .isTrue();
        assertThat(EvenementAccess.of(author).shares(by(author, familles))).isFalse();
        assertThat(EvenementAccess.of(teacher(classe))
                        .shares(by(author, Public.ofEleves(ecole, Set.of(eleve), Qui.RESPONSABLES))))
                .isFalse();
        assertThat(EvenementAccess.of(teacher(classe)).shares(by(author, familles, equipe)))
                .isFalse();
        assertThat(EvenementAccess.of(someone(Profil.PARENT, familles)).shares(by(author, familles)))
                .isFalse();
    }

    @Test
    void findsOfOtherClassesAndOfOneChildNothing() {
        var keys = EvenementAccess.of(teacher(classe)).cles();
        assertThat(keys.holdsOneOf(Public.ofClasse(ecole, UUID.randomUUID(), Qui.RESPONSABLES)
                        .cles()))
                .isFalse();
        assertThat(keys.holdsOneOf(
                        Public.ofEleves(ecole, Set.of(eleve), Qui.RESPONSABLES).cles()))
                .isFalse();
    }

    @Test
    void tellsOnlyTheKindOfWhatIsForOneFamilyOrTheTeam() {
        assertThat(by(head(), Public.ofEleves(ecole, Set.of(eleve), Qui.RESPONSABLES))
                        .discret())
                .isTrue();
        assertThat(by(head(), equipe).discret()).isTrue();
        assertThat(by(head(), familles).discret()).isFalse();
        assertThat(by(head(), familles, equipe).discret()).isFalse();
    }

    @Test
    void holdsTheKeysOfAGuardianAndNoMore() {
        List<Cle> own = List.copyOf(familles.cles());
        assertThat(EvenementAccess.of(Personnages.someone(Profil.PARENT, own))
                        .cles()
                        .toutes())
                .containsExactlyElementsOf(own);
    }
}
