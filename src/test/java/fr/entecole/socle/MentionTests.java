package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | venu, sur 43", "1 | venu, sur 43", "2 | venus, sur 43", "1234 | venus, sur 43"})
    void countsInWordsThatAgreeWithTheNumber(long nombre, String mots) {
        assertThat(Mention.compte("{0, plural, one {venu, sur {1}} other {venus, sur {1}}}", nombre, 43)
                        .libelle())
                .isEqualTo(mots);
    }
}
