package fr.entecole.conventions.regles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.regles.ActeLocal.Nature;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActeLocalTests {

    private static final String RECEIPT = "011-211102033-20240626-DM2024-47-CC";
    private static final String SIRET = "21110203300019";
    private static final LocalDate DAY = LocalDate.of(2024, 6, 26);

    @Test
    void readsTheReceiptOfLezignan() {
        var receipt =
                AccuseDeReception.read(" 011-211102033-20240626-dm2024-47-cc ").orElseThrow();
        assertThat(receipt).isEqualTo(new AccuseDeReception("011", "211102033", DAY, "DM2024-47", "CC"));
        assertThat(receipt).hasToString(RECEIPT);
        assertThat(receipt.isOf(SIRET)).isTrue();
        assertThat(receipt.isOf("21340135900012")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DM2024-47",
                "011-211102034-20240626-DM2024-47-CC",
                "011-211102033-20240231-DM2024-47-CC",
                "011-211102033-20240626--CC",
                "11-211102033-20240626-DM2024-47-CC",
                "011-211102033-20240626-DM2024-47-C"
            })
    void refusesWhatIsNone(String words) {
        assertThat(AccuseDeReception.read(words)).isEmpty();
    }

    @Test
    void hasNothingToSayOfTheDecisionOfLezignanButThatItWasSignedTheDayBefore() {
        assertThat(decision("2020-167", LocalDate.of(2020, 9, 24), 4, 18_000)
                        .remarks(2024, 4, Montant.euros(180), SIRET, LocalDate.of(2024, 6, 25)))
                .singleElement()
                .asString()
                .contains("signée avant l’acte");
        assertThat(decision("2020-167", LocalDate.of(2020, 9, 24), 4, 18_000)
                        .remarks(2024, 4, Montant.euros(180), SIRET, null))
                .isEmpty();
    }

    @Test
    void saysWhatDoesNotAgree() {
        assertThat(decision("", null, 3, 13_500).remarks(2025, 4, Montant.euros(180), "21340135900012", null))
                .hasSize(5)
                .anyMatch(r -> r.contains("autre année"))
                .anyMatch(r -> r.contains("3 écoles"))
                .anyMatch(r -> r.contains("135"))
                .anyMatch(r -> r.contains("L2122-22"))
                .anyMatch(r -> r.contains("autre collectivité"));
    }

    private static ActeLocal decision(
            String delegation, @org.jspecify.annotations.Nullable LocalDate du, int ecoles, long montant) {
        return new ActeLocal(
                Nature.DECISION,
                "2024-47",
                DAY,
                AccuseDeReception.read(RECEIPT).orElseThrow(),
                LocalDate.of(2024, 7, 1),
                LocalDate.of(2024, 7, 1),
                "",
                delegation,
                du,
                2024,
                ecoles,
                montant);
    }
}
