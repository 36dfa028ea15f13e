package fr.entecole.conventions.regles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.conventions.regles.Redaction.Bloc;
import fr.entecole.conventions.regles.Redaction.Genre;
import fr.entecole.conventions.regles.Redaction.Partie;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four forms of the agreements.
class ModelesTests {

    private static final Partie PARTIE =
            new Partie("Commune de Lespignan", "21340135900012", "Place, 34710 Lespignan", "Guy Fabre", "Maire");

    @ParameterizedTest
    @CsvSource({
        "2020, 50, 2021-10-31, 1, true, '', 15, false",
        "2022, 45, 2023-09-05, 0, false, tribunal administratif de Montpellier, 0, false",
        "2024, 45, 2025-09-01, 0, false, tribunal administratif de Montpellier, 0, false",
        "2025, 40, 2026-09-05, 0, false, tribunal administratif de Montpellier, 0, true"
    })
    void sayWhatTheTableOfRulesSays(
            int annee,
            int prix,
            LocalDate fin,
            int preavis,
            boolean fenetre,
            String tribunal,
            int beaucoup,
            boolean elu) {
        var model = of(annee);
        assertThat(model.prixParEcole()).isEqualTo(Montant.euros(prix));
        assertThat(model.fin()).isEqualTo(fin);
        assertThat(model.preavis()).isEqualTo(preavis);
        assertThat(model.fenetre() != null).isEqualTo(fenetre);
        assertThat(model.tribunal()).isEqualTo(tribunal);
        assertThat(model.beaucoup()).isEqualTo(beaucoup);
        assertThat(model.profils().contains("parent élu")).isEqualTo(elu);
        assertThat(model.signataire().nom()).as("a model names no official").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2020", "2022", "2024", "2025"})
    void leaveNoVariableEmptyAndNoWordOutOfPlace(int annee) {
        var model = of(annee);
        assertThat(Redaction.unknown(model)).isEmpty();
        var blocs = Redaction.of(model, PARTIE, schools(2), LocalDate.of(annee, 10, 20));
        assertThat(blocs)
                .extracting(Bloc::texte)
                .noneMatch(text -> text.contains("{") || text.contains("<") || text.contains("_"));
        assertThat(blocs).filteredOn(b -> b.genre() == Genre.TITRE).hasSize(1);
        assertThat(blocs).filteredOn(b -> b.genre() == Genre.ARTICLE).hasSize(annee == 2020 ? 11 : 12);
        assertThat(text(blocs)).contains("Commune de Lespignan", "21340135900012");
    }

    @Test
    void writeTheAmountOfLespignanInFiguresAndLetters() {
        assertThat(text(Redaction.of(of(2025), PARTIE, schools(2), null)))
                .contains("2 × 40\u00a0€, soit 80\u00a0€ (quatre-vingts euros)", "parent élu", "5 septembre 2026");
    }

    @Test
    void haveTheAnnexOnlyInTheFirstOne() {
        assertThat(Redaction.of(of(2020), PARTIE, schools(1), null))
                .extracting(Bloc::genre)
                .contains(Genre.ANNEXE)
                .doesNotContain(Genre.ECOLES);
        assertThat(Redaction.of(of(2022), PARTIE, schools(1), null))
                .extracting(Bloc::genre)
                .contains(Genre.ECOLES)
                .doesNotContain(Genre.ANNEXE);
    }

    @Test
    void makeTheYearAfterInOneGesture() {
        var next = of(2020).next();
        assertThat(next.annee()).isEqualTo(2021);
        assertThat(next.fin()).isEqualTo(LocalDate.of(2022, 10, 31));
        assertThat(next.fenetre()).isEqualTo(new Fenetre(LocalDate.of(2021, 9, 1), LocalDate.of(2021, 10, 15)));
    }

    @Test
    void sayWhichVariableMeansNothing() {
        var model = of(2025);
        var wrong = new Parametres(
                2025,
                1,
                model.fin(),
                0,
                null,
                null,
                "",
                0,
                "p",
                "r",
                model.signataire(),
                model.mots(),
                "[ecoles] {prx} {prix}");
        assertThat(Redaction.unknown(wrong)).containsExactly("prx");
    }

    private static Parametres of(int annee) {
        return Modeles.all().stream()
                .filter(m -> m.annee() == annee)
                .findFirst()
                .orElseThrow();
    }

    private static String text(List<Bloc> blocs) {
        return blocs.stream().map(Bloc::texte).collect(Collectors.joining("\n"));
    }

    private static List<EcoleInscrite> schools(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new EcoleInscrite(new UUID(0, i), "0341401N", "E.M", "École", "Lespignan", "34"))
                .toList();
    }
}
