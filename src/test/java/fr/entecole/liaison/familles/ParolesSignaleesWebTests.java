package fr.entecole.liaison.familles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What Samira Benali says to the school, reported by Claire Estève and decided about by Hélène Castans.
@MondeTest
class ParolesSignaleesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID samira;

    @BeforeEach
    void nothingIsReported() {
        visites = new Visites(context);
        jdbc.sql("delete from signalement.dossier").update();
        jdbc.sql("delete from liaison.parole").update();
        Messages.close(jdbc, context.getBean(Reperes.class).ecole("0110358E"), clock.instant());
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA", "BENALI");
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from liaison.parole").update();
        Messages.open(jdbc);
    }

    @Test
    void letsNobodyReportItButWhoHearsItAtSchool() {
        var id = ask("Vous êtes injuste !");
        for (var other :
                List.of(samira, responsable("KARIM", "BENALI"), responsable("YVAN", "GALY"), visites.eleve("500101"))) {
            assertThat(visites.get(other, signaler(id))).hasStatus(404);
            assertThat(visites.post(other, signaler(id), "categorie", "AUTRE")).hasStatus(404);
        }
        assertThat(visites.page(samira, path(id))).doesNotContain("/signaler/");
        assertThat(visites.page(esteve, path(id))).contains(signaler(id));
        assertThat(visites.page(castans, path(id))).contains(signaler(id));
    }

    @Test
    void sealsWhatItSaysAndLetsTheHeadAloneDecide() {
        var dossier = report(esteve, ask("Vous ne valez rien"));
        assertThat(sealed(dossier)).contains("Vous ne valez rien", "Samira Benali");
        assertThat(decidedBy(dossier)).contains(castans.toString()).doesNotContain(esteve.toString());
        assertThat(visites.post(esteve, "/signalements/" + dossier + "/decision", "sens", "RETIRE", "motif", "Non"))
                .hasStatus(404);
        assertThat(visites.get(samira, "/signalements/" + dossier)).hasStatus(404);
        assertThat(visites.page(castans, "/signalements/" + dossier)).contains("Vous ne valez rien");
    }

    @Test
    void keepsItFromTheTeachersWhileItIsHiddenAndGivesItBack() {
        var id = ask("Des mots cachés");
        var dossier = report(esteve, id, "masque", "true");
        assertThat(visites.get(esteve, path(id))).hasStatus(404);
        assertThat(visites.post(esteve, path(id) + "/suite", "texte", "Bien noté."))
                .hasStatus(404);
        assertThat(visites.page(esteve, "/liaison/familles")).doesNotContain(id.toString());
        assertThat(visites.page(esteve, "/")).doesNotContain(id.toString());
        assertThat(visites.page(castans, path(id))).as("the head").contains("Des mots cachés");
        assertThat(visites.page(samira, path(id))).as("its author").contains("Des mots cachés");
        decide(castans, dossier, "RIEN");
        assertThat(visites.page(esteve, path(id))).contains("Des mots cachés");
    }

    @Test
    void tellsItsAuthorInWordsThatItWasTakenAway() {
        var id = ask("Des mots retirés");
        var dossier = report(esteve, id);
        decide(castans, dossier, "RETIRE");
        for (var school : List.of(esteve, castans)) {
            assertThat(visites.get(school, path(id))).hasStatus(404);
            assertThat(visites.page(school, "/liaison/familles")).doesNotContain(id.toString());
        }
        assertThat(visites.page(samira, path(id)))
                .contains("Retiré par l’école", "L’école a retiré ce que vous aviez dit", "Des mots retirés")
                .doesNotContain("/changement");
        assertThat(visites.page(samira, "/liaison/familles")).contains("Retiré par l’école");
        assertThat(visites.page(samira, "/signalements/" + dossier))
                .contains("Voici pourquoi")
                .doesNotContain("Estève");
        assertThat(visites.get(samira, path(id) + "/changement")).hasStatus(404);
        assertThat(ask("Des mots retirés")).as("said again, it is another").isNotEqualTo(id);
    }

    private UUID ask(String texte) {
        var ines = visites.eleve("500101");
        var said = visites.post(
                samira, "/liaison/familles", "quoi", "question", "enfant", ines.toString(), "texte", texte);
        assertThat(said).hasStatus(303);
        var address = String.valueOf(said.getResponse().getRedirectedUrl());
        return UUID.fromString(address.substring("/liaison/familles/".length(), address.indexOf('?')));
    }

    private static String path(UUID id) {
        return "/liaison/familles/" + id;
    }

    private static String signaler(UUID id) {
        return "/signaler/parole/" + id;
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
