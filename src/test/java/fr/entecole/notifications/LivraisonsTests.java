package fr.entecole.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.journal.Journal;
import fr.entecole.notifications.depots.EcritureDesDepots;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Reserves;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From what a room deposits to each person's bell, with the directory and the calendar of the named world.
@MondeTest
class LivraisonsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Reperes reperes;

    @Autowired
    Membres membres;

    @Autowired
    Livraisons livraisons;

    @Autowired
    Utilisateurs utilisateurs;

    @Autowired
    Comptes comptes;

    private Instant now = at(LocalDate.of(2026, 11, 26), 10);
    private UUID ecole;
    private UUID cm1;
    private Public familles;

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("delete from notifications.depot").update();
        ecole = reperes.ecole("0110358E");
        cm1 = reperes.classe("11", "514");
        familles = Public.ofClasse(ecole, cm1, Qui.RESPONSABLES);
    }

    @Test
    void tellsNobodyBeforeTheHourAndEachOfThoseWhoHaveComeInAtIt() {
        now = at(LocalDate.of(2026, 11, 26), 21);
        assertThat(nouvelles().when(familles)).isEqualTo(at(LocalDate.of(2026, 11, 27), 7));
        var remise = deposit(familles);
        assertThat(remise.attend()).isTrue();
        livraisons.work(now);
        assertThat(lines()).isZero();
        livraisons.work(at(LocalDate.of(2026, 11, 27), 7));
        assertThat(livraisons.work(at(LocalDate.of(2026, 11, 27), 7))).isNull();
        assertThat(told()).isEqualTo(meant(familles)).hasSizeGreaterThan(10);
        livraisons.work(at(LocalDate.of(2026, 11, 27), 8));
        assertThat(lines()).as("once").isEqualTo(meant(familles).size());
    }

    @Test
    void asksTheDirectoryWhoIsMeantWhenItDeliversNotWhenOneWrites() {
        now = at(LocalDate.of(2026, 11, 26), 21);
        deposit(familles);
        var before = meant(familles);
        var gone = guardians().getLast();
        jdbc.sql("update annuaire.lien set retire_le = now() where responsable_id = :id")
                .param("id", gone)
                .update();
        var joined = jdbc.sql("""
                        select e.eleve_id from annuaire.eleve_classe e
                          join annuaire.garde(date '2026-11-26') g on g.eleve_id = e.eleve_id
                          join comptes.compte c on c.personne_id = g.personne_id and c.active_le is not null
                         where e.classe_id <> :cm1 and e.fini_le is null and c.rejoint_id is null
                           and e.classe_id in (select k.id from annuaire.classe k where k.structure_id = :ecole)
                           and c.id <> all(:avant)
                         order by e.eleve_id limit 1
                        """)
                .param("cm1", cm1)
                .param("ecole", ecole)
                .param("avant", before.toArray(UUID[]::new))
                .query(UUID.class)
                .single();
        jdbc.sql("update annuaire.eleve_classe set classe_id = :cm1 where eleve_id = :eleve and fini_le is null")
                .param("cm1", cm1)
                .param("eleve", joined)
                .update();
        livraisons.work(at(LocalDate.of(2026, 11, 27), 7));
        var compte = comptes.ofPersonne(gone).orElseThrow();
        assertThat(before).contains(compte);
        assertThat(told()).doesNotContain(compte).isEqualTo(meant(familles));
        var newcomers = new HashSet<>(told());
        newcomers.removeAll(before);
        assertThat(newcomers).isNotEmpty();
    }

    @Test
    void tellsNoGuardianWhoIsKeptOutOfTheChild() {
        deposit(familles);
        livraisons.work(now);
        var kept = new HashSet<UUID>();
        membres.each(familles, one -> {
            if (one.membre().ecarte() && one.compteId() != null) {
                kept.add(one.compteId());
            }
        });
        assertThat(kept).isNotEmpty();
        assertThat(told()).doesNotContainAnyElementsOf(kept);
    }

    @Test
    void keepsToTheClocksOfParisOnBothDaysOfTheChange() {
        for (var saturday : List.of(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 10, 30))) {
            now = at(saturday, 13);
            var due = nouvelles().when(familles).atZone(PARIS);
            assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(7, 0));
            assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SUNDAY);
            assertThat(due.toLocalDate()).isAfter(saturday);
        }
    }

    @Test
    void deliversOnWednesdayWithOrWithoutClass() {
        now = at(LocalDate.of(2026, 12, 2), 8);
        var avec = Public.ofEcole(reperes.ecole("0341406U"), Qui.DIRECTIONS);
        var sans = Public.ofEcole(ecole, Qui.DIRECTIONS);
        assertThat(nouvelles().when(avec)).isEqualTo(now);
        assertThat(nouvelles().when(sans)).isEqualTo(now);
    }

    @Test
    void reachesEachSchoolOfTheRegionAtItsOwnHour() {
        now = at(LocalDate.of(2026, 11, 26), 21);
        jdbc.sql("""
                        insert into calendrier.remise (ecole_id, effet, ouvre, ferme, vacances, feries, created_at)
                        values (:ecole, date '2026-09-01', '08:30', '18:00', false, false, :now)
                        """)
                .param("ecole", ecole)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        try {
            var chefs = Public.ofRegion(Qui.DIRECTIONS);
            deposit(chefs);
            livraisons.work(at(LocalDate.of(2026, 11, 27), 7));
            var early = told();
            livraisons.work(at(LocalDate.of(2026, 11, 27), 8).plus(Duration.ofMinutes(30)));
            assertThat(told()).isEqualTo(meant(chefs)).hasSizeGreaterThan(early.size());
            assertThat(early).isNotEmpty();
        } finally {
            jdbc.sql("delete from calendrier.remise where ecole_id = :ecole")
                    .param("ecole", ecole)
                    .update();
        }
    }

    @Test
    void givesOneLineToOneAccountUnderTwoNumbers() {
        var guardians = guardians();
        var one = comptes.ofPersonne(guardians.get(0)).orElseThrow();
        var other = comptes.ofPersonne(guardians.get(1)).orElseThrow();
        assertThat(transaction.<Boolean>execute(_ -> comptes.join(one, other, Set.of(ecole))))
                .isTrue();
        deposit(familles);
        livraisons.work(now);
        assertThat(told()).contains(one).doesNotContain(other);
        assertThat(lines()).isEqualTo(told().size());
    }

    @Test
    void movesTheLinesOfAnAccountThatJoinsAnother() {
        deposit(familles);
        livraisons.work(now);
        var guardians = guardians();
        var one = comptes.ofPersonne(guardians.get(2)).orElseThrow();
        var other = comptes.ofPersonne(guardians.get(3)).orElseThrow();
        assertThat(told()).contains(one, other);
        assertThat(transaction.<Boolean>execute(_ -> comptes.join(one, other, Set.of(ecole))))
                .isTrue();
        assertThat(told()).contains(one).doesNotContain(other);
    }

    @Test
    void sharesTheWorkAmongNodesWithoutTellingTwice() {
        IntStream.range(0, 20).forEach(_ -> deposit(familles));
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (waiting() > 0) {
                        node(List.of()).work(now);
                    }
                }))
                .limit(3)
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(lines()).isEqualTo(20L * meant(familles).size());
    }

    /// What the database sees when a node is killed: its connection ends, at whichever step.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void leavesNothingHalfToldWhenANodeDies(int step) {
        deposit(familles);
        var tries = new AtomicInteger();
        Voie killed = (depot, arrivees) -> {
            tries.incrementAndGet();
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
        };
        var ways = new ArrayList<>(context.getBeansOfType(Voie.class).values());
        ways.add(step == 0 ? 0 : ways.size(), killed);
        node(ways).work(now);
        assertThat(tries).hasValue(1);
        assertThat(lines()).isZero();
        assertThat(waiting()).isOne();
        livraisons.work(now.plus(Duration.ofMinutes(6)));
        assertThat(told()).isEqualTo(meant(familles));
    }

    @Test
    void goesOnWithTheOthersWhenOneCannotBeDelivered() {
        deposit(familles);
        var broken = new AtomicInteger();
        var node = node(List.of((depot, arrivees) -> {
            if (broken.getAndIncrement() == 0) {
                throw new IllegalArgumentException();
            }
        }));
        node.work(now);
        assertThat(lines()).isZero();
        deposit(familles);
        node.work(now);
        assertThat(lines()).isEqualTo(meant(familles).size());
        node.work(now.plus(Duration.ofMinutes(6)));
        assertThat(lines()).isEqualTo(2L * meant(familles).size());
    }

    @Test
    void sharesWhatIsForNamedPeopleAmongNodesWithoutTellingTwice() {
        var named = named();
        IntStream.range(0, 120).forEach(_ -> deposit(named));
        var nodes = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (waiting() > 0) {
                        node(List.of()).work(now);
                    }
                }))
                .limit(3)
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(lines()).isEqualTo(120L * meant(named).size());
    }

    @Test
    void goesOnWithTheOthersOfALotWhenOneCannotBeDelivered() {
        var named = named();
        var broken = deposit(named).depot();
        deposit(named);
        deposit(named);
        node(List.of((depot, _) -> {
                    if (depot.id().equals(broken)) {
                        throw new IllegalArgumentException();
                    }
                }))
                .work(now);
        assertThat(lines()).isEqualTo(2L * meant(named).size());
        assertThat(waiting()).isOne();
        livraisons.work(now.plus(Duration.ofMinutes(6)));
        assertThat(lines()).isEqualTo(3L * meant(named).size());
    }

    /// Those of the families who have come, one by one.
    private Public named() {
        var personnes = new HashSet<UUID>();
        membres.each(familles, joignable -> {
            if (joignable.compte() && !joignable.membre().ecarte()) {
                personnes.add(joignable.membre().personneId());
            }
        });
        return Public.ofPersonnes(ecole, personnes, Qui.RESPONSABLES);
    }

    @Test
    void cancelsUntilItIsDeliveredAndWithdrawsWhatIsUnreadAfterwards() {
        now = at(LocalDate.of(2026, 11, 26), 21);
        var held = UUID.randomUUID();
        deposit(familles, held);
        assertThat(cancel(held)).isTrue();
        livraisons.work(at(LocalDate.of(2026, 11, 27), 7));
        assertThat(lines()).isZero();

        now = at(LocalDate.of(2026, 11, 27), 10);
        var told = UUID.randomUUID();
        deposit(familles, told);
        livraisons.work(now);
        var reader = utilisateur(guardians().getFirst());
        transaction.executeWithoutResult(_ -> nouvelles().read(reader, SorteDEssai.MOT_DESSAI, told));
        assertThat(cancel(told)).isFalse();
        assertThat(jdbc.sql("select count(*) from notifications.ligne where retiree_le is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void tellsAgainAsItWasWhatIsRestored() {
        now = at(LocalDate.of(2026, 11, 26), 21);
        var held = UUID.randomUUID();
        deposit(familles, held);
        cancel(held);
        restore(held);
        livraisons.work(at(LocalDate.of(2026, 11, 27), 7));
        assertThat(told()).isEqualTo(meant(familles));
        cancel(held);
        assertThat(shown()).isZero();
        restore(held);
        assertThat(shown()).isEqualTo(meant(familles).size());
        livraisons.work(at(LocalDate.of(2026, 11, 27), 8));
        assertThat(lines()).as("once each").isEqualTo(meant(familles).size());

        cancel(held);
        deposit(familles, held);
        restore(held);
        assertThat(jdbc.sql("select count(*) from notifications.depot where annule_le is null")
                        .query(Integer.class)
                        .single())
                .as("told anew since")
                .isOne();
    }

    private int shown() {
        return jdbc.sql("select count(*) from notifications.ligne where retiree_le is null")
                .query(Integer.class)
                .single();
    }

    private void restore(UUID chose) {
        transaction.executeWithoutResult(_ -> nouvelles().restore(SorteDEssai.MOT_DESSAI, chose));
    }

    @Test
    void tellsAThingOnceHoweverOftenItIsDeposited() {
        var chose = UUID.randomUUID();
        var first = deposit(familles, chose);
        livraisons.work(now);
        assertThat(deposit(familles, chose).depot()).isEqualTo(first.depot());
        livraisons.work(now);
        assertThat(lines()).isEqualTo(meant(familles).size());
    }

    @Test
    void goesOnlyIfTheCallerCommits() {
        transaction.executeWithoutResult(status -> {
            nouvelles().deposit(null, nouvelle(familles, UUID.randomUUID()));
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void hurriesForAHeadWithATraceAndForNobodyElse() {
        now = at(LocalDate.of(2026, 11, 28), 22);
        var chose = UUID.randomUUID();
        deposit(familles, chose);
        var head = utilisateur(reperes.personne("11", Nature.PERSONNEL, "300101"));
        var teacher = utilisateur(reperes.personne("11", Nature.PERSONNEL, "300102"));
        assertThatThrownBy(() -> nouvelles().urgent(teacher, nouvelle(familles, chose), "Neige"))
                .isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> nouvelles().urgent(head, nouvelle(familles, chose), " "))
                .isInstanceOf(IllegalArgumentException.class);
        int facts = facts();
        transaction.executeWithoutResult(
                _ -> nouvelles().urgent(head, nouvelle(familles, chose), "École fermée demain : neige"));
        livraisons.work(now);
        assertThat(told()).isEqualTo(meant(familles));
        assertThat(facts()).isEqualTo(facts + 1);
        assertThat(jdbc.sql("select urgence from notifications.depot")
                        .query(String.class)
                        .single())
                .startsWith("École fermée");
    }

    private int facts() {
        return jdbc.sql("select count(*) from journal.fait where action = 'nouvelle-urgente'")
                .query(Integer.class)
                .single();
    }

    private Remise deposit(Public pour) {
        return deposit(pour, UUID.randomUUID());
    }

    private Remise deposit(Public pour, UUID chose) {
        return transaction.execute(_ -> nouvelles().deposit(null, nouvelle(pour, chose)));
    }

    private boolean cancel(UUID chose) {
        return Boolean.TRUE.equals(transaction.execute(_ -> nouvelles().cancel(SorteDEssai.MOT_DESSAI, chose)));
    }

    private static Nouvelle nouvelle(Public pour, UUID chose) {
        return new Nouvelle(SorteDEssai.MOT_DESSAI, chose, pour, "/aide", "Piscine mardi");
    }

    /// As a room calls it, at the hour of the test.
    private Nouvelles nouvelles() {
        return new Nouvelles(
                jdbc,
                new Heures(context.getBean(Publics.class), context.getBean(Calendriers.class)),
                context.getBean(EcritureDesDepots.class),
                context.getBean(Sortes.class),
                context.getBean(Journal.class),
                context.getBean(Cloches.class),
                Clock.fixed(now, PARIS));
    }

    private Livraisons node(List<Voie> voies) {
        return new Livraisons(
                jdbc,
                transaction,
                membres,
                voies,
                context.getBean(Sortes.class),
                context.getBeanProvider(Reserves.class));
    }

    private Set<UUID> meant(Public pour) {
        var comptes = new HashSet<UUID>();
        membres.each(pour, one -> {
            if (one.compteId() != null
                    && !one.membre().ecarte()
                    && !one.membre().organisme()) {
                comptes.add(one.compteId());
            }
        });
        return comptes;
    }

    private Set<UUID> told() {
        return new HashSet<>(jdbc.sql("select compte_id from notifications.ligne")
                .query(UUID.class)
                .list());
    }

    private long lines() {
        return jdbc.sql("select count(*) from notifications.ligne")
                .query(Long.class)
                .single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from notifications.remise where livree_le is null and annulee_le is null")
                .query(Long.class)
                .single();
    }

    /// Of the class, who have come in, each under one number.
    private List<UUID> guardians() {
        return jdbc.sql("""
                        select distinct c.personne_id from annuaire.inscrit i
                          join annuaire.garde(date '2026-11-26') g on g.eleve_id = i.eleve_id
                          join comptes.compte c on c.personne_id = g.personne_id
                         where i.classe_id = :classe and c.active_le is not null and c.rejoint_id is null
                           and not exists (select 1 from comptes.compte r where r.rejoint_id = c.id)
                         order by 1
                        """).param("classe", cm1).query(UUID.class).list();
    }

    private Utilisateur utilisateur(UUID personne) {
        return utilisateurs.of(new EnTantQue(context).account(personne), null).orElseThrow();
    }

    private static Instant at(LocalDate jour, int heure) {
        return jour.atTime(heure, 0).atZone(PARIS).toInstant();
    }
}
