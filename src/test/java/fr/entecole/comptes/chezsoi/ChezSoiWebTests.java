package fr.entecole.comptes.chezsoi;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Younes Benali is in MS, his sister Inès in CM1; Samira and Karim are their guardians.
@MondeTest
class ChezSoiWebTests {

    private static final String PASSWORD = "Le-verger-dort-1";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID samira;
    UUID younes;
    UUID ines;

    @BeforeEach
    void aFamily() {
        as = new EnTantQue(context);
        samira = responsable("SAMIRA", "BENALI");
        younes = eleve("YOUNES", "BENALI");
        ines = eleve("INES", "BENALI");
        as.account(younes);
        as.givePassword(as.account(samira), PASSWORD);
    }

    @Test
    void opensNobodysPageButAYoungChildOfOnesOwn() {
        var parent = as.personne(samira);
        assertThat(open(parent, ines)).as("CM1 signs in").hasStatus(404);
        assertThat(text(get("/annuaire/enfants/" + ines, parent))).doesNotContain("Ouvrir la page");
        assertThat(open(parent, UUID.randomUUID())).hasStatus(404);
        assertThat(open(as.personne(responsable("OLENA", "KOVALENKO")), younes)).hasStatus(404);
        assertThat(open(as.personne(reperes.personne("11", Nature.PERSONNEL, "300108")), younes))
                .hasStatus(404);
        assertThat(open(as.personne(ines), younes)).hasStatus(404);
        assertThat(mvc.post().uri("/chez-soi/" + younes).with(formulaire())).hasRedirectedUrl("/connexion");
    }

    @Test
    void answersNobodyWhoHasOpenedNone() {
        var parent = as.personne(samira);
        assertThat(get("/chez-soi", parent)).hasRedirectedUrl("/");
        for (var route : List.of("retour", "page", "sortie")) {
            assertThat(post("/chez-soi/" + route, parent)).hasRedirectedUrl("/");
        }
        assertThat(get("/", parent)).as("nobody is signed out").hasStatusOk();
    }

