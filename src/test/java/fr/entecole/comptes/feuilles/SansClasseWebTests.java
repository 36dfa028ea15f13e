package fr.entecole.comptes.feuilles;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Pupils whom the feed puts in no class: Zoé and Timéo, who were of the CM1, and Lou, who was of the CP.
@MondeTest
class SansClasseWebTests {

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
    UUID esteve;
    UUID curie;
    UUID zoe;
    String sansClasse;

    @BeforeEach
    void noClassForThree() {
        as = new EnTantQue(context);
        castans = personnel("300101");
        esteve = personnel("300102");
        curie = reperes.ecole("0110358E");
        zoe = reperes.personne("11", Nature.ELEVE, "500107");
        sansClasse = "/comptes/classes/" + curie;
    }

    private void without() {
        change("current_date");
    }

    @AfterEach
    void backInTheirClasses() {
        change("null");
    }

    private void change(String fin) {
        jdbc.sql("""
                        update annuaire.eleve_classe set fini_le = %s
                         where eleve_id in (select id from annuaire.eleve e where e.academie = '11' and e.structure_id = :e
                                             and (e.aaf_id = '500107' or (e.prenom ilike 'tim_o' and e.nom ilike 'galy')
                                                  or (e.prenom ilike 'lou' and e.niveau = 'CP')))
                        """.formatted(fin)).param("e", curie).update();
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void isShownToTheHeadOfTheirSchoolOnly() {
        without();
        for (var page : List.of("/annuaire/classes/" + curie, sansClasse)) {
            for (var stranger :
                    new UUID[] {esteve, personnel("300109"), reperes.personne("11", Nature.RESPONSABLE, "700101")}) {
                assertThat(get(stranger, page).getStatus()).as(page).isNotEqualTo(200);
            }
            assertThat(words(castans, page))
                    .contains("Sans classe", "Aude Delmas")
                    .contains("Timéo")
                    .doesNotContain("Yvan", "Nègre");
        }
        assertThat(words(castans, "/annuaire/eleves/" + zoe)).contains("Sans classe");
        assertThat(get(esteve, "/annuaire/eleves/" + zoe).getStatus()).isEqualTo(404);
    }

    @Test
    void countsInEachTotalTheSameWay() {
        var home = counted(words(castans, "/"), "(\\d+) élèves\\.");
        var accesses = words(castans, "/comptes/ecoles/" + curie);
        var never = counted(accesses, "responsables jamais venus</dt><dd>(\\d+)");
        var files = words(castans, "/comptes/ecoles/" + curie + "/familles");
        without();
        assertThat(counted(words(castans, "/"), "(\\d+) élèves\\.")).isEqualTo(home);
        assertThat(words(castans, "/")).contains("Sans classe").contains("/annuaire/classes/" + curie);
        assertThat(words(castans, "/annuaire/classes/toutes")).contains("Sans classe");
        var region = jdbc.sql("select id from annuaire.agent where profil = 'ADMINISTRATEUR'")
                .query(UUID.class)
                .single();
        assertThat(words(region, "/annuaire/ecoles/" + curie)).contains("Sans classe");
        assertThat(counted(words(castans, "/comptes/ecoles/" + curie), "responsables jamais venus</dt><dd>(\\d+)"))
                .isEqualTo(never);
        var sansClasse = words(castans, "/comptes/ecoles/" + curie + "/familles");
        var children = "(\\d+) familles ne sont encore";
        assertThat(counted(sansClasse, children)).isEqualTo(counted(files, children));
        assertThat(sansClasse).contains("Aude Delmas", "Sans classe");
    }

    @Test
    void hasASheetAndAWayToBeReached() throws Exception {
        without();
        assertThat(words(castans, sansClasse)).contains("Entrera par la page de sa classe");
        assertThat(pdf(post(sansClasse + "/feuilles", "responsables", "true")))
                .contains("Mme Aude Delmas-Roques responsable de Zoé, CM1")
                .doesNotContain("Yvan");
        assertThat(post("/comptes/personnes/" + zoe + "/acces", "x", "x").getStatus())
                .isEqualTo(303);
        var found = post("/annuaire/personnes", "nom", "aude delmas");
        assertThat(new String(found.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("/annuaire/eleves/" + zoe);
    }

    private MockHttpServletResponse get(UUID who, String path) {
        return mvc.get().uri(path).cookie(as.personne(who)).exchange().getResponse();
    }

    private MockHttpServletResponse post(String path, String field, String value) {
        return mvc.post()
                .uri(path)
                .cookie(as.personne(castans))
                .with(formulaire())
                .param(field, value)
                .exchange()
                .getResponse();
    }

    private String words(UUID who, String path) {
        var answer = get(who, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private static String pdf(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private UUID personnel(String id) {
        return reperes.personne("11", Nature.PERSONNEL, id);
    }

    private static String counted(String words, String pattern) {
        var found = Pattern.compile(pattern).matcher(words);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
