package fr.entecole.comptes.activation;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.codes.Codes;
import fr.entecole.journal.MinutePassee;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Sceau;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A sheet in someone's hands, from its code to the home. The child of the invented parent was born on 1 March 2017.
@EntTest
class ActivationWebTests {

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
    Personnages personnages;
    UUID parent;
    UUID compte;
    UUID par;
    String code;

    @BeforeEach
    void aParentWithASheet() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        personnages = new Personnages(jdbc);
        parent = personnages.add(Profil.PARENT);
        compte = as.account(parent);
        par = as.account(personnages.add(Profil.DIRECTEUR));
        code = issue(parent);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void writesNoCodeInTheLogHoweverItsAddressIsMistyped(CapturedOutput log) {
        for (var address : new String[] {"/activation/7KMP4TQX92HD/", "/Activation/7KMP4TQX92HD"}) {
            assertThat(mvc.get().uri(address)).hasStatus(404);
        }
        assertThat(mvc.get().uri("/premiere-connexion/7KMP4TQX92HD/")).hasStatus(404);
        assertThat(log.getAll()).doesNotContain("7KMP4TQX92HD");
    }

    @Test
    void opensNothingForAnUnknownCode() {
        MinutePassee.in(context); // what another test counted in a minute that is over is not of this one
        assertThat(send(Map.of("code", "7KMP 4TQX 92HD")))
                .hasStatus(422)
                .bodyText()
                .contains("Ce code n’est pas connu");
        assertThat(send(Map.of("code", "7KMP"))).hasStatus(422).bodyText().contains("douze signes");
        assertThat(send(Map.of())).hasStatus(422);
        int before = refusals().size();
        for (int i = 0; i < 5; i++) {
            assertThat(send(Map.of("code", "7KMP 4TQX 92HD"))).hasStatus4xxClientError();
        }
        assertThat(refusals())
                .as("nobody's tries wait for the end of the minute")
                .hasSize(before);
        MinutePassee.in(context);
        assertThat(refusals()).hasSize(before + 1).contains("inconnu");
    }

    @Test
    void opensNothingWithoutTheBirthDateOfAChild() {
        assertThat(send(Map.of("code", code))).hasStatusOk().bodyText().contains("Date de naissance");
        assertThat(send(merged(password(SECRET), Map.of("jour", "2"))))
                .hasStatus(422)
                .bodyText()
                .contains("Il reste 4 essais");
        assertThat(send(merged(DATE, Map.of("code", code, "jour", "31", "mois", "2"))))
                .hasStatus(422)
                .bodyText()
                .contains("en chiffres");
        assertThat(password()).isNull();
    }

    @Test
    void aParentComesInWithTheSheetAndAPasswordOfTheirOwn() {
        assertThat(send(merged(DATE, Map.of("code", code))))
                .hasStatusOk()
                .bodyText()
                .contains(as.login(compte), "8 caractères");
        assertThat(send(password("Azerty123!")))
                .hasStatus(422)
                .bodyText()
                .contains("facile à deviner", "azerty", "value=\"Azerty123!\"");
        assertThat(send(merged(password(""), Map.of("proposer", "true"))))
                .hasStatusOk()
                .bodyText()
                .containsPattern("name=\"motDePasse\" type=\"password\" value=\"[a-z]+( [a-z]+){3} \\d{4}\"");
        var entered = send(password(SECRET));
        assertThat(entered).hasStatus(303).hasRedirectedUrl("/");
        assertThat(entered.getResponse().getCookie("session")).isNotNull();
        assertThat(entered.getResponse().getCookie("appareil").isHttpOnly()).isTrue();
        assertThat(enter(SECRET)).hasRedirectedUrl("/");
        assertThat(jdbc.sql(
                                "select action from journal.fait where acteur_compte = :id and action <> 'charte-acceptee' order by id")
                        .param("id", compte)
                        .query(String.class)
                        .list())
                .containsExactly("code-utilise", "mot-de-passe-choisi", "connexion", "connexion");
    }

