package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    private static final LocalDate JOUR = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "TPS, maternelle",
        "MS, maternelle",
        "GS, maternelle",
        "CP, cp-ce1",
        "CE1, cp-ce1",
        "CE2, ce2-cm2",
        "CM2, ce2-cm2"
    })
    void givesEachPupilTheRegisterOfTheirLevel(String niveau, String registre) {
        var page = page(Profil.ELEVE, niveau, List.of());

        assertThat(page.registre()).isEqualTo(registre);
        assertThat(page.polices()).allMatch(p -> p.startsWith("andika"));
        assertThat(page.petits()).isEqualTo(!registre.equals("ce2-cm2"));
        assertThat(page.feuilles()).containsExactly("registres.css");
    }

    @Test
    void keepsTheRegisterOfAdultsForWhoeverIsNoPupil() {
        assertThat(page(Profil.ENSEIGNANT, "CP", List.of()).registre()).isEqualTo("adulte");
        assertThat(page(Profil.ENSEIGNANT, "CP", List.of()).feuilles()).isEmpty();
        assertThat(page(Profil.ELEVE, null, List.of()).registre()).isEqualTo("ce2-cm2");
        assertThat(new Page(null, Preferences.of(""), List.of(), "Région", "", false, "/", "", "", JOUR, null)
                        .registre())
                .isEqualTo("adulte");
    }

    @Test
    void marksTheTabOfThePageAndOfThosePagesBelow() {
        var classes = new Onglet("classes", 2, "Classes", "/classes", "groupe");
        var accueil = new Onglet("accueil", 1, "Accueil", "/", "maison");
        var classe = new Onglet("classe", 3, "Classe", "/classe", "groupe");
        var ecole = new Onglet("ecole", 4, "École", "/ecole", "ecole");
        var tabs = List.of(accueil, classe, classes, ecole);
        var page = new Page(null, Preferences.of(""), tabs, "Région", "", false, "/classes/3", "", "", JOUR, null);

        assertThat(tabs).filteredOn(page::current).containsExactly(classes);
        assertThat(tabs).filteredOn(page.under(List.of("ecole"))::current).containsExactly(ecole);
        assertThat(tabs)
                .filteredOn(page.under(List.of("ailleurs", "classe"))::current)
                .containsExactly(classe);
        assertThat(tabs).filteredOn(page.under(List.of("ailleurs"))::current).containsExactly(classes);
    }

    @Test
    void showsNoVoiceAdviceTwice() {
        var page = page(Profil.ELEVE, "MS", List.of());

        assertThat(page.firstOreille()).isTrue();
        assertThat(page.firstOreille()).isFalse();
    }

    @Test
    void readsBackThePreferencesItWrote() {
        var preferences = new Preferences("tres-grande", "large", "fort", "sombre", "muet", "immobile");

        assertThat(preferences.cookie()).isEqualTo("tres-grande.large.fort.sombre.muet.immobile");
        assertThat(Preferences.of(preferences.cookie())).isEqualTo(preferences);
        assertThat(Preferences.of("").cookie()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "enorme", "grande\"><script>", "GRANDE", "....", "large-and-fort"})
    void leavesOutAPreferenceItDoesNotKnow(String cookie) {
        assertThat(Preferences.of(cookie)).isEqualTo(new Preferences(null, null, null, null, null, null));
    }

    static Page page(Profil profil, String niveau, List<Onglet> onglets) {
        var utilisateur = new Utilisateur(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(),
                profil,
                "Inès",
                "Benali",
                Set.of(),
                null,
                null,
                niveau,
                null,
                "École Marie Curie",
                null,
                List.of(),
                Cles.AUCUNE);
        return new Page(
                utilisateur,
                Preferences.of("grande.fort"),
                onglets,
                "Région",
                "",
                true,
                "/",
                "jeton",
                "7F31",
                JOUR,
                null);
    }
}
