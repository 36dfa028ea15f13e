package fr.entecole.comptes.preuves;

import static fr.entecole.Formulaire.formulaire;
import static fr.entecole.annuaire.Visites.words;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A second proof: added, asked for at the door and before grave acts, lost. This base is no demonstration: a head must
/// have one.
@EntTest
class SecondFacteurWebTests {

    private static final String SECRET = "sept mots pour la porte de Nadège";
    private static final String DOOR = "/connexion/second-facteur";
    private static final String MINE = "/mon-compte/second-facteur";
    private static final Pattern CODE = Pattern.compile("<li>([a-z0-9]{5}-[a-z0-9]{5})</li>");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Facteurs facteurs;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    Personnages personnages;
    UUID compte;

    @BeforeEach
    void aTeacher() {
        jdbc.sql("truncate comptes.essai, comptes.session, comptes.depannage").update();
        as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        compte = someone(Profil.ENSEIGNANT);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void opensNothingByThePasswordAlone() {
        Telephone.of(context, compte);
        var entered = signIn(compte);
        assertThat(entered).hasRedirectedUrl(DOOR);
        var waiting = session(entered);
        for (var path : new String[] {"/", "/mon-compte", MINE, "/charte", "/surete/pas-moi"}) {
            assertThat(get(waiting, path)).as(path).hasRedirectedUrl("/connexion");
        }
        assertThat(post(waiting, "/surete/pas-moi")).hasRedirectedUrl("/connexion");
        assertThat(get(waiting, "/connexion")).hasStatusOk();
        assertThat(words(get(waiting, DOOR))).contains("Encore un code", "codes de secours");
        assertThat(facts("connexion")).isZero();
    }

    @Test
    void opensWithTheCodeThatTheTelephoneShowsAndInANewSession() {
        var telephone = Telephone.of(context, compte);
        var waiting = session(signIn(compte));
        var opened = post(waiting, DOOR, "code", telephone.code());
        assertThat(opened).hasRedirectedUrl("/");
        assertThat(session(opened).getValue()).isNotEqualTo(waiting.getValue());
        assertThat(get(session(opened), "/mon-compte")).hasStatusOk();
        assertThat(get(waiting, DOOR)).as("the stay that waited is over").hasRedirectedUrl("/connexion");
        assertThat(facts("connexion")).isOne();
    }

    @Test
    void takesACodeOnceWhoeverSawIt() {
        var telephone = Telephone.of(context, compte);
        var code = telephone.code();
        assertThat(post(session(signIn(compte)), DOOR, "code", code)).hasRedirectedUrl("/");
        var thief = post(session(signIn(compte)), DOOR, "code", code);
        assertThat(thief).hasStatus(422);
        assertThat(words(thief)).contains("chacun ne sert qu’une fois");
        assertThat(facts("connexion-refusee")).isOne();
    }

    @Test
    void slowsWhoGuessesAndLetsTheRightOneInAfterwards() {
        var telephone = Telephone.of(context, compte);
        var waiting = session(signIn(compte));
        for (int i = 0; i < 5; i++) {
            assertThat(post(waiting, DOOR, "code", "00000" + i)).hasStatus(422);
        }
        var slowed = post(waiting, DOOR, "code", telephone.code());
        assertThat(slowed).hasStatus(429).containsHeader("Retry-After");
        assertThat(words(slowed)).contains("Trop d’essais");
        jdbc.sql("update comptes.essai set dernier_le = dernier_le - interval '20 minutes'")
                .update();
        assertThat(post(waiting, DOOR, "code", telephone.code())).hasRedirectedUrl("/");
        assertThat(post(session(signIn(compte)), DOOR, "code", "000000"))
                .as("counted from the beginning")
                .hasStatus(422);
    }

    @Test
    void takesEachOfTheTenCodesOnce() {
        Telephone.of(context, compte);
        var code = facteurs.drawCodes(compte, "127.0.0.1").getFirst();
        assertThat(post(session(signIn(compte)), DOOR, "code", code.toUpperCase(java.util.Locale.ROOT)))
                .hasRedirectedUrl("/");
        assertThat(facteurs.codesLeft(compte)).isEqualTo(9);
        assertThat(post(session(signIn(compte)), DOOR, "code", code)).hasStatus(422);
        assertThat(facts("code-secours-utilise")).isOne();
        assertThat(told()).as("its owner hears of it").isPositive();
        var other = someone(Profil.ENSEIGNANT);
        Telephone.of(context, other);
        var second = facteurs.drawCodes(compte, "127.0.0.1").getFirst();
        assertThat(post(session(signIn(other)), DOOR, "code", second))
                .as("of another account")
                .hasStatus(422);
    }

    @Test
    void isAddedInThreeStepsAfterThePasswordIsAskedAgain() {
        var stale = as.compte(compte);
        var asked = post(stale, MINE + "/telephone", "note", "Un mot à moi");
        assertThat(asked).hasStatus(401);
        assertThat(words(asked)).contains("C’est bien vous", "Votre mot de passe", "name=\"repris.note\"");
        assertThat(facteurs.begun(compte, "x")).as("nothing was done").isEmpty();
        var wrong = post(
                stale, "/confirmation", "motDePasse", "autre", "vers", MINE + "/telephone", "repris.note", "Un mot");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("Ce n’est pas votre mot de passe", "Un mot");
        var proven = post(
                stale,
                "/confirmation",
                "motDePasse",
                SECRET,
                "vers",
                MINE + "/telephone",
                "repris.note",
                "Un mot à moi");
        assertThat(proven).hasStatusOk();
        assertThat(words(proven)).contains("action=\"" + MINE + "/telephone\"", "Un mot à moi");
        assertThat(post(stale, MINE + "/telephone")).hasRedirectedUrl(MINE + "/telephone");
        var page = get(stale, MINE + "/telephone");
        assertThat(page).hasHeader("Cache-Control", "no-store");
        assertThat(words(page)).contains("Carré à photographier", "otpauth://totp/ENT-%C3%89cole");
        var telephone = new Telephone(context, compte);
        assertThat(post(stale, MINE + "/telephone/code", "code", "000000", "nom", "Le mien"))
                .hasStatus(422)
                .bodyText()
                .contains("Le mien");
        assertThat(facteurs.guards(compte)).isFalse();
        var ten = post(stale, MINE + "/telephone/code", "code", telephone.code(), "nom", "Le mien");
        assertThat(ten).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(CODE.matcher(words(ten)).results().count()).isEqualTo(10);
        assertThat(words(ten)).contains("J’ai noté ces codes", "data-imprimer");
        assertThat(words(get(stale, MINE))).contains("Le mien", "Il vous en reste 10");
        assertThat(facts("facteur-ajoute")).isOne();
    }

    @Test
    void isTakenAwayByWhoProvesThemselvesAndOnlyByThem() {
        Telephone.of(context, compte);
        var id = facteurs.of(compte).getFirst().id();
        var stranger = session(signIn(someone(Profil.ENSEIGNANT)));
        assertThat(post(stranger, MINE + "/retrait", "facteur", id.toString())).hasStatus(401);
        prove(stranger);
        assertThat(post(stranger, MINE + "/retrait", "facteur", id.toString())).hasRedirectedUrl(MINE);
        var stale = as.compte(compte);
        assertThat(post(stale, MINE + "/retrait", "facteur", id.toString())).hasStatus(401);
        assertThat(facteurs.guards(compte)).isTrue();
        var code = new Telephone(context, compte).code();
        assertThat(post(
                        stale,
                        "/confirmation",
                        "code",
                        code,
                        "vers",
                        MINE + "/retrait",
                        "repris.facteur",
                        id.toString()))
                .hasStatusOk();
        assertThat(post(stale, MINE + "/retrait", "facteur", id.toString())).hasRedirectedUrl(MINE + "?fait=retrait");
        assertThat(facteurs.guards(compte)).isFalse();
        assertThat(facteurs.codesLeft(compte)).isZero();
    }

    /// Whoever finds a device that was left open has a stay as fresh as its holder's.
    @Test
    void asksForAProofOfEachRemovalHoweverFreshTheStayIs() {
        var telephone = Telephone.of(context, compte);
        var fresh = session(post(session(signIn(compte)), DOOR, "code", telephone.code()));
        var id = facteurs.of(compte).getFirst().id().toString();
        telephone.later();
        assertThat(post(fresh, "/confirmation", "code", telephone.code()))
                .as("a proof that was given for something else")
                .hasStatus(303);
        assertThat(post(fresh, MINE + "/retrait", "facteur", id)).hasStatus(401);
        assertThat(post(fresh, MINE + "/retrait", "facteur", id))
                .as("asking twice proves nothing")
                .hasStatus(401);
        assertThat(facteurs.guards(compte)).isTrue();
        telephone.later();
        assertThat(post(fresh, "/confirmation", "code", telephone.code())).hasStatus(303);
        assertThat(post(fresh, MINE + "/retrait", "facteur", UUID.randomUUID().toString()))
                .hasRedirectedUrl(MINE);
        assertThat(post(fresh, MINE + "/retrait", "facteur", id))
                .as("it serves once")
                .hasStatus(401);
        telephone.later();
        assertThat(post(fresh, "/confirmation", "code", telephone.code())).hasStatus(303);
        assertThat(post(fresh, MINE + "/retrait", "facteur", id)).hasRedirectedUrl(MINE + "?fait=retrait");
        assertThat(facteurs.guards(compte)).isFalse();
    }

    @Test
    void sparesTheDeviceThatItsHolderTrustsAndNoOther() {
        var telephone = Telephone.of(context, compte);
        var entered = signIn(compte);
        var device = cookie(entered, "appareil");
        var opened = mvc.post()
                .uri(DOOR)
                .param("code", telephone.code())
                .param("retenir", "true")
                .cookie(session(entered), device)
                .with(formulaire())
                .exchange();
        assertThat(opened).hasRedirectedUrl("/");
        assertThat(signIn(compte, device)).hasRedirectedUrl("/");
        assertThat(signIn(compte)).as("another device").hasRedirectedUrl(DOOR);
        var other = someone(Profil.ENSEIGNANT);
        Telephone.of(context, other);
        assertThat(signIn(other, device)).as("another account").hasRedirectedUrl(DOOR);
        assertThat(post(session(opened), MINE + "/appareils")).hasRedirectedUrl(MINE + "?fait=oubli");
        assertThat(signIn(compte, device)).hasRedirectedUrl(DOOR);
    }

    @Test
    void sparesNoDeviceOfThoseWhoRuleTheRegion() {
        var region = someone(Profil.ADMINISTRATEUR);
        var telephone = Telephone.of(context, region);
        var entered = signIn(region);
        var device = cookie(entered, "appareil");
        assertThat(words(get(session(entered), DOOR))).doesNotContain("Ne plus le demander");
        assertThat(mvc.post()
                        .uri(DOOR)
                        .param("code", telephone.code())
                        .param("retenir", "true")
                        .cookie(session(entered), device)
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(signIn(region, device)).hasRedirectedUrl(DOOR);
    }

    @Test
    void givesBackWhatWasTypedThroughBothSteps() {
        var telephone = Telephone.of(context, compte);
        var opened = post(session(signIn(compte)), DOOR, "code", telephone.code());
        var browser = new Cookie[] {session(opened), cookie(opened, "marque")};
        jdbc.sql("update comptes.session set expire_le = now() - interval '1 second'")
                .update();
        as.forgetWhatThisNodeRemembers();
        telephone.later();
        var step = mvc.post()
                .uri("/reprise")
                .param("identifiant", as.login(compte))
                .param("motDePasse", SECRET)
                .param("vers", "/essai/tous")
                .param("repris.texte", "Demain piscine")
                .cookie(browser)
                .with(formulaire())
                .exchange();
        assertThat(step).hasStatusOk();
        assertThat(words(step)).contains("Encore un code", "Demain piscine");
        var back = post(
                session(step), DOOR, "code", telephone.code(), "vers", "/essai/tous", "repris.texte", "Demain piscine");
        assertThat(back).hasStatusOk();
        assertThat(words(back)).contains("Voici ce que vous écriviez", "action=\"/essai/tous\"", "Demain piscine");
    }

    @Test
    void saysToAHeadUntilWhenTheyMayDoWithoutThenWaits() {
        var head = someone(Profil.DIRECTEUR);
        var entered = signIn(head);
        assertThat(entered).hasRedirectedUrl(MINE + "/bientot");
        assertThat(words(get(session(entered), MINE + "/bientot"))).contains("Une seconde preuve, avant le");
        assertThat(get(session(entered), "/comptes"))
                .as("until then, all goes on")
                .doesNotHave(redirection(MINE));
        assertThat(post(session(entered), MINE + "/plus-tard")).hasRedirectedUrl("/");
        jdbc.sql("update comptes.sursis_facteur set depuis = depuis - interval '15 days'")
                .update();
        var late = signIn(head);
        assertThat(late).hasRedirectedUrl(MINE);
        assertThat(get(session(late), "/comptes")).hasRedirectedUrl(MINE);
        assertThat(words(get(session(late), MINE))).contains("Il vous en faut une pour continuer");
        assertThat(post(session(late), MINE + "/telephone")).hasRedirectedUrl(MINE + "/telephone");
        var telephone = new Telephone(context, head);
        assertThat(post(session(late), MINE + "/telephone/code", "code", telephone.code()))
                .hasStatusOk();
        assertThat(get(session(late), "/comptes")).doesNotHave(redirection(MINE));
        var last = facteurs.of(head).getFirst().id().toString();
        assertThat(post(session(late), MINE + "/retrait", "facteur", last)).hasStatus(401);
        telephone.later();
        assertThat(post(session(late), "/confirmation", "code", telephone.code()))
                .hasStatus(303);
        var refused = post(session(late), MINE + "/retrait", "facteur", last);
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("ajoutez l’autre d’abord");
    }

    @Test
    void asksNothingMoreOfThoseWhoNeedNot() {
        assertThat(signIn(compte)).hasRedirectedUrl("/");
    }

    /// Whether one has a factor, and since when one does without, is one question of an entry.
    @Test
    void asksTheDatabaseOnceWhetherAHeadMustAddOne() {
        var head = someone(Profil.DIRECTEUR);
        var asked = ComptageSql.during(() -> assertThat(signIn(head)).hasRedirectedUrl(MINE + "/bientot"));
        assertThat(asked.stream().filter(sql -> sql.contains("comptes.sursis_facteur")))
                .singleElement()
                .asString()
                .contains("comptes.facteur f");
        assertThat(asked.stream().filter(sql -> sql.startsWith("select exists (select 1 from comptes.facteur")))
                .isEmpty();
        var telephone = Telephone.of(context, head);
        assertThat(post(session(signIn(head)), DOOR, "code", telephone.code())).hasRedirectedUrl("/");
    }

    @Test
    void isLostAndTakenAwayByTwoPeopleNeverOne() {
        Telephone.of(context, compte);
        var stay = as.compte(compte);
        var head = as.compte(someone(Profil.DIRECTEUR));
        var stranger = as.compte(new EnTantQue(context).account(new Personnages(jdbc).add(Profil.DIRECTEUR)));
        var region = as.compte(someone(Profil.ADMINISTRATEUR));
        var lost = "/comptes/depannages";
        assertThat(words(post(stranger, lost, "identifiant", as.login(compte), "motif", "Il m’a appelé.")))
                .contains("Personne que vous puissiez dépanner");
        assertThat(post(head, lost, "identifiant", as.login(compte), "motif", ""))
                .hasStatus(422)
                .bodyText()
                .contains(as.login(compte));
        assertThat(post(head, lost, "identifiant", as.login(compte), "motif", "Je l’ai devant moi."))
                .hasRedirectedUrl(lost + "?fait=demande");
        var id = jdbc.sql("select id from comptes.depannage")
                .query((rs, _) -> rs.getString(1))
                .single();
        prove(head);
        assertThat(post(head, lost + "/" + id + "/accord")).as("one alone").hasStatus(404);
        assertThat(words(get(head, lost))).contains("une autre personne que vous");
        assertThat(words(get(stranger, lost))).doesNotContain("Je l’ai devant moi");
        prove(stranger);
        assertThat(post(stranger, lost + "/" + id + "/accord")).hasStatus(404);
        assertThat(facteurs.guards(compte)).isTrue();
        assertThat(words(get(region, lost))).contains("Je l’ai devant moi", "J’ai vérifié");
        prove(region);
        assertThat(post(region, lost + "/" + id + "/accord")).hasRedirectedUrl(lost + "?fait=accord");
        assertThat(facteurs.guards(compte)).isFalse();
        assertThat(get(stay, "/mon-compte")).as("stays end").hasRedirectedUrl("/connexion");
        assertThat(signIn(compte)).hasRedirectedUrl("/");
        assertThat(facts("depannage-demande")).isOne();
        assertThat(facts("facteurs-otes")).isOne();
        assertThat(post(region, lost + "/" + id + "/accord")).as("once").hasStatus(404);
    }

    @Test
    void isRefusedToWhoHelpsBySomeoneElse() {
        Telephone.of(context, compte);
        var head = as.compte(someone(Profil.DIRECTEUR));
        var region = as.compte(someone(Profil.ADMINISTRATEUR));
        assertThat(post(head, "/comptes/depannages", "identifiant", as.login(compte), "motif", "Au téléphone."))
                .hasStatus(303);
        var id = jdbc.sql("select id from comptes.depannage")
                .query((rs, _) -> rs.getString(1))
                .single();
        assertThat(post(region, "/comptes/depannages/" + id + "/refus"))
                .hasRedirectedUrl("/comptes/depannages?fait=refus");
        assertThat(facteurs.guards(compte)).isTrue();
        assertThat(facts("depannage-refuse")).isOne();
    }

    private static org.assertj.core.api.Condition<MvcTestResult> redirection(String to) {
        return new org.assertj.core.api.Condition<>(
                answer -> to.equals(answer.getResponse().getRedirectedUrl()), "a redirection to %s", to);
    }

    private UUID someone(Profil profil) {
        var someone = as.account(personnages.add(profil));
        as.givePassword(someone, SECRET);
        return someone;
    }

    /// As if they had just proven themselves.
    private void prove(Cookie session) {
        assertThat(post(session, "/confirmation", "motDePasse", SECRET)).hasStatus(303);
    }

    private MvcTestResult signIn(UUID who, Cookie... device) {
        var request =
                mvc.post().uri("/connexion").param("identifiant", as.login(who)).param("motDePasse", SECRET);
        return (device.length == 0 ? request : request.cookie(device))
                .with(formulaire())
                .exchange();
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

    private long facts(String acte) {
        return jdbc.sql("select count(*) from journal.fait where action = :acte and objet_id = :compte::text")
                .param("acte", acte)
                .param("compte", compte)
                .query(Long.class)
                .single();
    }

    private long told() {
        return jdbc.sql("""
                        select count(*) from notifications.depot d join notifications.depot_personne p on p.depot_id = d.id
                          join comptes.compte c on c.personne_id = p.personne_id
                         where d.sorte = 'protection-changee' and c.id = :compte
                        """).param("compte", compte).query(Long.class).single();
    }

    private static Cookie session(MvcTestResult answer) {
        return cookie(answer, "session");
    }

    private static Cookie cookie(MvcTestResult answer, String name) {
        return Arrays.stream(answer.getResponse().getCookies())
                .filter(one -> one.getName().equals(name))
                .reduce((_, last) -> last)
                .map(Objects::requireNonNull)
                .orElseThrow();
    }
}
