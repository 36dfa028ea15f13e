package fr.entecole.annuaire.restrictions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The head keeps M. Benali out of Inès's pages, and lets him back in; nobody else learns it.
@MondeTest
class RestrictionsWebTests {

    private static final String PROOF = "Jugement du tribunal de Narbonne, 12 octobre 2026";
    private static final byte[] PDF = "%PDF-1.7 scanned".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID head;
    UUID karim;
    String ines;
    String list;
    String child;

    @BeforeEach
    void nobodyIsKeptOutOfInes() {
        visites = new Visites(context);
        head = visites.personnel("11", "300101");
        karim = visites.responsable("700102");
        ines = "/annuaire/eleves/" + visites.eleve("500101");
        list = ines + "/restrictions";
        child = "/annuaire/enfants/" + visites.eleve("500101");
        jdbc.sql("delete from annuaire.restriction where preuve = :preuve")
                .param("preuve", PROOF)
                .update();
    }

    @Test
    void isForTheHeadOfTheSchoolOnly() {
        var stranger = visites.personnel("11", "300109");
        assertThat(visites.get(stranger, list)).hasStatus(404);
        assertThat(set(stranger, karim, "2026-11-25", "")).hasStatus(404);
        for (var other : List.of(visites.personnel("11", "300102"), karim, visites.agent("Vidal"))) {
            assertThat(visites.get(other, list)).hasStatus(404);
            assertThat(set(other, karim, "2026-11-25", "")).hasStatus(404);
        }
        assertThat(count()).isZero();
        keepOut();
        assertThat(visites.post(stranger, end(), "motif", "Nouveau jugement")).hasStatus(404);
        assertThat(visites.get(stranger, piece())).hasStatus(404);
        assertThat(visites.get(visites.personnel("11", "300102"), piece())).hasStatus(404);
        assertThat(visites.get(karim, child)).hasStatus(404);
    }

    @Test
    void isFeltAtOnceByWhoIsSignedIn() {
        assertThat(visites.page(karim, child)).contains("Inès");
        assertThat(visites.page(karim, "/")).contains("Inès");
        keepOut();
        assertThat(visites.get(karim, child)).hasStatus(404);
        assertThat(visites.page(karim, "/")).doesNotContain("Inès").contains("Younes");
        assertThat(visites.page(karim, "/annuaire/enfants/" + visites.eleve("500102")))
                .contains("Younes");
        assertThat(visites.page(visites.personnel("11", "300102"), ines))
                .contains("Samira")
                .doesNotContain("Karim", "écart");
        assertThat(visites.page(visites.responsable("700101"), child))
                .contains("Inès")
                .doesNotContain("Karim", "écart");
        assertThat(visites.post(head, end(), "motif", "Nouveau jugement du 3 mars"))
                .hasStatus(303);
        assertThat(visites.page(karim, child)).contains("Inès");
    }

    @Test
    void saysAfterEachGestureThatItIsDone() {
        assertThat(set(head, karim, "2026-11-20", ""))
                .hasStatus(303)
                .redirectedUrl()
                .endsWith("?fait=ecart");
        assertThat(visites.page(head, list + "?fait=ecart")).contains("C’est fait", "ne voit plus rien d’Inès");
        assertThat(visites.post(head, end(), "motif", "Nouveau jugement du 3 mars"))
                .redirectedUrl()
                .endsWith("?fait=levee");
    }

    @Test
    void announcesWhatBeginsLaterAndWhatIsOverAsSuch() {
        assertThat(visites.page(head, list)).contains("Dès le jour choisi", "ne voit plus le nom ni les coordonnées");
        assertThat(set(head, karim, "2126-01-01", "")).hasStatus(303);
        assertThat(visites.page(head, list + "?fait=ecart"))
                .contains("à partir du 1er janvier 2126", "Jusque-là, elle voit tout")
                .doesNotContain("C’est fait : cette personne");
        nobodyIsKeptOutOfInes();
        assertThat(set(head, karim, "2020-01-01", "2020-02-01")).hasStatus(303);
        assertThat(visites.page(head, list + "?fait=ecart")).contains("cette décision est finie");
    }

    @Test
    void refusesTwoThatOverlapWithWhatIsAlreadyThere() {
        assertThat(set(head, karim, "2126-01-01", "2126-06-30")).hasStatus(303);
        assertThat(Visites.words(set(head, karim, "2126-06-30", "")))
                .contains("déjà écartée du 1er janvier 2126 au 30 juin 2126");
        assertThat(set(head, karim, "2120-01-01", "")).hasStatus(422);
        assertThat(count()).isEqualTo(1);
        assertThat(set(head, karim, "2126-07-01", "")).hasStatus(303);
        assertThat(Visites.words(set(head, karim, "2127-07-01", "")))
                .contains("à partir du 1er juillet 2126, sans terme");
        assertThat(set(head, visites.responsable("700101"), "2126-01-01", ""))
                .as("another guardian")
                .hasStatus(303);
        nobodyIsKeptOutOfInes();
    }

