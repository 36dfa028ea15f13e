package fr.entecole.annuaire.saisies;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Agents of communes and of the académie, and the staff whom no feed carries.
@MondeTest
class PersonnesSaisiesWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;
    Cookie region;
    Cookie head;

    @BeforeEach
    void people() {
        as = new EnTantQue(context);
        region = as.personne(id("select id from annuaire.agent where profil = 'ADMINISTRATEUR'"));
        head = as.personne(reperes.personne("11", Nature.PERSONNEL, "300101"));
    }

    @Test
    void bearsAnAccountWithEachAgent() {
        assertThat(post("/annuaire/agents", region, agent("Łucja", "d’Ağaoğlu", "castelnau d estretefonds")))
                .hasStatus(303);
        var agent = id("select id from annuaire.agent where nom = 'd’Ağaoğlu'");
        assertThat(jdbc.sql("select login from comptes.compte where personne_id = :id")
                        .param("id", agent)
                        .query((rs, _) -> rs.getString(1))
                        .single())
                .isEqualTo("lucja.dagaoglu");
        assertThat(jdbc.sql("select commune_insee from annuaire.agent where id = :id")
                        .param("id", agent)
                        .query((rs, _) -> rs.getString(1))
                        .single())
                .isEqualTo("31118");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        assertThat(post("/annuaire/agents", region, agent("Ana", "Ferrand", "Nulle-Part")))
                .hasStatus(422)
                .bodyText()
                .contains("Aucune commune de l’annuaire", "value=\"Ferrand\"", "value=\"Nulle-Part\"");
        assertThat(post("/annuaire/agents", region, Map.of("profil", "PARENT", "prenom", "-", "nom", "")))
                .hasStatus(422)
                .bodyText()
                .contains("3 choses à corriger");
        assertThat(post(
                        "/annuaire/agents",
                        region,
                        Map.of("profil", "IEN", "prenom", "Ana", "nom", "B", "fin", "demain")))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez la circonscription", "Écrivez le dernier jour en entier");
    }

    @Test
    void letsAnAgentGoOnTheirLastDay() {
        var agent = id("select id from annuaire.agent where nom = 'Bonnet'");
        var form = Map.of(
                "profil", "CONTRIBUTEUR", "prenom", "Lucie", "nom", "Bonnet", "commune", "11203", "fin", "2020-01-31");
        assertThat(post("/annuaire/agents/" + agent, region, form)).hasStatus(303);
        as.forgetWhatThisNodeRemembers();
        assertThat(mvc.get().uri("/").cookie(as.personne(agent))).hasStatus3xxRedirection();
    }

    @Test
    void showsAgentsToTheRegionAlone() {
        assertThat(mvc.get().uri("/annuaire/agents").cookie(region))
                .hasStatus(200)
                .bodyText()
                .contains("Nadège Puech", "Lézignan-Corbières", "Florence Vidal");
        assertThat(mvc.get().uri("/annuaire/agents").cookie(head)).hasStatus(404);
        assertThat(mvc.get().uri("/annuaire/agents/" + UUID.randomUUID()).cookie(region))
                .hasStatus(404);
    }

    @Test
    void letsAHeadAddAndEndWhomNoFeedCarries() {
        var team = "/annuaire/ecoles/" + reperes.ecole("0110358E") + "/equipe";
        assertThat(mvc.get().uri(team).cookie(head))
                .hasStatus(200)
                .bodyText()
                .contains("Pascale Calas", "AESH", "Claire Estève", "Par l’annuaire de l’académie");
        assertThat(post(team, head, Map.of("prenom", "Zoé", "nom", "O’Brien", "fonction", "ATSEM")))
                .hasStatus(303);
        var zoe = id("select id from annuaire.personnel where nom = 'O’Brien'");
        assertThat(as.login(as.account(zoe))).isEqualTo("zoe.obrien");
        assertThat(post(team + "/" + zoe + "/fin", head, Map.of())).hasStatus(303);
        assertThat(mvc.get().uri(team).cookie(head)).bodyText().doesNotContain("O’Brien");
    }

    @Test
    void endsNobodyOfTheFeedAndTouchesNoOtherSchool() {
        var claire = reperes.personne("11", Nature.PERSONNEL, "300102");
        var own = "/annuaire/ecoles/" + reperes.ecole("0110358E") + "/equipe";
        var other = "/annuaire/ecoles/" + reperes.ecole("0341406U") + "/equipe";
        assertThat(post(own + "/" + claire + "/fin", head, Map.of())).hasStatus(404);
        assertThat(mvc.get().uri(other).cookie(head)).hasStatus(404);
        assertThat(post(other, head, Map.of("prenom", "A", "nom", "B", "fonction", "ATSEM")))
                .hasStatus(404);
        assertThat(post(own, head, Map.of("prenom", "A", "nom", "B", "fonction", "Roi")))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez ce que cette personne fait", "value=\"B\"");
    }

    private static Map<String, String> agent(String prenom, String nom, String commune) {
        return Map.of("profil", "REFERENT_VILLE", "prenom", prenom, "nom", nom, "commune", commune);
    }

    private MvcTestResult post(String path, Cookie who, Map<String, String> fields) {
        var request = mvc.post().uri(path).cookie(who).with(formulaire());
        fields.forEach(request::param);
        return request.exchange();
    }

    private UUID id(String sql) {
        return jdbc.sql(sql).query((rs, _) -> rs.getObject(1, UUID.class)).single();
    }
}
