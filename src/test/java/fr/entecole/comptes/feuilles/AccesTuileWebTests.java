package fr.entecole.comptes.feuilles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@MondeTest
class AccesTuileWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;
    UUID castans;

    @BeforeEach
    void cast() {
        as = new EnTantQue(context);
        castans = reperes.personne("11", Nature.PERSONNEL, "300101");
    }

    @Test
    void leavesASingleSchoolUnnamed() {
        assertThat(home(as.personne(castans)))
                .contains("Les accès de l’école")
                .doesNotContain("Les accès : École", "jamais venues, École");
    }

    @Test
    void namesEachSchoolOfAHeadOfTwoAndWhatWaitsThere() {
        var mistral = reperes.ecole("0110357D");
        directsToo(mistral);
        jdbc.sql("""
                        update comptes.compte set active_le = null
                         where personne_id in (select personne_id from annuaire.famille(current_date) where ecole_id = :ecole)
                        """).param("ecole", mistral).update();
        var cookie = as.personne(castans);
        assertThat(home(cookie))
                .contains(
                        "Les accès : École élémentaire Marie Curie",
                        "Les accès : École élémentaire Frédéric Mistral",
                        "jamais venues, École élémentaire Marie Curie",
                        "jamais venues, École élémentaire Frédéric Mistral",
                        "Voir qui manque – École élémentaire Marie Curie",
                        "Voir qui manque – École élémentaire Frédéric Mistral")
                .doesNotContain("Les accès de l’école");
        assertThat(ComptageSql.during(() -> home(cookie))).hasSize(1);
    }

    @Test
    void saysYourClassesToATeacherOfTwo() {
        var faure = reperes.personne("16", Nature.PERSONNEL, "300102");
        jdbc.sql("""
                        update comptes.compte set active_le = null
                         where personne_id in (select f.personne_id from annuaire.famille(current_date) f
                                                 join annuaire.enseigne n on n.classe_id = f.classe_id
                                                where n.personnel_id = :faure)
                        """).param("faure", faure).update();
        assertThat(home(as.personne(faure)))
                .contains("familles de vos classes ne sont pas encore venues")
                .doesNotContain("de votre classe");
    }

    @Test
    void countsInTheSingularWhoCameAlone() {
        jdbc.sql("""
                        update comptes.compte set active_le = null
                         where personne_id in (select personne_id from annuaire.famille(current_date) where nature = 'RESPONSABLE'
                                                  and ecole_id = :ecole)
                        """).param("ecole", reperes.ecole("0110358E")).update();
        assertThat(home(as.personne(castans))).contains("responsable venu, sur").doesNotContain("responsables venus");
    }

    @Test
    void countsSiblingsAsOneFamilyAndAsThePageDoes() {
        var esteve = as.personne(reperes.personne("11", Nature.PERSONNEL, "300102"));
        var head = as.personne(castans);
        jdbc.sql("""
                        update comptes.compte set active_le = null
                         where personne_id in (select personne_id from annuaire.famille(current_date)
                                                where nature = 'RESPONSABLE' and ecole_id = :ecole)
                        """).param("ecole", reperes.ecole("0110358E")).update();
        int school = families("/", head);
        int classe = families("/", esteve);
        var page = "/comptes/ecoles/" + reperes.ecole("0110358E") + "/familles";
        assertThat(families(page, head)).isEqualTo(school);
        jdbc.sql(
                        "insert into annuaire.lien (eleve_id, responsable_id, code, depuis) values (:nino, :aude, '90', current_date)")
                .param("nino", reperes.personne("11", Nature.ELEVE, "500112"))
                .param("aude", reperes.personne("11", Nature.RESPONSABLE, "700108"))
                .update();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(families("/", head)).isEqualTo(school - 1);
            assertThat(families("/", esteve)).isEqualTo(classe - 1);
            assertThat(families(page, head)).isEqualTo(school - 1);
            assertThat(home(page, head)).containsPattern("Zoé Delmas[^.]*Nino Lacaze|Nino Lacaze[^.]*Zoé Delmas");
        } finally {
            jdbc.sql("delete from annuaire.lien where code = '90' and responsable_id = :aude")
                    .param("aude", reperes.personne("11", Nature.RESPONSABLE, "700108"))
                    .update();
        }
    }

    private int families(String path, Cookie who) {
        var found = java.util.regex.Pattern.compile("(\\d+) familles").matcher(home(path, who));
        assertThat(found.find()).as(path).isTrue();
        return Integer.parseInt(found.group(1));
    }

    @AfterEach
    void directsOneSchoolAgain() {
        jdbc.sql("delete from annuaire.fonction where personnel_id = :p and structure_id = :e")
                .param("p", castans)
                .param("e", reperes.ecole("0110357D"))
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    private void directsToo(UUID ecole) {
        jdbc.sql("""
                        insert into annuaire.fonction (personnel_id, structure_id, code, directeur, source, depuis)
                        values (:p, :e, 'D0000', true, 'AAF', current_date) on conflict do nothing
                        """).param("p", castans).param("e", ecole).update();
        as.forgetWhatThisNodeRemembers();
    }

    private String home(Cookie cookie) {
        return home("/", cookie);
    }

    private String home(String path, Cookie cookie) {
        var answer = mvc.get().uri(path).cookie(cookie).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", "")
                .replace('\u00a0', ' ');
    }
}
