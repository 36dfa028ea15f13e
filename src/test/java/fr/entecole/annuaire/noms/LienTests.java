package fr.entecole.annuaire.noms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a table of a school says of a guardian, as the feed's codes.
class LienTests {

    @ParameterizedTest
    @CsvSource({
        "Mère, 10, mère",
        "PERE, 20, père",
        "Tuteur, 50, tuteur ou tutrice",
        "Tutrice, 50, tuteur ou tutrice",
        "grand-mère, 38, grand-parent",
        "Sœur, 37, frère ou sœur",
        "ASE, 51, aide sociale à l’enfance",
        "Représentant légal, 90, responsable",
    })
    void readsWhatPeopleWrite(String typed, String code, String words) {
        assertThat(Lien.typed(typed)).hasValue(code);
        assertThat(Lien.words(code)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "voisin", "10 rue des Lilas"})
    void readsNothingIntoTheRest(String typed) {
        assertThat(Lien.typed(typed)).isEmpty();
    }

    @Test
    void takesNoAgeForAMother() {
        assertThat(Lien.typed("42")).isEmpty();
    }
}
