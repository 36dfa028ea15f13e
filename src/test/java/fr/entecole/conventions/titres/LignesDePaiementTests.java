package fr.entecole.conventions.titres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.titres.LectureDesTitres.Paiement;
import org.junit.jupiter.api.Test;

class LignesDePaiementTests {

    @Test
    void skipsNamesOfColumnsAndNoReference() {
        var read = LignesDePaiement.read("""
                référence;titre;montant;jour
                REF8;2026-00002;10;2026-11-30
                """);
        assertThat(read.refus()).isEmpty();
        assertThat(read.paiements()).extracting(Paiement::reference).containsExactly("REF8");
        assertThat(LignesDePaiement.read("REF8;2026-00002;10;2026-11-30").paiements())
                .extracting(Paiement::reference)
                .containsExactly("REF8");
    }

    @Test
    void readsNothingWhereALineIsNotUnderstood() {
        var read = LignesDePaiement.read("REF8;2026-00002;10;2026-11-30\nREF9;2026-00002;dix;2026-11-30");
        assertThat(read.paiements()).isEmpty();
        assertThat(read.refus()).contains("La ligne 2 ne se lit pas");
    }
}
