package fr.entecole.annuaire.saisies;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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

    @Autowired
    Clock clock;

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
        Map<String, String> form = new HashMap<>(Map.of(
                "profil", "CONTRIBUTEUR", "prenom", "Lucie", "nom", "Bonnet", "commune", "11203", "fin", "2020-01-31"));
        assertThat(post("/annuaire/agents/" + agent, region, form))
                .as("a day so old would erase the record this night")
                .hasStatus(422)
                .bodyText()
                .contains("Le dernier jour n’est pas avant le");
        form.put("fin", LocalDate.now(clock).minusDays(1).toString());
        assertThat(post("/annuaire/agents/" + agent, region, form)).hasStatus(303);
        as.forgetWhatThisNodeRemembers();
        assertThat(mvc.get().uri("/").cookie(as.personne(agent))).hasStatus3xxRedirection();
    }

    @Test
    void asksBeforeAnAgentIsEnteredTwice() {
        Map<String, String> form = new HashMap<>(agent("Aline", "Doublon", "11203"));
        form.put("courriel", "aline.doublon@exemple.fr");
        assertThat(post("/annuaire/agents", region, form)).hasStatus(303);
        assertThat(post("/annuaire/agents", region, form))
                .hasStatus(422)
                .bodyText()
                .contains("Aline Doublon est déjà là", "C’est une autre personne");
        form.put("prenom", "Bernard");
        form.put("nom", "Voisin");
        assertThat(post("/annuaire/agents", region, form))
                .as("the same address")
                .hasStatus(422)
                .bodyText()
                .contains("Aline Doublon est déjà là");
        form.put("autre", "true");
        assertThat(post("/annuaire/agents", region, form)).hasStatus(303);
        assertThat(jdbc.sql("select count(*) from annuaire.agent where courriel = 'aline.doublon@exemple.fr'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void throwsNothingAwayThatWasTypedForAnInspector() {
        var form = Map.of("profil", "IEN", "prenom", "Ana", "nom", "Ortiz", "commune", "Narbonne", "fin", "2020-01-01");
        assertThat(post("/annuaire/agents", region, form))
                .hasStatus(422)
                .bodyText()
                .contains("n’est pas d’une commune", "value=\"Narbonne\"", "Le dernier jour n’est pas avant le");
    }

    @Test
    void neverWritesOverWhatSomebodyElseWroteMeanwhile() {
        assertThat(post("/annuaire/agents", region, agent("Odile", "Onglets", "11203")))
                .hasStatus(303);
        var id = id("select id from annuaire.agent where nom = 'Onglets'");
        var vu = vu(id);
        Map<String, String> first = new HashMap<>(agent("Odile", "Onglets", "11203"));
        first.put("courriel", "odile@exemple.fr");
        first.put("vu", vu);
        assertThat(post("/annuaire/agents/" + id, region, first)).hasStatus(303);
        Map<String, String> second = new HashMap<>(agent("Odile", "Onglets", "11203"));
        second.put("civilite", "Mme");
        second.put("vu", vu);
        var answer = post("/annuaire/agents/" + id, region, second);
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("Quelqu’un a changé cette fiche entre-temps", "odile@exemple.fr");
        assertThat(jdbc.sql("select courriel from annuaire.agent where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("odile@exemple.fr");
        second.put("vu", vu(id));
        assertThat(post("/annuaire/agents/" + id, region, second))
                .as("once it was read, it is done")
                .hasStatus(303);
    }

    private String vu(UUID agent) {
        var administrator = id("select id from annuaire.agent where profil = 'ADMINISTRATEUR'");
        return Visites.hidden(new Visites(context).page(administrator, "/annuaire/agents/" + agent), "vu");
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
