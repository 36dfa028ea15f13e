package fr.entecole.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Propos;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dates of the CM1 of Claire Estève, reported by its families and decided about by Hélène Castans.
@MondeTest
class DatesSignaleesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    TenueDeLAgenda tenue;

    @Autowired
    Comptes comptes;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    LocalDate day;

    @BeforeEach
    void nothingIsReported() {
        visites = new Visites(context);
        jdbc.sql("delete from signalement.dossier").update();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        day = LocalDate.now(clock).plusDays(2);
    }

    @Test
    void letsNobodyReportADateThatTheyDoNotReadOrWrote() {
        var id = publish("Au cirque");
        for (var other : List.of(responsable("YVAN", "GALY"), visites.eleve("500154"), esteve)) {
            assertThat(visites.get(other, signaler(id))).hasStatus(404);
            assertThat(visites.post(other, signaler(id), "categorie", "AUTRE")).hasStatus(404);
        }
        assertThat(visites.page(esteve, path(id))).doesNotContain("/signaler/");
        assertThat(visites.page(samira, path(id))).contains("Signaler cette date", signaler(id));
        assertThat(visites.page(visites.eleve("500101"), path(id))).contains("Quelque chose ne va pas", signaler(id));
        assertThat(visites.get(samira, signaler(id))).hasStatusOk();
    }

    @Test
    void sealsWhatItSaysAndLetsTheHeadDecideWithoutItsAuthor() {
        var dossier = report(samira, publish("Au cirque Pinder"));
        assertThat(sealed(dossier)).contains("Au cirque Pinder", "Le grand chapiteau", "Prévoir un goûter");
        assertThat(decidedBy(dossier)).contains(castans.toString()).doesNotContain(esteve.toString());
        assertThat(visites.get(esteve, "/signalements/" + dossier)).hasStatus(404);
        assertThat(visites.page(castans, "/signalements/" + dossier)).contains("Prévoir un goûter");
    }

    @Test
    void keepsItFromItsReadersWhileItIsHiddenAndGivesItBack() {
        var id = publish("Le carnaval caché");
        assertThat(visites.page(karim, agenda())).contains("Le carnaval caché");
        assertThat(bells(id)).isOne();
        var dossier = report(castans, id, "masque", "true");
        assertThat(bells(id)).as("the bell goes with it").isZero();
        for (var reader : List.of(samira, karim, visites.eleve("500101"))) {
            assertThat(visites.get(reader, path(id))).hasStatus(404);
            assertThat(visites.get(reader, signaler(id))).hasStatus(404);
            assertThat(visites.page(reader, agenda())).doesNotContain("Le carnaval caché");
            assertThat(visites.page(reader, "/")).doesNotContain("Le carnaval caché");
        }
        assertThat(found(samira)).doesNotContain("Le carnaval caché");
        assertThat(found(castans)).contains("Le carnaval caché");
        assertThat(visites.get(esteve, path(id))).as("its author").hasStatusOk();
        assertThat(visites.get(castans, path(id))).as("the head").hasStatusOk();
        decide(castans, dossier, "RIEN");
        assertThat(bells(id)).isOne();
        assertThat(visites.get(samira, path(id))).hasStatusOk();
        assertThat(visites.page(karim, agenda())).contains("Le carnaval caché");
    }

    @Test
    void takesItAwayFromEveryoneAndLetsItsAuthorWriteItAgain() {
        var id = publish("La kermesse retirée");
        decide(castans, report(samira, id), "RETIRE");
        for (var anyone : List.of(samira, esteve, castans)) {
            assertThat(visites.get(anyone, path(id))).hasStatus(404);
            assertThat(visites.page(anyone, agenda())).doesNotContain("La kermesse retirée");
        }
        assertThat(visites.post(esteve, path(id) + "/annulation")).hasStatus(404);
        assertThat(publish("La kermesse retirée")).isNotEqualTo(id);
    }

    private int bells(UUID id) {
        return jdbc.sql("select count(*) from notifications.depot where chose = :id and annule_le is null")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private UUID publish(String titre) {
        return tenue.publish(
                EvenementAccess.withPupils(List.of(
                        Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES))),
                new Propos(Genre.SORTIE, titre, "Prévoir un goûter", "Le grand chapiteau"),
                List.of(new Date(day, day, null, null)),
                new Auteur(comptes.ofPersonne(esteve).orElseThrow(), esteve),
                clock.instant(),
                true);
    }

    private String found(UUID who) {
        var found = visites.post(who, "/recherche", "mots", "carnaval");
        assertThat(found).hasStatusOk();
        return Visites.words(found);
    }

    private String agenda() {
        return "/agenda?jour=" + day;
    }

    private static String path(UUID id) {
        return "/agenda/evenements/" + id;
    }

    private static String signaler(UUID id) {
        return "/signaler/evenement/" + id;
    }

    private UUID report(UUID who, UUID chose, String... more) {
        var fields = Stream.concat(Stream.of("categorie", "MOQUERIE"), Stream.of(more))
                .toArray(String[]::new);
        assertThat(visites.post(who, signaler(chose), fields)).hasStatus(303);
        return jdbc.sql("select id from signalement.dossier where chose = :id order by id desc limit 1")
                .param("id", chose)
                .query(UUID.class)
                .single();
    }

    private void decide(UUID who, UUID dossier, String sens) {
        assertThat(visites.post(
                        who,
                        "/signalements/" + dossier + "/decision",
                        "sens",
                        sens,
                        "motif",
                        "Voici pourquoi.",
                        "confirme",
                        "true"))
                .hasStatus(303);
    }

    private String decidedBy(UUID dossier) {
        return jdbc.sql("select pour from notifications.depot where sorte = 'signalement-recu' and chose = :id")
                .param("id", dossier)
                .query(String.class)
                .single();
    }

    private String sealed(UUID dossier) {
        return jdbc.sql("select contenu from signalement.preuve where dossier_id = :id")
                .param("id", dossier)
                .query(String.class)
                .single();
    }

    private UUID responsable(String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire.responsable where upper(prenom) = :prenom and upper(nom) = :nom limit 1")
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }
}
