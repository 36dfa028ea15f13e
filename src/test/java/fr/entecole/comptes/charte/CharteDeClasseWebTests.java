package fr.entecole.comptes.charte;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A charter that those who do not read have to hear is read once, to all, by who teaches them.
@MondeTest
class CharteDeClasseWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    ApplicationContext context;

    @Test
    void isHeardByTheWholeClassAtOnceSoThatNoChildMeetsItAlone() {
        var as = new EnTantQue(context);
        var moyenne = reperes.classe("11", "521");
        var younes = reperes.personne("11", Nature.ELEVE, "500102");
        var aya = reperes.personne("11", Nature.ELEVE, "500133");
        var teacher = as.personne(reperes.personne("11", Nature.PERSONNEL, "300108"));
        var charte = newer();
        var device = open(teacher, moyenne);
        assertThat(touch(device, younes)).hasRedirectedUrl("/charte");

        teacher = as.personne(reperes.personne("11", Nature.PERSONNEL, "300108"));
        assertThat(words("/classe/ouverture", teacher)).contains("24 enfants ne l’ont pas encore entendue");
        var page = "/classe/" + moyenne + "/charte";
        assertThat(words(page, teacher)).contains("Nous l’avons écoutée ensemble", "Je chante.");
        var stranger = as.personne(reperes.personne("11", Nature.PERSONNEL, "300103"));
        assertThat(mvc.get().uri(page).cookie(stranger)).hasStatus(404);
        assertThat(post(page, stranger, "charte", charte)).hasStatus(404);
        assertThat(heard(charte)).isZero();

        assertThat(post(page, teacher, "charte", charte)).hasRedirectedUrl("/classe/ouverture");
        assertThat(post(page, teacher, "charte", charte)).as("twice is once").hasStatus(303);
        assertThat(heard(charte)).isEqualTo(24);
        assertThat(words("/classe/ouverture", teacher)).doesNotContain("pas encore entendue");
        assertThat(words(page, teacher)).contains("Toute la classe l’a entendue");
        assertThat(jdbc.sql("select count(*) from journal.fait where action = 'charte-lue-en-classe'")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(touch(open(teacher, moyenne), aya)).hasRedirectedUrl("/");
    }

    private UUID newer() {
        return jdbc.sql("""
                        insert into comptes.charte (texte, version, effet_le, corps, empreinte)
                        select 'ELEVE_CYCLE_1_2', 99, current_date, c.corps, sha256(convert_to(c.corps, 'UTF8'))
                          from (values (E'# Les règles\\n\\n## [fleur] Je chante.\\n')) c (corps) returning id
                        """).query((rs, _) -> rs.getObject(1, UUID.class)).single();
    }

    private int heard(UUID charte) {
        return jdbc.sql("select count(*) from comptes.accord where charte_id = :c and reponse = 'ENTENDUE'")
                .param("c", charte)
                .query(Integer.class)
                .single();
    }

    private Cookie open(Cookie teacher, UUID classe) {
        var opened = post("/classe/ouverture", teacher, "classe", classe);
        assertThat(opened).hasStatus(303);
        return Objects.requireNonNull(opened.getResponse().getCookie("session"));
    }

    private MvcTestResult touch(Cookie device, UUID eleve) {
        return post("/classe/eleve", device, "eleve", eleve);
    }

    private MvcTestResult post(String path, Cookie cookie, String field, UUID value) {
        return mvc.post()
                .uri(path)
                .param(field, value.toString())
                .cookie(cookie)
                .with(formulaire())
                .exchange();
    }

    private String words(String path, Cookie cookie) {
        var answer = mvc.get().uri(path).cookie(cookie).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }
}
