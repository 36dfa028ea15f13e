package fr.entecole.comptes.charte;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MondeTest
class CharteWebTests {

    private static final Pattern SHOWN = Pattern.compile("name=\"charte\" value=\"([^\"]+)\"");
    private static final String NEXT = "# La suite\nUn mot.\n\n## [cle] Une règle\nSon texte.\n- un point";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    ApplicationContext context;

    EnTantQue as;

    @BeforeEach
    void door() {
        as = new EnTantQue(context);
    }

    @Test
    void keepsEverythingButAFewPagesFromWhoHasNotAccepted() {
        var entered = enter(responsable("700107"));
        assertThat(entered).hasRedirectedUrl("/charte");
        var marion = session(entered);
        assertThat(get("/", marion)).hasRedirectedUrl("/charte");
        assertThat(get("/essai/tous", marion)).hasRedirectedUrl("/charte");
        assertThat(mvc.post().uri("/essai/tous").cookie(marion).with(formulaire()))
                .hasRedirectedUrl("/charte");
        assertThat(get("/essai/maire", marion)).hasStatus(404);
        assertThat(get("/confort", marion)).hasStatusOk();
        assertThat(get("/donnees-personnelles", marion)).hasStatusOk();
        assertThat(words("/charte", marion)).contains("La charte des familles", "Au nom de Marion Calvet", "226-4-1");
    }

