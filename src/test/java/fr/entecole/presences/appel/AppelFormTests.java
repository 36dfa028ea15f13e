package fr.entecole.presences.appel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.presences.Appel;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Feuille;
import fr.entecole.presences.appel.AppelForm.Cours;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.web.Erreurs;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppelFormTests {

    private static final UUID INES = UUID.randomUUID();
    private static final LocalTime NOON = LocalTime.of(11, 30);

    private final Erreurs erreurs = new Erreurs();

    private Dit late(String typed, boolean runs) {
        return said(runs, Map.of("e-" + INES, "retard", "h-" + INES, typed));
    }

    /// A morning at 8:52, or one that is over.
    private Dit said(boolean runs, Map<String, String> champs) {
        var cours = new Cours(LocalTime.of(8, 30), NOON, runs ? LocalTime.of(8, 52) : null);
        return new AppelForm(champs).dits(appel(), erreurs, cours).getOrDefault(INES, Dit.RIEN);
    }

    private Map<String, String> leaves(String at) {
        return Map.of("e-" + INES, "present", "partant", INES.toString(), "parti", at);
    }

    private static Appel appel() {
        var ecole = UUID.randomUUID();
        var classe = new Classe(UUID.randomUUID(), ecole, "École", "CM1", new AnneeScolaire(2026), List.of("CM1"), 1);
        return new Appel(
                new Appele(ecole, classe.id(), new DemiJournee(LocalDate.of(2026, 11, 30), Moment.MATIN)),
                classe,
                Feuille.VIERGE,
                List.of(new Appel.Eleve(INES, "Inès", "Benali", "CM1", List.of(), "")),
                null,
                Set.of(),
                Map.of(),
                false);
    }

    private String refusal() {
        return refusal("h-" + INES);
    }

    private String refusal(String champ) {
        return erreurs.of(champ).replace('\u00a0', ' ');
    }

    @Test
    void refusesAnArrivalThatIsToCome() {
        late("08:53", true);
        assertThat(refusal()).contains("Il est 8 h 52 : cette heure n’est pas encore passée");
    }

    @Test
    void refusesAnArrivalAfterTheEnd() {
        late("11:31", false);
        assertThat(refusal()).contains("La demi-journée finit à 11 h 30", "est absent");
    }

    @Test
    void refusesAnArrivalBeforeTheBeginning() {
        late("08:29", true);
        assertThat(refusal()).contains("La demi-journée commence à 8 h 30", "est présent");
    }

    @Test
    void refusesADepartureThatIsToCome() {
        assertThat(said(true, leaves("08:53")))
                .as("typed in one field, and not in another as well")
                .isEqualTo(Dit.PRESENT);
        assertThat(refusal("parti")).contains("Il est 8 h 52 : cette heure n’est pas encore passée");
    }

    @Test
    void refusesToCorrectADepartureIntoOneThatIsToCome() {
        said(true, Map.of("e-" + INES, "present", "p-" + INES, "11:00"));
        assertThat(refusal("p-" + INES)).contains("Il est 8 h 52 : cette heure n’est pas encore passée");
    }

    @Test
    void refusesADepartureOutsideOfTheHalfDay() {
        said(false, leaves("08:29"));
        assertThat(refusal("parti")).contains("La demi-journée commence à 8 h 30");
        said(false, Map.of("e-" + INES, "present", "p-" + INES, "11:31"));
        assertThat(refusal("p-" + INES)).contains("La demi-journée finit à 11 h 30");
    }

    @Test
    void refusesADepartureBeforeTheArrival() {
        said(false, Map.of("e-" + INES, "retard", "h-" + INES, "09:30", "p-" + INES, "09:29"));
        assertThat(refusal("p-" + INES)).contains("Cet enfant est arrivé à 9 h 30");
    }

    @Test
    void takesADepartureOfThisMinuteOrOfAHalfDayThatIsOver() {
        assertThat(said(true, leaves("08:52"))).isEqualTo(Dit.PRESENT.leaving(LocalTime.of(8, 52)));
        assertThat(said(false, leaves("11:30"))).isEqualTo(Dit.PRESENT.leaving(NOON));
        assertThat(said(false, Map.of("e-" + INES, "absent", "p-" + INES, "10:00")))
                .isEqualTo(Dit.ABSENT);
        assertThat(erreurs.isEmpty()).isTrue();
    }

    @Test
    void takesAnArrivalOfThisMinuteAndSaysNowWhereNothingIsTyped() {
        assertThat(late("08:52", true)).isEqualTo(Dit.late(LocalTime.of(8, 52)));
        assertThat(late("", true)).isEqualTo(Dit.late(LocalTime.of(8, 52)));
        assertThat(late("11:30", false)).isEqualTo(Dit.late(NOON));
        assertThat(erreurs.isEmpty()).isTrue();
    }
}
