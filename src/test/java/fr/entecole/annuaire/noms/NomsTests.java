package fr.entecole.annuaire.noms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NomsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BENALI | Benali",
                "D'ESTÈVE--PUJOL | d’Estève-Pujol",
                "PÉREZ--LÓPEZ | Pérez-López",
                "DE MONTBRUN | de Montbrun",
                "DE LA TOUR | de La Tour",
                "DA COSTA | Da Costa",
                "EL FASSI | El Fassi",
                "Ñ | Ñ",
                "Ana- | Ana",
                "jean-noël | Jean-Noël",
                "McDonald | McDonald",
                "A - B | A-B",
                "İPEK | İpek",
                "ALİYE | Aliye",
                "A$AP | A$ap",
                "$1 O\\NEIL | $1 O\\neil",
                "MC\\$ | Mc\\$"
            })
    void writesNamesAsPeopleDo(String feed, String shown) {
        assertThat(Noms.personne(feed)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E.E.PU$MARIE CURIE$LEZIGNAN-CORBIERES | Lézignan-Corbières | École élémentaire Marie Curie",
                "E.M.PU$$LESPIGNAN | Lespignan | École maternelle de Lespignan",
                "E.M.PU$$ALES | Alès | École maternelle d’Alès",
                "E.M.PU$$LE BARCARES | LE BARCARES | École maternelle du Barcares",
                "E.E.PU$JEAN ET MARIE DE LA TOUR$ALES | Alès | École élémentaire Jean et Marie de la Tour",
                "E.P.PU$FONDADA$CASTELNAU D ESTRETEFONDS | | École primaire Fondada",
                "E.E.PU-LABORIE-ac-TOULOUSE | | École élémentaire Laborie",
                "E.E.PU- -ac-TOULOUSE | Muret | École élémentaire de Muret",
                "IEN$LEZIGNAN-CORBIERES MINERVOIS$LEZIGNAN-CORBIERES | | Circonscription Lezignan-Corbieres Minervois",
                "École élémentaire Frédéric Mistral | | École élémentaire Frédéric Mistral",
                "E.E.PU$A\\B$LESPIGNAN | Lespignan | École élémentaire A\\b",
                "E.E.PU$$LESPIGNAN | LES\\PIGNAN$ | École élémentaire de Les\\pignan$",
            })
    void namesSchools(String feed, String commune, String shown) {
        assertThat(Noms.ecole(feed, commune)).isEqualTo(shown);
    }

    @Test
    void writesTheTeachersNameInTheClassAsTheTeachersIs() {
        var esteve = new Enseignant("Mme Estève", "Estève");
        assertThat(Noms.classe("CM1 Mme ESTEVE", List.of(esteve))).isEqualTo("CM1 Mme\u00a0Estève");
        assertThat(Noms.classe("CM1-CM2 M. OUSTRY", List.of())).isEqualTo("CM1-CM2 M.\u00a0Oustry");
        assertThat(Noms.classe("CE1 Mme DE LA TOUR CE2", List.of())).isEqualTo("CE1 Mme\u00a0de La Tour CE2");
        assertThat(Noms.classe("M. CE1", List.of())).isEqualTo("M.\u00a0CE1");
        assertThat(Noms.classe("CP \"A\" & CE1", List.of(esteve))).isEqualTo("CP \"A\" & CE1");
    }

    @Test
    void writesEverySignOfAClassAndABodyAsItIs() {
        var dollar = new Enseignant("Mme $1\\2", "$1\\2");
        assertThat(Noms.classe("CE1 $0 \\ M. OUSTRY$", List.of(dollar))).isEqualTo("CE1 $0 \\ M.\u00a0Oustry$");
        assertThat(Noms.organisme("FOYER $1 \\2")).isEqualTo("Foyer $1 \\2");
        assertThat(Noms.classe("CP - CE1", List.of(new Enseignant("M. -", "-"))))
                .isEqualTo("CP - CE1");
    }

    @Test
    void anInitialIsNeverHalfACharacterNorNothing() {
        assertThat(List.of(
                        Noms.initiale("𐐀bc"),
                        Noms.initiale("🌸 Léa"),
                        Noms.initiale("🌸"),
                        Noms.initiale("-É"),
                        Noms.initiale("")))
                .containsExactly("𐐀", "L", "🌸", "É", "");
    }

    @Test
    void readsABodyWithoutAFirstName() {
        assertThat(Noms.complet("organisme", "AIDE SOCIALE A L'ENFANCE")).isEqualTo("Aide Sociale a l’Enfance");
    }

    @ParameterizedTest
    @CsvSource({
        "+33 6 39 98 12 35,06 39 98 12 35",
        "+33639981235,06 39 98 12 35",
        "0000000000 -,00 00 00 00 00",
        "12,12"
    })
    void readsTelephones(String feed, String shown) {
        assertThat(Telephone.affiche(feed).replace('\u00a0', ' ')).isEqualTo(shown);
    }
}
