package fr.entecole.annuaire.saisies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.socle.Profil;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who was entered by mistake and never came is taken out; the journal says who, what and why.
@MondeTest
class RetraitsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Saisies saisies;

    Visites visites;
    UUID region;

    @BeforeEach
    void visits() {
        visites = new Visites(context);
        region = visites.agent("Vidal");
    }

    @Test
    void takesOutWhoNeverCameWithTheReason() {
        var agent = enter("Odilon", "Trompé");
        var path = "/annuaire/agents/" + agent;
        assertThat(visites.page(region, path)).contains(path + "/retrait");
        assertThat(visites.page(region, path + "/retrait"))
                .contains("Odilon Trompé", "entrée par erreur", "Elle n’est jamais venue");
        var why = visites.post(region, path + "/retrait", "raison", "");
        assertThat(why).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Visites.words(why)).contains("Choisissez pourquoi.");
        assertThat(visites.page(region, "/annuaire/agents")).contains("Odilon Trompé");

        var answer = visites.post(region, path + "/retrait", "raison", "DOUBLE");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(region, String.valueOf(answer.getResponse().getRedirectedUrl())))
                .contains("cette personne est retirée")
                .doesNotContain("Odilon Trompé");
        assertThat(visites.get(region, path)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visites.post(region, path + "/retrait", "raison", "DOUBLE")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Visites.words(visites.post(region, "/annuaire/personnes", "nom", "trompé")))
                .contains("Personne ne correspond");
        assertThat(new Visites(context).get(agent, "/"))
                .as("their account opens nothing")
                .hasStatus3xxRedirection();
        assertThat(visites.page(region, "/journal")).contains("Agent retiré : Odilon Trompé (entrée deux fois)");
    }

    @Test
    void leavesWhoHasComeToTheirLastDay() {
        var agent = enter("Alma", "Venue");
        jdbc.sql("update comptes.compte set active_le = now() where personne_id = :id")
                .param("id", agent)
                .update();
        var path = "/annuaire/agents/" + agent;
        assertThat(visites.page(region, path + "/retrait"))
                .contains("elle ne se retire pas", "Écrire son dernier jour")
                .doesNotContain("Oui, retirer");
        var answer = visites.post(region, path + "/retrait", "raison", "ERREUR");
        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(Visites.words(answer)).contains("Cette personne est déjà venue");
        assertThat(visites.page(region, "/annuaire/agents")).contains("Alma Venue");
    }

    @Test
    void saysWhomAndWhatWasChanged() {
        var agent = enter("Irma", "Changée");
        var path = "/annuaire/agents/" + agent;
        String[] form = {
            "profil",
            "CONTRIBUTEUR",
            "prenom",
            "Irma",
            "nom",
            "Changée",
            "commune",
            "11203",
            "courriel",
            "irma@exemple.fr"
        };
        var answer = visites.post(region, path, form);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visites.page(region, String.valueOf(answer.getResponse().getRedirectedUrl())))
                .contains("C’est enregistré : Irma Changée.");
        assertThat(visites.page(region, "/journal")).contains("Agent modifié : Irma Changée (courriel)");
        assertThat(visites.post(region, path, form)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(jdbc.sql("select count(*) from journal.fait where action = 'agent-modifie' and objet_id = :id")
                        .param("id", agent.toString())
                        .query(Long.class)
                        .single())
                .as("what is written again as it was is no change")
                .isOne();
    }

    private UUID enter(String prenom, String nom) {
        return saisies.addAgent(new Saisies.Agent(Profil.CONTRIBUTEUR, null, prenom, nom, null, "11203", null, null));
    }
}
