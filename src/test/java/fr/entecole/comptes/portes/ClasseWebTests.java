package fr.entecole.comptes.portes;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.motsdepasse.MotDePasseChoisi;
import fr.entecole.comptes.motsdepasse.MotsDePasse;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@MondeTest
class ClasseWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID rouquette;
    UUID younes;
    UUID moyenne;

    @BeforeEach
    void theMoyenneSection() {
        as = new EnTantQue(context);
        rouquette = reperes.personne("11", Nature.PERSONNEL, "300108");
        younes = eleve("500102");
        moyenne = reperes.classe("11", "521");
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("update annuaire.eleve set suspendu_le = null where id = :id")
                .param("id", younes)
                .update();
        jdbc.sql("""
                        insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                        values (:personnel, :classe, current_date, 'essai') on conflict do nothing
                        """).param("personnel", rouquette).param("classe", moyenne).update();
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void answersNobodyWithoutAnOpenClass() {
        assertThat(mvc.get().uri("/classe")).hasRedirectedUrl("/connexion");
        assertThat(mvc.post()
                        .uri("/classe/eleve")
                        .param("eleve", younes.toString())
                        .with(formulaire()))
                .hasRedirectedUrl("/connexion");
        assertThat(get("/classe", as.personne(rouquette))).hasRedirectedUrl("/");
        var parent = as.personne(reperes.personne("11", Nature.RESPONSABLE, "700101"));
        assertThat(touch(parent, younes)).hasRedirectedUrl("/connexion");
        assertThat(get("/classe/ouverture", parent)).hasStatus(404);
    }

    @Test
    void opensOnlyAClassThatOneTeachesAndThatHasYoungChildren() {
        var esteve = as.personne(reperes.personne("11", Nature.PERSONNEL, "300102"));
        assertThat(words("/classe/ouverture", esteve)).contains("Aucune de vos classes");
        assertThat(words("/", esteve)).doesNotContain("Ouvrir la classe");
        assertThat(open(esteve, moyenne)).hasStatus(404);
        assertThat(open(esteve, reperes.classe("11", "514"))).hasStatus(404);
        assertThat(open(as.personne(reperes.personne("11", Nature.PERSONNEL, "300101")), moyenne))
                .hasStatus(404);
    }

    @Test
    void signsTheTeacherOutOnThatDeviceAndListsTheClass() {
        var teacher = as.personne(rouquette);
        assertThat(words("/", teacher)).contains("Ouvrir la classe");
        var device = device(teacher);
        assertThat(get("/", teacher)).hasRedirectedUrl("/connexion");
        assertThat(get("/", device)).hasRedirectedUrl("/classe");
        assertThat(words("/classe", device))
                .contains("Qui es-tu", "Younes", "Aya", "MS M. Rouquette", "data-registre=\"maternelle\"")
                .doesNotContain("Benali", "Ziani");
        assertThat(ComptageSql.ofPage(() -> get("/classe", device))).hasSize(1);
        assertThat(facts("classe-ouverte")).isPositive();
    }

    @Test
    void letsAChildInAndBringsBackToTheClass() {
        var device = device(as.personne(rouquette));
        assertThat(touch(device, younes)).hasStatus(303).hasRedirectedUrl("/");
        assertThat(words("/", device)).contains("Younes", "ent-embleme", "C’est fini", "Ma classe");
        assertThat(ComptageSql.ofPage(() -> get("/", device))).hasSize(1);
        assertThat(get("/classe", device)).hasRedirectedUrl("/");
        assertThat(finish(device)).hasRedirectedUrl("/classe");
        assertThat(get("/", device)).hasRedirectedUrl("/classe");
        assertThat(words("/classe", device)).contains("Qui es-tu");
    }

    @Test
    void losesNothingWhenAChildTouchesTwice() {
        var device = device(as.personne(rouquette));
        assertThat(touch(device, younes)).hasStatus(303);
        assertThat(touch(device, younes)).hasRedirectedUrl("/");
        assertThat(touch(device, eleve("500133"))).hasRedirectedUrl("/");
        assertThat(words("/", device)).contains("Younes").doesNotContain("Aya");
        assertThat(finish(device)).hasStatus(303);
        assertThat(finish(device)).as("the class stays open").hasRedirectedUrl("/classe");
        assertThat(words("/classe", device)).contains("Qui es-tu");
    }

    @Test
    void closesWhenAnAdultSignsInThere() {
        var device = device(as.personne(rouquette));
        int before = facts("classe-fermee");
        assertThat(mvc.post()
                        .uri("/connexion/demonstration")
                        .param("compte", as.account(rouquette).toString())
                        .cookie(device)
                        .with(formulaire()))
                .hasRedirectedUrl("/");
        assertThat(facts("classe-fermee")).isEqualTo(before + 1);
        assertThat(get("/classe", device)).hasRedirectedUrl("/connexion");
    }

    @Test
    void keepsOutTheChildrenOfOtherClasses() {
        var device = device(as.personne(rouquette));
        var answer = touch(device, eleve("500154"));
        assertThat(answer).hasRedirectedUrl("/classe");
        assertThat(get("/", device)).hasRedirectedUrl("/classe");
        assertThat(touch(device, UUID.randomUUID())).hasRedirectedUrl("/classe");
    }

    @Test
    void saysGoodbyeToAChildWhoLeavesWhileTheirPageIsOpen() {
        var child = device(as.personne(rouquette));
        assertThat(touch(child, younes)).hasStatus(303);
        assertThat(get("/", child)).hasStatusOk();
        jdbc.sql("update annuaire.eleve set suspendu_le = now() where id = :id")
                .param("id", younes)
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(get("/", child)).hasRedirectedUrl("/classe");
        var goodbye = get("/classe", child);
        assertThat(text(goodbye)).contains("Tu n’es plus dans cette classe").doesNotContain("Younes");
        assertThat(words("/classe", child)).contains("Qui es-tu", "Aya").doesNotContain("Younes");
    }

    @Test
    void closesWhenTheTeacherLosesTheClass() {
        var child = device(as.personne(rouquette));
        assertThat(touch(child, younes)).hasStatus(303);
        jdbc.sql("delete from annuaire.enseignement where personnel_id = :id")
                .param("id", rouquette)
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(get("/", child)).hasRedirectedUrl("/classe");
        assertThat(words("/classe", child)).contains("La classe est fermée");
        assertThat(get("/classe", child)).hasRedirectedUrl("/connexion");
    }

    @Test
    void closesWhenTheTeacherIsSuspended() {
        var child = device(as.personne(rouquette));
        assertThat(touch(child, younes)).hasStatus(303);
        jdbc.sql("update annuaire.personnel set suspendu_le = now() where id = :id")
                .param("id", rouquette)
                .update();
        as.forgetWhatThisNodeRemembers();
        try {
            assertThat(get("/", child)).hasRedirectedUrl("/classe");
            assertThat(words("/classe", child)).contains("La classe est fermée");
            assertThat(get("/classe", child)).hasRedirectedUrl("/connexion");
        } finally {
            jdbc.sql("update annuaire.personnel set suspendu_le = null where id = :id")
                    .param("id", rouquette)
                    .update();
        }
    }

    @Test
    void goesDarkWithEveryOtherStayOfTheTeacher() {
        var passwords = context.getBean(MotsDePasse.class);
        var children = new Cookie[] {device(as.personne(rouquette)), device(as.personne(rouquette))};
        assertThat(touch(children[0], younes)).hasStatus(303);
        var ofAColleague = session(
                open(as.personne(reperes.personne("16", Nature.PERSONNEL, "300102")), reperes.classe("16", "502")));
        passwords.set(
                as.account(rouquette),
                MotDePasseChoisi.of("Le-verger-dort-1", context.getBean(Hachage.class)),
                "127.0.0.1");
        for (var child : children) {
            assertThat(get("/", child)).hasRedirectedUrl("/connexion");
            assertThat(touch(child, younes)).hasRedirectedUrl("/connexion");
        }
        assertThat(words("/classe", ofAColleague)).contains("Qui es-tu");
    }

    @Test
    void endsForTheChildAsForTheClassAfterTwoHours() {
        var device = device(as.personne(rouquette));
        var end = end(device);
        assertThat(touch(device, younes)).hasStatus(303);
        assertThat(get("/", device)).hasStatus(200);
        assertThat(end(device)).isEqualTo(end);
        jdbc.sql("update comptes.session set expire_le = now() - interval '1 second'")
                .update();
        as.forgetWhatThisNodeRemembers();
        assertThat(get("/", device)).hasRedirectedUrl("/connexion");
        assertThat(touch(device, younes)).hasRedirectedUrl("/connexion");
    }

    @Test
    void staysOpenAfterARestart() {
        var device = device(as.personne(rouquette));
        as.forgetWhatThisNodeRemembers();
        assertThat(words("/classe", device)).contains("Qui es-tu");
    }

    @Test
    void isClosedByTheCodeThatStandsOnTheTeachersOwnPage() {
        var device = device(as.personne(rouquette));
        assertThat(words("/classe", device)).contains("href=\"/classe/fermeture\"");
        assertThat(words("/classe/fermeture", device)).contains("Votre mot de passe, ou le code de fermeture");
        var code = code();
        assertThat(close(device, code.equals("1234") ? "4321" : "1234")).hasStatus(422);
        assertThat(close(device, "")).hasStatus(422);
        assertThat(words("/classe", device))
                .as("a child's touch closes nothing")
                .contains("Qui es-tu");
        assertThat(close(device, code)).hasRedirectedUrl("/classe/fermee");
        assertThat(words("/classe/fermee", device)).contains("La classe est fermée");
        assertThat(get("/classe", device)).hasRedirectedUrl("/connexion");
        assertThat(facts("classe-fermee")).isPositive();
    }

    @Test
    void isClosedByThePasswordOfWhoOpenedItAndByNobodyElses() {
        as.givePassword(as.account(rouquette), "Le-verger-dort-1");
        as.givePassword(as.account(reperes.personne("11", Nature.PERSONNEL, "300102")), "Le-moulin-rit-3");
        var device = device(as.personne(rouquette));
        assertThat(close(device, "Le-moulin-rit-3")).hasStatus(422);
        assertThat(close(device, "Le-verger-dort-1")).hasRedirectedUrl("/classe/fermee");
    }

    @Test
    void slowsWhoeverTriesToCloseItAndNeverTheTeachersOwnDoor() {
        as.givePassword(as.account(rouquette), "Le-verger-dort-1");
        var device = device(as.personne(rouquette));
        var code = code();
        for (int i = 0; i < 5; i++) {
            assertThat(close(device, "mauvais")).hasStatus(422);
        }
        jdbc.sql("update comptes.essai set echecs = echecs + 10 where dernier_le > now() - interval '1 minute'")
                .update();
        assertThat(close(device, code)).as("even the right one waits").hasStatus(429);
        assertThat(mvc.post()
                        .uri("/connexion")
                        .param("identifiant", as.login(as.account(rouquette)))
                        .param("motDePasse", "Le-verger-dort-1")
                        .with(formulaire()))
                .hasStatus(303);
    }

    @Test
    void isClosedFromAfarByWhoOpenedItAlone() {
        var device = device(as.personne(rouquette));
        var other = as.personne(reperes.personne("11", Nature.PERSONNEL, "300101"));
        assertThat(closeFromAfar(other)).hasStatus(404);
        assertThat(words("/classe", device)).contains("Qui es-tu");
        assertThat(closeFromAfar(as.personne(rouquette))).hasRedirectedUrl("/classe/ouverture");
        assertThat(get("/classe", device)).hasRedirectedUrl("/connexion");
        assertThat(words("/classe/ouverture", as.personne(rouquette))).doesNotContain("Code de fermeture");
    }

    @Test
    void saysGoodbyeOnceToWhoHasFinished() {
        var device = device(as.personne(rouquette));
        assertThat(touch(device, younes)).hasStatus(303);
        assertThat(finish(device)).hasRedirectedUrl("/classe");
        assertThat(words("/classe", device)).contains("Au revoir Younes !");
        assertThat(words("/classe", device)).doesNotContain("Au revoir");
    }

    private String code() {
        var page = words("/classe/ouverture", as.personne(rouquette));
        var code = java.util.regex.Pattern.compile("Code de fermeture :\\s*<b[^>]*>(\\d{4})</b>")
                .matcher(page);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private MvcTestResult close(Cookie device, String secret) {
        return mvc.post()
                .uri("/classe/fermeture")
                .param("secret", secret)
                .cookie(device)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult closeFromAfar(Cookie teacher) {
        return mvc.post()
                .uri("/classe/ouverture/fermeture")
                .param("classe", moyenne.toString())
                .cookie(teacher)
                .with(formulaire())
                .exchange();
    }

    @Test
    void listsOfAMixedClassOnlyThoseWhoDoNotReadYet() {
        var faure = as.personne(reperes.personne("16", Nature.PERSONNEL, "300102"));
        var mixte = reperes.classe("16", "502");
        var device = session(open(faure, mixte));
        var readers = jdbc.sql("""
                        select e.id from annuaire.eleve e join annuaire.eleve_classe ec on ec.eleve_id = e.id
                         where ec.classe_id = :classe and e.niveau = 'CE2'
                        """)
                .param("classe", mixte)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        assertThat(readers).isNotEmpty();
        assertThat(words("/classe", device))
                .contains("entre avec ton identifiant et tes mots")
                .doesNotContain(readers.stream().map(UUID::toString).toList());
        assertThat(touch(device, readers.getFirst())).hasRedirectedUrl("/classe");
    }

    @Test
    void tellsHomonymsApartByTheirInitial() {
        jdbc.sql("update annuaire.eleve set prenom = 'YOUNES' where id = :id")
                .param("id", eleve("500133"))
                .update();
        assertThat(words("/classe", device(as.personne(rouquette)))).contains("Younes B.", "Younes Z.");
        jdbc.sql("update annuaire.eleve set prenom = 'AYA' where id = :id")
                .param("id", eleve("500133"))
                .update();
    }

    @Test
    void keepsEachChildTheirPictureWhileOthersComeAndGo() {
        device(as.personne(rouquette));
        var before = pictures();
        assertThat(before).hasSize(24).doesNotHaveDuplicates();
        // An animal of one's own: no letter is needed.
        assertThat(before).allMatch(picture -> picture.endsWith(" "));
        jdbc.sql("delete from annuaire.eleve_classe where classe_id = :classe and eleve_id = :eleve")
                .param("classe", moyenne)
                .param("eleve", eleve("500133"))
                .update();
        jdbc.sql(
                        "insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) values (:eleve, :classe, current_date)")
                .param("classe", moyenne)
                .param("eleve", eleve("500154"))
                .update();
        device(as.personne(rouquette));
        var after = pictures();
        assertThat(after).hasSize(24).doesNotHaveDuplicates();
        assertThat(before.stream().filter(after::contains).count()).isGreaterThanOrEqualTo(23);
        jdbc.sql("delete from annuaire.eleve_classe where classe_id = :classe and eleve_id = :eleve")
                .param("classe", moyenne)
                .param("eleve", eleve("500154"))
                .update();
        jdbc.sql(
                        "insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) values (:eleve, :classe, current_date)")
                .param("classe", moyenne)
                .param("eleve", eleve("500133"))
                .update();
    }

    /// DESIGN §8: a page of 8 KB at most, compressed, pictures in it.
    @Test
    void staysLightWithAFullClassWhereEachHasAnAnimalOfTheirOwn() throws Exception {
        jdbc.sql("""
                        with arrivees as (
                            insert into annuaire.eleve (academie, structure_id, nom, prenom, date_naissance, niveau)
                            select '11', c.structure_id, 'ESSAI', 'Prénom-' || n, date '2022-03-01', 'MS'
                              from annuaire.classe c, generate_series(1, 8) n where c.id = :classe returning id)
                        insert into annuaire.eleve_classe (eleve_id, classe_id, depuis) select id, :classe, current_date from arrivees
                        """).param("classe", moyenne).update();
        var answer = get("/classe", device(as.personne(rouquette)));
        assertThat(answer).hasStatusOk();
        var page = answer.getResponse().getContentAsByteArray();
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(page);
        }
        assertThat(pictures()).hasSize(32).doesNotHaveDuplicates().allMatch(picture -> picture.endsWith(" "));
        assertThat(packed.size()).isLessThan(8_000);
        for (var table : java.util.List.of("embleme", "eleve_classe")) {
            jdbc.sql("delete from annuaire." + table + " where eleve_id in (select id from annuaire.eleve"
                            + " where nom = 'ESSAI' and prenom like 'Prénom-%')")
                    .update();
        }
    }

    private java.util.List<String> pictures() {
        return jdbc.sql(
                        "select image || ' ' || lettre from annuaire.embleme where classe_id = :classe order by eleve_id")
                .param("classe", moyenne)
                .query(String.class)
                .list();
    }

    private Cookie device(Cookie teacher) {
        var opened = open(teacher, moyenne);
        assertThat(opened).hasStatus(303).hasRedirectedUrl("/classe");
        return session(opened);
    }

    private MvcTestResult open(Cookie teacher, UUID classe) {
        return mvc.post()
                .uri("/classe/ouverture")
                .param("classe", classe.toString())
                .cookie(teacher)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult touch(Cookie device, UUID eleve) {
        return mvc.post()
                .uri("/classe/eleve")
                .param("eleve", eleve.toString())
                .cookie(device)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult finish(Cookie device) {
        return mvc.post().uri("/deconnexion").cookie(device).with(formulaire()).exchange();
    }

    private String end(Cookie session) {
        return jdbc.sql("select expire_le::text from comptes.session where id_empreinte = :id")
                .param("id", Empreinte.of(session.getValue()))
                .query(String.class)
                .single();
    }

    private int facts(String action) {
        return jdbc.sql(
                        "select count(distinct f.id) from journal.fait f join journal.fait_ecole e on e.fait_id = f.id where f.action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult get(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private String words(String path, Cookie session) {
        var answer = get(path, session);
        assertThat(answer).hasStatusOk();
        return text(answer);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private static Cookie session(MvcTestResult entered) {
        return Objects.requireNonNull(entered.getResponse().getCookie("session"));
    }

    private UUID eleve(String id) {
        return reperes.personne("11", Nature.ELEVE, id);
    }
}
