package fr.entecole.comptes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Inès|BENALI|ines.benali",
                "Éric|d'Estève-Pujol|eric.destevepujol",
                "Jean-Luc|DELMAS--ROQUES|jeanluc.delmasroques",
                "Cœlia|Strauß|coelia.strauss",
                "Søren|Łukasz|soren.lukasz",
                "Þóra|Æbelø|thora.aebelo",
                "Olena|Коваленко|olena.kovalenko",
                "Mei|王|mei.wang",
                "İpek|ışık|ipek.isik",
                "David|Nuñez|david.nunez",
                "Léo|Martin 2|leo.martin2",
                "''|Ségur|segur",
                "-|Ségur|segur",
                "Nour|''|nour",
                "?|-|compte"
            })
    void writesPlainLetters(String prenom, String nom, String login) {
        assertThat(Logins.racine(prenom, nom)).isEqualTo(login);
    }

    @Test
    void readsDecomposedAccents() {
        assertThat(Logins.racine("Ine\u0300s", "Estève")).isEqualTo("ines.esteve");
    }

    @Test
    void cutsEachPartAtThirtyLetters() {
        assertThat(Logins.racine("a".repeat(40), "b".repeat(31))).isEqualTo("a".repeat(30) + "." + "b".repeat(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Ines.BENALI ", "INES.BENALI", "Inès.Benali", "ine\u0300s benali", "Ines  Benali"})
    void takesALoginAsATabletOrAChildTypesIt(String saisie) {
        assertThat(Logins.typed(saisie)).isEqualTo("ines.benali");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Éric.d’Estève--Pujol", "eric.d'esteve-pujol", "ERIC D'ESTEVE-PUJOL"})
    void takesALoginTypedAsTheNameIsWritten(String saisie) {
        assertThat(Logins.typed(saisie)).isEqualTo(Logins.racine("Éric", "d'Estève--Pujol"));
    }

    @Test
    void givesOneLetterItsPlace() {
        assertThat(Logins.racine("Y", "O")).isEqualTo("y.o");
    }
}
