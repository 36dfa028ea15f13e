package fr.entecole.comptes.portes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.LotApplique;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.EntreesDeDemonstration;
import fr.entecole.comptes.appareils.Provenance;
import fr.entecole.journal.MinutePassee;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EntTest
class ConnexionWebTests {

    private static final String SECRET = "sept mots pour la porte de Nadège";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    Personnages personnages;
    UUID personne;
    UUID compte;
    String login;

    @BeforeEach
    void aTeacher() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        personne = personnages.add(Profil.ENSEIGNANT);
        compte = as.account(personne);
        login = as.login(compte);
        as.givePassword(compte, SECRET);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void showsTheSignInPageToAnyone() {
        assertThat(mvc.get().uri("/connexion")).hasStatusOk().bodyText().contains("Entrer dans l’ENT-École");
        assertThat(sessions()).isZero();
    }

    @Test
    void offersNoOneClickEntryOutsideADemonstration() {
        context.getBean(EntreesDeDemonstration.class).add(compte, "L’école", "Sophie Essai", "une enseignante", 1);
        assertThat(mvc.get().uri("/connexion")).hasStatusOk().bodyText().doesNotContain("Sophie Essai");
        assertThat(mvc.post()
                        .uri("/connexion/demonstration")
                        .param("compte", compte.toString())
                        .with(formulaire()))
                .hasStatus(404);
    }

    @Test
    void letsInWhoGivesLoginAndPassword() {
        var entered = enter(login, SECRET);
        assertThat(entered).hasStatus(303).hasRedirectedUrl("/");
        assertThat(page("/essai/tous", session(entered)))
                .hasStatusOk()
                .bodyText()
                .contains("Sophie Essai");
        assertThat(facts("connexion")).containsExactly(compte + " 127.0.0.1");
    }

    @Test
    void takesALoginTypedInCapitalsWithASpace() {
        assertThat(enter(" " + login.toUpperCase(java.util.Locale.ROOT) + " ", SECRET))
                .hasRedirectedUrl("/");
    }

    @Test
    void takesAnAccentHoweverItIsTyped() {
        assertThat(enter(login, SECRET.replace("è", "e\u0300"))).hasRedirectedUrl("/");
    }

    @Test
    void saysTheSameOfAWrongLoginAndOfAWrongPassword() {
        var wrongPassword = enter(login, SECRET + "!");
        var wrongLogin = enter("personne.inconnue", SECRET);
        assertThat(wrongPassword).hasStatus(422).bodyText().contains("L’identifiant ou le mot de passe ne va pas");
        assertThat(wrongLogin).hasStatus(422).bodyText().contains("L’identifiant ou le mot de passe ne va pas");
        assertThat(wrongPassword.getResponse().getCookie("session")).isNull();
        assertThat(sessions()).isZero();
    }

    @Test
    void letsNobodyInWithoutAPasswordOfTheirOwn() {
        jdbc.sql("update comptes.compte set mot_de_passe = null where id = :id")
                .param("id", compte)
                .update();
        assertThat(enter(login, "")).hasStatus(422);
        assertThat(enter(login, "n’importe quoi")).hasStatus(422);
    }

