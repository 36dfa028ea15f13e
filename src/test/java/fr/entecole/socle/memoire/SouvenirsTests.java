package fr.entecole.socle.memoire;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.Personnages;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Cles;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SouvenirsTests {

    private static final String SQL = "select";
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final UUID ECOLE = UUID.randomUUID();
    private static final UUID AUTRE = UUID.randomUUID();
    private static final Set<String> MOTS = Set.of("mouvement");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final Souvenirs souvenirs =
            new Souvenirs(Caffeine.newBuilder().build(), Caffeine.newBuilder().build());
    private final Utilisateur someone = parent();

    @BeforeEach
    void listens() {
        souvenirs.missed();
    }

    @Test
    void asksAgainAfterAWordOnWhichItHangsAndNoOther() {
        read("lu");
        assertThat(known()).containsExactly("lu");
        souvenirs.hears("mots.autre paroles.ecole");
        assertThat(known()).containsExactly("lu");
        souvenirs.hears("mots.autre mots.ecole");
        assertThat(known()).isNull();
        read("relu");
        assertThat(known()).containsExactly("relu");
    }

    @Test
    void asksAgainForWhoHasJustWrittenAndForNobodyElse() {
        read("lu");
        souvenirs.forget(UUID.randomUUID());
        assertThat(known()).containsExactly("lu");
        souvenirs.forget(someone.personneId());
        assertThat(known()).isNull();
        read("relu");
        assertThat(known()).containsExactly("relu");
    }

    @Test
    void asksAgainAfterAWordThatSaysNothingMore() {
        read("lu");
        souvenirs.hears("");
        assertThat(known()).isNull();
    }

    @Test
    void keepsNothingThatWasReadWhileItWasTold() {
        var reading = of(someone, DAY);
        souvenirs.hears("mots.ecole");
        answer(reading, "d’avant");
        assertThat(known()).isNull();
    }

    @Test
    void believesNothingThatItMayHaveMissed() {
        read("lu");
        souvenirs.deaf();
        assertThat(known()).isNull();
        read("lu sans entendre");
        assertThat(known()).isNull();
        var reading = of(someone, DAY);
        souvenirs.missed();
        answer(reading, "d’avant");
        assertThat(known()).isNull();
        read("lu");
        assertThat(known()).containsExactly("lu");
    }

    @Test
    void asksForSomeoneElseForOtherKeysAndOnAnotherDay() {
        read("lu");
        assertThat(answer(of(parent(), DAY))).isNull();
        assertThat(answer(of(someone, DAY.plusDays(1)))).isNull();
        var moved = new Utilisateur(
                someone.compteId(),
                someone.personneId(),
                someone.personnes(),
                someone.profil(),
                someone.prenom(),
                someone.nom(),
                someone.ecoles(),
                someone.commune(),
                someone.circonscription(),
                someone.niveau(),
                someone.embleme(),
                someone.lieu(),
                someone.titre(),
                someone.autresRoles(),
                Cles.of(List.of(new Cle(UUID.randomUUID(), "CLASSE.RESPONSABLES.x"))));
        assertThat(answer(of(moved, DAY))).isNull();
        assertThat(known()).containsExactly("lu");
    }

    @Test
    void asksAgainFromTheHourOnWhichSomethingShows() {
        answer(at(NOW, NOW.plusSeconds(60)), "lu");
        assertThat(answer(at(NOW.plusSeconds(59), null))).containsExactly("lu");
        assertThat(answer(at(NOW.plusSeconds(60), null))).isNull();
        assertThat(answer(at(NOW.minusSeconds(1), null))).isNull();
    }

    @Test
    void asksAgainForRowsThatBearNamesAfterAWordOfTheDirectory() {
        var directory = new Souvenirs.Noms(souvenirs);
        answer(named(), "Samira");
        read("lu");
        assertThat(answer(named())).containsExactly("Samira");
        directory.hears("");
        assertThat(answer(named())).isNull();
        assertThat(known()).containsExactly("lu");
        answer(named(), "Samira");
        directory.hears(UUID.randomUUID().toString());
        assertThat(answer(named())).isNull();
    }

    @Test
    void asksForTheNumberOfASchoolOnceForAll() {
        numbers("1", ECOLE, AUTRE);
        assertThat(numbers(ECOLE, AUTRE)).containsOnlyKeys(ECOLE, AUTRE);
        souvenirs.hears("mouvement." + UUID.randomUUID());
        assertThat(numbers(ECOLE, AUTRE)).isNotNull();
        souvenirs.hears("mouvement." + ECOLE);
        assertThat(numbers(AUTRE)).isNotNull();
        assertThat(numbers(ECOLE, AUTRE)).isNull();
        numbers("2", ECOLE);
        assertThat(numbers(ECOLE, AUTRE)).isEqualTo(Map.of(ECOLE, "2", AUTRE, "1"));
    }

    @Test
    void asksForTheNumbersAgainAfterAWordOfAllSchools() {
        numbers("1", ECOLE, AUTRE);
        souvenirs.hears("mouvement");
        assertThat(numbers(ECOLE)).isNull();
        assertThat(numbers(AUTRE)).isNull();
    }

    @Test
    void asksForTheNumberAgainOfASchoolInWhichSomeoneHereHasWritten() {
        numbers("1", ECOLE, AUTRE);
        souvenirs.forget(ECOLE);
        assertThat(numbers(ECOLE)).isNull();
        assertThat(numbers(AUTRE)).isNotNull();
    }

    @Test
    void keepsNoNumberThatMovedWhileItWasRead() {
        var reading = souvenirs.ofSchools(SQL, MOTS, List.of(ECOLE));
        souvenirs.hears("mouvement." + ECOLE);
        answers(reading, Map.of(ECOLE, "1"));
        assertThat(numbers(ECOLE)).isNull();
    }

    @Test
    void remembersNoNumberWhileItHearsNothing() {
        numbers("1", ECOLE);
        souvenirs.deaf();
        assertThat(numbers(ECOLE)).isNull();
        numbers("2", ECOLE);
        souvenirs.missed();
        assertThat(numbers(ECOLE)).isNull();
    }

    private @Nullable Map<UUID, String> numbers(UUID... ecoles) {
        return souvenirs.ofSchools(SQL, MOTS, List.of(ecoles)) instanceof Lecture.Connue<Map<UUID, String>>(var known)
                ? known
                : null;
    }

    private void numbers(String numero, UUID... ecoles) {
        answers(
                souvenirs.ofSchools(SQL, MOTS, List.of(ecoles)),
                List.of(ecoles).stream().collect(Collectors.toMap(e -> e, _ -> numero)));
    }

    private static void answers(Lecture<Map<UUID, String>> reading, Map<UUID, String> rows) {
        reading.next(List.of(new Lecture.Reponse(rows, null)).iterator());
    }

    @Test
    void forgetsWordsBeforeTheyAreTooMany() {
        read("lu");
        IntStream.range(0, 100_001).forEach(i -> souvenirs.hears("mots." + i));
        assertThat(known()).containsExactly("lu");
        souvenirs.hears("mots.encore");
        assertThat(known()).isNull();
    }

    private Lecture<List<String>> of(Utilisateur qui, LocalDate jour) {
        return souvenirs.of(qui, jour, SQL, SouvenirsTests::question);
    }

    private Lecture<List<String>> at(Instant now, @Nullable Instant next) {
        return souvenirs.until(someone, DAY, SQL, SouvenirsTests::question, now, _ -> next);
    }

    private Lecture<List<String>> named() {
        return souvenirs.of(
                someone,
                DAY,
                "select names",
                () -> new Question<>(Question.motsAndNoms("mots", new UUID[0]), Map.of(), (_, _) -> ""));
    }

    private void read(String row) {
        answer(of(someone, DAY), row);
    }

    private @Nullable List<String> known() {
        return answer(of(someone, DAY));
    }

    /// Null where the database would be asked.
    private static @Nullable List<String> answer(Lecture<List<String>> lecture) {
        return lecture instanceof Lecture.Connue<List<String>>(var rows) ? rows : null;
    }

    private static void answer(Lecture<List<String>> lecture, String row) {
        answer(lecture, List.of(row));
    }

    private static void answer(Lecture<List<String>> lecture, List<String> rows) {
        assertThat(lecture.enonces()).hasSize(1);
        lecture.next(List.of(new Lecture.Reponse(rows, null)).iterator());
    }

    private static Question<String> question() {
        return new Question<>(Set.of("mots.ecole"), Map.of("cles", new String[] {"ecole"}), (_, _) -> "");
    }

    private static Utilisateur parent() {
        return Personnages.someone(Profil.PARENT, List.of());
    }
}
