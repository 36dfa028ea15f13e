package fr.entecole.travaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.Cle;
import fr.entecole.socle.DonneesPersonnelles;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@MondeTest
class TravauxWebTests {

    private static final String SEANCES = "/travaux/comptes.seances";

    @Autowired
    ApplicationContext context;

    @Autowired
    Executions executions;

    @Autowired
    Travaux travaux;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource base;

    Visites visites;
    UUID region;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        region = visites.agent("Vidal");
        jdbc.sql("delete from travaux.execution").update();
        jdbc.sql("delete from travaux.tache").update();
    }

    @Test
    void saysOfEachWorkWhenItIsDone() {
        executions.succeed(executions.begin("comptes.seances", "n1"), Map.of("finies", 12L));
        assertThat(visites.page(region, "/travaux"))
                .contains("Effacer les connexions terminées", "Toutes les 10 minutes", "Fait")
                .contains(
                        "Oublier ce qui a passé son terme : les mots aux familles",
                        "Chaque nuit à 3 h 17",
                        "Jamais encore")
                .contains("Toutes les 30 secondes")
                .doesNotContain("Toutes les 0", "machine", "« redaction", "terme : redaction");
    }

    /// News, messages, letters and files have no hour of their own: what waits tells how they go.
    @Test
    void saysWhatWaitsToLeaveAndFailsWhenItIsLate() {
        var watch = travaux.find(EnvoisContinus.VEILLE).orElseThrow();
        nothingWaits();
        waiting(Duration.ofMinutes(5));
        assertThat(section())
                .containsPattern("Écrire le courriel de chaque jour.*À jour.*>1<")
                .contains("Remettre les messages à leur heure", "Envoyer les courriels", "Faire sonner les appareils")
                .contains("Chercher des virus dans les fichiers joints", "Pas réglé ici");
        assertThat(watch.bilan(watch.run())).isEqualTo("Un envoi attend");
        waiting(Duration.ofHours(2));
        assertThat(section()).containsPattern("Écrire le courriel de chaque jour.*En retard.*>1<");
        assertThatThrownBy(watch::run).isInstanceOf(EnvoisContinus.EnRetard.class);
        jdbc.sql("delete from notifications.resume").update();
        assertThat(watch.bilan(watch.run())).isEqualTo("Rien n’attend");
    }

    /// Nothing leaves by itself in tests: what the world has written waits.
    private void nothingWaits() {
        for (var done : List.of(
                "delete from notifications.resume",
                "delete from notifications.envoi",
                "delete from courriel.envoi",
                "update notifications.remise set annulee_le = due_le where livree_le is null and annulee_le is null",
                "update messagerie.message set annule_le = remettre_le where remis_le is null and annule_le is null")) {
            jdbc.sql(done).update();
        }
    }

    private void waiting(Duration since) {
        jdbc.sql("""
                        insert into notifications.resume (compte_id, personne_id, heure, depuis, prochain_le)
                        values (:personne, :personne, 18, :depuis, :depuis)
                        on conflict (compte_id) do update set prochain_le = excluded.prochain_le
                        """)
                .param("personne", region)
                .param("depuis", OffsetDateTime.now(clock).minus(since))
                .update();
    }

    private String section() {
        var page = visites.page(region, "/travaux");
        return page.substring(page.indexOf("Ce qui part en continu")).replace('\n', ' ');
    }

    @Test
    void foldsWhatForgetsEachNightButForWhatFailed() {
        executions.succeed(executions.begin("oubli.journal", "n1"), Map.of());
        executions.fail(executions.begin("oubli.liaison", "n1"), new IllegalStateException());
        var page = visites.page(region, "/travaux");
        var folded = page.substring(page.indexOf("<details class=\"ent-plier\">"));
        assertThat(folded).contains("le journal", "les comptes et les accès").doesNotContain("les mots aux familles");
        assertThat(page).contains("terme : les mots aux familles");
        assertThat(folded).doesNotContain("Effacer les connexions terminées");
    }

    @Test
    void saysTheFirstDayOfAMonthAsPeopleDo() {
        assertThat(Vue.quand(LocalDate.of(2026, 12, 1).atTime(3, 17))).startsWith("1er décembre à 3");
        assertThat(Vue.quand(LocalDate.of(2026, 12, 11).atTime(3, 17))).startsWith("11 décembre à 3");
    }

    @Test
    void saysWhatEachRunDidAndWhichFailed() {
        executions.fail(executions.begin("comptes.seances", "n1"), new IllegalStateException("secret"));
        executions.succeed(executions.begin("comptes.seances", "n1"), Map.of("finies", 12L));
        assertThat(visites.page(region, SEANCES))
                .contains("12 connexions", "A échoué", "Les 2 dernières fois : un échec")
                .doesNotContain("secret");
    }

    /// What a page that is open is told, and what of it is then read again.
    @Test
    void followsARunByItself() throws Exception {
        try (var connection = base.getConnection()) {
            connection.createStatement().execute("listen direct");
            var run = executions.begin("comptes.seances", "n1");
            executions.succeed(run, Map.of());
            var heard = connection.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(heard)
                    .extracting(PGNotification::getParameter)
                    .containsExactly("travaux:" + Cle.PARTOUT, "travaux:" + Cle.PARTOUT);
        }
        assertThat(visites.page(region, "/travaux")).contains("id=\"liste\" data-direct=\"travaux\"");
        assertThat(visites.page(region, SEANCES))
                .contains("id=\"heures\" data-direct=\"travaux\"", "id=\"etat\" data-direct=\"travaux\"")
                .contains("id=\"passees\" data-direct=\"travaux\"");
    }

    @Test
    void standsUnderNoTabOfTheDirectory() {
        for (var path : List.of("/travaux", SEANCES)) {
            assertThat(visites.page(region, path))
                    .contains("class=\"ent-onglets__lien\"")
                    .doesNotContainPattern("ent-onglets__lien\" href=\"[^\"]*\" aria-current");
        }
        assertThat(visites.page(region, "/annuaire/ecoles"))
                .containsPattern("ent-onglets__lien\" href=\"[^\"]*\" aria-current");
    }

    @Test
    void saysInWordsThatThereWasNothingToDo() {
        executions.succeed(executions.begin("comptes.seances", "n1"), Map.of("finies", 0L));
        assertThat(visites.page(region, SEANCES)).contains("Rien à effacer").doesNotContain(">Aucune<");
    }

    @Test
    void saysOfOneThatWasNeverDoneWhatToDo() {
        assertThat(visites.page(region, SEANCES)).contains("Il n’a encore jamais été fait", "Le faire maintenant");
    }

    @Test
    void recordsWhoAsksThoughNoNodeHasPlannedIt() {
        assertThat(visites.post(region, SEANCES + "/lancer")).hasRedirectedUrl(SEANCES + "?demande=oui");
        assertThat(jdbc.sql(
                                "select count(*) from journal.fait where action = 'travail-demande' and objet_id = 'comptes.seances'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(visites.page(region, SEANCES + "?demande=oui")).contains("C’est demandé", "Voir où il en est");
        var run = executions.begin("comptes.seances", "n1");
        assertThat(visites.page(region, SEANCES + "?demande=oui"))
                .contains("Ce travail est en cours", "Quand celle-ci sera finie")
                .doesNotContain("C’est demandé", "Le faire maintenant");
        executions.succeed(run, Map.of());
        jdbc.sql("update travaux.tache set execution_time = '2030-01-01T00:00:00Z'")
                .update();
        assertThat(visites.page(region, SEANCES + "?demande=oui"))
                .doesNotContain("C’est demandé", "Ce travail est en cours");
    }

    @Test
    void namesEachRoomThatForgetsAsPeopleKnowIt() {
        assertThat(context.getBeansOfType(DonneesPersonnelles.class).values())
                .filteredOn(module ->
                        module.getClass().getName().matches("fr\\.entecole\\.[a-z.]+\\w+DonneesPersonnelles.*"))
                .extracting(DonneesPersonnelles::schema)
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(Oublis.name(schema)).isNotEqualTo(schema));
    }

    @Test
    void tellsTheRegionOfAFailureOnItsHome() {
        plan();
        assertThat(visites.page(region, "/")).contains("Les travaux de l’ENT").doesNotContain("a échoué");
        jdbc.sql("update travaux.tache set consecutive_failures = 2").update();
        assertThat(visites.page(region, "/")).contains("Un travail de l’ENT a échoué");
    }

    private void plan() {
        jdbc.sql("""
                        insert into travaux.tache (task_name, task_instance, execution_time, picked, version)
                        values ('comptes.seances', 'recurring', '2030-01-01T00:00:00Z', false, 1)
                        """).update();
    }
}
