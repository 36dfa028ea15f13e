package fr.entecole.signalement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Redaction;
import fr.entecole.redaction.TexteRiche;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// By when what was reported is read, and what happens when it is not.
@MondeTest
class RetardsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    Retards retards;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID ien;

    @BeforeEach
    void nothingIsReported() {
        for (var sql : List.of("delete from signalement.dossier", "delete from notifications.depot")) {
            jdbc.sql(sql).update();
        }
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        visites = new Visites(context);
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = 'SAMIRA' and upper(nom) = 'BENALI'")
                .query(UUID.class)
                .single();
        ien = jdbc.sql("select id from annuaire.agent where profil = 'IEN' order by id limit 1")
                .query(UUID.class)
                .single();
    }

    @Test
    void isReadWithinFourHoursWhereSomebodyIsInDanger() {
        var path = report("danger", "true");
        assertThat(due())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(3)), Instant.now().plus(Duration.ofHours(5)));
        assertThat(jdbc.sql("select count(*) from notifications.depot where sorte = 'danger-signale'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select min(due_le) <= now() from notifications.remise")
                        .query(Boolean.class)
                        .single())
                .as("whatever the hour")
                .isTrue();
        assertThat(visites.page(castans, "/signalements")).contains("Quelqu’un est en danger", "à lire avant");
        assertThat(visites.page(castans, path)).contains("À lire et à décider avant");
    }

    @Test
    void isReadWithinADayOfWorkOtherwise() {
        report();
        assertThat(due()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(visites.page(castans, "/signalements")).doesNotContain("Quelqu’un est en danger");
    }

    @Test
    void remindsThoseWhoDecideOnceAndShowsAboveTheSchoolThatItIsLateAndNotWhat() {
        report();
        assertThat(retards.run()).containsEntry("signalements", 0L);
        jdbc.sql("update signalement.dossier set due_le = now() - interval '1 hour'")
                .update();
        assertThat(retards.run()).containsEntry("signalements", 1L);
        assertThat(retards.run()).containsEntry("signalements", 0L);
        assertThat(jdbc.sql("select pour from notifications.depot where sorte = 'signalement-en-retard'")
                        .query(String.class)
                        .single())
                .contains(castans.toString())
                .doesNotContain(esteve.toString());
        assertThat(visites.page(castans, "/signalements")).contains("en retard");
        assertThat(visites.page(ien, "/signalements/a-lire"))
                .contains("Marie Curie", "En retard")
                .doesNotContain("Sortie au musée", "Samira", "Estève");
        for (var who : List.of(castans, esteve, samira)) {
            assertThat(visites.get(who, "/signalements/a-lire")).hasStatus(404);
        }
    }

    private String report(String... fields) {
        var now = Instant.now().minus(Duration.ofMinutes(5));
        var pour = Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
        var mot = cahier.publish(
                new Redaction(List.of(pour), false, "Sortie au musée", TexteRiche.of("<p>Vendredi.</p>"), now),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                now);
        var answer = fields.length == 0
                ? visites.post(samira, "/signaler/mot/" + mot, "categorie", "MOQUERIE")
                : visites.post(samira, "/signaler/mot/" + mot, "categorie", "MOQUERIE", fields[0], fields[1]);
        assertThat(answer).hasStatus(303);
        return "/signalements/"
                + jdbc.sql("select id from signalement.dossier")
                        .query(UUID.class)
                        .single();
    }

    private Instant due() {
        return jdbc.sql("select due_le from signalement.dossier")
                .query((rs, _) -> rs.getTimestamp(1).toInstant())
                .single();
    }
}
