package fr.entecole.liaison.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Demande;
import fr.entecole.liaison.Redaction;
import fr.entecole.liaison.rendezvous.Horaires.Tranche;
import fr.entecole.liaison.rendezvous.Proposition.Creneau;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.liaison.rendezvous.TenueDesRendezVous.Ecole;
import fr.entecole.redaction.TexteRiche;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class CarnetDeRendezVousTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-12-03T16:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T23:00:00Z");

    private final UUID ecole = UUID.randomUUID();
    private final UUID ines = UUID.randomUUID();
    private final UUID samira = UUID.randomUUID();
    private final UUID karim = UUID.randomUUID();
    private Auteur auteur;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    CarnetDeRendezVous carnet;

    @Autowired
    TenueDesRendezVous tenue;

    @Autowired
    LectureDesRendezVous lecture;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAuthor() {
        auteur = new Auteur(UUID.randomUUID(), UUID.randomUUID());
    }

    @Test
    void givesNoSlotTwice() {
        var mot = proposed(2, Part.ENFANT);
        assertThat(book(mot, 0, ines, samira)).isEqualTo(Issue.PRIS);
        assertThat(book(mot, 0, UUID.randomUUID(), UUID.randomUUID())).isEqualTo(Issue.CRENEAU_PRIS);
        assertThat(slots(mot).getFirst().prise())
                .isNotNull()
                .satisfies(p -> assertThat(p.eleve()).isEqualTo(ines));
    }

    @Test
    void givesNothingThatIsCancelledPastOrClosed() {
        var mot = proposed(2, Part.ENFANT);
        var first = slots(mot).getFirst().id();
        tenue.cancel(ecole(mot), first, NOON);
        assertThat(book(mot, first, ines, samira, NOON)).isEqualTo(Issue.DISPARU);
        var second = slots(mot).getFirst().id();
        assertThat(book(mot, second, ines, samira, END)).isEqualTo(Issue.CLOS);
        assertThat(book(mot, second, ines, samira, FIRST.plus(Duration.ofHours(1))))
                .isEqualTo(Issue.DISPARU);
        assertThat(taken(mot)).isZero();
    }

    @Test
    void refusesASlotOfAnotherMot() {
        var mot = proposed(1, Part.ENFANT);
        var other = proposed(1, Part.ENFANT);
        assertThat(book(mot, slots(other).getFirst().id(), ines, samira, NOON)).isEqualTo(Issue.DISPARU);
    }

    @Test
    void leavesTheMeetingOfOneGuardianToThem() {
        var mot = proposed(3, Part.ENFANT);
        book(mot, 0, ines, samira);
        assertThat(book(mot, 1, ines, karim)).isEqualTo(Issue.DEJA_UN);
        var held = prise(mot, 0);
        assertThat(carnet.giveUp(mot, held, Set.of(karim), NOON)).isEqualTo(Issue.DISPARU);
        assertThat(taken(mot)).isOne();
        assertThat(lecture.of(mot).orElseThrow().heldByAnother(ines, Set.of(karim)))
                .isTrue();
        assertThat(lecture.of(mot).orElseThrow().held(ines, Set.of(karim))).isEmpty();
    }

    @Test
    void givesEachGuardianTheirOwnWhereTheSchoolSaysSo() {
        var mot = proposed(3, Part.RESPONSABLE);
        assertThat(book(mot, 0, ines, samira)).isEqualTo(Issue.PRIS);
        assertThat(book(mot, 1, ines, karim)).isEqualTo(Issue.PRIS);
        assertThat(book(mot, 2, ines, karim)).isEqualTo(Issue.PRIS);
        assertThat(taken(mot)).isEqualTo(2);
    }

    @Test
    void givesTwinsOneEach() {
        var mot = proposed(2, Part.ENFANT);
        assertThat(book(mot, 0, ines, samira)).isEqualTo(Issue.PRIS);
        assertThat(book(mot, 1, UUID.randomUUID(), samira)).isEqualTo(Issue.PRIS);
    }

    @Test
    void freesTheOldSlotOnlyWithTheNewOne() {
        var mot = proposed(3, Part.ENFANT);
        book(mot, 0, ines, samira);
        book(mot, 1, UUID.randomUUID(), UUID.randomUUID());
        assertThat(book(mot, 1, ines, samira)).isEqualTo(Issue.CRENEAU_PRIS);
        assertThat(slots(mot).getFirst().prise()).isNotNull();
        assertThat(book(mot, 2, ines, samira)).isEqualTo(Issue.PRIS);
        assertThat(slots(mot).getFirst().prise()).isNull();
        assertThat(taken(mot)).isEqualTo(2);
    }

    @Test
    void takesBackNothingAfterTheDeadlineButAtTheSchool() {
        var mot = proposed(1, Part.ENFANT);
        book(mot, 0, ines, samira);
        assertThat(carnet.giveUp(mot, prise(mot, 0), Set.of(samira), END)).isEqualTo(Issue.CLOS);
        assertThat(tenue.giveUp(ecole(mot), prise(mot, 0), END)).isEqualTo(Issue.RENDU);
        assertThat(tenue.book(ecole(mot), slots(mot).getFirst().id(), ines, karim, END))
                .isEqualTo(Issue.PRIS);
        assertThat(slots(mot).getFirst().prise())
                .isNotNull()
                .satisfies(p -> assertThat(p.parEcole()).isTrue());
    }

    @Test
    void tellsAllWhoWishedAndKeepsTheSlotForNobody() {
        var mot = proposed(2, Part.ENFANT);
        book(mot, 0, ines, samira);
        var wisher = UUID.randomUUID();
        var other = UUID.randomUUID();
        carnet.wish(mot, ecole, slots(mot).getFirst().id(), UUID.randomUUID(), wisher, NOON);
        carnet.wish(mot, ecole, null, UUID.randomUUID(), other, NOON);
        carnet.wish(mot, ecole, slots(mot).getLast().id(), UUID.randomUUID(), UUID.randomUUID(), NOON);
        assertThat(told(mot, "creneau-libre")).isEmpty();
        carnet.giveUp(mot, prise(mot, 0), Set.of(samira), NOON);
        assertThat(told(mot, "creneau-libre")).containsExactlyInAnyOrder(wisher, other);
        assertThat(book(mot, 0, UUID.randomUUID(), UUID.randomUUID())).isEqualTo(Issue.PRIS);
    }

    @Test
    void forgetsAWishOnceItIsGranted() {
        var mot = proposed(2, Part.ENFANT);
        carnet.wish(mot, ecole, null, ines, samira, NOON);
        carnet.wish(mot, ecole, slots(mot).getFirst().id(), ines, samira, NOON);
        assertThat(lecture.wishes(mot)).hasSize(1);
        book(mot, 1, ines, samira);
        assertThat(lecture.wishes(mot)).as("another slot").hasSize(1);
        book(mot, 0, ines, samira);
        assertThat(lecture.wishes(mot)).isEmpty();
    }

    @Test
    void movesAndExchangesAndTellsThoseWhoseHourChanges() {
        var mot = proposed(3, Part.ENFANT);
        var zoe = UUID.randomUUID();
        var marion = UUID.randomUUID();
        book(mot, 0, ines, samira);
        book(mot, 1, zoe, marion);
        assertThat(tenue.move(ecole(mot), prise(mot, 0), slots(mot).get(1).id(), NOON))
                .isEqualTo(Issue.ECHANGE);
        assertThat(slots(mot))
                .extracting(c -> c.prise() == null ? null : c.prise().eleve())
                .containsExactly(zoe, ines, null);
        assertThat(told(mot, "rendez-vous-change")).containsExactlyInAnyOrder(samira, marion);
        assertThat(tenue.move(ecole(mot), prise(mot, 0), slots(mot).get(2).id(), NOON))
                .isEqualTo(Issue.DEPLACE);
        assertThat(slots(mot))
                .extracting(c -> c.prise() == null ? null : c.prise().eleve())
                .containsExactly(null, ines, zoe);
    }

    @Test
    void addsNoSlotOverAnother() {
        var mot = proposed(1, Part.ENFANT);
        assertThat(tenue.add(ecole(mot), FIRST.plusSeconds(60), FIRST.plusSeconds(600), NOON))
                .isEqualTo(Issue.RECOUVRE);
        assertThat(tenue.add(ecole(mot), FIRST.plusSeconds(900), FIRST.plusSeconds(1800), NOON))
                .isEqualTo(Issue.AJOUTE);
        assertThat(slots(mot)).hasSize(2);
    }

    @Test
    void tellsWhoHadASlotThatIsCancelled() {
        var mot = proposed(1, Part.ENFANT);
        book(mot, 0, ines, samira);
        assertThat(tenue.cancel(ecole(mot), slots(mot).getFirst().id(), NOON).issue())
                .isEqualTo(Issue.ANNULE);
        assertThat(told(mot, "rendez-vous-change")).containsExactly(samira);
        assertThat(slots(mot)).isEmpty();
    }

    /// Each family asks for a slot that it finds free until it has one: none fails otherwise than by being told that
    /// somebody was faster, and in the end each has one.
    @Test
    void givesThreeHundredFamiliesAtOnceOneSlotEach() throws Exception {
        var mot = proposed(300, Part.ENFANT);
        var ids = slots(mot).stream().map(Creneau::id).toList();
        var ready = new CountDownLatch(1);
        List<Callable<List<Issue>>> families = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            families.add(() -> {
                ready.await();
                return asks(mot, new ArrayList<>(ids));
            });
        }
        List<List<Issue>> said = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Issue>>> asked =
                    families.stream().map(threads::submit).toList();
            ready.countDown();
            for (var one : asked) {
                said.add(one.get());
            }
        }
        assertThat(said).allSatisfy(issues -> {
            assertThat(new HashSet<>(issues)).isSubsetOf(Issue.PRIS, Issue.CRENEAU_PRIS);
            assertThat(issues.getLast()).isEqualTo(Issue.PRIS);
        });
        assertThat(slots(mot))
                .hasSize(300)
                .allSatisfy(c -> assertThat(c.prise()).isNotNull());
        assertThat(taken(mot)).isEqualTo(300);
    }

    private List<Issue> asks(UUID mot, List<UUID> ids) {
        var eleve = UUID.randomUUID();
        var responsable = UUID.randomUUID();
        Collections.shuffle(ids);
        List<Issue> said = new ArrayList<>();
        // the first dozen asks blindly, as a crowd does; then by what the page shows
        for (var id : ids.subList(0, 12)) {
            said.add(book(mot, id, eleve, responsable, NOON));
            if (said.getLast() == Issue.PRIS) {
                return said;
            }
        }
        while (said.getLast() != Issue.PRIS) {
            var free = slots(mot).stream()
                    .filter(c -> c.isFree(NOON))
                    .map(Creneau::id)
                    .toList();
            said.add(book(
                    mot,
                    free.get((int) (eleve.getLeastSignificantBits() & 0xFFFF) % free.size()),
                    eleve,
                    responsable,
                    NOON));
        }
        return said;
    }

    /// Two guardians of one child, and two tabs of one guardian.
    @Test
    void givesOneMeetingToAChildWhoeverAsksAtOnce() throws Exception {
        var mot = proposed(40, Part.ENFANT);
        var ids = slots(mot).stream().map(Creneau::id).toList();
        var said = new ArrayList<Issue>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> book(mot, ids.get(i), ines, i % 2 == 0 ? samira : karim, NOON)))
                    .toList();
            for (var one : asked) {
                said.add(one.get());
            }
        }
        assertThat(said).contains(Issue.PRIS);
        assertThat(new HashSet<>(said)).isSubsetOf(Issue.PRIS, Issue.DEJA_UN);
        assertThat(taken(mot)).isOne();
    }

    private UUID proposed(int slots, Part part) {
        var pour = Public.ofClasse(ecole, UUID.randomUUID(), Qui.RESPONSABLES);
        var said = new Redaction(List.of(pour), false, "Rencontrons-nous", TexteRiche.of("Choisissez."), NOON)
                .of(GenreRendezVous.CODE, Demande.RIEN);
        return cahier.publish(
                said,
                auteur,
                NOON,
                mot -> carnet.propose(
                        mot,
                        ecole,
                        "Classe de CM1",
                        part,
                        END,
                        IntStream.range(0, slots)
                                .mapToObj(i -> new Tranche(
                                        FIRST.plus(Duration.ofMinutes(15L * i)),
                                        FIRST.plus(Duration.ofMinutes(15L * i + 15))))
                                .toList()));
    }

    private Issue book(UUID mot, int slot, UUID eleve, UUID responsable) {
        return book(mot, slots(mot).get(slot).id(), eleve, responsable, NOON);
    }

    private Issue book(UUID mot, UUID creneau, UUID eleve, UUID responsable, Instant now) {
        return carnet.book(
                new CarnetDeRendezVous.Demande(
                        mot, creneau, eleve, responsable, Set.of(responsable), responsable, false),
                now);
    }

    private List<Creneau> slots(UUID mot) {
        return lecture.of(mot).orElseThrow().creneaux();
    }

    private UUID prise(UUID mot, int slot) {
        return Objects.requireNonNull(slots(mot).get(slot).prise()).id();
    }

    private int taken(UUID mot) {
        return jdbc.sql("select count(*) from liaison.reservation where mot_id = :mot and finie_le is null")
                .param("mot", mot)
                .query(Integer.class)
                .single();
    }

    private List<UUID> told(UUID mot, String sorte) {
        return jdbc.sql("""
                        select p.personne_id from notifications.depot_personne p
                          join notifications.depot d on d.id = p.depot_id
                         where d.sorte = :sorte and d.adresse = :adresse
                        """)
                .param("sorte", sorte)
                .param("adresse", "/liaison/mots/" + mot + "/rendez-vous")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
    }

    private Ecole ecole(UUID mot) {
        return new Ecole(mot, ecole, auteur.compte(), auteur.personne());
    }
}
