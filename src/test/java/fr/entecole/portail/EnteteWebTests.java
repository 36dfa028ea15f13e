package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.MondeTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What stands above every page, by who is there.
@MondeTest
class EnteteWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Test
    void offersNoOtherRoleToWhoHasOne() {
        assertThat(page(reperes.personne("11", Nature.PERSONNEL, "300102")))
                .contains("/mon-compte", "/mes-donnees", "/charte", "/aide", "/confort", "/deconnexion")
                .doesNotContain("action=\"/role\"");
    }

    @Test
    void offersAPupilNoAccountPage() {
        assertThat(page(reperes.personne("11", Nature.ELEVE, "500101")))
                .contains("Ce que l’école garde de moi", "/charte", "/aide")
                .doesNotContain("/mon-compte", "action=\"/role\"");
    }

    @Test
    void offersEachOtherRoleByOneButtonThatNamesIt() {
        var as = new EnTantQue(context);
        var parent = reperes.personne("11", Nature.RESPONSABLE, "700101");
        var other = as.account(reperes.personne("11", Nature.PERSONNEL, "300101"));
        jdbc.sql("update comptes.compte set rejoint_id = :premier, rejoint_le = now() where id = :other")
                .param("premier", as.account(parent))
                .param("other", other)
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(page(parent))
                .contains("action=\"/role\"", "name=\"compte\" value=\"" + other + "\"", "Passer à : Directrice")
                .contains("École élémentaire Marie Curie");
    }

    @Test
    void namesTheRegionAsItsSettingDoesWhereThereIsNoSinglePlace() {
        assertThat(mvc.get().uri("/connexion"))
                .hasStatusOk()
                .bodyText()
                .contains("<span class=\"ent-entete__lieu\">" + EntTest.REGION + "</span>");
        var agent = new Personnages(jdbc).add(Profil.ADMINISTRATEUR);
        assertThat(page(agent)).contains("<span class=\"ent-entete__lieu\">" + EntTest.REGION + "</span>");
        for (var path : List.of("/mon-compte", "/annuaire/agents", "/annuaire/personnes/" + agent)) {
            assertThat(mvc.get().uri(path).cookie(new EnTantQue(context).personne(agent)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(EntTest.REGION)
                    .doesNotContain("Région académique Occitanie");
        }
    }

    @Test
    void namesTheRegionToTheParentOfChildrenInTwoPlaces() {
        var parent = reperes.personne("11", Nature.RESPONSABLE, "700101");
        var elsewhere = jdbc.sql("""
                        select e.id from annuaire.eleve e join annuaire.structure s on s.id = e.structure_id
                         where s.ville <> (select s.ville from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id
                                             join annuaire.structure s on s.id = e.structure_id
                                            where l.responsable_id = :parent limit 1)
                           and e.academie = '11' limit 1
                        """).param("parent", parent).query(UUID.class).single();
        jdbc.sql(
                        "insert into annuaire.lien (eleve_id, responsable_id, code, depuis) values (:eleve, :parent, '1', current_date)")
                .param("eleve", elsewhere)
                .param("parent", parent)
                .update();
        assertThat(page(parent)).contains("<span class=\"ent-entete__lieu\">" + EntTest.REGION + "</span>");
    }

    @Test
    void marksTheTabOfEachPage() {
        var ecole = "/annuaire/ecoles/" + reperes.ecole("0110358E");
        var classe = reperes.classe("11", "515");
        var eleve = "/annuaire/eleves/" + reperes.personne("11", Nature.ELEVE, "500101");
        var head = reperes.personne("11", Nature.PERSONNEL, "300101");
        assertThat(tabs(head, "/")).containsExactly("[École]", "Familles", "Travail à faire", "Classes", "Comptes");
        assertThat(tabs(head, ecole + "/equipe")).contains("[École]");
        assertThat(tabs(head, ecole + "/signalements")).contains("[École]");
        assertThat(tabs(head, ecole + "/classes")).contains("[Classes]");
        assertThat(tabs(head, "/annuaire/classes/toutes")).contains("[Classes]");
        assertThat(tabs(head, eleve + "/restrictions")).contains("[Classes]");
        assertThat(tabs(head, "/comptes/ecoles/" + reperes.ecole("0110358E"))).contains("[Comptes]");
        assertThat(tabs(head, "/comptes/classes/" + classe)).contains("[Comptes]");
        assertThat(tabs(head, "/journal")).contains("[Comptes]");
        assertThat(tabs(head, "/annuaire/personnes"))
                .containsExactly("École", "Familles", "Travail à faire", "Classes", "Comptes");
        var teacher = reperes.personne("11", Nature.PERSONNEL, "300102");
        var sienne = jdbc.sql("select classe_id from annuaire.enseigne where personnel_id = :p limit 1")
                .param("p", teacher)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(tabs(teacher, "/"))
                .containsExactly("[Journée]", "Familles", "Travail à faire", "Classe", "Messages");
        for (var page :
                List.of("/annuaire/classes/" + sienne, eleve, "/comptes/classes/" + sienne, "/classe/ouverture")) {
            assertThat(tabs(teacher, page))
                    .as(page)
                    .containsExactly("Journée", "Familles", "Travail à faire", "[Classe]", "Messages");
        }
        assertThat(tabs(teacher, "/mon-compte"))
                .containsExactly("Journée", "Familles", "Travail à faire", "Classe", "Messages");
        var vidal = jdbc.sql("select id from annuaire.agent where nom = 'Vidal'")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
        assertThat(tabs(vidal, "/")).containsExactly("[Annuaire]", "Écoles", "Comptes", "Imports", "Journal");
        assertThat(tabs(vidal, "/annuaire/agents/nouveau")).contains("[Annuaire]");
        assertThat(tabs(vidal, "/annuaire/personnes")).contains("[Annuaire]");
        assertThat(tabs(vidal, ecole + "/equipe")).contains("[Écoles]");
        assertThat(tabs(vidal, ecole + "/classes")).contains("[Écoles]");
        assertThat(tabs(vidal, "/comptes/chartes")).contains("[Comptes]");
        assertThat(tabs(vidal, "/annuaire/lots")).contains("[Imports]");
    }

    /// The labels of the menu, the current one between brackets.
    private List<String> tabs(UUID personne, String path) {
        var answer = mvc.get()
                .uri(path)
                .cookie(new EnTantQue(context).personne(personne))
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return Pattern.compile(
                        "ent-onglets__lien\" href=\"[^\"]*\"( aria-current=\"page\")?>(?s:.*?)<span>([^<]*)</span>")
                .matcher(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .results()
                .map(tab -> tab.group(1) == null ? tab.group(2) : "[" + tab.group(2) + "]")
                .toList();
    }

    private String page(UUID personne) {
        var answer = mvc.get()
                .uri("/confort")
                .cookie(new EnTantQue(context).personne(personne))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }
}