    @Test
    void acceptsOnceAndKeepsTheProof() {
        var marion = session(enter(responsable("700107")));
        assertThat(accept(marion, null)).hasStatus(422).bodyText().contains("Cochez la case");
        assertThat(accept(marion, "oui")).hasStatus(303).hasRedirectedUrl("/");
        assertThat(get("/", marion)).hasStatusOk();
        assertThat(words("/charte", marion))
                .contains("Vous avez accepté cette charte le")
                .doesNotContain("Je n’accepte");
        assertThat(jdbc.sql("""
                        select count(*) from comptes.accord a join comptes.charte c on c.id = a.charte_id
                         where a.compte_id = :compte and a.reponse = 'ACCEPTEE' and c.texte = 'PARENT'
                           and a.empreinte = sha256(convert_to(c.corps, 'UTF8'))
                        """)
                        .param("compte", compte(responsable("700107")))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        publish("PARENT");
        assertThat(enter(responsable("700107"))).hasRedirectedUrl("/charte");
    }

    @Test
    void leavesToWhoRefusesAWayBack() {
        publish("COMMUNE");
        var puech = session(enter(agent("Puech")));
        assertThat(mvc.post()
                        .uri("/charte/refus")
                        .param("charte", shown(puech))
                        .cookie(puech)
                        .with(formulaire()))
                .hasStatus(303)
                .hasRedirectedUrl("/charte");
        assertThat(get("/", puech)).hasRedirectedUrl("/charte");
        assertThat(get("/confort", puech)).hasStatusOk();
        assertThat(words("/charte", puech)).contains("Vous n’avez pas accepté la charte", "J’ai changé d’avis");
        assertThat(enter(agent("Puech"))).hasRedirectedUrl("/charte");
        assertThat(accept(puech, "oui")).hasRedirectedUrl("/");
        assertThat(get("/", puech)).hasStatusOk();
        assertThat(enter(agent("Puech"))).hasRedirectedUrl("/");
    }

    @Test
    void interruptsNobodyWhenAVersionIsPublishedInTheMiddleOfALesson() {
        var lesson = session(enter(personnel("300102")));
        publish("PERSONNEL");
        as.forgetWhatThisNodeRemembers();
        assertThat(get("/", lesson)).hasStatusOk();
        assertThat(words("/charte", lesson)).contains("La charte des personnels", "Vous avez accepté cette charte");
        var later = session(enter(personnel("300102")));
        assertThat(get("/", later)).hasRedirectedUrl("/charte");
        assertThat(words("/charte", later)).contains("La suite");
        assertThat(accept(later, "oui")).hasStatus(303);
        assertThat(get("/", later)).hasStatusOk();
    }

    @Test
    void waitsForAVersionWhoseDayHasNotCome() {
        publish("ELEVE_CYCLE_3", LocalDate.now(context.getBean(Clock.class)).plusDays(3));
        assertThat(enter(eleve("500101"))).hasRedirectedUrl("/");
    }

    @Test
    void asksAReaderInWordsOfTheirAge() {
        publish("ELEVE_CYCLE_3");
        var ilyes = session(enter(eleve("500103")));
        assertThat(get("/", ilyes)).hasRedirectedUrl("/charte");
        assertThat(words("/charte", ilyes))
                .contains("Je ne suis pas d’accord")
                .doesNotContain("Vous n’avez", "vos données");
        assertThat(mvc.post()
                        .uri("/charte/refus")
                        .param("charte", shown(ilyes))
                        .cookie(ilyes)
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(words("/charte", ilyes)).contains("Tu n’as pas accepté");
    }

    @Test
    void readsItToTheYoungestAndWaitsForNone() {
        publish("ELEVE_CYCLE_1_2");
        var entered = enter(eleve("500102"));
        assertThat(entered).hasRedirectedUrl("/charte");
        var younes = session(entered);
        assertThat(get("/", younes)).hasStatusOk();
        assertThat(words("/charte", younes)).contains("J’ai écouté", "Écouter").doesNotContain("Je n’accepte");
        assertThat(mvc.post()
                        .uri("/charte")
                        .param("charte", shown(younes))
                        .cookie(younes)
                        .with(formulaire()))
                .hasRedirectedUrl("/");
        assertThat(enter(eleve("500102"))).hasRedirectedUrl("/");
    }

    @Test
    void asksAGuardianForEachYoungChildOnTheirOwnTime() {
        jdbc.sql("update annuaire.eleve set niveau = 'CE1' where id = :id")
                .param("id", eleve("500101"))
                .update();
        publish("ELEVE_CYCLE_1_2");
        var first = enter(responsable("700101"));
        assertThat(first).hasRedirectedUrl("/charte");
        var samira = session(first);
        assertThat(words("/charte", samira))
                .contains("Avec Younes, nous avons écouté", "Avec Inès, nous avons écouté", "Plus tard", "href=\"/\"");
        assertThat(get("/", samira)).hasStatusOk();
        var second = session(enter(responsable("700101")));
        var stranger = eleve("500105");
        assertThat(mvc.post()
                        .uri("/charte")
                        .param("enfants", eleve("500102").toString(), stranger.toString())
                        .cookie(second)
                        .with(formulaire()))
                .hasRedirectedUrl("/");
        assertThat(answersFor(eleve("500102"))).isEqualTo(answersFor(stranger) + 1);
        var third = enter(responsable("700101"));
        assertThat(third).hasRedirectedUrl("/charte");
        assertThat(words("/charte", session(third))).contains("Avec Inès").doesNotContain("Avec Younes");
        assertThat(words("/charte", session(enter(responsable("700102"))))).contains("Avec Younes");
        jdbc.sql("update annuaire.eleve set niveau = 'CM1' where id = :id")
                .param("id", eleve("500101"))
                .update();
    }

    @Test
    void tellsTheHeadAloneWhoIsMissing() {
        publish("ELEVE_CYCLE_1_2");
        publish("ELEVE_CYCLE_3");
        var path = "/comptes/ecoles/" + reperes.ecole("0110358E") + "/chartes";
        var head = as.personne(personnel("300101"));
        assertThat(words(path, head))
                .contains("Leur famille n’a pas encore répondu", "Lou Marty", "Jeanne Bastide")
                .doesNotContain("Younes");
        assertThat(ComptageSql.ofPage(() -> get(path, head))).hasSize(2);
        assertThat(words("/", head)).contains("La charte", "Voir qui manque");
        assertThat(get(path, as.personne(personnel("300103")))).hasStatus(404);
        assertThat(get("/comptes/ecoles/" + reperes.ecole("0110359F") + "/chartes", head))
                .hasStatus(404);
        var lou = session(enter(eleve("500154")));
        assertThat(mvc.post()
                        .uri("/charte")
                        .param("charte", shown(lou))
                        .cookie(lou)
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(words(path, head))
                .as("the child heard it, a guardian has not said so")
                .contains("Lou Marty");
    }

    @Test
    void saysNothingToAHeadOfASchoolThatIsClosed() {
        publish("ELEVE_CYCLE_1_2");
        publish("ELEVE_CYCLE_3");
        var castans = personnel("300101");
        var closed = reperes.ecole("0110357D");
        jdbc.sql("""
                        with f as (insert into annuaire.fonction
                                          (personnel_id, structure_id, code, directeur, source, depuis)
                                   values (:p, :e, 'D0000', true, 'AAF', current_date))
                        update annuaire.ouverture set fermee_le = now() where structure_id = :e and fermee_le is null
                        """).param("p", castans).param("e", closed).update();
        as.forgetWhatThisNodeRemembers();
        try {
            var head = as.personne(castans);
            assertThat(get("/comptes/ecoles/" + closed + "/chartes", head)).hasStatus(404);
            assertThat(words("/", head))
                    .contains("/comptes/ecoles/" + reperes.ecole("0110358E") + "/chartes")
                    .doesNotContain("/comptes/ecoles/" + closed + "/chartes");
        } finally {
            jdbc.sql("delete from annuaire.fonction where personnel_id = :p and structure_id = :e")
                    .param("p", castans)
                    .param("e", closed)
                    .update();
            jdbc.sql("update annuaire.ouverture set fermee_le = null where structure_id = :e")
                    .param("e", closed)
                    .update();
            as.forgetWhatThisNodeRemembers();
        }
    }

    @Test
    void showsTheRegionWhatItWillPublishFirst() {
        var vidal = as.personne(agent("Vidal"));
        assertThat(words("/comptes/chartes", vidal)).contains("Familles", "Communes", "Version 1");
        assertThat(ComptageSql.ofPage(() -> get("/comptes/chartes", vidal))).hasSize(1);
        int before = versions();
        assertThat(propose(vidal, NEXT, "apercu")).hasStatusOk().bodyText().contains("rien n’est publié", "Une règle");
        assertThat(versions()).isEqualTo(before);
        assertThat(propose(vidal, NEXT, "publier")).hasStatus(303).hasRedirectedUrl("/comptes/chartes");
        assertThat(versions()).isEqualTo(before + 1);
        assertThat(get("/comptes/chartes", as.personne(personnel("300101")))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Titre seul", "# T\n\n## [licorne] Règle", "# T\n\n## Règle\n<b>gras</b>"})
    void refusesWhatIsNoCharter(String corps) {
        int before = versions();
        assertThat(propose(as.personne(agent("Vidal")), corps, "publier"))
                .hasStatus(422)
                .bodyText()
                .contains("Une chose à corriger")
                .doesNotContain("<b>gras");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void neverChangesATextNorAnAnswer() {
        assertThatThrownBy(
                        () -> jdbc.sql("update comptes.charte set corps = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from comptes.charte").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("update comptes.accord set reponse = 'REFUSEE'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from comptes.accord").update())
                .isInstanceOf(DataAccessException.class);
    }

    private MvcTestResult propose(Cookie session, String corps, String geste) {
        return mvc.post()
                .uri("/comptes/chartes")
                .param("texte", "COMMUNE")
                .param("corps", corps)
                .param(
                        "effet",
                        LocalDate.now(context.getBean(Clock.class)).plusDays(30).toString())
                .param("geste", geste)
                .cookie(session)
                .with(formulaire())
                .exchange();
    }

    private int versions() {
        return jdbc.sql("select count(*) from comptes.charte")
                .query(Integer.class)
                .single();
    }

    private int answersFor(UUID eleve) {
        return jdbc.sql("""
                        select count(*) from comptes.accord a where a.eleve_id = :eleve and a.compte_id = :compte
                           and a.charte_id = (select id from comptes.charte where texte = 'ELEVE_CYCLE_1_2' order by version desc limit 1)
                        """)
                .param("eleve", eleve)
                .param("compte", compte(responsable("700101")))
                .query(Integer.class)
                .single();
    }

    private void publish(String texte) {
        publish(texte, LocalDate.now(context.getBean(Clock.class)));
    }

    private void publish(String texte, LocalDate effet) {
        jdbc.sql("""
                        insert into comptes.charte (texte, version, effet_le, corps, empreinte)
                        select :texte, max(version) + 1, :effet, :corps, sha256(convert_to(:corps, 'UTF8'))
                          from comptes.charte where texte = :texte
                        """)
                .param("texte", texte)
                .param("effet", effet)
                .param("corps", NEXT)
                .update();
    }

    private MvcTestResult enter(UUID personne) {
        return mvc.post()
                .uri("/connexion/demonstration")
                .param("compte", compte(personne).toString())
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult accept(Cookie session, String accepte) {
        var request = mvc.post()
                .uri("/charte")
                .param("charte", shown(session))
                .cookie(session)
                .with(formulaire());
        return (accepte == null ? request : request.param("accepte", accepte)).exchange();
    }

    private String shown(Cookie session) {
        var matcher = SHOWN.matcher(words("/charte", session));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private MvcTestResult get(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private String words(String path, Cookie session) {
        var answer = get(path, session);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Cookie session(MvcTestResult entered) {
        return Objects.requireNonNull(entered.getResponse().getCookie("session"));
    }

    private UUID compte(UUID personne) {
        return as.newcomer(personne);
    }

    private UUID personnel(String id) {
        return reperes.personne("11", Nature.PERSONNEL, id);
    }

    private UUID responsable(String id) {
        return reperes.personne("11", Nature.RESPONSABLE, id);
    }

    private UUID eleve(String id) {
        return reperes.personne("11", Nature.ELEVE, id);
    }

    private UUID agent(String nom) {
        return jdbc.sql("select id from annuaire.agent where nom = :nom")
                .param("nom", nom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
