package fr.entecole.annuaire.noms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneTests {

    @ParameterizedTest
    @CsvSource({
        "0561123456, 05 61 12 34 56",
        "05.61.12.34.56, 05 61 12 34 56",
        "+33561123456, 05 61 12 34 56",
        "0033 5 61 12 34 56, 05 61 12 34 56",
        "+33 (0)6 39 98 12 35, 06 39 98 12 35",
        "+33 06 39 98 12 35, 06 39 98 12 35",
        "+262262123456, 0262 12 34 56",
        "00262 692 12 34 56, 0692 12 34 56",
        "+262 (0)269 61 23 45, 0269 61 23 45",
        "0590123456, 0590 12 34 56",
        "+596 696 12 34 56, 0696 12 34 56",
        "+594594123456, 0594 12 34 56",
        "+508 41 12 34, 0508 41 12 34",
        "+687123456, +687 12 34 56",
        "00689 40 12 34 56, +689 40 12 34 56",
        "+34 612 345 678, +34 612 345 678",
        "3949, 3949",
        "05 61 12 34, 05 61 12 34",
        "06 39 98 12 35 -, 06 39 98 12 35"
    })
    void isWrittenAsFrenchPeopleDo(String feed, String ecrit) {
        assertThat(Telephone.affiche(feed).replace('\u00a0', ' ')).isEqualTo(ecrit);
    }

    @ParameterizedTest
    @CsvSource({
        "+33 (0)6 39 98 12 35, +33639981235",
        "05 61 12 34 56, 0561123456",
        "00262 692 12 34 56, +262692123456",
        "+34 612 345 678, +34612345678"
    })
    void isDialledAsItWas(String feed, String appel) {
        assertThat(Telephone.appel(feed)).isEqualTo(appel);
    }
}
