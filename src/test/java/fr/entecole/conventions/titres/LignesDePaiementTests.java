package fr.entecole.conventions.titres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.titres.LectureDesTitres.Paiement;
import org.junit.jupiter.api.Test;

class LignesDePaiementTests {

    private static final java.time.LocalDate TODAY = java.time.LocalDate.of(2026, 11, 30);

    @Test
    void skipsNamesOfColumnsAndNoReference() {
        var read = LignesDePaiement.read("""
                référence;titre;montant;jour
                REF8;2026-00002;10;2026-11-30
                """, TODAY);
        assertThat(read.refus()).isEmpty();
        assertThat(read.paiements()).extracting(Paiement::reference).containsExactly("REF8");
        assertThat(LignesDePaiement.read("REF8;2026-00002;10;2026-11-30", TODAY).paiements())
                .extracting(Paiement::reference)
                .containsExactly("REF8");
    }

    @Test
    void readsNothingWhereALineIsNotUnderstood() {
        var read = LignesDePaiement.read("REF8;2026-00002;10;2026-11-30\nREF9;2026-00002;dix;2026-11-30", TODAY);
        assertThat(read.paiements()).isEmpty();
        assertThat(read.refus()).contains("La ligne 2 ne se lit pas");
    }

    @Test
    void refusesADayToComeAndAnAmountThatNoCommunePays() {
        assertThat(LignesDePaiement.read("R;2026-00002;10;2026-12-01", TODAY).refus())
                .contains("La ligne 1", "jour à venir");
        assertThat(LignesDePaiement.read("R;2026-00002;8000000;2026-11-30", TODAY)
                        .refus())
                .contains("La ligne 1", "le montant est en euros");
        assertThat(LignesDePaiement.read("R;2026-00002;0;2026-11-30", TODAY).refus())
                .isNotEmpty();
    }

    @Test
    void readsADayAsPeopleWriteIt() {
        assertThat(LignesDePaiement.read("R;2026-00002;10;30/11/2026", TODAY).paiements())
                .extracting(Paiement::jour)
                .containsExactly(TODAY);
        assertThat(LignesDePaiement.read("R;2026-00002;10;31/11/2026", TODAY).refus())
                .contains("La ligne 1 ne se lit pas");
    }

    @Test
    void refusesOneReferenceForTwoPayments() {
        assertThat(LignesDePaiement.read("R;2026-00002;10;2026-11-30\nR;2026-00003;10;2026-11-30", TODAY)
                        .refus())
                .contains("La référence R", "Rien n’a été lu");
        assertThat(LignesDePaiement.read("R;2026-00002;10;2026-11-30\nR;2026-00002;10;2026-11-30", TODAY)
                        .refus())
                .isEmpty();
    }
}
