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

    /// A morning at 8:52, or one that is over.
    private Dit late(String typed, boolean runs) {
        var form = new AppelForm(Map.of("e-" + INES, "retard", "h-" + INES, typed));
        return form.dits(appel(), erreurs, new Cours(NOON, runs ? LocalTime.of(8, 52) : null))
                .getOrDefault(INES, Dit.RIEN);
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
        return erreurs.of("h-" + INES).replace('\u00a0', ' ');
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
    void takesAnArrivalOfThisMinuteAndSaysNowWhereNothingIsTyped() {
        assertThat(late("08:52", true)).isEqualTo(Dit.late(LocalTime.of(8, 52)));
        assertThat(late("", true)).isEqualTo(Dit.late(LocalTime.of(8, 52)));
        assertThat(late("11:30", false)).isEqualTo(Dit.late(NOON));
        assertThat(erreurs.isEmpty()).isTrue();
    }
}
