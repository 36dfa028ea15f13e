package fr.entecole.comptes.activation;

import static fr.entecole.Formulaire.formulaire;
import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Sheets where two people are easily taken for one, or where somebody's right ends while they type. The child of an
/// invented parent was born on 1 March 2017.
@EntTest
class ActivationDifficileWebTests {

    private static final String SECRET = "Lilas7vert";
    private static final Map<String, String> DATE = Map.of("etape", "date", "jour", "1", "mois", "3", "annee", "2017");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Codes codes;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID mere;
    UUID pere;
    UUID enfant;
    UUID par;

    @BeforeEach
    void aMotherAndAFatherOfOneChild() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        var personnages = new Personnages(jdbc);
        mere = personnages.add(Profil.PARENT);
        pere = personnages.add(Profil.PARENT);
        par = as.account(personnages.add(Profil.DIRECTEUR));
        enfant = childOf(mere);
        jdbc.sql("update annuaire.lien set eleve_id = :enfant where responsable_id = :pere")
                .param("enfant", enfant)
                .param("pere", pere)
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void givesTheSecondParentAtOneScreenAStayOfTheirOwn() {
        var his = session(activate(issue(pere), SECRET));
        assertThat(words(get(his, "/mon-compte"))).contains(login(pere));
        var entered = activate(issue(mere), "Mauve9-lac", his);
        assertThat(entered).hasStatus(303);
        var hers = session(entered);
        assertThat(hers.getValue()).isNotEqualTo(his.getValue());
        assertThat(words(get(hers, "/mon-compte"))).contains(login(mere)).doesNotContain(login(pere));
        assertThat(get(his, "/mon-compte"))
                .as("his stay is over on this screen")
                .hasRedirectedUrl("/connexion");
        assertThat(joined()).as("nothing has made one of them").isZero();
        assertThat(signIn(pere, SECRET)).as("and he comes in as before").hasRedirectedUrl("/");
    }

    /// Of the same day, in the same class, with the same parents.
    @Test
    void tellsTwinsApartByTheirAccountsAndTheirParentsOnlyByTheirSheet() {
        var jumeau = jdbc.sql("""
                        insert into annuaire.eleve (academie, structure_id, nom, prenom, date_naissance, niveau)
                        select academie, structure_id, nom, 'ALMA', date_naissance, niveau from annuaire.eleve
                         where id = :enfant returning id
                        """).param("enfant", enfant).query(UUID.class).single();
        jdbc.sql("""
                        insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                        select :jumeau, responsable_id, code, depuis from annuaire.lien where eleve_id = :enfant
                        """).param("jumeau", jumeau).param("enfant", enfant).update();
        as.forgetWhatThisNodeRemembers();
        assertThat(login(enfant)).isNotEqualTo(login(jumeau));
        var hers = session(activate(issue(mere), SECRET));
        assertThat(words(get(hers, "/"))).contains("Adam", "Alma");
        assertThat(activate(issue(pere), "Mauve9-lac"))
                .as("the birthday is both children's, the sheet his alone")
                .hasStatus(303);
        assertThat(signIn(mere, "Mauve9-lac")).hasStatus(422);
        as.givePassword(as.account(enfant), "lilasvert7");
        assertThat(signIn(jumeau, "lilasvert7")).as("not the twin's").hasStatus(422);
        assertThat(signIn(enfant, "lilasvert7")).hasStatus(303);
    }

    @Test
    void opensNothingForWhoLosesAuthorityBetweenTheDateAndThePassword() {
        var code = issue(mere);
        assertThat(words(send(merged(DATE, Map.of("code", code))))).contains("Choisissez votre mot de passe");
        jdbc.sql("update annuaire.lien set retire_le = now() where responsable_id = :mere")
                .param("mere", mere)
                .update();
        as.forgetWhatThisNodeRemembers();
        var late = activate(code, SECRET);
        assertThat(late.getResponse().getStatus()).isGreaterThanOrEqualTo(400);
        assertThat(late.getResponse().getCookie("session")).isNull();
        assertThat(jdbc.sql(
                                "select count(*) from comptes.compte where personne_id = :mere and mot_de_passe is not null")
                        .param("mere", mere)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(activate(issue(pere), SECRET)).as("the father's sheet").hasStatus(303);
    }

    @Test
    void opensNothingOfAChildForWhoIsKeptOutBetweenTheDateAndThePassword() {
        var code = issue(mere);
        var other = jdbc.sql("""
                        insert into annuaire.eleve (academie, structure_id, nom, prenom, date_naissance, niveau)
                        select academie, structure_id, nom, 'ZELIE', date '2019-05-05', niveau from annuaire.eleve
                         where id = :enfant returning id
                        """).param("enfant", enfant).query(UUID.class).single();
        jdbc.sql(
                        "insert into annuaire.lien (eleve_id, responsable_id, code, depuis) values (:autre, :mere, '1', current_date)")
                .param("autre", other)
                .param("mere", mere)
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(send(merged(DATE, Map.of("code", code)))).hasStatusOk();
        jdbc.sql("update annuaire.lien set retire_le = now() where responsable_id = :mere and eleve_id = :enfant")
                .param("mere", mere)
                .param("enfant", enfant)
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(activate(code, SECRET).getResponse().getStatus())
                .as("the birthday of a child who is no longer theirs")
                .isGreaterThanOrEqualTo(400);
        var entered = send(merged(
                Map.of("etape", "mot-de-passe", "jour", "5", "mois", "5", "annee", "2019"),
                Map.of("code", code, "motDePasse", SECRET, "confirmation", SECRET)));
        assertThat(entered).hasStatus(303);
        assertThat(words(get(session(entered), "/"))).contains("Zelie").doesNotContain("Adam");
    }

    private UUID childOf(UUID responsable) {
        return jdbc.sql("select eleve_id from annuaire.lien where responsable_id = :r")
                .param("r", responsable)
                .query(UUID.class)
                .single();
    }

    private String issue(UUID personne) {
        as.account(personne);
        return codes.issue(List.of(personne), par, null).get(personne);
    }

    private String login(UUID personne) {
        return as.login(as.account(personne));
    }

    private int joined() {
        return jdbc.sql("select count(*) from comptes.compte where rejoint_id is not null and personne_id in (:deux)")
                .param("deux", List.of(mere, pere))
                .query(Integer.class)
                .single();
    }

    private MvcTestResult activate(String code, String motDePasse, Cookie... browser) {
        return send(
                merged(
                        DATE,
                        Map.of(
                                "code",
                                code,
                                "etape",
                                "mot-de-passe",
                                "motDePasse",
                                motDePasse,
                                "confirmation",
                                motDePasse)),
                browser);
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> then) {
        var all = new HashMap<>(first);
        all.putAll(then);
        return all;
    }

    private MvcTestResult send(Map<String, String> fields, Cookie... browser) {
        var request = mvc.post().uri("/activation").with(formulaire());
        fields.forEach(request::param);
        return (browser.length == 0 ? request : request.cookie(browser)).exchange();
    }

    private MvcTestResult signIn(UUID personne, String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", login(personne))
                .param("motDePasse", motDePasse)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult get(Cookie session, String path) {
        var answer = mvc.get().uri(path).cookie(session).exchange();
        assertThat(answer.getResponse().getStatus()).as(path).isLessThan(400);
        return answer;
    }

    private static Cookie session(MvcTestResult entered) {
        assertThat(entered).hasStatus(303);
        return Arrays.stream(entered.getResponse().getCookies())
                .filter(one -> one.getName().equals("session"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
