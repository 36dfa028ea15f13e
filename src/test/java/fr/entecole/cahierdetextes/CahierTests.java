package fr.entecole.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.cahierdetextes.Travail.Nature;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pure rules: for whom a line is, how long an evening is, what is said gently.
class CahierTests {

    private static final LocalDate JEUDI = LocalDate.of(2026, 11, 26);

    private final UUID ecole = UUID.randomUUID();
    private final UUID classe = UUID.randomUUID();

    @Test
    void keepsAnotherLevelAnotherClassAndAnotherPupilOut() {
        var cm1 = eleve("CM1", classe);
        assertThat(cm1.concerns(travail("CM2", 0, Public.ofClasse(ecole, classe, Qui.ELEVES))))
                .isFalse();
        assertThat(cm1.concerns(travail(null, 0, Public.ofClasse(ecole, UUID.randomUUID(), Qui.ELEVES))))
                .isFalse();
        assertThat(cm1.concerns(travail(null, 0, Public.ofEleves(ecole, List.of(UUID.randomUUID()), Qui.ELEVES))))
                .isFalse();
        assertThat(cm1.concerns(travail("CM1", 0, Public.ofClasse(ecole, classe, Qui.ELEVES))))
                .isTrue();
        assertThat(cm1.concerns(travail(null, 0, Public.ofClasse(ecole, classe, Qui.ELEVES))))
                .isTrue();
        assertThat(cm1.concerns(travail(null, 0, Public.ofEleves(ecole, List.of(cm1.id()), Qui.ELEVES))))
                .isTrue();
    }

    @Test
    void doesNotAddWhatIsForOtherChildren() {
        var cm1 = eleve("CM1", classe);
        var cm2 = eleve("CM2", classe);
        var tous = Public.ofClasse(ecole, classe, Qui.ELEVES);
        var given = List.of(travail("CM1", 20, tous), travail("CM2", 15, tous), travail(null, 10, tous));
        assertThat(Conseils.evening(given, List.of(cm1, cm2))).isEqualTo(30);
        assertThat(Conseils.evening(given, List.of(cm2))).isEqualTo(25);
        assertThat(Conseils.evening(given, List.of())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Relis la leçon page 42.",
                "Apprends la poésie.",
                "Cherche une photo.",
                "Lis l’écriteau du marché.",
                "Apporte ton cahier d’écriture."
            })
    void saysNothingOfALessonAReadingOrASearch(String texte) {
        assertThat(Conseils.asksToWrite(texte)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exercice 4 page 43.",
                "Faire les EXERCICES ÉCRITS",
                "Rédaction\u00a0: ma maison.",
                "Copier la leçon.",
                "Recopie les mots.",
                "Écris cinq phrases.",
                "Réponds par écrit."
            })
    void saysGentlyThatWritingAtHomeIsNotAskedFor(String texte) {
        assertThat(Conseils.asksToWrite(texte)).isTrue();
    }

    @Test
    void opensTheNextWeekAtTheEndOfThisOneAndThisOneForWhatIsNoDay() {
        assertThat(Semaine.lundi("", JEUDI)).isEqualTo("2026-11-23");
        assertThat(Semaine.lundi("", JEUDI.plusDays(2))).isEqualTo("2026-11-30");
        assertThat(Semaine.lundi("hier", JEUDI)).isEqualTo("2026-11-23");
        assertThat(Semaine.lundi("1850-01-01", JEUDI)).isEqualTo("2026-11-23");
        assertThat(Semaine.lundi("2026-12-03", JEUDI)).isEqualTo("2026-11-30");
    }

    private Eleve eleve(String niveau, UUID of) {
        return new Eleve(UUID.randomUUID(), ecole, "Inès", "Benali", niveau, Set.of(of));
    }

    private Travail travail(String niveau, int minutes, Public pour) {
        return new Travail(
                UUID.randomUUID(),
                ecole,
                classe,
                Nature.A_FAIRE,
                JEUDI,
                "Maths",
                niveau,
                "Relis la leçon.",
                "",
                minutes,
                1,
                List.of(pour),
                "",
                null);
    }
}
