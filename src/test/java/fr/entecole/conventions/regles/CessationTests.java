package fr.entecole.conventions.regles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.regles.Cessation.Etape;
import fr.entecole.conventions.regles.Cessation.Terme;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Articles 9 and 10 of 2020-21, article 11 of the years after.
class CessationTests {

    private static final String TRIBUNAL = "tribunal administratif de Montpellier";
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 31);

    @Test
    void knowsANoticeOnlyWhereTheModelDoes() {
        assertThat(new Cessation(1, "", Map.of()).next()).containsExactly(Etape.PREAVIS, Etape.MISE_EN_DEMEURE);
        assertThat(new Cessation(0, TRIBUNAL, Map.of()).next()).containsExactly(Etape.MISE_EN_DEMEURE);
        assertThat(new Cessation(1, "", Map.of(Etape.PREAVIS, FIRST)).effet())
                .as("a month later, in a leap year")
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(new Cessation(0, TRIBUNAL, Map.of(Etape.PREAVIS, FIRST)).effet())
                .isNull();
    }

    @Test
    void walksFromTheFormalNoticeToTheCourt() {
        var notice = new Cessation(0, TRIBUNAL, Map.of(Etape.MISE_EN_DEMEURE, FIRST));
        assertThat(notice.termes()).containsEntry(Terme.CONCILIATION, LocalDate.of(2024, 2, 29));
        assertThat(notice.next()).containsExactly(Etape.CONCILIATION);
        assertThat(notice.effet()).isNull();
        var failed = new Cessation(
                0,
                TRIBUNAL,
                Map.of(
                        Etape.MISE_EN_DEMEURE, FIRST,
                        Etape.CONCILIATION, FIRST.plusDays(10),
                        Etape.ECHEC, FIRST.plusDays(20)));
        assertThat(failed.next()).containsExactly(Etape.RESILIATION);
        var sent = new Cessation(
                0,
                TRIBUNAL,
                Map.of(
                        Etape.MISE_EN_DEMEURE, FIRST,
                        Etape.CONCILIATION, FIRST.plusDays(10),
                        Etape.ECHEC, FIRST.plusDays(20),
                        Etape.RESILIATION, LocalDate.of(2024, 2, 20)));
        assertThat(sent.effet()).isEqualTo(LocalDate.of(2024, 3, 6));
        assertThat(sent.termes())
                .containsEntry(Terme.EFFET, LocalDate.of(2024, 3, 6))
                .containsEntry(Terme.TRIBUNAL, LocalDate.of(2024, 3, 20));
        assertThat(sent.next()).isEmpty();
    }

    @Test
    void namesNoCourtInTheFirstModel() {
        var sent = new Cessation(1, "", Map.of(Etape.RESILIATION, FIRST));
        assertThat(sent.termes()).containsOnlyKeys(Terme.EFFET);
    }

    @Test
    void goesOnWhereTheyAgreeAndBeginsAgainAfterThat() {
        var agreed = new Cessation(1, TRIBUNAL, Map.of(Etape.ACCORD, FIRST));
        var today = FIRST.plusDays(30);
        assertThat(agreed.next()).containsExactly(Etape.PREAVIS, Etape.MISE_EN_DEMEURE);
        assertThat(agreed.effet()).isNull();
        assertThat(agreed.termes()).isEmpty();
        assertThat(agreed.refusal(Etape.MISE_EN_DEMEURE, FIRST.minusDays(1), today))
                .as("before the settlement")
                .isPresent();
        var again = new Cessation(1, TRIBUNAL, Map.of(Etape.ACCORD, FIRST, Etape.MISE_EN_DEMEURE, FIRST.plusDays(9)));
        assertThat(again.next()).containsExactly(Etape.CONCILIATION);
        assertThat(again.termes()).containsOnlyKeys(Terme.CONCILIATION);
    }

    @Test
    void refusesAStepThatIsNotItsTurnAndADayThatCannotBe() {
        var notice = new Cessation(0, TRIBUNAL, Map.of(Etape.MISE_EN_DEMEURE, FIRST));
        var today = FIRST.plusDays(30);
        assertThat(notice.refusal(Etape.RESILIATION, today, today)).isPresent();
        assertThat(notice.refusal(Etape.CONCILIATION, today.plusDays(1), today)).isPresent();
        assertThat(notice.refusal(Etape.CONCILIATION, FIRST.minusDays(1), today))
                .isPresent();
        assertThat(notice.refusal(Etape.CONCILIATION, FIRST, today)).isEmpty();
    }
}
