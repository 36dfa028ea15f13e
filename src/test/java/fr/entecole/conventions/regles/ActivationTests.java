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
                "34135",
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
        var other = new Engagement("34999", 2025, one.faits(), END, null, null, Set.of(ELEMENTAIRE), List.of());
        var together = new Engagement(
                "34777",
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
                "34135",
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
        var other = new Engagement("34999", 2025, first.faits(), END, null, null, Set.of(MATERNELLE), List.of());
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
            engagements.add(new Engagement(
                    "3413" + i, 2025, new Etat.Faits(day, day, day, null), END, null, null, schools, List.of()));
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

    private static Activation of(Engagement engagement) {
        return new Activation(List.of(engagement), List.of());
    }

    private static Engagement signed(
            int annee, LocalDate commune, @Nullable LocalDate region, LocalDate fin, UUID... schools) {
        return new Engagement(
                "34135",
                annee,
                new Etat.Faits(commune, commune, region, null),
                fin,
                null,
                null,
                Set.of(schools),
                List.of());
    }
}
