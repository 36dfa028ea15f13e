package fr.entecole.comptes.activation;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.comptes.Empreinte;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EntTest
class PremiereConnexionWebTests {

    private static final String SECRET = "Trois5chevauxGris";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CreerAdministrateur commande;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void noAdministrator() {
        jdbc.sql("truncate comptes.compte cascade").update();
        jdbc.sql("truncate comptes.session, comptes.essai, annuaire.agent").update();
    }

    @Test
    void theRegionsAdministratorChoosesAPasswordAndIsIn() {
        var jeton = jeton(link("Florence", "Vidal"));
        assertThat(open(jeton))
                .hasStatusOk()
                .bodyText()
                .contains("florence.vidal")
                .contains("14 caractères");
        var entered = choose(jeton, SECRET, SECRET);
        assertThat(entered).as("the charter comes first").hasStatus(303).hasRedirectedUrl("/charte");
        assertThat(mvc.get().uri("/charte").cookie(entered.getResponse().getCookie("session")))
                .hasStatusOk()
                .bodyText()
                .contains("Florence Vidal");
        assertThat(actions()).containsExactly("lien-administrateur", "mot-de-passe-choisi", "connexion");
    }

    @Test
    void aLinkServesOnce() {
        var jeton = jeton(link("Florence", "Vidal"));
        assertThat(choose(jeton, SECRET, SECRET)).hasStatus(303);
        assertThat(open(jeton)).hasStatus(410).bodyText().contains("Ce lien ne sert plus");
        assertThat(choose(jeton, "Quatre6chevauxVerts", "Quatre6chevauxVerts")).hasStatus(410);
    }

    @Test
    void aLinkEndsAfterTwoDays() {
        var jeton = jeton(link("Florence", "Vidal"));
        assertThat(jdbc.sql("select extract(epoch from expire_le - created_at)::int from comptes.lien_unique")
                        .query(Integer.class)
                        .single())
                .isBetween(48 * 3600 - 60, 48 * 3600 + 60);
        jdbc.sql("update comptes.lien_unique set expire_le = now() - interval '1 second'")
                .update();
        assertThat(open(jeton)).hasStatus(410);
    }

    @Test
    void anInventedLinkOpensNothing() {
        assertThat(open(Empreinte.newSecret())).hasStatus(410);
        assertThat(open("1")).hasStatus(410);
        assertThat(open(" ")).hasStatus(422).bodyText().contains("Collez le lien en entier");
    }

    @Test
    void theSameNameGetsTheSameAccountAndANewLink() {
        var first = jeton(link("Florence", "Vidal"));
        var second = jeton(link("florence", "VIDAL"));
        assertThat(jdbc.sql("select login from comptes.compte")
                        .query(String.class)
                        .list())
                .containsExactly("florence.vidal");
        assertThat(open(first)).hasStatus(410);
        assertThat(open(second)).hasStatusOk();
    }

    @Test
    void aNewPasswordEndsEveryOtherStay() {
        var old = choose(jeton(link("Florence", "Vidal")), SECRET, SECRET)
                .getResponse()
                .getCookie("session");
        assertThat(choose(jeton(link("Florence", "Vidal")), "Quatre6chevauxVerts", "Quatre6chevauxVerts"))
                .hasStatus(303);
        assertThat(mvc.get().uri("/essai/tous").cookie(old)).hasRedirectedUrl("/connexion");
    }

    @Test
    void saysWhatIsWrongWithAPasswordAndKeepsTheLink() {
        var jeton = jeton(link("Florence", "Vidal"));
        assertThat(choose(jeton, "court", "court"))
                .hasStatus(422)
                .bodyText()
                .contains("pas assez long", "value=\"court\"", "Proposez-moi un mot de passe");
        assertThat(choose(jeton, SECRET, SECRET + "1"))
                .hasStatus(422)
                .bodyText()
                .contains("ne sont pas les mêmes");
        assertThat(open(jeton)).hasStatusOk();
    }

    @Test
    void neverStoresTheLinkItself() {
        var jeton = jeton(link("Florence", "Vidal"));
        assertThat(jeton).hasSize(43);
        assertThat(jdbc.sql("select count(*) from comptes.lien_unique l where l::text like '%' || :jeton || '%'")
                        .param("jeton", jeton)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void takesTheWholeLinkAsPasted() {
        assertThat(mvc.get().uri("/premiere-connexion"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"jeton\"");
        assertThat(open(" " + link("Florence", "Vidal") + " "))
                .hasStatusOk()
                .bodyText()
                .contains("florence.vidal");
    }

    @Test
    void theCommandWantsAFirstNameAndAName() {
        assertThat(run("Florence").code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from annuaire.agent")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String link(String... words) {
        var done = run(words);
        assertThat(done.code()).isZero();
        return done.output().strip();
    }

    /// Where no server and no proxy receives it.
    private static String jeton(String link) {
        assertThat(link)
                .startsWith("http://127.0.0.1:")
                .contains("/premiere-connexion#")
                .doesNotContain("\n");
        return link.substring(link.indexOf('#') + 1);
    }

    private MvcTestResult open(String jeton) {
        return mvc.post()
                .uri("/premiere-connexion")
                .param("jeton", jeton)
                .with(formulaire())
                .exchange();
    }

    private Done run(String... words) {
        var output = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            return new Done(commande.run(List.of(words)), output.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
    }

    private MvcTestResult choose(String jeton, String motDePasse, String confirmation) {
        return mvc.post()
                .uri("/premiere-connexion")
                .param("jeton", jeton)
                .param("etape", "mot-de-passe")
                .param("motDePasse", motDePasse)
                .param("confirmation", confirmation)
                .with(formulaire())
                .exchange();
    }

    private List<String> actions() {
        return jdbc.sql(
                        "select action from journal.fait where objet_id = (select id::text from comptes.compte) order by id")
                .query(String.class)
                .list();
    }

    private record Done(int code, String output) {}
}
