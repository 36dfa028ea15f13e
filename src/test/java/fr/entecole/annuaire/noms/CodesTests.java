package fr.entecole.annuaire.noms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real codes, and the same with one mistake.
class CodesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0110357D",
                "0110358E",
                "0110359F",
                "0110970V",
                "0311696A",
                "0311710R",
                "0312962B",
                "0341401N",
                "0341406U"
            })
    void takesTheCodesOfRealSchools(String uai) {
        assertThat(Codes.uai(uai)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0110357E", "0110357I", "110357D", "0110357d", "004001ZV", "013001GK", "00000001", ""})
    void refusesAKeyThatDoesNotFollowFromTheFigures(String uai) {
        assertThat(Codes.uai(uai)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21110203300019",
                "21310118100013",
                "21340135900012",
                "73282932000074",
                "35600000000048",
                "35600000049837"
            })
    void takesSiretsLaPosteIncluded(String siret) {
        assertThat(Codes.siret(siret)).isTrue();
        assertThat(Codes.siren(siret.substring(0, 9))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678912345", "35600000049838", "3624679471379", "21110203300018", "2111020330001 "})
    void refusesWrongSirets(String siret) {
        assertThat(Codes.siret(siret)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789AB", "1111111111A", "1234A12345B"})
    void takesTheFormsOfAnIne(String ine) {
        assertThat(Codes.ine(ine)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678AB", "123456789ab", "123456789A1", "12345678901"})
    void refusesAnotherForm(String ine) {
        assertThat(Codes.ine(ine)).isFalse();
    }
}
