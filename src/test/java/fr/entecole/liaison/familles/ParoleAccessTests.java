package fr.entecole.liaison.familles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Personnages;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.familles.Parole.Etat;
import fr.entecole.liaison.familles.Parole.Propos;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParoleAccessTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final LocalDate JOUR = LocalDate.of(2026, 11, 24);

    private final UUID ecole = UUID.randomUUID();
    private final UUID eleve = UUID.randomUUID();
    private final Utilisateur parent =
            Personnages.someone(Profil.PARENT, cles(Public.ofEleves(ecole, List.of(eleve), Qui.RESPONSABLES)));

    @Test
    void isOfItsAuthorAndOfNoOtherGuardian() {
        var other = Personnages.someone(Profil.PARENT, cles(Public.ofEleves(ecole, List.of(eleve), Qui.RESPONSABLES)));
        var parole = question(null, null, null);
        assertThat(ParoleAccess.of(other).owns(parole)).isFalse();
        assertThat(ParoleAccess.of(other).hears(parole)).isFalse();
        assertThat(ParoleAccess.of(parent).owns(parole)).isTrue();
    }

    @Test
    void isReadAndAnsweredAmongMessagesAloneWhereOneCarriesIt() {
        var carried = question(null, NOON, NOON, null, UUID.randomUUID());
        var head = Personnages.someone(Profil.DIRECTEUR, cles(Public.ofEcole(ecole, Qui.DIRECTIONS)));
        assertThat(ParoleAccess.of(parent).owns(carried)).isTrue();
        assertThat(ParoleAccess.of(parent).adds(carried)).isFalse();
        assertThat(ParoleAccess.of(parent).changes(question(null, null, null, null, UUID.randomUUID()), JOUR))
                .isFalse();
        assertThat(ParoleAccess.of(head).hears(question(null, null, null))).isTrue();
        assertThat(ParoleAccess.of(head).hears(carried)).isFalse();
    }

    @Test
    void isOfNobodyWhoAnswersForTheChildNoMore() {
        var gone = new Parole(
                UUID.randomUUID(),
                ecole,
                UUID.randomUUID(),
                "Inès",
                "Inès Benali",
                parent.personneId(),
                "Samira Benali",
                asked(),
                new AnneeScolaire(2026),
                NOON,
                NOON,
                NOON,
                null,
                null,
                "",
                null,
                null,
                null);
        assertThat(ParoleAccess.of(parent).owns(gone)).isFalse();
        assertThat(ParoleAccess.of(parent).changes(gone, JOUR)).isFalse();
    }

    @Test
    void isHeardByWhoTeachesTheChildAndByTheHeadAlone() {
        var parole = question(null, null, null);
        assertThat(ParoleAccess.of(Personnages.someone(Profil.ENSEIGNANT, cles(Public.ofEcole(ecole, Qui.EQUIPE))))
                        .hears(parole))
                .isFalse();
        assertThat(ParoleAccess.of(Personnages.someone(
                                Profil.DIRECTEUR, cles(Public.ofEcole(UUID.randomUUID(), Qui.DIRECTIONS))))
                        .hears(parole))
                .isFalse();
        assertThat(ParoleAccess.of(Personnages.someone(
                                Profil.ENSEIGNANT, cles(Public.ofEleves(ecole, List.of(eleve), Qui.EQUIPE))))
                        .hears(parole))
                .isTrue();
        assertThat(ParoleAccess.of(Personnages.someone(Profil.DIRECTEUR, cles(Public.ofEcole(ecole, Qui.DIRECTIONS))))
                        .hears(parole))
                .isTrue();
    }

    @Test
    void changesNoQuestionThatTheSchoolHasSeenNorWhatIsCancelled() {
        assertThat(ParoleAccess.of(parent).changes(question(null, null, null), JOUR))
                .isTrue();
        assertThat(ParoleAccess.of(parent).changes(question(null, NOON, null), JOUR))
                .isFalse();
        assertThat(ParoleAccess.of(parent).changes(question(NOON, null, null), JOUR))
                .isFalse();
    }

    @Test
    void goesOnOnceTheSchoolHasAnswered() {
        assertThat(ParoleAccess.of(parent).adds(question(null, NOON, null))).isFalse();
        assertThat(ParoleAccess.of(parent).adds(question(null, NOON, NOON))).isTrue();
    }

    @Test
    void isNewAgainWhenItsWordsAreYoungerThanTheAnswer() {
        assertThat(question(null, null, NOON.minusSeconds(60)).etat()).isEqualTo(Etat.REMISE);
        assertThat(question(null, NOON, NOON).etat()).isEqualTo(Etat.REPONDUE);
        assertThat(question(NOON, NOON, NOON).etat()).isEqualTo(Etat.ANNULEE);
    }

    @Test
    void changesNothingOnceItWasTakenAwayAfterAReport() {
        var gone = question(null, null, null, NOON);
        assertThat(gone.etat()).isEqualTo(Etat.RETIREE);
        assertThat(ParoleAccess.of(parent).changes(gone, JOUR)).isFalse();
        assertThat(ParoleAccess.of(parent).adds(question(null, NOON, NOON, NOON)))
                .isFalse();
    }

    private Parole question(@Nullable Instant annulee, @Nullable Instant vue, @Nullable Instant repondue) {
        return question(annulee, vue, repondue, null);
    }

    private Parole question(
            @Nullable Instant annulee, @Nullable Instant vue, @Nullable Instant repondue, @Nullable Instant retiree) {
        return question(annulee, vue, repondue, retiree, null);
    }

    private Parole question(
            @Nullable Instant annulee,
            @Nullable Instant vue,
            @Nullable Instant repondue,
            @Nullable Instant retiree,
            @Nullable UUID conversation) {
        return new Parole(
                UUID.randomUUID(),
                ecole,
                eleve,
                "Inès",
                "Inès Benali",
                parent.personneId(),
                "Samira Benali",
                asked(),
                new AnneeScolaire(2026),
                NOON,
                NOON,
                NOON,
                annulee,
                vue,
                "Claire Estève",
                repondue,
                retiree,
                conversation);
    }

    private static Propos asked() {
        return new Propos(NatureDeParole.QUESTION, null, null, null, "", "", "", "Y a-t-il piscine\u00a0?");
    }

    private static List<Cle> cles(Public... publics) {
        return Stream.of(publics).flatMap(p -> p.cles().stream()).toList();
    }
}
