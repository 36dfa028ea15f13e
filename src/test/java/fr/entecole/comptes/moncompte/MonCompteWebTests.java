package fr.entecole.comptes.moncompte;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.charte.AccordsDeDemonstration;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A teacher's own account, then joined with the parent that they are too.
@EntTest
class MonCompteWebTests {

    private static final String SECRET = "Lilas7vert";
    private static final String NEW = "Mauve9-lac";
    private static final String STRONG = "Mauve9-lac-Tortue4";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Codes codes;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    Personnages personnages;
    UUID compte;
    UUID parent;
    UUID autre;
    Cookie session;

    @BeforeEach
    void aTeacherWhoIsAParent() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        compte = as.account(personnages.add(Profil.ENSEIGNANT));
        as.givePassword(compte, SECRET);
        parent = personnages.add(Profil.PARENT);
        autre = as.account(parent);
        rename(parent, "Sophie");
        session = as.compte(compte);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void showsOnesLoginAndRole() {
        assertThat(page("/mon-compte"))
                .hasStatusOk()
                .bodyText()
                .contains(as.login(compte), "Enseignement", "en ce moment", "Réunir un autre compte")
                .doesNotContain("Passer à ce rôle");
        // The account and its logins; who it is, for the strength of its password.
        assertThat(ComptageSql.during(() -> assertThat(page("/mon-compte")).hasStatusOk()))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void changesNoPasswordWithoutTheOldOne() {
        assertThat(change("autre chose", NEW)).hasStatus(422).bodyText().contains("pas votre mot de passe actuel");
        assertThat(change(SECRET, "court")).hasStatus(422).bodyText().contains("pas assez long");
        assertThat(enter(compte, SECRET)).hasRedirectedUrl("/");
    }

    @Test
    void slowsWhoGuessesTheOldOne() {
        for (int i = 0; i < 4; i++) {
            assertThat(change("non " + i, NEW)).hasStatus(422);
        }
        assertThat(change(SECRET, NEW)).hasStatus(429);
    }

    @Test
    void changesThePasswordAndEndsTheOtherStays() {
        var elsewhere = as.compte(compte);
        var changed = change(SECRET, NEW);
        assertThat(changed).hasStatus(303).hasRedirectedUrl("/mon-compte?fait=mot-de-passe");
        assertThat(mvc.get().uri("/mon-compte").cookie(elsewhere)).hasRedirectedUrl("/connexion");
        assertThat(mvc.get()
                        .uri("/mon-compte?fait=mot-de-passe")
                        .cookie(changed.getResponse().getCookie("session")))
                .hasStatusOk()
                .bodyText()
                .contains("Votre mot de passe est changé");
        assertThat(enter(compte, SECRET)).hasStatus(422);
        assertThat(enter(compte, NEW)).hasRedirectedUrl("/");
    }

    /// What was refused is given back to be mended, in an answer that nothing keeps; the password in force never is.
    @Test
    void givesBackWhatWasRefusedAndSaysWhichWordIsWeak() {
        var refused = change(SECRET, "Narbonne-vendredi-7");
        assertThat(refused).hasStatus(422).bodyText().contains("«\u00a0narbonne\u00a0» et «\u00a0vendredi\u00a0»");
        assertThat(refused.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(refused)
                .bodyText()
                .containsPattern("(?s)(value=\"Narbonne-vendredi-7\".*){2}")
                .doesNotContain(SECRET);
        var wrong = change("pas le bon", NEW);
        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains("value=\"" + NEW + "\"")
                .doesNotContain("pas le bon");
    }

    /// Two touches and the password in force: what is proposed is accepted as it stands.
    @Test
    void proposesAPasswordThatIsAccepted() {
        var proposed = mvc.post()
                .uri("/mon-compte/mot-de-passe")
                .param("proposer", "true")
                .cookie(session)
                .with(formulaire())
                .exchange();
        assertThat(proposed).hasStatusOk().bodyText().contains("Notez-le avant de continuer");
        assertThat(proposed.getResponse().getHeader("Cache-Control")).contains("no-store");
        var found = Pattern.compile("class=\"ent-propose\" translate=\"no\">([a-z]+(?: [a-z]+){3} \\d{4})<")
                .matcher(body(proposed));
        assertThat(found.find()).isTrue();
        assertThat(change(SECRET, found.group(1))).hasRedirectedUrl("/mon-compte?fait=mot-de-passe");
        assertThat(enter(compte, found.group(1))).hasRedirectedUrl("/");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void asksWhoBecomesAHeadForAStrongerPasswordAtTheNextEntry() {
        assertThat(enter(compte, SECRET)).hasRedirectedUrl("/");
        becomesHead();
        var entered = enter(compte, SECRET);
        var weak = entered.getResponse().getCookie("session");
        for (var path : List.of("/", "/journal", "/comptes", "/annuaire/classes/toutes")) {
            assertThat(mvc.get().uri(path).cookie(weak)).hasRedirectedUrl("/mon-compte");
        }
        assertThat(mvc.get().uri("/aide").cookie(weak)).hasStatusOk();
        assertThat(mvc.get().uri("/mon-compte").cookie(weak))
                .hasStatusOk()
                .bodyText()
                .contains("un mot de passe plus solide")
                .doesNotContain("Rien ne vous y oblige");
        session = weak;
        assertThat(change(SECRET, NEW)).hasStatus(422).bodyText().contains("pas assez long", "plus solide");
        var changed = change(SECRET, STRONG);
        assertThat(changed).hasRedirectedUrl("/mon-compte?fait=mot-de-passe");
        assertThat(mvc.get().uri("/").cookie(changed.getResponse().getCookie("session")))
                .hasStatusOk();
        var again = enter(compte, STRONG);
        assertThat(mvc.get().uri("/").cookie(again.getResponse().getCookie("session")))
                .hasStatusOk();
    }

    @Test
    void asksForItWhicheverRoleComesFirstAndNoSwitchOfRolesLeavesIt() {
        as.givePassword(autre, SECRET);
        assertThat(context.getBean(Comptes.class).join(autre, compte, List.of()))
                .isTrue();
        context.getBean(AccordsDeDemonstration.class).accept(autre);
        becomesHead();
        session = enter(compte, SECRET).getResponse().getCookie("session");
        assertThat(page("/")).hasRedirectedUrl("/mon-compte");
        for (var other : List.of(compte, autre)) {
            assertThat(role(other)).hasStatus(303);
            for (var path : List.of("/", "/journal", "/comptes", "/classe/ouverture")) {
                assertThat(page(path).getResponse().getStatus()).as(path).isIn(302, 404);
            }
        }
    }

    @Test
    void asksNothingOfAHeadWhosePasswordWasStrongAllAlong() {
        assertThat(change(SECRET, STRONG)).hasStatus(303);
        becomesHead();
        assertThat(mvc.get().uri("/").cookie(enter(compte, STRONG).getResponse().getCookie("session")))
                .hasStatusOk();
    }

    @Test
    void learnsAtTheDoorWhatAnOlderPasswordIsWorth() {
        as.givePassword(compte, STRONG);
        jdbc.sql("update comptes.compte set force = null where id = :id")
                .param("id", compte)
                .update();
        becomesHead();
        assertThat(mvc.get().uri("/").cookie(enter(compte, STRONG).getResponse().getCookie("session")))
                .hasStatusOk();
        assertThat(jdbc.sql("select force from comptes.compte where id = :id")
                        .param("id", compte)
                        .query(String.class)
                        .single())
                .isEqualTo("BITS_80");
    }

    @Test
    void switchesToNoRoleOfAnother() {
        assertThat(role(autre)).hasStatus(404);
        assertThat(role(UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void joinsTheOtherAccountWithTheCodeOfItsSheet() {
        as.givePassword(autre, "Ancien5-mot");
        var elsewhere = as.compte(autre);
        var code = issue(parent);
        assertThat(join(Map.of("code", code))).hasStatusOk().bodyText().contains("Date de naissance");
        assertThat(join(date(code, "2", "date"))).hasStatus(422).bodyText().contains("Il reste 4 essais");
        assertThat(join(date(code, "1", "date")))
                .hasStatusOk()
                .bodyText()
                .contains("Réunir ces deux comptes", "Enseignement", "Parent")
                .doesNotContain("Adam");
        joined(join(date(code, "1", "confirme")));
        context.getBean(AccordsDeDemonstration.class).accept(compte);
        session = as.compte(compte);

        assertThat(page("/mon-compte"))
                .bodyText()
                .contains(as.login(compte), as.login(autre), "Passer à ce rôle", "Parent");
        assertThat(enter(autre, SECRET)).hasRedirectedUrl("/");
        assertThat(enter(autre, "Ancien5-mot")).hasStatus(422);
        assertThat(mvc.get().uri("/").cookie(elsewhere)).hasRedirectedUrl("/connexion");
        assertThat(role(autre)).hasStatus(303).hasRedirectedUrl("/");
        assertThat(page("/mon-compte")).bodyText().containsPattern("(?s)Parent.{0,80}en ce moment|Parent</b>");
        assertThat(jdbc.sql("select objet_id from journal.fait where action = 'compte-rejoint' and acteur_compte = :id")
                        .param("id", compte)
                        .query(String.class)
                        .list())
                .containsExactly(autre.toString());
        assertThat(jdbc.sql("""
                        select count(*) from journal.fait_ecole e join journal.fait f on f.id = e.fait_id
                         where f.action = 'compte-rejoint' and f.acteur_compte = :id
                        """).param("id", compte).query(Integer.class).single())
                .as("the heads of both roles read of it")
                .isPositive();
    }

    /// Whoever hands a code may use it before its owner does: the owner is told, with who it was.
    @Test
    void isToldAtTheNextEntryOfAnAccessThatSomebodyGaveAgain() {
        var codes = context.getBean(Codes.class);
        var head = as.account(personnages.add(Profil.DIRECTEUR));
        assertThat(enter(compte, SECRET)).hasRedirectedUrl("/");
        jdbc.sql("update comptes.compte set active_le = now() - interval '1 day' where id = :id")
                .param("id", compte)
                .update();
        var moi = jdbc.sql("select personne_id from comptes.compte where id = :id")
                .param("id", compte)
                .query(UUID.class)
                .single();
        codes.reissue(moi, head, null);
        var entered = enter(compte, SECRET);
        assertThat(entered).hasRedirectedUrl("/mon-compte/acces-redonnes");
        session = entered.getResponse().getCookie("session");
        assertThat(page("/mon-compte/acces-redonnes"))
                .hasStatusOk()
                .bodyText()
                .contains("Un accès vous a été redonné", "pas utilisé", "Changer mon mot de passe");
        assertThat(enter(compte, SECRET)).as("not said to be known yet").hasRedirectedUrl("/mon-compte/acces-redonnes");
        session = as.compte(compte);
        assertThat(mvc.post().uri("/mon-compte/acces-redonnes").cookie(session).with(formulaire()))
                .hasRedirectedUrl("/");
        assertThat(enter(compte, SECRET)).hasRedirectedUrl("/");

        codes.reissue(moi, head, null);
        session = as.compte(compte);
        assertThat(page("/mon-compte/acces-redonnes").getResponse())
                .satisfies(answer -> assertThat(answer.getContentAsString().split("pas utilisé", -1))
                        .as("the one before too: who used it may have said that they knew")
                        .hasSize(3));
    }

    @Test
    void asksTheCharterOfARoleThatHasJustJoined() {
        joined(join(date(issue(parent), "1", "confirme")));
        assertThat(role(autre)).hasStatus(303);
        assertThat(page("/")).hasStatus(302).hasRedirectedUrl("/charte");
    }

    @Test
    void endsTheOtherStaysAndTheCodesOfWhatTheAccountWasBefore() {
        var elsewhere = as.compte(compte);
        var handed = issue(person(compte));
        var head = personnages.add(Profil.DIRECTEUR);
        as.account(head);
        assertThat(join(Map.of(
                        "code",
                        issue(head),
                        "etape",
                        "confirme",
                        "motDePasse",
                        "Trois5chevauxGris",
                        "confirmation",
                        "Trois5chevauxGris")))
                .hasStatus(303);
        assertThat(mvc.get().uri("/mon-compte").cookie(elsewhere)).hasRedirectedUrl("/connexion");
        assertThat(mvc.post().uri("/activation").param("code", handed).with(formulaire()))
                .as("a code that a colleague's head handed before")
                .hasStatus(410);
    }

    @Test
    void joinsNothingToItselfNorToAnAgentNorTwice() {
        var mine = codes.issue(List.of(person(compte)), compte, null).get(person(compte));
        assertThat(join(Map.of("code", mine))).hasStatus(422).bodyText().contains("votre propre compte");
        var mayor = personnages.add(Profil.MAIRE);
        as.account(mayor);
        assertThat(join(Map.of("code", issue(mayor)))).hasStatus(422).bodyText().contains("reste à part");
        var third = as.account(personnages.add(Profil.PARENT));
        assertThat(context.getBean(Comptes.class).join(autre, third, List.of())).isTrue();
        assertThat(join(Map.of("code", issue(parent))))
                .hasStatus(422)
                .bodyText()
                .contains("en réunit déjà");
    }

    @Test
    void neverMakesOneOfTwoParentsOfAHome() {
        rename(parent, "Karim");
        assertThat(join(Map.of("code", issue(parent))))
                .hasStatus(422)
                .bodyText()
                .contains("au nom d’une autre personne");
        rename(parent, "SOPHÏE");
        assertThat(join(Map.of("code", issue(parent)))).hasStatusOk();
    }

    @Test
    void neverJoinsAPupilAnAccountToItselfOrAJoinedOne() {
        var comptes = context.getBean(Comptes.class);
        var eleve = as.account(personnages.add(Profil.ELEVE));
        assertThat(comptes.join(compte, eleve, List.of())).isFalse();
        assertThat(comptes.join(eleve, compte, List.of())).isFalse();
        assertThat(comptes.join(compte, compte, List.of())).isFalse();
        assertThat(comptes.join(compte, autre, List.of())).isTrue();
        assertThat(comptes.join(compte, autre, List.of())).isFalse();
        assertThat(comptes.join(as.account(personnages.add(Profil.PARENT)), autre, List.of()))
                .isFalse();
    }

    @Test
    void asksAStrongerPasswordToJoinAHead() {
        var head = personnages.add(Profil.DIRECTEUR);
        as.account(head);
        var code = issue(head);
        assertThat(join(Map.of("code", code))).hasStatusOk().bodyText().contains("14 caractères", "a des pouvoirs");
        assertThat(join(Map.of("code", code, "etape", "confirme"))).hasStatus(422);
        assertThat(join(Map.of(
                        "code",
                        code,
                        "etape",
                        "confirme",
                        "motDePasse",
                        "Trois5chevauxGris",
                        "confirmation",
                        "Trois5chevauxGris")))
                .hasStatus(303);
        assertThat(enter(compte, "Trois5chevauxGris"))
                .as("a head must have a second proof")
                .hasRedirectedUrl("/mon-compte/second-facteur/bientot");
        assertThat(enter(compte, SECRET)).hasStatus(422);
    }

    @Test
    void makesOneHomeOfThreeSchoolsOfTwoAcademies() {
        var toulouse = new Personnages(jdbc);
        var there = toulouse.add(Profil.PARENT);
        jdbc.sql("update annuaire.responsable set academie = '16' where id = :id")
                .param("id", there)
                .update();
        var third = new Personnages(jdbc).add(Profil.PARENT);
        rename(there, "Sophie");
        rename(third, "SOPHIE");
        var comptes = context.getBean(Comptes.class);
        comptes.createMissing();
        var home = as.compte(autre);
        var code = issue(there);
        var saved = session;
        session = home;
        joined(join(date(code, "1", "confirme")));
        joined(join(date(issue(third), "1", "confirme")));
        session = saved;
        var moi = context.getBean(Utilisateurs.class).of(autre, null).orElseThrow();
        assertThat(moi.personnes()).containsExactlyInAnyOrder(parent, there, third);
        assertThat(moi.ecoles()).hasSize(3);
        assertThat(moi.autresRoles()).isEmpty();
    }

    private void joined(MvcTestResult done) {
        assertThat(done).hasStatus(303).hasRedirectedUrl("/mon-compte?fait=reunion");
        session = done.getResponse().getCookie("session");
    }

    private void becomesHead() {
        jdbc.sql("update annuaire.fonction set directeur = true where personnel_id = :id")
                .param("id", person(compte))
                .update();
        as.forgetWhatThisNodeRemembers();
    }

    private void rename(UUID responsable, String prenom) {
        jdbc.sql("update annuaire.responsable set prenom = :prenom where id = :id")
                .param("prenom", prenom)
                .param("id", responsable)
                .update();
    }

    private String issue(UUID personne) {
        return codes.issue(List.of(personne), compte, null).get(personne);
    }

    private UUID person(UUID account) {
        return context.getBean(Comptes.class).byId(account).orElseThrow().personneId();
    }

    private static Map<String, String> date(String code, String jour, String etape) {
        return Map.of("code", code, "etape", etape, "jour", jour, "mois", "03", "annee", "17");
    }

    private MvcTestResult join(Map<String, String> fields) {
        var request = mvc.post().uri("/mon-compte/reunion").cookie(session).with(formulaire());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult change(String ancien, String motDePasse) {
        return mvc.post()
                .uri("/mon-compte/mot-de-passe")
                .param("ancien", ancien)
                .param("motDePasse", motDePasse)
                .param("confirmation", motDePasse)
                .cookie(session)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult role(UUID account) {
        return mvc.post()
                .uri("/role")
                .param("compte", account.toString())
                .cookie(session)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult enter(UUID account, String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", as.login(account))
                .param("motDePasse", motDePasse)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).cookie(session).exchange();
    }
}