    @Test
    void keepsItsHistory() {
        keepOut();
        assertThat(visites.page(head, list)).contains("Karim Benali", PROOF, "sans terme", "Télécharger la décision");
        assertThat(visites.post(head, end(), "motif", "Nouveau jugement du 3 mars"))
                .hasStatus(303);
        var page = visites.page(head, list);
        assertThat(page)
                .contains("terminée", PROOF, "Nouveau jugement du 3 mars")
                .doesNotContain("Lever cette");
        assertThat(visites.post(head, end(), "motif", "Une seconde fois")).hasStatus(404);
    }

    @Test
    void isJournaledWithoutWhatItSays() {
        keepOut();
        assertThat(visites.get(head, piece())).hasStatus(200);
        assertThat(visites.post(head, end(), "motif", "Nouveau jugement du 3 mars"))
                .hasStatus(303);
        var facts = jdbc.sql("select f::text from journal.fait f where objet_id = :id")
                .param("id", restriction().toString())
                .query(String.class)
                .list();
        assertThat(facts).hasSize(3);
        assertThat(jdbc.sql("""
                        select count(*) from journal.fait_ecole e join journal.fait f on f.id = e.fait_id
                         where f.objet_id = :id
                        """)
                        .param("id", restriction().toString())
                        .query(Integer.class)
                        .single())
                .as("each is read by the head, who read the decision too")
                .isEqualTo(3);
        assertThat(facts)
                .noneMatch(fact -> fact.contains("ugement")
                        || fact.contains(karim.toString())
                        || fact.contains(visites.eleve("500101").toString()));
    }

    @Test
    void waitsForItsDayAndEndsByItself() {
        assertThat(set(head, karim, "2126-01-01", "")).hasStatus(303);
        assertThat(visites.page(karim, child)).contains("Inès");
        assertThat(visites.page(head, list)).contains("à venir");
        nobodyIsKeptOutOfInes();
        assertThat(set(head, karim, "2020-01-01", "2020-02-01")).hasStatus(303);
        assertThat(visites.page(karim, child)).contains("Inès");
        assertThat(visites.page(head, list)).contains("terminée").doesNotContain("Lever cette");
    }

    @Test
    void keepsOutOneGuardianUnderEachOfTheirNumbers() {
        var leo = "/annuaire/eleves/" + visites.eleve("500159");
        var first = visites.responsable("700190");
        var second = visites.responsable("700191");
        assertThat(visites.page(head, leo + "/restrictions").split("type=\"radio\"", -1))
                .hasSize(3);
        assertThat(visites.post(
                        head,
                        leo + "/restrictions",
                        "responsable",
                        first.toString(),
                        "depuis",
                        "2026-11-01",
                        "preuve",
                        PROOF))
                .hasStatus(303);
        for (var number : List.of(first, second)) {
            assertThat(visites.get(number, "/annuaire/enfants/" + visites.eleve("500159")))
                    .hasStatus(404);
        }
    }

    @Test
    void refusesWhatIsMissingAndKeepsWhatWasTyped() {
        assertThat(Visites.words(refused("depuis", "2026-11-20", "preuve", PROOF)))
                .contains("Choisissez le responsable", PROOF, "2026-11-20");
        assertThat(Visites.words(refused("responsable", karim.toString(), "depuis", "2026-11-20", "preuve", " ")))
                .contains("Écrivez quelle décision", "value=\"" + karim + "\" checked", "2026-11-20");
        assertThat(Visites.words(refused(
                        "responsable",
                        karim.toString(),
                        "depuis",
                        "2026-11-20",
                        "jusque",
                        "2026-11-19",
                        "preuve",
                        PROOF)))
                .contains("La fin vient avant le début", PROOF, "2026-11-19");
        for (var day : List.of("", "demain", "+999999999-01-01", "0001-01-01")) {
            assertThat(Visites.words(refused("responsable", karim.toString(), "depuis", day, "preuve", PROOF)))
                    .contains("Donnez le jour");
        }
        // Another child's guardian is nobody here.
        assertThat(refused(
                        "responsable",
                        visites.responsable("700108").toString(),
                        "depuis",
                        "2026-11-20",
                        "preuve",
                        PROOF))
                .hasStatus(422);
        assertThat(count()).isZero();
    }

    @Test
    void refusesAFileThatIsNotWhatItsNameSaysOrTooLarge() {
        var program = new byte[] {'M', 'Z', 0, 0};
        assertThat(Visites.words(upload(program))).contains("ni un PDF", PROOF);
        var large = Arrays.copyOf(PDF, 6 * 1024 * 1024);
        assertThat(Visites.words(upload(large))).contains("dépasse 5 Mo", PROOF);
        var empty = new MockMultipartFile("piece", "jugement.pdf", "application/pdf", new byte[0]);
        var answer = visites.upload(
                head, list, empty, "responsable", karim.toString(), "depuis", "2026-11-01", "preuve", PROOF);
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("Ce fichier est vide", PROOF);
        assertThat(count()).isZero();
        assertThat(upload(Arrays.copyOf(PDF, 5_000_000))).hasStatus(303);
    }

