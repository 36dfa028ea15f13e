package fr.entecole.conventions.regles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.regles.Facturation.Sens;
import fr.entecole.socle.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Article 6 of 2020-21, sentence by sentence, and the models without a window.
class FacturationTests {

    private static final Fenetre FENETRE = new Fenetre(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 10, 15));
    private static final LocalDate LATE = LocalDate.of(2020, 10, 20);
    private static final LocalDate SPRING = LocalDate.of(2021, 3, 1);
    private static final Montant PRIX = Montant.euros(50);

    @Test
    void billsLastYearsListWithoutAnAvenant() {
        assertThat(Facturation.billed(FENETRE, set(1, 2), List.of(), SPRING)).isEqualTo(set(1, 2));
    }

    @Test
    void billsTheNewListOfAnAvenantReceivedInTheWindowWhateverTheDayOfItsSignatures() {
        var avenant = avenant(LocalDate.of(2020, 10, 1), null, 1, 2, 3);
        assertThat(Facturation.billed(FENETRE, set(1, 2), List.of(avenant), SPRING))
                .isEqualTo(set(1, 2, 3));
        assertThat(Facturation.listed(FENETRE, set(1, 2), List.of(avenant), SPRING))
                .as("the new school opens with the last signature")
                .isEqualTo(set(1, 2));
        var signed = avenant(LocalDate.of(2020, 10, 1), LocalDate.of(2020, 12, 1), 1, 2, 3);
        assertThat(Facturation.listed(FENETRE, set(1, 2), List.of(signed), LocalDate.of(2020, 11, 30)))
                .isEqualTo(set(1, 2));
        assertThat(Facturation.listed(FENETRE, set(1, 2), List.of(signed), LocalDate.of(2020, 12, 1)))
                .isEqualTo(set(1, 2, 3));
    }

    @Test
    void billsALateDecreaseAsBefore() {
        var effect = Facturation.effect(FENETRE, PRIX, set(1, 2), set(1), LATE);
        assertThat(effect.sens()).isEqualTo(Sens.DIMINUTION);
        assertThat(effect.compte()).isFalse();
        assertThat(effect.apres()).isEqualTo(Montant.euros(100));
        assertThat(Facturation.billed(FENETRE, set(1, 2), List.of(avenant(LATE, LATE, 1)), SPRING))
                .hasSize(2);
    }

    @Test
    void doesNotOpenTheSchoolsOfALateIncrease() {
        var late = List.of(avenant(LATE, LATE, 1, 2, 3));
        assertThat(Facturation.listed(FENETRE, set(1, 2), late, SPRING)).isEqualTo(set(1, 2));
        assertThat(Facturation.billed(FENETRE, set(1, 2), late, SPRING)).isEqualTo(set(1, 2));
        assertThat(Facturation.effect(FENETRE, PRIX, set(1, 2), set(1, 2, 3), LATE)
                        .sens())
                .isEqualTo(Sens.AUGMENTATION);
    }

    @Test
    void billsTheSchoolThatLeavesInALateSwapAndDoesNotOpenTheOther() {
        var late = List.of(avenant(LATE, LATE, 1, 3));
        assertThat(Facturation.billed(FENETRE, set(1, 2), late, SPRING)).isEqualTo(set(1, 2));
        assertThat(Facturation.listed(FENETRE, set(1, 2), late, SPRING)).isEqualTo(set(1, 2));
        assertThat(Facturation.effect(FENETRE, PRIX, set(1, 2), set(1, 3), LATE).sens())
                .isEqualTo(Sens.PERMUTATION);
    }

    @Test
    void opensAndClosesItsWindowAtMidnightInParis() {
        assertThat(FENETRE.holds(Instant.parse("2020-08-31T21:59:59Z"))).isFalse();
        assertThat(FENETRE.holds(Instant.parse("2020-08-31T22:00:00Z"))).isTrue();
        assertThat(FENETRE.holds(Instant.parse("2020-10-15T21:59:59Z"))).isTrue();
        assertThat(FENETRE.holds(Instant.parse("2020-10-15T22:00:00Z"))).isFalse();
        assertThat(FENETRE.left(LocalDate.of(2020, 10, 15))).isOne();
        assertThat(FENETRE.left(LocalDate.of(2020, 10, 16))).isZero();
    }

    @Test
    void takesWithoutAWindowWhatIsSignedByBoth() {
        var avenant = avenant(SPRING, SPRING.plusDays(3), 1);
        assertThat(Facturation.billed(null, set(1, 2), List.of(avenant), SPRING))
                .isEqualTo(set(1, 2));
        assertThat(Facturation.billed(null, set(1, 2), List.of(avenant), SPRING.plusDays(3)))
                .isEqualTo(set(1));
    }

    /// Any avenants on any days: counted the naive way, day after day, the last list that came in the window stands.
    @Property
    void agreesWithANaiveCount(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 90) Integer> days,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 1, max = 31) Integer> lists,
            @ForAll @IntRange(min = 1, max = 31) int base) {
        List<Avenant> avenants = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            avenants.add(new Avenant(
                    bits(lists.get(i)),
                    LocalDate.of(2020, 8, 20)
                            .plusDays(days.get(i))
                            .atTime(LocalTime.of(12, i))
                            .atZone(Dates.PARIS)
                            .toInstant(),
                    null));
        }
        int expected = bits(base).size();
        for (var day = LocalDate.of(2020, 8, 1); day.getYear() == 2020; day = day.plusDays(1)) {
            for (int minute = 0; minute < 6; minute++) {
                for (var avenant : avenants) {
                    var received = avenant.recuLe().atZone(Dates.PARIS);
                    boolean then = received.toLocalDate().equals(day) && received.getMinute() == minute;
                    boolean counts =
                            (day.getMonthValue() == 9) || (day.getMonthValue() == 10 && day.getDayOfMonth() <= 15);
                    if (then && counts) {
                        expected = avenant.ecoles().size();
                    }
                }
            }
        }
        assertThat(PRIX.times(Facturation.billed(FENETRE, bits(base), avenants, SPRING)
                        .size()))
                .isEqualTo(PRIX.times(expected));
    }

    /// Any avenants, received and signed on any days, with a window or without: what is billed and what is listed on a
    /// day is what one reads in the order of receipts, one after the other.
    @Property
    void billsAndListsWhatTheRuleSaysWhateverTheSequence(
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 90) Integer> days,
            @ForAll @Size(min = 5, max = 5) List<@IntRange(min = 0, max = 120) Integer> signatures,
            @ForAll @Size(min = 5, max = 5) List<@IntRange(min = 1, max = 31) Integer> lists,
            @ForAll @IntRange(min = 1, max = 31) int base,
            @ForAll @IntRange(min = 0, max = 200) int asked) {
        List<Avenant> avenants = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            var received = LocalDate.of(2020, 8, 20).plusDays(days.get(i));
            avenants.add(new Avenant(
                    bits(lists.get(i)),
                    received.atTime(LocalTime.of(12, i)).atZone(Dates.PARIS).toInstant(),
                    signatures.get(i) > 100 ? null : received.plusDays(signatures.get(i))));
        }
        var day = LocalDate.of(2020, 8, 20).plusDays(asked);
        var inOrder = avenants.stream()
                .sorted(java.util.Comparator.comparing(Avenant::recuLe))
                .toList();
        for (var fenetre : java.util.Arrays.asList(FENETRE, null)) {
            var billed = bits(base);
            var listed = bits(base);
            for (var avenant : inOrder) {
                var received = Dates.day(avenant.recuLe());
                boolean inTime = fenetre == null
                        || (!received.isBefore(LocalDate.of(2020, 9, 1))
                                && !received.isAfter(LocalDate.of(2020, 10, 15)));
                var signed = avenant.signeLe();
                boolean both = signed != null && !signed.isAfter(day);
                billed = (fenetre == null ? both : inTime) ? avenant.ecoles() : billed;
                listed = inTime && both ? avenant.ecoles() : listed;
            }
            assertThat(Facturation.billed(fenetre, bits(base), avenants, day)).isEqualTo(billed);
            assertThat(Facturation.listed(fenetre, bits(base), avenants, day)).isEqualTo(listed);
        }
    }

    private static Set<UUID> bits(int mask) {
        return IntStream.range(0, 5)
                .filter(i -> (mask >> i & 1) == 1)
                .mapToObj(i -> new UUID(0, i))
                .collect(Collectors.toSet());
    }

    private static Avenant avenant(LocalDate received, @Nullable LocalDate signed, int... schools) {
        return new Avenant(
                set(schools), received.atTime(12, 0).atZone(Dates.PARIS).toInstant(), signed);
    }

    private static Set<UUID> set(int... schools) {
        Set<UUID> set = new HashSet<>();
        for (int school : schools) {
            set.add(new UUID(0, school));
        }
        return set;
    }
}
