package fr.entecole.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.agenda.Anniversaires.Pour;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.agenda.TenueDeLAgenda.Suite;
import fr.entecole.agenda.seances.TenueDesSeances;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AgendaModuleTests {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Propos MUSEE = new Propos(Genre.SORTIE, "Musée", "Un pique-nique.", "Narbonne");

    private UUID ecole;
    private Auteur auteur;
    private Public pour;

    @Autowired
    TenueDeLAgenda tenue;

    @Autowired
    TenueDesSeances seances;

    @Autowired
    Anniversaires anniversaires;

    @Autowired
    AgendaDonneesPersonnelles donnees;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAuthorAndAClass() {
        ecole = UUID.randomUUID();
        auteur = new Auteur(UUID.randomUUID(), UUID.randomUUID());
        pour = Public.ofClasse(ecole, UUID.randomUUID(), Qui.RESPONSABLES);
    }

    @Test
    void makesOneEventOfTheSameFormSentTwice() {
        var first = publish(MUSEE, day(FRIDAY));
        assertThat(publish(MUSEE, day(FRIDAY))).isEqualTo(first);
        assertThat(publish(MUSEE, day(FRIDAY.plusDays(1)))).isNotEqualTo(first);
        assertThat(count("select count(*) from agenda.seance where evenement_id = ?", first))
                .isOne();
    }

    @Test
    void overwritesNothingThatAnotherTabHasWritten() {
        var id = publish(MUSEE, day(FRIDAY));
        assertThat(change(id, 1, "Musée Narbo Via")).isEqualTo(Suite.CHANGE);
        assertThat(change(id, 1, "Le zoo")).isEqualTo(Suite.DEPASSE);
        assertThat(titre(id)).isEqualTo("Musée Narbo Via");
        assertThat(change(id, 2, "Musée Narbo Via")).isEqualTo(Suite.INCHANGE);
    }

    @Test
    void movesTheNumberOfWhatIsChangedAndOfNothingElse() {
        var id = publish(MUSEE, day(FRIDAY), day(FRIDAY.plusWeeks(1)));
        tenue.change(
                event(id, MUSEE),
                1,
                List.of(pour),
                MUSEE,
                day(FRIDAY),
                new Date(FRIDAY, FRIDAY, LocalTime.NOON, null),
                true,
                auteur,
                NOON,
                false);
        assertThat(numbers(id)).containsExactly(1, 1);
        seances.cancel(event(id, MUSEE), seance(id, FRIDAY), false, auteur, NOON);
        assertThat(numbers(id)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void leavesThePastAsItWas() {
        var id = publish(MUSEE, day(FRIDAY), day(FRIDAY.plusWeeks(1)));
        var later = NOON.plus(java.time.Duration.ofDays(5));
        assertThat(seances.cancel(event(id, MUSEE), null, false, auteur, later)).isOne();
        assertThat(count(
                        "select count(*) from agenda.seance where evenement_id = ? and annulee_le is null and jour = date '2026-11-27'",
                        id))
                .isOne();
    }

    @Test
    void cancelsOnceHoweverOftenItIsAsked() {
        var id = publish(MUSEE, day(FRIDAY));
        assertThat(seances.cancel(event(id, MUSEE), null, false, auteur, NOON)).isOne();
        assertThat(seances.cancel(event(id, MUSEE), null, false, auteur, NOON)).isZero();
        assertThat(count("select count(*) from journal.fait where action = 'date-annulee' and objet_id = ?::text", id))
                .isOne();
        assertThat(jdbc.sql("select titre from notifications.depot where chose = ? and annule_le is null")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("Annulé\u00a0: Musée, vendredi 27 novembre");
    }

    @Test
    void withdrawsTheNewsOfACancellingThatIsUndoneAndUndoesNothingElse() {
        var id = publish(MUSEE, day(FRIDAY), day(FRIDAY.plusWeeks(1)), day(FRIDAY.plusWeeks(2)));
        seances.cancel(event(id, MUSEE), seance(id, FRIDAY), false, auteur, NOON);
        assertThat(seances.cancel(event(id, MUSEE), null, false, auteur, NOON.plusSeconds(60)))
                .isEqualTo(2);
        assertThat(standingNews(id)).containsExactly("Annulé\u00a0: Musée, toutes les dates");
        assertThat(seances.restore(event(id, MUSEE), 2, auteur, NOON.plusSeconds(90)))
                .as("cancelled again since")
                .isZero();
        assertThat(seances.restore(event(id, MUSEE), 3, auteur, NOON.plusSeconds(120)))
                .isEqualTo(2);
        assertThat(standingNews(id))
                .as("the first one still is, and nobody had been told")
                .containsExactly("Annulé\u00a0: Musée, vendredi 27 novembre");
        assertThat(seances.restore(event(id, MUSEE), 4, auteur, NOON.plusSeconds(150)))
                .isOne();
        assertThat(standingNews(id)).isEmpty();
        assertThat(count("select count(*) from agenda.seance where evenement_id = ? and annulee_le is not null", id))
                .isZero();
    }

    private List<String> standingNews(UUID id) {
        return jdbc.sql("select titre from notifications.depot where chose = ? and annule_le is null")
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void ringsNoBellUnlessItIsAsked() {
        var silent = publish(MUSEE, day(FRIDAY));
        assertThat(count("select count(*) from notifications.depot where chose = ?", silent))
                .isZero();
        var said = tenue.publish(
                List.of(pour), new Propos(Genre.FETE, "Fête", "", ""), List.of(day(FRIDAY)), auteur, NOON, true);
        assertThat(count("select count(*) from notifications.depot where chose = ?", said))
                .isOne();
    }

    @Test
    void keepsWhatAHeadDecidedOfBirthdaysAsDatedRows() {
        assertThat(anniversaires.of(ecole)).isEqualTo(Pour.PERSONNE);
        assertThat(anniversaires.set(ecole, Pour.ELEVES, null)).isTrue();
        assertThat(anniversaires.set(ecole, Pour.ELEVES, null)).isFalse();
        assertThat(anniversaires.set(ecole, Pour.PERSONNE, null)).isTrue();
        assertThat(anniversaires.of(ecole)).isEqualTo(Pour.PERSONNE);
        assertThat(count("select count(*) from agenda.anniversaires where ecole_id = ?", ecole))
                .isEqualTo(2);
    }

    @Test
    void forgetsWhoWroteAndWhatWasForOneChild() {
        var child = UUID.randomUUID();
        var mine = Public.ofEleves(ecole, List.of(child), Qui.RESPONSABLES);
        var alone = tenue.publish(List.of(mine), MUSEE, List.of(day(FRIDAY)), auteur, NOON, false);
        var all = publish(MUSEE, day(FRIDAY));
        assertThat(donnees.export(child)).containsKey("adressees");
        assertThat(donnees.export(auteur.personne())).containsKey("dates");
        donnees.erase(List.of(child, auteur.personne()));
        assertThat(count("select count(*) from agenda.evenement where id = ?", alone))
                .isZero();
        assertThat(count("select count(*) from agenda.evenement where id = ? and auteur_id is null", all))
                .isOne();
    }

    @Test
    void purgesWhatIsPastItsTerm() {
        var old = LocalDate.of(2024, 5, 14);
        var id = tenue.publish(
                List.of(pour), MUSEE, List.of(day(old)), auteur, Instant.parse("2024-05-01T10:00:00Z"), false);
        var recent = publish(MUSEE, day(FRIDAY));
        donnees.purge();
        assertThat(count("select count(*) from agenda.evenement where id = ?", id))
                .isZero();
        assertThat(count("select count(*) from agenda.seance where evenement_id = ?", id))
                .isZero();
        assertThat(count("select count(*) from agenda.evenement where id = ?", recent))
                .isOne();
    }

    private UUID publish(Propos propos, Date... dates) {
        return tenue.publish(List.of(pour), propos, List.of(dates), auteur, NOON, false);
    }

    private static Date day(LocalDate jour) {
        return new Date(jour, jour, null, null);
    }

    private Suite change(UUID id, int version, String titre) {
        var before = new Propos(MUSEE.genre(), titre(id), MUSEE.texte(), MUSEE.lieu());
        var propos = new Propos(MUSEE.genre(), titre, MUSEE.texte(), MUSEE.lieu());
        return tenue.change(
                event(id, before),
                version,
                List.of(pour),
                propos,
                day(FRIDAY),
                day(FRIDAY),
                false,
                auteur,
                NOON,
                false);
    }

    private Evenement event(UUID id, Propos propos) {
        return new Evenement(
                id,
                ecole,
                auteur.personne(),
                "",
                new AnneeScolaire(2026),
                List.of(pour),
                propos.genre(),
                propos.titre(),
                propos.texte(),
                propos.lieu(),
                1,
                NOON);
    }

    private UUID seance(UUID id, LocalDate jour) {
        return jdbc.sql("select id from agenda.seance where evenement_id = ? and jour = ?")
                .params(id, jour)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private List<Integer> numbers(UUID id) {
        return jdbc.sql("select numero from agenda.seance where evenement_id = ? order by jour")
                .param(id)
                .query(Integer.class)
                .list();
    }

    private String titre(UUID id) {
        return jdbc.sql("select titre from agenda.evenement where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }
}
