package fr.entecole.comptes.moncompte;

import static fr.entecole.Formulaire.formulaire;
import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Where an account is signed in, and stays that somebody else would like to have.
@EntTest
class MesAppareilsWebTests {

    private static final String SECRET = "sept mots pour la porte de Nadège";
    private static final String PAGE = "/mon-compte/appareils";
    private static final String ANDROID = "Mozilla/5.0 (Linux; Android 14; Mobile) Chrome/130.0";
    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/130.0";
    private static final Pattern SEANCE = Pattern.compile("name=\"seance\" value=\"([0-9a-f]{64})\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID compte;

    @BeforeEach
    void aTeacher() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        compte = someone(Profil.ENSEIGNANT);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void showsEachInPlainWordsAndWhichOneThisIs() {
        var telephone = signIn(compte, ANDROID, null);
        signIn(compte, WINDOWS, null);
        signIn(someone(Profil.PARENT), "Mozilla/5.0 (iPad; CPU OS 17_0)", null);
        var page = get(telephone, PAGE);
        assertThat(page).hasStatusOk();
        assertThat(words(page))
                .contains("Téléphone Android", "Ordinateur Windows", "celui-ci", "Fermer partout, sauf ici")
                .doesNotContain("iPad", "Chrome/130", telephone.getValue());
    }

    @Test
    void endsOneAndItsThiefIsOut() {
        var mine = signIn(compte, WINDOWS, null);
        var stolen = signIn(compte, ANDROID, null);
        assertThat(get(stolen, "/mon-compte")).hasStatusOk();
        var other = SEANCE.matcher(words(get(mine, PAGE)));
        assertThat(other.find()).isTrue();
        assertThat(post(mine, PAGE, "seance", other.group(1))).hasRedirectedUrl(PAGE + "?fait=1");
        assertThat(get(stolen, "/mon-compte")).hasRedirectedUrl("/connexion");
        assertThat(get(mine, "/mon-compte")).hasStatusOk();
        assertThat(facts()).isOne();
    }

    @Test
    void endsAllOthersAndNoStayOfAnybodyElse() {
        var mine = signIn(compte, WINDOWS, null);
        signIn(compte, ANDROID, null);
        signIn(compte, ANDROID, null);
        var stranger = signIn(someone(Profil.PARENT), WINDOWS, null);
        var theirs = SEANCE.matcher(words(get(mine, PAGE)));
        assertThat(theirs.find()).isTrue();
        assertThat(post(stranger, PAGE, "seance", theirs.group(1))).hasRedirectedUrl(PAGE + "?fait=0");
        assertThat(post(mine, PAGE)).hasRedirectedUrl(PAGE + "?fait=2");
        assertThat(get(mine, "/mon-compte")).hasStatusOk();
        assertThat(get(stranger, "/mon-compte")).hasStatusOk();
        assertThat(words(get(mine, PAGE))).doesNotContain("Fermer partout");
    }

    @Test
    void keepsNoSessionThatSomebodyHadPreparedForAnother() {
        var thief = signIn(someone(Profil.PARENT), WINDOWS, null);
        var entered = signIn(compte, ANDROID, thief);
        assertThat(entered.getValue()).isNotEqualTo(thief.getValue());
        assertThat(get(thief, "/mon-compte"))
                .as("the one that was laid is dead")
                .hasRedirectedUrl("/connexion");
        var invented = signIn(
                compte,
                ANDROID,
                new Cookie("session", "a".repeat(entered.getValue().length())));
        assertThat(invented.getValue()).doesNotContain("aaaaaaaa");
    }

    @Test
    void opensNothingAfterLeaving() {
        var mine = signIn(compte, WINDOWS, null);
        assertThat(post(mine, "/deconnexion")).hasStatus(303);
        assertThat(get(mine, "/mon-compte")).hasRedirectedUrl("/connexion");
    }

    @Test
    void letsTheRegionGoSooner() {
        signIn(compte, WINDOWS, null);
        signIn(someone(Profil.ADMINISTRATEUR), WINDOWS, null);
        assertThat(jdbc.sql("""
                        select round(extract(epoch from expire_le - vue_le) / 60)::int from comptes.session
                         where compte_id is not null order by 1
                        """).query(Integer.class).list()).containsExactly(30, 60);
    }

    private UUID someone(Profil profil) {
        var someone = as.account(new Personnages(jdbc).add(profil));
        as.givePassword(someone, SECRET);
        return someone;
    }

    private Cookie signIn(UUID who, String agent, @Nullable Cookie before) {
        var request = mvc.post()
                .uri("/connexion")
                .param("identifiant", as.login(who))
                .param("motDePasse", SECRET)
                .header("User-Agent", agent);
        var answer = (before == null ? request : request.cookie(before))
                .with(formulaire())
                .exchange();
        assertThat(answer).hasStatus(303);
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(one -> one.getName().equals("session"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private MvcTestResult get(Cookie session, String path) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private MvcTestResult post(Cookie session, String path, String... fields) {
        var request = mvc.post().uri(path).cookie(session);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.with(formulaire()).exchange();
    }

    private long facts() {
        return jdbc.sql(
                        "select count(*) from journal.fait where action = 'seances-fermees' and objet_id = :compte::text")
                .param("compte", compte)
                .query(Long.class)
                .single();
    }
}
