package fr.entecole.conventions.mairies;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.conventions.Annees;
import fr.entecole.conventions.LectureDesConventions;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.time.Clock;
import java.util.ArrayList;
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

/// A town hall without an account declares its schools; its letter makes a draft of it, once.
@MondeTest
class DeclarationPubliqueWebTests {

    private static final String LESPIGNAN = "34135";
    private static final String LEZIGNAN = "11203";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesConventions lecture;

    @Autowired
    Annees annees;

    @Autowired
    Clock clock;

    Visites visites;
    int annee;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        annee = AnneeScolaire.of(Dates.day(clock.instant())).rentree();
        jdbc.sql("delete from conventions.passage").update();
    }

    @Test
    void findsTheCommuneByNameOrNumberAndProposesLastYearsSchoolsWithoutNamingAnyone() {
        for (var words : List.of("lespi", "213 401 359 00012", LESPIGNAN)) {
            assertThat(get("/conventions/declarer?q=" + words.replace(" ", "%20")))
                    .contains("/conventions/declarer/" + LESPIGNAN + "/" + annee);
        }
        for (var wrong : Map.of(
                        "Atlantide", "ne s’appelle ainsi",
                        "213 401 359 00013", "un de ses 14 chiffres est faux",
                        "21750001600019", "n’a ce SIRET")
                .entrySet()) {
            var nowhere =
                    mvc.get().uri("/conventions/declarer?q={q}", wrong.getKey()).exchange();
            assertThat(nowhere).hasStatus(422);
            assertThat(Visites.words(nowhere)).contains(wrong.getValue());
        }
        var form = get("/conventions/declarer/" + LESPIGNAN + "/" + annee);
        assertThat(form)
                .contains("0341401N", "0341406U", "21340135900012", "checked")
                .doesNotContain("Guy Fabre", "Rascol", "rascol@example.org");
        assertThat(mvc.get().uri("/conventions/declarer/" + LESPIGNAN + "/2020").exchange())
                .hasStatus(404);
    }

    @Test
    void saysAtOnceWhatIsWrongThenWritesAndMakesADraftOnceOfTheLink() {
        var wrong = declare(LESPIGNAN, annee, "siret", "21340135900013", "courriel", "mairie");
        assertThat(wrong).hasStatus(422);
        assertThat(Visites.words(wrong))
                .contains("SIRET n’est pas juste", "Écrivez une adresse de courriel", "Odile Fabre");
        assertThat(declare(LESPIGNAN, annee, "ecole", UUID.randomUUID().toString()))
                .as("of no school of the commune")
                .hasStatus(422);
        var kept = declare(LESPIGNAN, annee);
        assertThat(kept).hasStatusOk();
        assertThat(Visites.words(kept)).contains("Un courriel est parti", "0341401N", "80 €");
        assertThat(drafts()).as("nothing before the link").isZero();
        var letter = mailed("accueil@example.org");
        assertThat(letter).contains("0341401N", "0341406U", "80");
        var jeton = jeton(letter);

        assertThat(get("/conventions/suite")).contains("Lien reçu", "id=\"jeton\"");
        var shown = follow(jeton, "");
        assertThat(shown).hasStatusOk();
        assertThat(Visites.words(shown)).contains("Confirmer", "0341406U", "Odile Fabre");
        assertThat(drafts()).isZero();
        var done = follow(jeton, SuiteController.CONFIRMER);
        assertThat(done).hasStatusOk();
        assertThat(Visites.words(done)).contains("80 €", "référent ville de la commune relit");
        assertThat(drafts()).isOne();
        assertThat(follow(jeton, SuiteController.CONFIRMER)).as("once").hasStatus(410);
        assertThat(follow("faux", "")).hasStatus(410);
        assertThat(visites.page(visites.agent("Rascol"), "/conventions")).contains("Brouillon");
        assertThat(declare(LESPIGNAN, annee)).as("declared already").hasStatus(422);
    }

    @Test
    void changesNothingOfACommuneThatHasAConvention() {
        int before = lecture.ofCommune(LEZIGNAN).size();
        assertThat(declare(LEZIGNAN, annee)).hasStatus(422);
        assertThat(lecture.ofCommune(LEZIGNAN)).hasSize(before);
    }

    @Test
    void isNotDeclaredByACommuneThatItHasSucceeded() {
        jdbc.sql("""
                        insert into conventions.succession (commune_insee, nouvelle_insee, denomination, siret, jour, motif,
                               retiree, dite_le)
                        values (:ancienne, '34999', 'Commune nouvelle', '21340135900012', date '2026-01-01', 'Arrêté', false,
                                timestamptz '2026-01-01 00:00Z')
                        """).param("ancienne", LEZIGNAN).update();
        var annonces = context.getBean(DeclarationsAnnoncees.class);
        assertThat(annonces.isDeclared(LEZIGNAN, annee)).isTrue();
        assertThat(annonces.isDeclared("34999", annee)).isFalse();
        jdbc.sql("delete from conventions.succession").update();
    }

    @Test
    void proposesTheSameYearToTheOtherCommunesOfAnRpiThatPay() {
        publish(annee + 1, 0);
        var unknown = declare(LEZIGNAN, annee + 1, "genre", "RPI", "forme", "Syndicat", "payeurs", "Atlantide");
        assertThat(unknown).hasStatus(422);
        assertThat(Visites.words(unknown)).contains("Atlantide");
        assertThat(declare(
                        LEZIGNAN,
                        annee + 1,
                        "genre",
                        "RPI",
                        "forme",
                        "Syndicat",
                        "payeurs",
                        "Castelnau-d'Estrétefonds, 34135",
                        "courriel",
                        "rpi@example.org"))
                .hasStatusOk();
        assertThat(follow(jeton(mailed("rpi@example.org")), SuiteController.CONFIRMER))
                .hasStatusOk();
        assertThat(visites.page(visites.agent("Rascol"), "/conventions"))
                .contains("Lézignan-Corbières a déclaré un RPI");
        assertThat(visites.page(visites.agent("Rascol"), "/conventions/declaration?annee=" + (annee + 1)))
                .contains("value=\"Syndicat\"");
    }

    @Test
    void leavesTheListOfABigCommuneToItsIen() {
        publish(annee + 2, 1);
        var aubrac = visites.agent("Aubrac");
        assertThat(declare(LEZIGNAN, annee + 2)).as("more than one school").hasStatus(422);
        assertThat(visites.page(aubrac, "/conventions/listes")).contains("Lézignan-Corbières");
        var list = "/conventions/listes/" + (annee + 2) + "/" + LEZIGNAN;
        assertThat(visites.page(aubrac, list)).contains("0110357D");
        assertThat(visites.get(visites.agent("Puech"), list)).hasStatus(404);
        assertThat(visites.get(aubrac, "/conventions/listes/" + (annee + 2) + "/31118"))
                .as("not followed")
                .hasStatus(404);
        var wrong = visites.post(aubrac, list, "codes", "UAI\n0110357D\n0341401N");
        assertThat(wrong).hasStatus(422);
        assertThat(Visites.words(wrong)).contains("0341401N. Rien n’a été fait");
        assertThat(visites.post(aubrac, list, "codes", "uai;nom\n0110357d;\n0110358E;"))
                .hasStatus(303);
        assertThat(jdbc.sql("select count(*) from journal.fait where action = 'liste-etablie'")
                        .query(Integer.class)
                        .single())
                .as("recorded")
                .isOne();
        assertThat(get("/conventions/declarer/" + LEZIGNAN + "/" + (annee + 2)))
                .contains("La liste établie par l’IEN", "0110358E");
        assertThat(declare(LEZIGNAN, annee + 2)).hasStatusOk();
    }

    private void publish(int year, int beaucoup) {
        if (annees.of(year).isPresent()) {
            return;
        }
        var p = annees.proposed(year);
        var vidal = context.getBean(Comptes.class)
                .ofPersonne(visites.agent("Vidal"))
                .orElseThrow();
        annees.publish(
                new Parametres(
                        year,
                        p.prix(),
                        p.fin(),
                        p.preavis(),
                        p.fenetre(),
                        p.tolerance(),
                        p.tribunal(),
                        beaucoup,
                        p.profils(),
                        p.partie(),
                        p.signataire(),
                        p.mots(),
                        p.texte()),
                0,
                context.getBean(Utilisateurs.class).of(vidal, null).orElseThrow());
    }

    private int drafts() {
        return (int) lecture.ofCommune(LESPIGNAN).stream()
                .filter(c -> c.annee() == annee)
                .count();
    }

    private String get(String path) {
        var answer = mvc.get().uri(java.net.URI.create(path)).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return Visites.words(answer);
    }

    private MvcTestResult follow(String jeton, String etape) {
        return mvc.post()
                .uri("/conventions/suite")
                .param("jeton", jeton)
                .param("etape", etape)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult declare(String insee, int year, String... more) {
        java.util.Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
        fields.put("genre", List.of("COMMUNE"));
        fields.put("denomination", List.of("Commune de Lespignan"));
        fields.put("siret", List.of("21340135900012"));
        fields.put("adresse", List.of("Place, 34710 Lespignan"));
        fields.put("signataire", List.of("Odile Fabre"));
        fields.put("qualite", List.of("Maire"));
        fields.put("contact", List.of("Accueil"));
        fields.put("courriel", List.of("accueil@example.org"));
        List<String> ecoles = new ArrayList<>();
        for (var uai : insee.equals(LESPIGNAN) ? List.of("0341401N", "0341406U") : List.of("0110357D", "0110358E")) {
            ecoles.add(context.getBean(Reperes.class).ecole(uai).toString());
        }
        fields.put("ecole", ecoles);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], List.of(more[i + 1]));
        }
        var request = mvc.post().uri("/conventions/declarer/" + insee + "/" + year);
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue().toArray(String[]::new));
        }
        return request.with(formulaire()).exchange();
    }

    private String mailed(String to) {
        return jdbc.sql("select texte from courriel.envoi where destinataire = :to order by id desc limit 1")
                .param("to", to)
                .query(String.class)
                .single();
    }

    private static String jeton(String letter) {
        var found = Pattern.compile("#([\\w-]{43})").matcher(letter);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