    @Test
    void givesTheDecisionBackAsAFileOnly() {
        keepOut();
        var answer = visites.get(head, piece());
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("application/pdf")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"decision Ines Benali 2026-11-01.pdf\";"
                                + " filename*=UTF-8''d%C3%A9cision%20In%C3%A8s%20Benali%202026-11-01.pdf")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(PDF);
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void takesThePaperAfterwardsAndPutsAnotherInItsPlace() {
        assertThat(set(head, karim, "2026-11-01", "")).hasStatus(303);
        var paper = list + "/" + restriction() + "/papier";
        assertThat(visites.get(karim, paper)).hasStatus(404);
        assertThat(visites.get(visites.personnel("11", "300109"), paper)).hasStatus(404);
        assertThat(visites.page(head, list)).contains("Ajouter le papier numérisé", paper);
        assertThat(Visites.words(visites.post(head, paper))).contains("Choisissez le papier numérisé");
        assertThat(visites.upload(head, paper, "decision.pdf", new byte[] {'M', 'Z', 0, 0}))
                .hasStatus(422);
        assertThat(visites.upload(head, paper, "decision.pdf", PDF)).hasStatus(303);
        assertThat(visites.get(head, piece()).getResponse().getContentAsByteArray())
                .isEqualTo(PDF);
        var better = "%PDF-1.7 better".getBytes(StandardCharsets.US_ASCII);
        assertThat(visites.upload(head, paper, "decision.pdf", better, "remplacer", "true"))
                .hasStatus(303);
        assertThat(visites.get(head, piece()).getResponse().getContentAsByteArray())
                .isEqualTo(better);
        assertThat(visites.page(head, list)).contains("Ajouter ou remplacer le papier");
        assertThat(jdbc.sql(
                                "select action from journal.fait where objet_id = :id and action like 'decision%' order by id")
                        .param("id", restriction().toString())
                        .query(String.class)
                        .list())
                .contains("decision-jointe", "decision-remplacee");
        assertThat(visites.post(head, end(), "motif", "nouveau jugement")).hasStatus(303);
        assertThat(visites.get(head, paper)).hasStatus(404);
    }

    /// Two heads, or one finger twice, in the same instant.
    @Test
    void recordsOneOfThoseThatArriveTogether() throws Exception {
        Callable<Integer> setting =
                () -> set(head, karim, "2126-01-01", "").getResponse().getStatus();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(Collections.nCopies(6, setting)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(303, 422, 422, 422, 422, 422);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void asksWhyItEnds() {
        keepOut();
        var answer = visites.post(head, end(), "motif", "non");
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer)).contains("Écrivez pourquoi", "value=\"non\"");
        assertThat(visites.get(karim, child)).hasStatus(404);
    }

    @Test
    void takesOddCharactersAsWords() {
        assertThat(set(head, karim, "2026-11-20", "").getResponse().getStatus()).isEqualTo(303);
        assertThat(visites.post(head, end(), "motif", "fin\u0000<b>'\"")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
    }

    @Test
    void costsTwoStatementsAndAThirdForPapers() {
        assertThat(visites.statements(head, list)).hasSize(2);
        keepOut();
        assertThat(visites.statements(head, list)).hasSize(3);
    }

    private void keepOut() {
        assertThat(upload(PDF)).hasStatus(303);
    }

    private MvcTestResult upload(byte[] octets) {
        return visites.upload(
                head,
                list,
                "decision.pdf",
                octets,
                "responsable",
                karim.toString(),
                "depuis",
                "2026-11-01",
                "jusque",
                "",
                "preuve",
                PROOF);
    }

    private MvcTestResult set(UUID par, UUID responsable, String depuis, String jusque) {
        return visites.post(
                par, list, "responsable", responsable.toString(), "depuis", depuis, "jusque", jusque, "preuve", PROOF);
    }

    private MvcTestResult refused(String... fields) {
        var answer = visites.post(head, list, fields);
        assertThat(answer).hasStatus(422);
        return answer;
    }

    private String end() {
        return list + "/" + restriction() + "/fin";
    }

    private String piece() {
        return "/documents/"
                + jdbc.sql(
                                "select id from documents.piece where salle = 'annuaire' and chose = :restriction and retiree_le is null")
                        .param("restriction", restriction())
                        .query((rs, _) -> rs.getObject(1, UUID.class))
                        .single();
    }

    private UUID restriction() {
        return jdbc.sql("select id from annuaire.restriction where responsable_id = :karim and preuve = :preuve")
                .param("karim", karim)
                .param("preuve", PROOF)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private int count() {
        return jdbc.sql("select count(*)::int from annuaire.restriction where preuve = :preuve")
                .param("preuve", PROOF)
                .query(Integer.class)
                .single();
    }
}
