package fr.entecole.reservations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ModuleTest;
import fr.entecole.Personnages;
import fr.entecole.reservations.Chose.Pour;
import fr.entecole.reservations.Chose.Sorte;
import fr.entecole.reservations.Reservations.Demande;
import fr.entecole.reservations.Reservations.Moment;
import fr.entecole.reservations.Reservations.Prise;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ReservationsModuleTests {

    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);

    private UUID ecole;

    @Autowired
    Choses choses;

    @Autowired
    Reservations reservations;

    @Autowired
    ReservationsDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aSchool() {
        ecole = UUID.randomUUID();
    }

    @Test
    void refusesAnHourThatIsTakenAndSaysWhich() {
        var hall = chose("Salle", 1);
        assertThat(take(hall, at(MONDAY, 9, 10)).prises()).isOne();
        var second = take(hall, at(MONDAY, 9, 11));
        assertThat(second.prises()).isZero();
        assertThat(second.refusees()).containsExactly(at(MONDAY, 9, 11));
        assertThat(take(hall, at(MONDAY, 10, 11)).prises())
                .as("one ends, the other begins")
                .isOne();
        assertThat(take(chose("Autre salle", 1), at(MONDAY, 9, 10)).prises()).isOne();
    }

    @Test
    void takesAWeeklyOneWholeOrNotAtAllAndTheOthersWhenItIsAsked() {
        var hall = chose("Salle", 1);
        take(hall, at(MONDAY.plusWeeks(1), 9, 10));
        var weekly = List.of(at(MONDAY, 9, 10), at(MONDAY.plusWeeks(1), 9, 10), at(MONDAY.plusWeeks(2), 9, 10));
        var whole = reservations.take(hall, wants(weekly), false);
        assertThat(whole.prises()).isZero();
        assertThat(whole.refusees()).containsExactly(at(MONDAY.plusWeeks(1), 9, 10));
        assertThat(held(hall)).isOne();
        assertThat(reservations.take(hall, wants(weekly), true).prises()).isEqualTo(2);
        assertThat(held(hall)).isEqualTo(3);
    }

    @Test
    void lendsAsManyAsThereAre() {
        var trolleys = chose("Chariots", 2);
        assertThat(take(trolleys, at(MONDAY, 9, 10)).prises()).isOne();
        assertThat(take(trolleys, at(MONDAY, 9, 10)).prises()).isOne();
        assertThat(take(trolleys, at(MONDAY, 9, 10)).prises()).isZero();
    }

    /// Sixteen people at once, for one hall: one has it.
    @Test
    void givesAnHourToOneOfManyWhoAskAtOnce() throws Exception {
        assertThat(atOnce(chose("Salle", 1), List.of(at(MONDAY, 9, 10)))).isOne();
        assertThat(atOnce(chose("Chariots", 3), List.of(at(MONDAY, 9, 10)))).isEqualTo(3);
    }

    /// Series that cross, in both directions: each is whole or nothing, and no two have the same hour.
    @Test
    void neverGivesHalfOfASeries() throws Exception {
        var hall = chose("Salle", 1);
        var forth = List.of(at(MONDAY, 9, 10), at(MONDAY.plusWeeks(1), 9, 10), at(MONDAY.plusWeeks(2), 9, 10));
        int won = atOnce(hall, forth, forth.reversed());
        assertThat(won).isLessThanOrEqualTo(1);
        assertThat(held(hall)).isEqualTo(won * 3);
    }

    @Test
    void isKeptByTheDatabaseItselfAndNotByThisCode() {
        var hall = chose("Salle", 1);
        take(hall, at(MONDAY, 9, 10));
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into reservations.reservation
                                       (ecole_id, chose_id, exemplaire, moment, motif, serie_id, faite_le)
                                values (:ecole, :chose, 1, tsrange(timestamp '2027-01-11 09:30', timestamp '2027-01-11 09:45'),
                                        '', uuidv7(), timestamptz '2027-01-01 00:00Z')
                                """)
                        .param("ecole", ecole)
                        .param("chose", hall.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("jamais_deux");
    }

    @Test
    void freesWhatIsGivenBackAndTheSeriesWhenItIsAsked() {
        var hall = chose("Salle", 1);
        var weekly = List.of(at(MONDAY, 9, 10), at(MONDAY.plusWeeks(1), 9, 10));
        reservations.take(hall, wants(weekly), false);
        var first = first(hall);
        reservations.cancel(first, false, head());
        assertThat(held(hall)).isOne();
        assertThat(take(hall, at(MONDAY, 9, 10)).prises()).isOne();
        reservations.cancel(first, true, head());
        assertThat(held(hall)).as("the one taken since stays").isOne();
    }

    @Test
    void givesBackWhatIsReservedOfAThingThatIsLentNoMore() {
        var hall = chose("Salle", 1);
        take(hall, at(MONDAY, 9, 10));
        choses.withdraw(hall, head());
        assertThat(held(hall)).isZero();
        assertThat(take(hall, at(MONDAY, 11, 12)).prises()).isZero();
    }

    @Test
    void tellsEachOfThoseWhoHadAThingThatIsLentNoMoreOnceAndNobodyElse() {
        var hall = chose("Salle", 1);
        var head = head();
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        take(hall, one, at(MONDAY, 9, 10));
        take(hall, two, at(MONDAY, 10, 11), at(MONDAY.plusWeeks(1), 10, 11));
        take(hall, head.personneId(), at(MONDAY, 14, 15));
        take(hall, UUID.randomUUID(), at(LocalDate.of(2025, 5, 12), 9, 10));
        choses.withdraw(hall, head);
        choses.withdraw(hall, head);
        assertThat(told())
                .containsOnly(
                        Map.entry(
                                one,
                                "Salle ne se réserve plus : votre heure du lundi 11 janvier, de 9 h à 10 h, est annulée."),
                        Map.entry(
                                two,
                                "Salle ne se réserve plus : vos 2 réservations sont annulées, dès le lundi 11 janvier."));
    }

    @Test
    void tellsWhoHadItWhenTheHeadGivesItBackAndNotWhoGaveItBackThemself() {
        var hall = chose("Salle", 1);
        var teacher = Personnages.someone(Profil.ENSEIGNANT, List.of());
        take(hall, teacher.personneId(), at(MONDAY, 9, 10));
        reservations.cancel(first(hall), false, teacher);
        assertThat(told()).isEmpty();
        var trolley = chose("Chariot", 1);
        take(trolley, teacher.personneId(), at(MONDAY, 9, 10), at(MONDAY.plusWeeks(1), 9, 10));
        reservations.cancel(first(trolley), false, head());
        assertThat(told())
                .containsOnly(Map.entry(
                        teacher.personneId(),
                        "Chariot : la direction a annulé votre heure du lundi 11 janvier, de 9 h à 10 h."));
        assertThat(held(trolley)).isOne();
    }

    /// The longest name, the longest day: the bell has room for it.
    @Test
    void hasRoomInTheBellForTheLongestName() {
        var hall = chose("é".repeat(ChoseForm.LONGEST), 1);
        var day = LocalDate.of(2027, 9, 29);
        var moment = new Moment(day.atTime(10, 45), day.atTime(11, 45));
        take(hall, UUID.randomUUID(), moment);
        choses.withdraw(hall, head());
        assertThat(told()).hasSize(1);
    }

    /// What each has been told in this school, with plain spaces.
    private Map<UUID, String> told() {
        return jdbc
                .sql("""
                        select p.personne_id, d.titre from notifications.depot d
                          join notifications.depot_personne p on p.depot_id = d.id
                         where d.sorte = 'reservation-annulee' and d.pour like '%' || :ecole || '%' and d.annule_le is null
                        """)
                .param("ecole", ecole.toString())
                .query((rs, _) -> Map.entry(
                        rs.getObject("personne_id", UUID.class),
                        rs.getString("titre").replace('\u00a0', ' ')))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Utilisateur head() {
        return Personnages.someone(Profil.DIRECTEUR, List.of());
    }

    private void take(Chose chose, UUID qui, Moment... moments) {
        var wanted = new Demande(UUID.randomUUID(), qui, null, "Acrosport", List.of(moments));
        assertThat(reservations.take(chose, wanted, false).prises()).isEqualTo(moments.length);
    }

    @Test
    void forgetsWhoHadItAndWhyAndKeepsTheHourTaken() {
        var hall = chose("Salle", 1);
        var who = UUID.randomUUID();
        reservations.take(
                hall, new Demande(UUID.randomUUID(), who, null, "Acrosport", List.of(at(MONDAY, 9, 10))), false);
        assertThat(donnees.export(who)).containsKey("reservations");
        donnees.erase(who);
        assertThat(donnees.export(who)).isEmpty();
        assertThat(held(hall)).isOne();
    }

    @Test
    void purgesThePastYearAndThingsThatAreGone() {
        var hall = chose("Salle", 1);
        var past = LocalDate.of(2025, 5, 12);
        take(hall, at(past, 9, 10));
        take(hall, at(MONDAY, 9, 10));
        donnees.purge();
        assertThat(held(hall)).isOne();
    }

    private int atOnce(Chose chose, List<Moment> forth) throws Exception {
        return atOnce(chose, forth, forth);
    }

    /// @return how many of sixteen had what they asked for
    private int atOnce(Chose chose, List<Moment> forth, List<Moment> back) throws Exception {
        var start = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(16)) {
            List<Callable<Prise>> wishes = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                var wanted = i % 2 == 0 ? forth : back;
                wishes.add(() -> {
                    start.await();
                    return reservations.take(chose, wants(wanted), false);
                });
            }
            var asked = wishes.stream().map(people::submit).toList();
            start.countDown();
            int won = 0;
            for (var one : asked) {
                won += one.get().prises() > 0 ? 1 : 0;
            }
            return won;
        }
    }

    private Chose chose(String nom, int nombre) {
        var said =
                new Chose(ecole, ecole, Sorte.SALLE, nom, nombre, Pour.EQUIPE, LocalTime.of(8, 0), LocalTime.of(18, 0));
        var id = choses.add(said, UUID.randomUUID()).orElseThrow();
        return new Chose(id, ecole, said.sorte(), nom, nombre, said.pour(), said.ouvre(), said.ferme());
    }

    private Prise take(Chose chose, Moment moment) {
        return reservations.take(chose, wants(List.of(moment)), false);
    }

    private static Demande wants(List<Moment> moments) {
        return new Demande(UUID.randomUUID(), UUID.randomUUID(), null, "Acrosport", moments);
    }

    private static Moment at(LocalDate day, int from, int to) {
        return new Moment(day.atTime(from, 0), day.atTime(to, 0));
    }

    private Reservation first(Chose chose) {
        return jdbc.sql("""
                        select id, serie_id, lower(moment) as de, upper(moment) as a from reservations.reservation
                         where chose_id = ? order by lower(moment) limit 1
                        """)
                .param(chose.id())
                .query((rs, _) -> new Reservation(
                        rs.getObject("id", UUID.class),
                        ecole,
                        chose.id(),
                        chose.nom(),
                        1,
                        rs.getTimestamp("de").toLocalDateTime(),
                        rs.getTimestamp("a").toLocalDateTime(),
                        null,
                        "",
                        null,
                        "",
                        rs.getObject("serie_id", UUID.class)))
                .single();
    }

    private int held(Chose chose) {
        return jdbc.sql("select count(*) from reservations.reservation where chose_id = ? and annulee_le is null")
                .param(chose.id())
                .query(Integer.class)
                .single();
    }
}