    @Test
    void understandsACodeTypedByHand() {
        jdbc.sql("update comptes.code set empreinte = :e where compte_id = :c")
                .param("e", new Sceau(EntTest.SECRET).of("code", "A2B3C4D5E6F7"))
                .param("c", compte)
                .update();
        for (var typed : List.of("A2B3 C4D5 E6F7", "a2b3-c4d5-e6f7", " A2b3 c4D5 e6f7 ", "a2B3C4d5E6F7")) {
            assertThat(send(Map.of("code", typed)))
                    .as(typed)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Date de naissance");
        }
    }

    /// Its code stands in the fragment: what asks for the page, and whoever writes down addresses, never has it.
    @Test
    void opensTheSheetsSquareWithoutItsCodeInTheAddress() {
        assertThat(ComptageSql.during(() -> assertThat(mvc.get().uri("/activation"))
                        .hasStatusOk()
                        .bodyText()
                        .contains("id=\"code\"")))
                .isEmpty();
        assertThat(mvc.get().uri("/activation/" + code.replace(" ", ""))).hasStatus(404);
    }

    @Test
    void tellsTheSecondOfTwoPeopleAtOneSheetWhatToDo() {
        assertThat(send(password(SECRET))).hasStatus(303);
        assertThat(send(Map.of("code", code)))
                .hasStatus(410)
                .bodyText()
                .contains("Quelqu’un est déjà entré avec cette feuille", "demandez un autre code à l’école");
        var again = codes.reissue(parent, par, null);
        assertThat(send(merged(password("Mauve9-lac"), Map.of("code", again))))
                .as("an access that was given again is told, whoever comes in by it")
                .hasRedirectedUrl("/mon-compte/acces-redonnes");
        assertThat(enter(SECRET)).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from comptes.session where compte_id = :id")
                        .param("id", compte)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anotherSheetOfTheSamePersonServesNoMore() {
        var other = issue(parent);
        assertThat(send(password(SECRET))).hasStatus(303);
        assertThat(send(Map.of("code", other))).hasStatus(410).bodyText().contains("déjà entré");
    }

    @Test
    void letsOneInOfTwoAtTheSameMoment() throws Exception {
        Callable<Integer> one = () -> send(password(SECRET)).getResponse().getStatus();
        Callable<Integer> two = () -> send(password("Mauve9-lac")).getResponse().getStatus();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(one, two)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 410);
        }
    }

    @Test
    void tellsACodePastItsEndAndOneThatWasReplaced() {
        jdbc.sql("update comptes.code set expire_le = now() - interval '1 second' where compte_id = :c")
                .param("c", compte)
                .update();
        assertThat(send(Map.of("code", code))).hasStatus(410).bodyText().contains("Ce code n’est plus valable");
        var first = issue(parent);
        codes.reissue(parent, par, null);
        assertThat(send(Map.of("code", first))).hasStatus(410).bodyText().contains("Un autre code a remplacé celui-ci");
    }

    @Test
    void tellsASuspendedPersonAndAClosedSchool() {
        personnages.close();
        assertThat(send(Map.of("code", code))).hasStatus(403).bodyText().contains("pas encore ouverte");
        personnages.open();
        jdbc.sql("update annuaire.responsable set suspendu_le = now() where id = :id")
                .param("id", parent)
                .update();
        assertThat(send(password(SECRET))).hasStatus(403).bodyText().contains("Ce compte est suspendu");
        assertThat(password()).isNull();
    }

    @Test
    void voidsACodeAfterFiveWrongDates() {
        for (int left = 4; left > 0; left--) {
            assertThat(send(merged(DATE, Map.of("code", code, "annee", "2011"))))
                    .hasStatus(422);
        }
        assertThat(send(merged(DATE, Map.of("code", code, "annee", "2011"))))
                .hasStatus(410)
                .bodyText()
                .contains("Cinq dates");
        assertThat(send(password(SECRET))).hasStatus(410).bodyText().contains("Cinq dates");
        assertThat(refusals()).contains("date", "dates");
    }

    /// ADR 0014: the head reads who used a code, and from where.
    @Test
    void namesTheSchoolInWhateverACodeDoes() {
        assertThat(send(merged(DATE, Map.of("code", code, "annee", "2011")))).hasStatus(422);
        assertThat(send(password(SECRET))).hasStatus(303);
        assertThat(send(password(SECRET))).hasStatus(410);
        assertThat(jdbc.sql("""
                        select f.action || ' ' || (select count(*) from journal.fait_ecole e where e.fait_id = f.id)
                          from journal.fait f
                         where f.objet_id = :compte and f.action in ('code-refuse', 'code-utilise', 'mot-de-passe-choisi')
                         order by f.id
                        """)
                        .param("compte", compte.toString())
                        .query(String.class)
                        .list())
                .containsExactly("code-refuse 1", "code-utilise 1", "mot-de-passe-choisi 1", "code-refuse 1");
    }

    @Test
    void asksNoDateOfStaffAndAgentsAndEightyBitsOfPowers() {
        var teacher = issue(personnages.add(Profil.ENSEIGNANT));
        assertThat(send(Map.of("code", teacher))).hasStatusOk().bodyText().contains("8 caractères");
        var mayor = issue(personnages.add(Profil.MAIRE));
        assertThat(send(Map.of("code", mayor))).hasStatusOk().bodyText().contains("14 caractères");
        assertThat(send(Map.of("code", mayor, "etape", "mot-de-passe", "motDePasse", SECRET, "confirmation", SECRET)))
                .hasStatus(422);
    }

    @Test
    void neverLocksASchoolOutForItsMistypedCodes() {
        for (int i = 0; i < 25; i++) {
            assertThat(send(Map.of("code", "7KMP 4TQX 92" + (char) ('A' + i % 8) + "Z")))
                    .hasStatus4xxClientError();
        }
        assertThat(send(Map.of("code", "7KMP 4TQX 92HD"))).hasStatus(429);
        assertThat(send(Map.of("code", code))).hasStatusOk();
    }

    @Test
    void aFamilysSheetNeverOpensSomebodysWork() {
        var teacher = as.account(personnages.add(Profil.ENSEIGNANT));
        as.givePassword(teacher, SECRET);
        jdbc.sql("update comptes.compte set active_le = now() where id = :id")
                .param("id", teacher)
                .update();
        context.getBean(Comptes.class).join(teacher, compte, List.of());
        var again = codes.reissue(parent, par, null);
        assertThat(send(Map.of("code", again))).hasStatus(403).bodyText().contains("sert aussi à votre travail");
    }

    private String issue(UUID personne) {
        as.account(personne);
        return codes.issue(List.of(personne), par, null).get(personne);
    }

    private Map<String, String> password(String motDePasse) {
        return merged(
                DATE,
                Map.of("code", code, "etape", "mot-de-passe", "motDePasse", motDePasse, "confirmation", motDePasse));
    }

    private static Map<String, String> merged(Map<String, String> first, Map<String, String> then) {
        var all = new java.util.HashMap<>(first);
        all.putAll(then);
        return all;
    }

    private MvcTestResult send(Map<String, String> fields) {
        var request = mvc.post().uri("/activation").with(formulaire());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult enter(String motDePasse) {
        return mvc.post()
                .uri("/connexion")
                .param("identifiant", as.login(compte).toUpperCase(Locale.ROOT))
                .param("motDePasse", motDePasse)
                .with(formulaire())
                .exchange();
    }

    private Object password() {
        return jdbc.sql("select mot_de_passe from comptes.compte where id = :id")
                .param("id", compte)
                .query()
                .singleRow()
                .get("mot_de_passe");
    }

    private List<String> refusals() {
        return jdbc.sql("select details ->> 'raison' from journal.fait where action = 'code-refuse'")
                .query(String.class)
                .list();
    }
}
