package fr.entecole.liaison.formulaires;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.liaison.formulaires.Depouillement.Compte;
import fr.entecole.liaison.formulaires.Depouillement.Resultat;
import fr.entecole.liaison.formulaires.Formulaire.Part;
import fr.entecole.liaison.formulaires.Formulaire.Reponses;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Recu;
import fr.entecole.liaison.formulaires.LectureDesFormulaires.Repondant;
import fr.entecole.liaison.formulaires.Question.Nature;
import fr.entecole.liaison.formulaires.Question.Valeur;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DepouillementTests {

    private static final Instant END = Instant.parse("2026-12-01T23:00:00Z");
    private static final Instant BEFORE = END.minusSeconds(60);

    private final Question choix = new Question(
            UUID.randomUUID(), 1, Nature.CHOIX, "Le jour ?", List.of("lundi", "mardi", "jeudi"), null, null);
    private final Question texte = new Question(UUID.randomUUID(), 2, Nature.TEXTE, "Un mot ?", List.of(), null, null);
    private final Question nombre = new Question(UUID.randomUUID(), 3, Nature.NOMBRE, "Combien ?", List.of(), 0, 9);

    @Test
    void tellsNothingOfAnAnonymousFormThatIsOpen() {
        assertThat(of(Reponses.ANONYMES, BEFORE, 9, 8, 7).resultats()).isEmpty();
        assertThat(of(Reponses.ANONYMES, BEFORE, 9, 8, 7).repondants()).isEqualTo(24);
    }

    @Test
    void tellsNothingOfAnAnonymousFormOfFour() {
        assertThat(of(Reponses.ANONYMES, END, 4, 0, 0).resultats()).isEmpty();
    }

    @Test
    void hidesCountsUnderFive() {
        assertThat(counts(of(Reponses.ANONYMES, END, 12, 3, 1))).containsExactly(12, null, null);
    }

    /// The sum is known: one alone would be found by taking away.
    @Test
    void hidesASecondCountWhereOneAloneWouldBeFound() {
        assertThat(counts(of(Reponses.ANONYMES, END, 12, 3, 7))).containsExactly(12, null, null);
    }

    @Test
    void tellsNeitherTheLeastNorTheMostOfAnAnonymousNumber() {
        var nombres = of(Reponses.ANONYMES, END, 9, 9, 9).resultats().getLast().nombres();
        assertThat(nombres).isNotNull();
        assertThat(nombres.minimum()).isNull();
        assertThat(nombres.moyenne()).isEqualTo(2.0);
    }

    @Test
    void countsWhatIsNamedAsItComes() {
        var open = of(Reponses.NOMMEES, BEFORE, 2, 1, 0);
        assertThat(counts(open)).containsExactly(2, 1, 0);
        assertThat(open.resultats().getFirst().comptes())
                .extracting(Compte::part)
                .containsExactly(67, 33, 0);
        assertThat(open.resultats().get(1).textes().getFirst().nom()).isEqualTo("Famille 0");
    }

    @Test
    void letsNoCellBeAFormula() {
        var words = csv(new FichierCsv()
                .line(List.of("=1+1", "+33", "-2", "@somme", "\t=1", " =1", "il dit \"non\"", -3, "a;b")));
        assertThat(words)
                .isEqualTo(
                        "\uFEFF\"'=1+1\";\"'+33\";\"'-2\";\"'@somme\";\"'\t=1\";\"' =1\";\"il dit \"\"non\"\"\";-3;\"a;b\"\r\n");
    }

    @Test
    void takesAwayNoNameOfAnAnonymousForm() {
        var words = new String(ResultatsEnCsv.counted(of(Reponses.ANONYMES, END, 12, 3, 1)), StandardCharsets.UTF_8);
        assertThat(words)
                .contains("\"lundi\";12")
                .contains("\"mardi\";\"masqué\"")
                .doesNotContain("Famille");
    }

    private static String csv(FichierCsv csv) {
        return new String(csv.bytes(), StandardCharsets.UTF_8);
    }

    private static List<Integer> counts(Depouillement depouillement) {
        Resultat first = depouillement.resultats().getFirst();
        return first.comptes().stream().map(Compte::nombre).toList();
    }

    private Depouillement of(Reponses reponses, Instant now, int... counts) {
        List<Repondant> repondants = new ArrayList<>();
        List<Recu> recus = new ArrayList<>();
        for (int option = 0; option < counts.length; option++) {
            for (int i = 0; i < counts[option]; i++) {
                var pour = UUID.randomUUID();
                var told = reponses == Reponses.ANONYMES ? null : pour;
                repondants.add(new Repondant(pour, "", "Famille " + repondants.size()));
                recus.add(new Recu(choix.id(), told, new Valeur(List.of(option + 1), "", null)));
                recus.add(new Recu(texte.id(), told, new Valeur(List.of(), "Bonjour", null)));
                recus.add(new Recu(nombre.id(), told, new Valeur(List.of(), "", option + 1)));
            }
        }
        return Depouillement.of(
                new Formulaire(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        reponses,
                        Part.RESPONSABLE,
                        END,
                        null,
                        List.of(choix, texte, nombre)),
                repondants,
                recus,
                now);
    }
}
