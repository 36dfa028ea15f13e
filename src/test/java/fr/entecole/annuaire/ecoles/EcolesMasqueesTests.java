package fr.entecole.annuaire.ecoles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EcolesMasqueesTests {

    @Test
    void givesNoTotalThatWouldTellAMaskedNumber() {
        assertThat(LectureDesEcoles.total(schools(120, 4))).isEmpty();
        assertThat(LectureDesEcoles.total(schools(120, 4, 3))).isEmpty();
        assertThat(LectureDesEcoles.total(schools(0))).isEmpty();
    }

    @Test
    void addsUpWhatMayBeSeen() {
        assertThat(LectureDesEcoles.total(schools(120, 5))).hasValue(125);
        assertThat(schools(4, 5)).extracting(LectureDesEcoles.Ecole::masquee).containsExactly(true, false);
    }

    private static List<LectureDesEcoles.Ecole> schools(int... pupils) {
        return IntStream.of(pupils)
                .mapToObj(n ->
                        new LectureDesEcoles.Ecole(UUID.randomUUID(), null, "École", "", null, true, null, null, 1, n))
                .toList();
    }
}
