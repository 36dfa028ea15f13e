package fr.entecole.annuaire.donnees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcritureDesFichesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "responsable.nom | BENALI | Benali",
                "eleve.nom | D'ESTÈVE--PUJOL | d’Estève-Pujol",
                "eleve.nom | McAdam | McAdam",
                "responsable.ville | LEZIGNAN-CORBIERES | Lezignan-Corbieres",
                "responsable.ville | ST ANDRE DE SANGONIS | Saint-Andre-de-Sangonis",
                "responsable.ville | CASTELNAU D ESTRETEFONDS | Castelnau-d’Estretefonds",
                "responsable.ville | LE BARCARES | Le Barcares",
                "responsable.ville | L'ISLE-JOURDAIN | L’Isle-Jourdain",
                "responsable.ville | VILLENEUVE LES BEZIERS | Villeneuve-les-Beziers",
                "responsable.ville | NARBONNE CEDEX | Narbonne Cedex",
                "responsable.ville | Castelnau-d'Estrétefonds | Castelnau-d’Estrétefonds",
                "responsable.pays | FRANCE | France",
                "responsable.adresse | 3 RUE DE L'EGLISE | 3 rue de l’Église",
                "responsable.adresse | 15 RUE DU CHATEAU D'EAU | 15 rue du Château d’Eau",
                "responsable.adresse | RESIDENCE LES MICOCOULIERS | résidence les Micocouliers",
                "responsable.adresse | 2 AVENUE DES CORBIERES | 2 avenue des Corbières",
                "responsable.adresse | 7 RUE DE VIGNE | 7 rue de Vigne",
                "responsable.adresse | 12 RUE DES OLIVIERS | 12 rue des Oliviers",
                "responsable.adresse | 3 BIS AV DE L'EUROPE | 3 bis av de l’Europe",
                "responsable.adresse | 4 rue du Four | 4 rue du Four",
                "eleve.type_classe | ORDINAIRE | Ordinaire",
                "personnel.specialites | G0000$SANS SPECIALITE | G0000$Sans specialite",
                "fonction.libelle | ENSEIGNEMENT | Enseignement",
                "fonction.libelle | AESH | AESH",
                "embleme.image | herisson | hérisson",
                "eleve.ine | 102796757JJ | 102796757JJ",
            })
    void writesAsPeopleDo(String mot, String held, String shown) {
        assertThat(EcritureDesFiches.shown(mot, held)).isEqualTo(shown);
    }

    @Test
    void writesEachOfSeveralAndLeavesTheRestAlone() {
        assertThat(EcritureDesFiches.shown("eleve.autres_prenoms", Arrays.asList("INES", null, "JEANNE--MARIE")))
                .isEqualTo(List.of("Ines", "", "Jeanne-Marie"));
        assertThat(EcritureDesFiches.shown("eleve.restaurant", true)).isEqualTo(true);
        assertThat(EcritureDesFiches.shown("fonction.libelle", "$")).isEqualTo("$");
    }
}
