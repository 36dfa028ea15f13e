package fr.entecole.annuaire.destinataires;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RessemblanceTests {

    @ParameterizedTest
    @CsvSource({
        "zoe, Zoé Delmas, 0",
        "DELMAS zoé, Zoé Delmas, 0",
        "del, Zoé Delmas, 0",
        "delams, Zoé Delmas, 1",
        "demas, Zoé Delmas, 1",
        "dellmas, Zoé Delmas, 1",
        "dalmas, Zoé Delmas, 1",
        "kovalenco, Olena Kovalenko, 1",
        "esteve pujol, Éric d’Estève-Pujol, 0",
        "castelnaux, Familles de Castelnau-d’Estrétefonds, 1",
        "rouquete, Bastien Rouquette, 1",
        "rouqette, Bastien Rouquette, 1",
        "cm1, Familles du CM1 Mme Estève, 0"
    })
    void findsANameWrittenOtherwise(String typed, String name, int mistakes) {
        assertThat(Ressemblance.of(typed).mistakes(name)).isEqualTo(mistakes);
    }

    @ParameterizedTest
    @CsvSource({
        "cm2, Familles du CM1 Mme Estève",
        "zo paul, Zoé Delmas",
        "galy, Zoé Delmas",
        "ben, Zoé Delmas",
        "dupont, Zoé Delmas"
    })
    void findsNoOtherName(String typed, String name) {
        assertThat(Ressemblance.of(typed).mistakes(name)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"'  '", "'-'", "' ’ '"})
    void asksNothingWithoutALetter(String typed) {
        assertThat(Ressemblance.of(typed).isEmpty()).isTrue();
    }
}
