package fr.entecole.annuaire.noms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrenomTests {

    private static Prenom child(String prenom, String nom, String naissance) {
        return new Prenom(UUID.randomUUID(), prenom, nom, LocalDate.parse(naissance));
    }

    private static List<String> said(Prenom... all) {
        return Prenom.asChildrenSay(List.of(all), null);
    }

    @Test
    void saysTheFirstNameAloneWhereItIsOnlyOnes() {
        assertThat(said(child("Zoé", "Delmas", "2018-01-02"), child("Malo", "Delmas", "2018-01-02")))
                .containsExactly("Zoé", "Malo");
    }

    @Test
    void addsAsMuchOfTheSurnameAsItTakes() {
        assertThat(said(
                        child("Léo", "Martin", "2018-01-02"),
                        child("Leo", "Marquès", "2018-01-03"),
                        child("LÉO", "Bastide", "2018-01-04"),
                        child("Léo", "d’Estève", "2018-01-05"),
                        child("Léo", "Delmas", "2018-01-06")))
                .containsExactly("Léo\u00a0Mart.", "Leo\u00a0Marq.", "LÉO\u00a0B.", "Léo\u00a0d’E.", "Léo\u00a0De.");
    }

    @Test
    void saysTheWholeSurnameThatBeginsAnother() {
        assertThat(said(child("Inès", "Roux", "2018-01-02"), child("Inès", "Rouxel", "2018-01-02")))
                .containsExactly("Inès\u00a0Roux", "Inès\u00a0Rouxe.");
    }

    @Test
    void saysTheDayOfBirthOfTwoOfOneName() {
        assertThat(said(child("Léo", "Martin", "2018-03-01"), child("Léo", "MARTIN", "2018-05-12")))
                .containsExactly("Léo\u00a0Martin, 1er mars 2018", "Léo\u00a0MARTIN, 12 mai 2018");
    }

    @Test
    void countsWhoIsLeftOut() {
        var moi = child("Léo", "Martin", "2018-03-01");
        assertThat(Prenom.asChildrenSay(List.of(moi, child("Léo", "Bastide", "2018-03-01")), moi.eleve()))
                .containsExactly("Léo\u00a0B.");
    }
}
