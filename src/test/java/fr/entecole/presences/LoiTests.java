package fr.entecole.presences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Legitimite.Sens;
import fr.entecole.presences.Legitimite.Valeur;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// L131-8, R131-5: which reasons the law knows, and whom one believes.
class LoiTests {

    private static final LocalDate MARDI = LocalDate.of(2026, 11, 24);
    private static final DemiJournee DEMI = new DemiJournee(MARDI, Moment.MATIN);

    private static Excuse excuse(Motif motif, Plage plage) {
        return new Excuse(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "", Mode.ENT, motif, "", plage, Instant.EPOCH);
    }

    private static Legitimite of(Sens decision, Motif... motifs) {
        var plage = Plage.of(DEMI);
        return Legitimite.of(
                DEMI, List.of(motifs).stream().map(m -> excuse(m, plage)).toList(), decision);
    }

    @Test
    void takesSilenceAndAnyOtherReasonForNone() {
        assertThat(of(null).valeur()).isEqualTo(Valeur.SANS_REPONSE);
        assertThat(of(null, Motif.AUTRE).legitime()).isFalse();
        assertThat(of(null, Motif.SANSMOTIF).legitime()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"MAL", "MALCONT", "REUFAM", "TRANSP", "ACCRESP"})
    void knowsTheFiveReasonsOfTheLawWithTheirArticle(Motif motif) {
        assertThat(of(null, motif).legitime()).isTrue();
        assertThat(of(null, motif).article()).isEqualTo("L131-8");
    }

    @Test
    void believesTheBestOfTwoGuardiansWhoAnswerDifferently() {
        assertThat(of(null, Motif.AUTRE, Motif.MAL).legitime()).isTrue();
        assertThat(of(null, Motif.MAL, Motif.AUTRE).motif()).isEqualTo(Motif.MAL);
    }

    @Test
    void holdsWhatTheHeadDecidedUntilItIsGivenBackToTheLaw() {
        assertThat(of(Sens.NON_LEGITIME, Motif.MAL).legitime()).isFalse();
        assertThat(of(Sens.NON_LEGITIME, Motif.MAL).article()).isEmpty();
        assertThat(of(Sens.LEGITIME).legitime()).isTrue();
        assertThat(of(Sens.LOI, Motif.MAL).legitime()).isTrue();
    }

    @Test
    void coversEachTuesdayMorningAndNothingElse() {
        var orthophonie = new Plage(MARDI, MARDI.plusMonths(6), DayOfWeek.TUESDAY, Moment.MATIN);
        assertThat(orthophonie.covers(DEMI)).isTrue();
        assertThat(orthophonie.covers(new DemiJournee(MARDI, Moment.APRES_MIDI)))
                .isFalse();
        assertThat(orthophonie.covers(new DemiJournee(MARDI.plusDays(1), Moment.MATIN)))
                .isFalse();
        assertThat(orthophonie.covers(new DemiJournee(MARDI.minusWeeks(1), Moment.MATIN)))
                .isFalse();
        assertThat(orthophonie.covers(new DemiJournee(MARDI.plusWeeks(4), Moment.MATIN)))
                .isTrue();
    }

    @Test
    void addsNumeratorsAndDenominatorsAndNeverAverages() {
        var small = new Taux(2, 2);
        var large = new Taux(98, 0);
        assertThat(small.plus(large).presence()).isEqualTo(98);
        assertThat(small.plus(large).phrase()).isEqualTo("98\u00a0%");
        assertThat(new Taux(3, 1).phrase()).isEqualTo("66,7\u00a0%");
        assertThat(Taux.RIEN.phrase()).isEqualTo("–");
        assertThat(new Taux(10, 1).misses(10)).isTrue();
        assertThat(new Taux(11, 1).misses(10)).isFalse();
        assertThatThrownBy(() -> new Taux(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