    @Test
    void letsTheChildSeeNothingOfTheParents() {
        var device = opened();
        assertThat(text(get("/", device)))
                .contains("Younes", "C’est fini", "data-registre=\"maternelle\"")
                .doesNotContain("Samira", "Inès");
        for (var path : List.of(
                "/annuaire/enfants/" + younes,
                "/annuaire/enfants/" + ines,
                "/mon-compte",
                "/liaison/familles",
                "/liaison/familles/nouveau?quoi=absence")) {
            assertThat(get(path, device)).as(path).hasStatus(404);
        }
        assertThat(open(device, ines)).hasStatus(404);
        assertThat(ComptageSql.ofPage(() -> get("/", device))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keepsNoPageForTheBackButtonOfTheBrowser() {
        var parent = as.personne(samira);
        for (var answer : List.of(get("/", parent), get("/annuaire/enfants/" + younes, parent), open(parent, younes))) {
            assertThat(answer.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                    .contains("no-store");
        }
        assertThat(get("/annuaire/enfants/" + younes, parent)).hasStatus(404);
    }

    @Test
    void losesNothingWhenTheButtonIsTouchedTwice() {
        var device = opened();
        assertThat(open(device, younes)).hasStatus(303).hasRedirectedUrl("/");
        assertThat(finish(device)).hasRedirectedUrl("/chez-soi");
        assertThat(finish(device)).hasRedirectedUrl("/chez-soi");
        assertThat(text(get("/chez-soi", device))).contains("Votre mot de passe");
    }

    @Test
    void givesThePageBackForTheParentsPasswordAlone() {
        var device = opened();
        assertThat(comeBack(device, PASSWORD)).as("while the child is there").hasRedirectedUrl("/");
        assertThat(text(get("/", device))).contains("Younes");
        assertThat(finish(device)).hasStatus(303);
        assertThat(get("/", device)).hasRedirectedUrl("/chez-soi");
        assertThat(get("/annuaire/enfants/" + younes, device)).hasRedirectedUrl("/chez-soi");
        assertThat(comeBack(device, "")).hasStatus(422);
        assertThat(comeBack(device, "Autre-chose-2")).hasStatus(422);
        assertThat(get("/", device)).hasRedirectedUrl("/chez-soi");
        var back = comeBack(device, PASSWORD);
        assertThat(back).hasStatus(303).hasRedirectedUrl("/");
        var parent = session(back);
        assertThat(parent.getValue()).isNotEqualTo(device.getValue());
        assertThat(text(get("/", parent))).contains("Samira");
        assertThat(get("/", device)).as("what the child had is over").hasRedirectedUrl("/connexion");
        assertThat(facts("page-enfant-ouverte")).isPositive();
        assertThat(facts("page-enfant-rendue")).isPositive();
    }

    @Test
    void slowsWhoeverTriesAndNeverTheParentsOwnDoor() {
        var device = opened();
        assertThat(finish(device)).hasStatus(303);
        for (int i = 0; i < 5; i++) {
            assertThat(comeBack(device, "mauvais")).hasStatus(422);
        }
        jdbc.sql("update comptes.essai set echecs = echecs + 10 where dernier_le > now() - interval '1 minute'")
                .update();
        assertThat(comeBack(device, PASSWORD)).as("even the right one waits").hasStatus(429);
        assertThat(mvc.post()
                        .uri("/connexion")
                        .param("identifiant", as.login(as.account(samira)))
                        .param("motDePasse", PASSWORD)
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(post("/chez-soi/sortie", device)).hasRedirectedUrl("/connexion?sortie=adulte");
        assertThat(get("/", device)).hasRedirectedUrl("/connexion");
    }

    @Test
    void leavesNothingOfTheParentsOpenWhenTheEntIsLeft() {
        var device = opened();
        assertThat(post("/chez-soi/sortie", device))
                .as("while the child is there")
                .hasRedirectedUrl("/connexion?sortie=adulte");
        for (var path : List.of("/", "/annuaire/enfants/" + younes, "/mon-compte", "/liaison")) {
            assertThat(get(path, device)).as(path).hasRedirectedUrl("/connexion");
        }
        assertThat(get("/chez-soi", device)).as("nothing to come back to").hasRedirectedUrl("/");
        assertThat(comeBack(device, PASSWORD)).hasRedirectedUrl("/");
        assertThat(get("/", device)).hasRedirectedUrl("/connexion");
        var finished = opened();
        assertThat(finish(finished)).hasStatus(303);
        assertThat(post("/chez-soi/sortie", finished)).hasRedirectedUrl("/connexion?sortie=adulte");
        assertThat(get("/liaison", finished)).hasRedirectedUrl("/connexion");
    }

    @Test
    void bringsAChildBackWhoHasFinishedTooEarly() {
        var device = opened();
        assertThat(finish(device)).hasStatus(303);
        assertThat(text(get("/chez-soi", device))).contains("Revenir sur la page de Younes");
        assertThat(post("/chez-soi/page", device)).hasRedirectedUrl("/");
        assertThat(text(get("/", device))).contains("Younes", "C’est fini");
    }

    @Test
    void endsAtTheNextPageWhenTheGuardianIsKeptOut() {
        var device = opened();
        var restriction = jdbc.sql("""
                        insert into annuaire.restriction (responsable_id, eleve_id, depuis, preuve, posee_le)
                        values (:responsable, :eleve, current_date - 1, 'jugement', clock_timestamp()) returning id
                        """)
                .param("responsable", samira)
                .param("eleve", younes)
                .query(UUID.class)
                .single();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(get("/", device)).hasRedirectedUrl("/chez-soi");
            assertThat(text(get("/chez-soi", device)))
                    .contains("n’est plus ouverte ici")
                    .doesNotContain("Younes");
            assertThat(post("/chez-soi/page", device)).hasRedirectedUrl("/chez-soi");
            assertThat(get("/", device)).hasRedirectedUrl("/chez-soi");
        } finally {
            jdbc.sql("delete from annuaire.restriction where id = :id")
                    .param("id", restriction)
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void endsWhenTheChildLearnsToReadAndSignIn() {
        var device = opened();
        jdbc.sql("update annuaire.eleve set niveau = 'CE2' where id = :id")
                .param("id", younes)
                .update();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(get("/", device)).hasRedirectedUrl("/chez-soi");
        } finally {
            jdbc.sql("update annuaire.eleve set niveau = 'MS' where id = :id")
                    .param("id", younes)
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void endsWithEveryOtherStayOfTheParent() {
        var device = opened();
        context.getBean(MotsDePasse.class)
                .set(
                        as.account(samira),
                        MotDePasseChoisi.of("Le-moulin-rit-3", context.getBean(Hachage.class)),
                        "127.0.0.1");
        assertThat(get("/", device)).hasRedirectedUrl("/connexion");
        assertThat(get("/chez-soi", device)).hasRedirectedUrl("/");
    }

    @Test
    void readsTheCharterFirstToAChildWhoHasNotHeardIt() {
        context.getBean(Comptes.class).createMissing();
        var pair = jdbc.sql("""
                        select f.personne_id, f.eleve_id from annuaire.famille(current_date) f
                          join comptes.compte c on c.personne_id = f.eleve_id
                          join annuaire.ouverte o on o.ecole_id = f.ecole_id
                         where f.nature = 'RESPONSABLE' and annuaire.petit(f.niveau)
                           and not exists (select 1 from comptes.accord a where a.compte_id = c.id)
                         order by 1, 2 limit 1
                        """)
                .query((rs, _) -> Map.entry(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .single();
        var device = as.personne(pair.getKey());
        assertThat(open(device, pair.getValue())).hasRedirectedUrl("/charte");
        assertThat(text(get("/charte", device))).contains("C’est fini");
        assertThat(get("/", device)).as("it is read to them, and stops nobody").hasStatusOk();
    }

    @Test
    void recordsWhatTheChildDoesAsTheirs() {
        var before = entries();
        assertThat(finish(opened())).hasStatus(303);
        assertThat(entries()).as("in and out").isEqualTo(before + 2);
    }

    private int entries() {
        return jdbc.sql(
                        "select count(*) from journal.fait where action in ('connexion', 'deconnexion') and acteur_compte = :compte")
                .param("compte", as.account(younes))
                .query(Integer.class)
                .single();
    }

    private Cookie opened() {
        var device = as.personne(samira);
        assertThat(text(get("/annuaire/enfants/" + younes, device))).contains("Ouvrir la page de Younes");
        assertThat(open(device, younes)).hasStatus(303).hasRedirectedUrl("/");
        return device;
    }

    private MvcTestResult open(Cookie cookie, UUID eleve) {
        return post("/chez-soi/" + eleve, cookie);
    }

    private MvcTestResult finish(Cookie cookie) {
        return post("/deconnexion", cookie);
    }

    private MvcTestResult comeBack(Cookie cookie, String motDePasse) {
        return mvc.post()
                .uri("/chez-soi/retour")
                .param("motDePasse", motDePasse)
                .cookie(cookie)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult get(String path, Cookie cookie) {
        return mvc.get().uri(path).cookie(cookie).exchange();
    }

    private MvcTestResult post(String path, Cookie cookie) {
        return mvc.post().uri(path).cookie(cookie).with(formulaire()).exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("session"));
    }

    private int facts(String action) {
        return jdbc.sql("select count(*) from journal.fait where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private UUID responsable(String prenom, String nom) {
        return person("responsable", prenom, nom);
    }

    private UUID eleve(String prenom, String nom) {
        return person("eleve", prenom, nom);
    }

    private UUID person(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from annuaire." + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom) order by id limit 1")
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }
}
