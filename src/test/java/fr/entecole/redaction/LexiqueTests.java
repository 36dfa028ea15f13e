package fr.entecole.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words of the school, as people write them: which are explained, and what looks like one and is none.
class LexiqueTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Le PAI est à signer.                         | PAI
            Les PAI de la classe                         | PAI
            L'APC de jeudi                               | APC
            L’APC de jeudi, avec l’AESH                  | AESH, APC
            un conseil d'école                           | conseil d’école
            le Conseil d’École de mardi                  | conseil d’école
            la coopérative scolaire                      | coopérative scolaire
            LIVRETS : le livret scolaire                 | livret scolaire
            les cycles 2 et 3                            | cycle
            À la rentrée, une trousse et la récréation   | récréation, rentrée, trousse
            Une ATSEM, un RASED, une ULIS                | ATSEM, RASED, ULIS
            Un papier, une apcalypse, le ulisse          | ""
            un essai du pain                             | ""
            Il a pris son cartable                       | ""
            motocyclette                                 | ""
            pai                                          | ""
            """)
    void explainsTheWordsThatATextSays(String texte, String mots) {
        assertThat(String.join(
                        ", ", Lexique.of(texte).stream().map(Lexique.Mot::mot).toList()))
                .isEqualTo(mots);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            L’ESS a lieu jeudi.        | «\u00a0ESS\u00a0»\u00a0: toutes les familles
            Voyez la MDPH.             | «\u00a0MDPH\u00a0»\u00a0: toutes les familles
            Apportez l’avis de la CPAM | «\u00a0CPAM\u00a0»\u00a0: écrivez
            Voici le PPMS.             | «\u00a0PPMS\u00a0»\u00a0: écrivez
            """)
    void asksForTheWordsOfAnAbbreviation(String texte, String hint) {
        assertThat(Clarte.hints(texte)).singleElement().asString().startsWith(hint);
    }
}