    @Test
    void neverWritesWhatWasTyped() {
        assertThat(enter("un-mot-de-passe-dans-le-mauvais-champ", "x")).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from journal.fait f where f::text like '%mauvais-champ%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        MinutePassee.in(context);
        assertThat(jdbc.sql("select count(*) from journal.fait f where f::text like '%mauvais-champ%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select details ->> 'raison' from journal.fait order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("inconnu");
    }

    @Test
    void tellsAClosedSchoolOnlyToWhoHasTheRightPassword() {
        personnages.close();
        assertThat(enter(login, SECRET)).hasStatus(403).bodyText().contains("Votre école n’est pas ouverte dans l’ENT");
        assertThat(enter(login, "autre chose")).hasStatus(422).bodyText().doesNotContain("école n’est pas ouverte");
        assertThat(sessions()).isZero();
    }

    @Test
    void tellsASuspendedPersonPlainly() {
        suspend();
        assertThat(enter(login, SECRET)).hasStatus(403).bodyText().contains("Votre compte est suspendu");
    }

    @Test
    void putsASuspendedPersonOutWhereverTheyAre() {
        var session = as.compte(compte);
        assertThat(page("/essai/tous", session)).hasStatusOk();
        suspend();
        as.forgetWhatThisNodeRemembers();
        assertThat(page("/essai/tous", session)).hasStatus(302).hasRedirectedUrl("/connexion");
    }

    @Test
    void feelsASuspensionAtOnceWhenABatchSaysSo() {
        var session = as.compte(compte);
        assertThat(page("/essai/tous", session)).hasStatusOk();
        suspend();
        // others hear of it a moment later (NoeudsTests); this node does not wait for that
        context.publishEvent(new LotApplique(UUID.randomUUID(), "11"));
        assertThat(page("/essai/tous", session)).hasRedirectedUrl("/connexion");
    }

    @Test
    void putsEveryoneOutOfASchoolThatCloses() {
        var session = as.compte(compte);
        personnages.close();
        as.forgetWhatThisNodeRemembers();
        assertThat(page("/essai/tous", session)).hasRedirectedUrl("/connexion");
        personnages.open();
        as.forgetWhatThisNodeRemembers();
        assertThat(page("/essai/tous", session)).hasStatusOk();
    }

    @Test
    void bringsBackToThePageThatWasAsked() {
        var asked = mvc.get().uri("/essai/tous?le=25").exchange();
        assertThat(asked).hasStatus(302).hasRedirectedUrl("/connexion");
        var entered = mvc.post()
                .uri("/connexion")
                .param("identifiant", login)
                .param("motDePasse", SECRET)
                .cookie(asked.getResponse().getCookie("suite"))
                .with(formulaire())
                .exchange();
        assertThat(entered).hasRedirectedUrl("/essai/tous?le=25");
    }

    @Test
    void comesBackToPagesOnly() {
        var fetched =
                mvc.get().uri("/essai/tous").header("Sec-Fetch-Dest", "empty").exchange();
        assertThat(fetched).hasRedirectedUrl("/connexion");
        assertThat(fetched.getResponse().getCookie("suite")).isNull();
    }

    @Test
    void neverSendsAwayFromTheSite() {
        for (var elsewhere : List.of(
                "//example.org/", "/\\example.org", "https://example.org/", "/a\r\nSet-Cookie: x", "/a/../..//b")) {
            var value = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(elsewhere.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var entered = mvc.post()
                    .uri("/connexion")
                    .param("identifiant", login)
                    .param("motDePasse", SECRET)
                    .cookie(new Cookie("suite", value))
                    .with(formulaire())
                    .exchange();
            assertThat(entered).hasRedirectedUrl("/");
        }
    }

    @Test
    void givesANewSessionAtEachEntry() {
        var before = as.compte(compte);
        var entered = mvc.post()
                .uri("/connexion")
                .param("identifiant", login)
                .param("motDePasse", SECRET)
                .cookie(before)
                .with(formulaire())
                .exchange();
        assertThat(session(entered).getValue()).isNotEqualTo(before.getValue());
        assertThat(page("/essai/tous", before)).hasRedirectedUrl("/connexion");
    }

    @Test
    void signsOut() {
        var session = as.compte(compte);
        assertThat(mvc.post().uri("/deconnexion").cookie(session).with(formulaire()))
                .hasRedirectedUrl("/connexion?sortie=adulte");
        assertThat(sessions()).isZero();
        assertThat(page("/essai/tous", session)).hasRedirectedUrl("/connexion");
        assertThat(facts("deconnexion")).containsExactly(compte + " 127.0.0.1");
    }

    @Test
    void saysToWhoHasLeftThatTheyHave() {
        assertThat(mvc.get().uri("/connexion")).bodyText().doesNotContain("Vous avez quitté", "C’est fini");
        assertThat(mvc.get().uri("/connexion?sortie=adulte"))
                .bodyText()
                .contains("Vous avez quitté l’ENT-École")
                .doesNotContain("C’est fini");
        var pupil = as.compte(as.account(new Personnages(jdbc).add(Profil.ELEVE)));
        assertThat(mvc.post().uri("/deconnexion").cookie(pupil).with(formulaire()))
                .hasRedirectedUrl("/connexion?sortie=eleve");
        assertThat(mvc.get().uri("/connexion?sortie=eleve"))
                .bodyText()
                .contains("C’est fini. À bientôt\u00a0!")
                .doesNotContain("Vous avez quitté");
    }

    @Test
    void showsTheSignInPageAgainWhenItWasLeftOpenTooLong() {
        assertThat(mvc.post().uri("/connexion").param("identifiant", login)).hasRedirectedUrl("/connexion");
        assertThat(mvc.post().uri("/essai/tous").cookie(as.compte(compte))).hasStatus(403);
    }

    @Test
    void hidesWhatIsForOthersAndWhatForgotItsRule() {
        var session = as.compte(compte);
        assertThat(page("/essai/maire", session)).hasStatus(404);
        assertThat(page("/essai/oubliee", session)).hasStatus(404);
        assertThat(mvc.get().uri("/essai/oubliee")).hasStatus(404);
        assertThat(mvc.get().uri("/essai/ouverte")).hasStatusOk();
    }

    @Test
    void slowsWrongSignInsAndSaysForHowLong() {
        for (int i = 0; i < 4; i++) {
            assertThat(enter(login, "non " + i)).hasStatus(422);
        }
        var slowed = enter(login, SECRET);
        assertThat(slowed).hasStatus(429).bodyText().contains("Trop d’essais. Attendez 1 seconde, puis réessayez.");
        assertThat(slowed).headers().containsHeader("Retry-After");
    }

    /// Where strangers wait, nobody reads who comes in; whoever does comes in all the same.
    @Test
    void tellsTheSameOfWhoIsKnownAtASlowedPlaceAndOfWhoIsNot() {
        assertThat(enter(login, SECRET)).hasStatus(303);
        var frein = context.getBean(Frein.class);
        var ici = new Provenance("127.0.0.1", null);
        for (int i = 0; i < 70; i++) {
            frein.fail("inconnu" + i, ici, frein.look("inconnu" + i, ici));
        }
        for (var who : List.of(login, "personne.inconnue", login)) {
            assertThat(enter(who, "autre chose"))
                    .as(who)
                    .hasStatus(429)
                    .bodyText()
                    .contains("Trop d’essais. Attendez")
                    .doesNotContain("ne va pas");
        }
        assertThat(enter(login, SECRET)).hasStatus(303);
        assertThat(enter("personne.inconnue", SECRET)).hasStatus(429);
    }

    /// As many tries as once shut the door for five seconds, each from a place of its own.
    @Test
    void letsInWhoIsKnownWhileStrangersKnockFromEverywhere() throws InterruptedException {
        assertThat(enter(login, SECRET)).hasStatus(303);
        boolean overtaken = false;
        // On a busy machine they may all be through before this one is even asked: once more, then.
        for (int round = 0; round < 20 && !overtaken; round++) {
            overtaken = overtakes("198.51." + (100 + round) + ".", "inconnu" + round + "-");
        }
        assertThat(overtaken).as("they wait behind").isTrue();
    }

    /// @return whether who is known was in before the last of sixty-four strangers had their answer
    private boolean overtakes(String reseau, String nom) throws InterruptedException {
        var told = new ConcurrentLinkedQueue<Integer>();
        var strangers = IntStream.range(0, 64)
                .mapToObj(i -> Thread.ofVirtual().start(() -> told.add(knock(reseau + i, nom + i))))
                .toList();
        assertThat(enter(login, SECRET)).hasStatus(303);
        boolean overtaken = told.size() < 64;
        for (var stranger : strangers) {
            stranger.join();
        }
        assertThat(told).hasSize(64).isSubsetOf(422, 503);
        return overtaken;
    }

    private int knock(String adresse, String identifiant) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", identifiant)
                .param("motDePasse", "autre chose")
                .with(formulaire())
                .with(request -> {
                    request.setRemoteAddr(adresse);
                    return request;
                })
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void knowsWhoAsksWithoutAStatement() {
        var session = as.compte(compte);
        assertThat(page("/essai/tous", session)).hasStatusOk();
        var statements = ComptageSql.during(
                () -> assertThat(page("/essai/tous", session)).hasStatusOk());
        assertThat(statements).isEmpty();
    }

    @Test
    void costsFewStatementsToComeIn() {
        assertThat(ComptageSql.during(
                        () -> assertThat(mvc.get().uri("/connexion")).hasStatusOk()))
                .isEmpty();
        // The brake, the account and whether a second proof is asked for, who it is, the directory; then the place, the
        // fact, the charter, the session. The first page after the door asks nothing again.
        assertThat(ComptageSql.during(() -> assertThat(enter(login, SECRET)).hasStatus(303)))
                .hasSize(8);
    }

    @Test
    void countsTriesMadeTogether() throws Exception {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var portier = context.getBean(Portier.class);
            java.util.concurrent.Callable<Portier.Reponse> guess =
                    () -> portier.enter(login, "essai au hasard", new Provenance("203.0.113.5", null));
            long checked = 0;
            for (var done : threads.invokeAll(java.util.Collections.nCopies(30, guess))) {
                checked += done.get() instanceof Portier.Refuse refuse && refuse.statut() == 422 ? 1 : 0;
            }
            // Four free, one more each time that a wait of a second or two ends meanwhile, one for each parallel turn.
            assertThat(checked).isBetween(4L, 5L + Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void carriesTheHeadersThatKeepAPageSafe() {
        assertThat(mvc.get().uri("/connexion"))
                .hasStatusOk()
                .headers()
                .hasValue(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                                + " media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
                .hasValue("Referrer-Policy", "no-referrer")
                .hasValue("Cross-Origin-Opener-Policy", "same-origin")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("X-Frame-Options", "DENY")
                .containsHeader("Permissions-Policy")
                .doesNotContainHeader("Strict-Transport-Security");
        var kept = page("/essai/tous", as.compte(compte));
        assertThat(kept).hasStatusOk();
        assertThat(kept.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    private MvcTestResult enter(String identifiant, String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", identifiant)
                .param("motDePasse", motDePasse)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult page(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private static Cookie session(MvcTestResult entered) {
        var cookie = entered.getResponse().getCookie("session");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private void suspend() {
        jdbc.sql("update annuaire.personnel set suspendu_le = now() where id = :id")
                .param("id", personne)
                .update();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from comptes.session")
                .query(Integer.class)
                .single();
    }

    private List<String> facts(String action) {
        return jdbc.sql("select objet_id || ' ' || adresse from journal.fait where action = :action and objet_id = :id")
                .param("action", action)
                .param("id", compte.toString())
                .query(String.class)
                .list();
    }
}
