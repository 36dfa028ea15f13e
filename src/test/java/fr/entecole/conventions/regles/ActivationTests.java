package fr.entecole.conventions.regles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.regles.Activation.Derogation;
import fr.entecole.conventions.regles.Activation.Raison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivationTests {

    private static final UUID MATERNELLE = new UUID(0, 1);
    private static final UUID ELEMENTAIRE = new UUID(0, 2);
    private static final UUID PRIMAIRE = new UUID(0, 3);
    private static final LocalDate END = LocalDate.of(2026, 9, 5);

    @Test
    void opensFromTheLastSignatureToTheEndIncluded() {
        var activation = of(signed(2025, LocalDate.of(2025, 10, 20), LocalDate.of(2025, 10, 28), END, MATERNELLE));
        assertThat(activation.open(LocalDate.of(2025, 10, 27))).isEmpty();
        assertThat(activation.open(LocalDate.of(2025, 10, 28))).containsEntry(MATERNELLE, Raison.CONVENTION);
        assertThat(activation.open(END)).containsKey(MATERNELLE);
        assertThat(activation.open(END.plusDays(1))).isEmpty();
    }

    @Test
    void neverOpensOneThatIsSignedAfterItsEnd() {
        var activation = of(signed(2025, END.plusDays(3), END.plusDays(4), END, MATERNELLE));
        for (var day = END.minusDays(30); day.isBefore(END.plusDays(60)); day = day.plusDays(1)) {
            assertThat(activation.open(day)).as(day.toString()).isEmpty();
        }
    }

    @Test
    void keepsOpenWhatARenewalUnderWayTakesUpUntilItsTolerance() {
        var before = signed(2025, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 1), END, MATERNELLE, ELEMENTAIRE);
        var next = new Engagement(
                2026,
                new Etat.Faits(LocalDate.of(2026, 8, 30), null, null, null),
                END.plusYears(1),
                null,
                LocalDate.of(2026, 10, 31),
                Set.of(MATERNELLE),
                List.of());
        var activation = new Activation(List.of(before, next), List.of());
        assertThat(activation.open(LocalDate.of(2026, 9, 6))).isEqualTo(Map.of(MATERNELLE, Raison.TOLERANCE));
        assertThat(activation.open(LocalDate.of(2026, 10, 31))).containsKey(MATERNELLE);
        assertThat(activation.open(LocalDate.of(2026, 11, 1))).isEmpty();
        assertThat(new Activation(List.of(next), List.of()).open(LocalDate.of(2026, 9, 6)))
                .as("a first convention opens nothing before it is signed")
                .isEmpty();
    }

    @Test
    void keepsOpenWhatANewCommuneTakesUpFromTheTwoThatItReplaces() {
        var one = signed(2025, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 1), END, MATERNELLE);
        var other = new Engagement(2025, one.faits(), END, null, null, Set.of(ELEMENTAIRE), List.of());
        var together = new Engagement(
                2026,
                new Etat.Faits(LocalDate.of(2026, 8, 30), null, null, null),
                END.plusYears(1),
                null,
                LocalDate.of(2026, 10, 31),
                Set.of(MATERNELLE, ELEMENTAIRE),
                List.of());
        var activation = new Activation(List.of(one, other, together), List.of());
        assertThat(activation.open(LocalDate.of(2026, 9, 6)))
                .isEqualTo(Map.of(MATERNELLE, Raison.TOLERANCE, ELEMENTAIRE, Raison.TOLERANCE));
        assertThat(activation.open(LocalDate.of(2026, 11, 1))).isEmpty();
    }

    @Test
    void closesWithATermination() {
        var ended = new Engagement(
                2025,
                new Etat.Faits(
                        LocalDate.of(2025, 9, 1),
                        LocalDate.of(2025, 9, 2),
                        LocalDate.of(2025, 9, 3),
                        LocalDate.of(2026, 3, 1)),
                END,
                null,
                null,
                Set.of(MATERNELLE),
                List.of());
        assertThat(of(ended).open(LocalDate.of(2026, 2, 28))).containsKey(MATERNELLE);
        assertThat(of(ended).open(LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void keepsASchoolThatAnotherConventionListsToo() {
        var first =
                signed(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 31), MATERNELLE);
        var other = new Engagement(2025, first.faits(), END, null, null, Set.of(MATERNELLE), List.of());
        var activation = new Activation(List.of(first, other), List.of());
        assertThat(activation
                        .switchOf(LocalDate.of(2026, 2, 1), Set.of(MATERNELLE))
                        .fermer())
                .isEmpty();
    }

    @Test
    void leavesSchoolsThatNobodyEverNamedAsTheyAre() {
        var activation = of(signed(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 1), END, MATERNELLE));
        var change = activation.switchOf(END.plusDays(1), Set.of(MATERNELLE, ELEMENTAIRE));
        assertThat(change.fermer()).containsExactly(MATERNELLE);
        assertThat(change.ouvrir()).isEmpty();
    }

    @Test
    void opensWhoeverTakesUpASchoolThatIsListedFromThatDayToTheEnd() {
        var convention = signed(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 1), END, MATERNELLE, ELEMENTAIRE);
        var third = new UUID(0, 4);
        var day = LocalDate.of(2026, 1, 5);
        var activation = new Activation(
                List.of(convention),
                List.of(),
                List.of(new Reprise(MATERNELLE, PRIMAIRE, day), new Reprise(PRIMAIRE, third, day.plusDays(30))),
                Set.of());
        assertThat(activation.open(day.minusDays(1))).containsOnlyKeys(MATERNELLE, ELEMENTAIRE);
        assertThat(activation.open(day))
                .as("who was listed stays, for those whom the directory has not moved yet")
                .containsOnlyKeys(MATERNELLE, ELEMENTAIRE, PRIMAIRE);
        assertThat(activation.open(day.plusDays(30))).containsOnlyKeys(MATERNELLE, ELEMENTAIRE, PRIMAIRE, third);
        assertThat(activation
                        .switchOf(END.plusDays(1), activation.open(END).keySet())
                        .fermer())
                .containsExactlyInAnyOrder(MATERNELLE, ELEMENTAIRE, PRIMAIRE, third);
    }

    @Test
    void closesASchoolThatIsNoMoreWhileItsConventionRuns() {
        var day = LocalDate.of(2026, 1, 5);
        var activation = new Activation(
                List.of(signed(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 1), END, MATERNELLE, ELEMENTAIRE)),
                List.of(),
                List.of(new Reprise(MATERNELLE, null, day)),
                Set.of());
        assertThat(activation.open(day.minusDays(1))).containsKey(MATERNELLE);
        assertThat(activation.open(day)).containsOnlyKeys(ELEMENTAIRE);
        assertThat(activation.switchOf(day, Set.of(MATERNELLE, ELEMENTAIRE)).fermer())
                .containsExactly(MATERNELLE);
    }

    @Test
    void closesByAWordThatWasTakenBackWhatItHadOpenedAlone() {
        var day = LocalDate.of(2026, 1, 5);
        var third = new UUID(0, 4);
        var convention = signed(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 1), END, MATERNELLE);
        var said = List.of(new Reprise(MATERNELLE, PRIMAIRE, day, true), new Reprise(PRIMAIRE, third, day));
        var open = Set.of(MATERNELLE, PRIMAIRE, third);
        var byHand = new Activation(List.of(convention), List.of(), said, Set.of(MATERNELLE));
        assertThat(byHand.switchOf(day.plusDays(1), open).fermer()).isEmpty();
        assertThat(byHand.switchOf(END.plusDays(1), open).fermer()).containsExactly(MATERNELLE);
        var further = new Activation(List.of(convention), List.of(), said, Set.of(MATERNELLE, third));
        assertThat(further.switchOf(day.plusDays(1), open).fermer()).containsExactly(third);
    }

    /// Two schools that merge in the summer: the renewal lists the new one, or still one of the old ones.
    @Test
    void keepsOpenTheSchoolThatHasTakenUpThoseOfTheYearBefore() {
        var before = signed(2025, LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 1), END, MATERNELLE, ELEMENTAIRE);
        var day = LocalDate.of(2026, 9, 1);
        var merged = List.of(new Reprise(MATERNELLE, PRIMAIRE, day), new Reprise(ELEMENTAIRE, PRIMAIRE, day));
        for (var listed : List.of(PRIMAIRE, MATERNELLE)) {
            var next = new Engagement(
                    2026,
                    new Etat.Faits(LocalDate.of(2026, 8, 30), null, null, null),
                    END.plusYears(1),
                    null,
                    LocalDate.of(2026, 10, 31),
                    Set.of(listed),
                    List.of());
            var activation = new Activation(List.of(before, next), List.of(), merged, Set.of());
            assertThat(activation.open(LocalDate.of(2026, 9, 6)))
                    .as("%s", listed)
                    .containsEntry(PRIMAIRE, Raison.TOLERANCE)
                    .doesNotContainKey(ELEMENTAIRE);
            assertThat(activation.open(LocalDate.of(2026, 11, 1))).isEmpty();
        }
    }

    @Test
    void closesASchoolThatASecondAvenantTakesOffItsListAgain() {
        var day = LocalDate.of(2025, 9, 1);
        var noon = day.atTime(12, 0).atZone(fr.entecole.socle.Dates.PARIS).toInstant();
        var engagement = new Engagement(
                2025,
                new Etat.Faits(day, day, day, null),
                END,
                null,
                null,
                Set.of(MATERNELLE),
                List.of(
                        new Avenant(Set.of(MATERNELLE, ELEMENTAIRE), noon.plusSeconds(60), day.plusDays(10)),
                        new Avenant(Set.of(MATERNELLE), noon.plusSeconds(120), day.plusDays(20))));
        var activation = of(engagement);
        assertThat(activation.open(day.plusDays(10))).containsOnlyKeys(MATERNELLE, ELEMENTAIRE);
        assertThat(activation
                        .switchOf(day.plusDays(20), Set.of(MATERNELLE, ELEMENTAIRE))
                        .fermer())
                .containsExactly(ELEMENTAIRE);
    }

    @Test
    void opensByAnExceptionOnItsDaysOnly() {
        var activation = new Activation(
                List.of(), List.of(new Derogation(MATERNELLE, LocalDate.of(2026, 9, 6), LocalDate.of(2026, 9, 30))));
        assertThat(activation.open(LocalDate.of(2026, 9, 5))).isEmpty();
        assertThat(activation.open(LocalDate.of(2026, 9, 30))).containsEntry(MATERNELLE, Raison.DEROGATION);
        assertThat(activation
                        .switchOf(LocalDate.of(2026, 10, 1), Set.of(MATERNELLE))
                        .fermer())
                .containsExactly(MATERNELLE);
    }

    /// Whatever is signed and whenever, no school is open that no convention in force, and no renewal, names; and doing
    /// what is to be done each day leaves exactly what the rules say.
    @Property(tries = 200)
    void neverOpensOutsideAConvention(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 400) Integer> signatures,
            @ForAll @Size(min = 5, max = 5) List<@IntRange(min = 1, max = 3) Integer> lists) {
        List<Engagement> engagements = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            var day = LocalDate.of(2025, 9, 1).plusDays(signatures.get(i));
            var schools = lists.get(i) == 3 ? Set.of(MATERNELLE, ELEMENTAIRE) : Set.of(new UUID(0, lists.get(i)));
            engagements.add(
                    new Engagement(2025, new Etat.Faits(day, day, day, null), END, null, null, schools, List.of()));
        }
        var activation = new Activation(engagements, List.of());
        Set<UUID> open = Set.of();
        for (var day = LocalDate.of(2025, 9, 1); day.isBefore(END.plusDays(90)); day = day.plusDays(7)) {
            var today = day;
            var change = activation.switchOf(day, open);
            var after = new java.util.HashSet<>(open);
            after.addAll(change.ouvrir());
            after.removeAll(change.fermer());
            open = after;
            assertThat(open)
                    .allMatch(school -> engagements.stream()
                            .anyMatch(e -> e.base().contains(school)
                                    && !today.isBefore(e.faits().effet())
                                    && !today.isAfter(END)));
        }
        assertThat(open).isEmpty();
    }

    /// The same with avenants, terminations and schools that merge or close, on any days: what is open is what the
    /// rule, read the naive way for that day, says.
    @Property(tries = 200)
    void staysWithTheRuleWhateverHappensInTheYear(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 300) Integer> signatures,
            @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 1, max = 7) Integer> bases,
            @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 0, max = 400) Integer> ends,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 400) Integer> received,
            @ForAll @Size(min = 4, max = 4) List<@IntRange(min = 1, max = 7) Integer> lists,
            @ForAll @Size(min = 3, max = 3) List<@IntRange(min = 0, max = 500) Integer> merges,
            @ForAll @IntRange(min = 0, max = 3) int taker) {
        var begin = LocalDate.of(2025, 9, 1);
        List<Avenant> avenants = new ArrayList<>();
        for (int i = 0; i < received.size(); i++) {
            var day = begin.plusDays(received.get(i));
            avenants.add(new Avenant(
                    bits(lists.get(i)),
                    day.atTime(12, i).atZone(fr.entecole.socle.Dates.PARIS).toInstant(),
                    received.get(i) % 3 == 0 ? null : day.plusDays(5)));
        }
        List<Engagement> engagements = new ArrayList<>();
        for (int i = 0; i < signatures.size(); i++) {
            var day = begin.plusDays(signatures.get(i));
            var ended = ends.get(i) < 300 ? day.plusDays(ends.get(i)) : null;
            engagements.add(new Engagement(
                    2025,
                    new Etat.Faits(day, day, day, ended),
                    END,
                    null,
                    null,
                    bits(bases.get(i)),
                    i == 0 ? avenants : List.of()));
        }
        List<Reprise> reprises = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (merges.get(i) < 370 && i + 1 != taker) {
                reprises.add(new Reprise(
                        new UUID(0, i + 1), taker == 0 ? null : new UUID(0, taker), begin.plusDays(merges.get(i))));
            }
        }
        var activation = new Activation(engagements, List.of(), reprises, Set.of());
        Set<UUID> open = Set.of();
        for (var day = begin; day.isBefore(END.plusDays(30)); day = day.plusDays(3)) {
            var change = activation.switchOf(day, open);
            var after = new java.util.HashSet<>(open);
            after.addAll(change.ouvrir());
            after.removeAll(change.fermer());
            open = after;
            assertThat(open).as("%s", day).isEqualTo(naive(engagements, reprises, day));
        }
        assertThat(open).isEmpty();
    }

    private static Set<UUID> naive(List<Engagement> engagements, List<Reprise> reprises, LocalDate day) {
        Set<UUID> open = new java.util.HashSet<>();
        for (var e : engagements) {
            var effect = e.faits().effet();
            var ended = e.faits().resiliee();
            if (effect == null || day.isBefore(effect) || day.isAfter(END) || (ended != null && !day.isBefore(ended))) {
                continue;
            }
            var list = e.base();
            for (var avenant : e.avenants().stream()
                    .sorted(java.util.Comparator.comparing(Avenant::recuLe))
                    .toList()) {
                var signed = avenant.signeLe();
                list = signed == null || signed.isAfter(day) ? list : avenant.ecoles();
            }
            for (var school : list) {
                var gone = reprises.stream()
                        .filter(r -> r.ecole().equals(school) && !day.isBefore(r.jour()))
                        .findFirst();
                var par = gone.map(Reprise::par);
                if (gone.isEmpty() || par.isPresent()) {
                    open.add(school);
                }
                par.ifPresent(open::add);
            }
        }
        return open;
    }

    private static Set<UUID> bits(int mask) {
        Set<UUID> schools = new java.util.HashSet<>();
        for (int i = 0; i < 3; i++) {
            if ((mask >> i & 1) == 1) {
                schools.add(new UUID(0, i + 1));
            }
        }
        return schools;
    }

    private static Activation of(Engagement engagement) {
        return new Activation(List.of(engagement), List.of());
    }

    private static Engagement signed(
            int annee, LocalDate commune, @Nullable LocalDate region, LocalDate fin, UUID... schools) {
        return new Engagement(
                annee, new Etat.Faits(commune, commune, region, null), fin, null, null, Set.of(schools), List.of());
    }
}
