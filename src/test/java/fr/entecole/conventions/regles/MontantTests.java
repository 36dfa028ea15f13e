package fr.entecole.conventions.regles;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MontantTests {

    /// The three agreements that say an amount.
    @ParameterizedTest
    @CsvSource({
        "45, 3, 135 €, cent trente-cinq euros",
        "45, 4, 180 €, cent quatre-vingts euros",
        "40, 2, 80 €, quatre-vingts euros"
    })
    void comesOutAsTheAgreementsSay(int prix, int ecoles, String chiffres, String lettres) {
        var montant = Montant.euros(prix).times(ecoles);
        assertThat(montant.chiffres().replace('\u00a0', ' ')).isEqualTo(chiffres);
        assertThat(montant.lettres()).isEqualTo(lettres);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zéro euro",
        "100, un euro",
        "105, un euro et cinq centimes",
        "2100, vingt et un euros",
        "7100, soixante et onze euros",
        "7700, soixante-dix-sept euros",
        "8100, quatre-vingt-un euros",
        "9100, quatre-vingt-onze euros",
        "20000, deux cents euros",
        "20100, deux cent un euros",
        "8000000, quatre-vingt mille euros",
        "20000000, deux cent mille euros",
        "123450, mille deux cent trente-quatre euros et cinquante centimes",
        "100000000, un million d’euros",
        "200000001, deux millions d’euros et un centime",
        "100000100, un million un euros"
    })
    void isWrittenInLetters(long centimes, String lettres) {
        assertThat(new Montant(centimes).lettres()).isEqualTo(lettres);
    }

    @Test
    void readsWhatIsTypedAndNothingElse() {
        assertThat(Montant.typed("40")).contains(Montant.euros(40));
        assertThat(Montant.typed("40,5 €")).contains(new Montant(4050));
        assertThat(Montant.typed("1 234.05")).contains(new Montant(123_405));
        for (var wrong : new String[] {"", "-3", "4,555", "quarante", "1e9", "40 € 2"}) {
            assertThat(Montant.typed(wrong)).as(wrong).isEmpty();
        }
    }

    @Property
    void readsBackWhatItWrites(@ForAll @LongRange(min = 0, max = 99_999_999_999L) long centimes) {
        assertThat(Montant.typed(new Montant(centimes).chiffres())).contains(new Montant(centimes));
    }

    @Property
    void isAsMuchAsItsSchoolsOneByOne(
            @ForAll @IntRange(min = 0, max = 20_000) int prix, @ForAll @IntRange(min = 0, max = 60) int ecoles) {
        var one = new Montant(prix);
        var sum = new Montant(0);
        for (int i = 0; i < ecoles; i++) {
            sum = sum.plus(one);
        }
        assertThat(one.times(ecoles)).isEqualTo(sum);
    }
}
