package fr.entecole.comptes.portes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.appareils.Appareil;
import fr.entecole.comptes.codes.CodeEleve;
import fr.entecole.comptes.codes.CodesEleves;
import fr.entecole.socle.Profil;
import fr.entecole.surete.Pauses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Pupils of CE2 to CM2 at the same door as everyone, with two words and two digits.
@EntTest
class EntreeDesElevesWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CodesEleves codes;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    Personnages personnages;
    UUID eleve;
    UUID compte;
    UUID par;

    @BeforeEach
    void aPupil() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        eleve = personnages.add(Profil.ELEVE);
        compte = as.account(eleve);
        par = as.account(personnages.add(Profil.ENSEIGNANT));
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void takesNoCodeOfAnother() {
        var other = personnages.add(Profil.ELEVE);
        as.account(other);
        var code = issue(other);
        issue(eleve);
        assertThat(enter(compte, code)).hasStatus(422);
        assertThat(enter(compte, "")).hasStatus(422);
        assertThat(enter(compte, " - ")).hasStatus(422);
    }

    @Test
    void takesACodeHoweverAChildTypesIt() {
        var code = issue(eleve);
        var typed =
                " " + CodeEleve.canonical(code.substring(0, code.length() - 3)).toUpperCase(Locale.FRANCE) + " "
                        + code.substring(code.length() - 2) + ".";
        assertThat(enter(compte, typed)).hasStatus(303).hasRedirectedUrl("/");
        assertThat(enter(compte, code)).hasRedirectedUrl("/");
        assertThat(jdbc.sql(
                                "select action from journal.fait where acteur_compte = :id and action <> 'charte-acceptee' order by id")
                        .param("id", compte)
                        .query(String.class)
                        .list())
                .containsExactly("code-utilise", "connexion", "connexion");
    }

    @Test
    void makesTheFirstCodeUsedThePasswordAndVoidsTheOther() {
        var first = issue(eleve);
        var second = issue(eleve);
        assertThat(enter(compte, first)).hasRedirectedUrl("/");
        assertThat(enter(compte, second)).hasStatus(422);
        assertThat(enter(compte, first)).hasRedirectedUrl("/");
    }

    @Test
    void letsInTwoTriesOfTheSameCodeAtOnceAsOnePupil() throws Exception {
        var code = issue(eleve);
        Callable<Integer> once = () -> enter(compte, code).getResponse().getStatus();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(once, once)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).contains(303).isSubsetOf(303, 503);
        }
        assertThat(enter(compte, code)).hasRedirectedUrl("/");
        assertThat(jdbc.sql("select count(*) from journal.fait where action = 'code-utilise' and objet_id = :id")
                        .param("id", compte.toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void takesNoCodePastItsEndButKeepsThePasswordItBecame() {
        var code = issue(eleve);
        end();
        assertThat(enter(compte, code)).hasStatus(422);
        var again = issue(eleve);
        assertThat(enter(compte, again)).hasRedirectedUrl("/");
        end();
        assertThat(enter(compte, again)).hasRedirectedUrl("/");
    }

    @Test
    void keepsACodeForTheDayTheSchoolOpens() {
        var code = issue(eleve);
        personnages.close();
        assertThat(enter(compte, code)).hasStatus(403);
        personnages.open();
        assertThat(enter(compte, code)).hasRedirectedUrl("/");
    }

    @Test
    void sendsYoungerOnesToTheirClassWhateverTheyHave() {
        var code = issue(eleve);
        jdbc.sql("update annuaire.eleve set niveau = 'CE1' where id = :id")
                .param("id", eleve)
                .update();
        assertThat(enter(compte, code))
                .hasStatus(403)
                .bodyText()
                .contains("Demande à ta maîtresse ou à ton maître d’ouvrir la classe");
        assertThat(mvc.get().uri("/connexion"))
                .bodyText()
                .contains("Demande à ta maîtresse ou à ton maître d’ouvrir la classe");
        assertThat(jdbc.sql("select count(*) from comptes.session")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theOldWordsOpenNothingOnceGivenAgain() {
        var code = issue(eleve);
        assertThat(enter(compte, code)).hasStatus(303);
        var again = codes.reissue(eleve, par, null);
        assertThat(enter(compte, code)).hasStatus(422);
        assertThat(enter(compte, again)).hasRedirectedUrl("/");
    }

    @Test
    void costsFewStatements() {
        var code = issue(eleve);
        var login = login(compte);
        context.getBean(Pauses.class).stops(compte); // the node knows which few accounts are stopped
        // The brake, the account and its codes, who it is, the directory; the code taken, the others void, the
        // password, the stays and trusted devices ended, the fact; the place, the fact, the charter, the session.
        assertThat(ComptageSql.during(() -> assertThat(knock(login, code)).hasStatus(303)))
                .hasSize(14);
        assertThat(ComptageSql.during(() -> assertThat(knock(login, code)).hasStatus(303)))
                .hasSize(8);
    }

    @Test
    void aWholeClassComesInFromOneAddressWithSomeWrongPasswords() {
        var pupils = new ArrayList<UUID>();
        for (int i = 0; i < 30; i++) {
            pupils.add(personnages.add(Profil.ELEVE));
        }
        context.getBean(Comptes.class).createMissing();
        var given = codes.issue(pupils, par, null);
        long start = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            var account = as.account(pupils.get(i));
            if (i % 6 == 0) {
                assertThat(enter(account, "tortue-mauve-00")).hasStatus(422);
            }
            assertThat(enter(account, given.get(pupils.get(i)))).hasStatus(303);
        }
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - start)).isLessThan(java.time.Duration.ofMinutes(1));
    }

    @Test
    void aPupilOnTheirOwnTabletIsNotSlowedByAClassmate() {
        var code = issue(eleve);
        var appareil = enter(compte, code).getResponse().getCookie("appareil");
        assertThat(appareil).isNotNull();
        for (int i = 0; i < 8; i++) {
            assertThat(enter(compte, "non " + i)).hasStatus4xxClientError();
        }
        assertThat(enter(compte, code)).hasStatus(429);
        assertThat(mvc.post()
                        .uri("/connexion")
                        .param("identifiant", as.login(compte).toUpperCase(Locale.ROOT))
                        .param("motDePasse", code)
                        .cookie(appareil)
                        .with(formulaire()))
                .hasRedirectedUrl("/");
        assertThat(jdbc.sql("select count(*) from comptes.essai e where e::text like '%' || :appareil || '%'")
                        .param("appareil", appareil.getValue())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesNoMarkWhereNobodyCameIn() {
        var refused = enter(compte, "tortue-mauve-42");
        assertThat(refused).hasStatus(422);
        assertThat(refused.getResponse().getCookie("appareil")).isNull();
        assertThat(context.getBean(Appareil.class)
                        .of(new MockHttpServletRequest())
                        .appareil())
                .hasSize(Empreinte.SECRET_LENGTH);
    }

    private String issue(UUID who) {
        return codes.issue(List.of(who), par, null).get(who);
    }

    private void end() {
        jdbc.sql("update comptes.code set expire_le = now() - interval '1 second' where compte_id = :id")
                .param("id", compte)
                .update();
    }

    private MvcTestResult enter(UUID account, String motDePasse) {
        return knock(login(account), motDePasse);
    }

    private MvcTestResult knock(String login, String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", login)
                .param("motDePasse", motDePasse)
                .with(formulaire())
                .exchange();
    }

    private String login(UUID account) {
        return jdbc.sql("select login from comptes.compte where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }
}
