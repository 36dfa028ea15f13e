package fr.entecole.comptes.images;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
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

@MondeTest
@ExtendWith(OutputCaptureExtension.class)
class ImagesSecretesWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    ImagesSecretes images;

    @Autowired
    ApplicationContext context;

    EnTantQue as;
    UUID vidalou;
    UUID cp;
    UUID lou;
    UUID adil;

    @BeforeEach
    void theCp() {
        as = new EnTantQue(context);
        vidalou = reperes.personne("11", Nature.PERSONNEL, "300103");
        cp = reperes.classe("11", "511");
        lou = child("LOU");
        adil = child("ADIL");
        jdbc.sql("delete from comptes.images").update();
        jdbc.sql("delete from comptes.images_classe").update();
    }

    @Test
    void areAskedFromTheCpUpUntilTheTeacherSaysOtherwise() {
        assertThat(images.besoin(cp, lou, "CP")).isEqualTo(Besoin.CHOISIR);
        assertThat(images.besoin(cp, lou, "CE1")).isEqualTo(Besoin.CHOISIR);
        assertThat(images.besoin(cp, lou, "GS")).isEqualTo(Besoin.RIEN);
        assertThat(set(as.personne(vidalou), "false")).hasRedirectedUrl("/classe/" + cp + "/images");
        assertThat(images.besoin(cp, lou, "CP")).isEqualTo(Besoin.RIEN);
        assertThat(set(as.personne(vidalou), "true")).hasStatus(303);
        assertThat(images.besoin(cp, lou, "GS")).isEqualTo(Besoin.CHOISIR);
        assertThat(facts("images-non-demandees")).isPositive();
    }

    @Test
    void areChosenOnceThenOpenAndAnotherPairDoesNot(CapturedOutput log) {
        var device = device();
        assertThat(touchMine(device, lou)).hasRedirectedUrl("/classe/images");
        assertThat(words(device)).contains("Choisis deux images secrètes", "Le bateau.");
        assertThat(get("/", device)).as("not in yet").hasRedirectedUrl("/classe");
        assertThat(touchMine(device, lou)).hasStatus(303);
        assertThat(touch(device, Image.BATEAU)).hasStatus(303);
        assertThat(words(device)).contains("Choisis ta deuxième image", "Première image : touchée");
        assertThat(touch(device, Image.BATEAU)).hasRedirectedUrl("/classe/images?mot=autre");
        assertThat(touch(device, Image.SOLEIL)).hasStatus(303);
        assertThat(words(device)).contains("Voici tes deux images secrètes", "Je les retiens");
        assertThat(keep(device, true)).hasRedirectedUrl("/");
        assertThat(page("/", device)).contains("Lou", "Ma classe");
        assertThat(finish(device)).hasStatus(303);

        assertThat(touchMine(device, lou)).hasRedirectedUrl("/classe/images");
        assertThat(touch(device, Image.SOLEIL)).hasStatus(303);
        assertThat(touch(device, Image.BATEAU)).as("the order counts").hasRedirectedUrl("/classe/images?mot=faux");
        assertThat(page("/classe/images?mot=faux", device)).contains("Essaie encore, tu as le temps");
        assertThat(facts("connexion-refusee")).isPositive();
        assertThat(touch(device, Image.BATEAU)).hasStatus(303);
        assertThat(touch(device, Image.SOLEIL)).hasRedirectedUrl("/");
        assertThat(page("/", device)).contains("Lou");
        assertThat(log.getAll()).doesNotContainIgnoringCase("bateau");
        assertThat(jdbc.sql("select count(*) from journal.fait where details::text ~* 'bateau|soleil'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void areChosenAgainByAChildWhoWantsOthers() {
        var device = device();
        assertThat(touchMine(device, lou)).hasStatus(303);
        assertThat(touch(device, Image.CLE)).hasStatus(303);
        assertThat(touch(device, Image.FLEUR)).hasStatus(303);
        assertThat(keep(device, false)).hasRedirectedUrl("/classe/images");
        assertThat(words(device)).contains("Choisis deux images secrètes").doesNotContain("Voici");
        assertThat(images.besoin(cp, lou, "CP")).isEqualTo(Besoin.CHOISIR);
    }

    @Test
    void makeWaitAfterFourWrongPairsUntilTheTeacherLendsAHandInOneTouch() {
        var device = device();
        choose(device, lou);
        assertThat(touchMine(device, lou)).hasStatus(303);
        for (int i = 0; i < ImagesSecretes.LIBRES; i++) {
            assertThat(touch(device, Image.CLE)).hasStatus(303);
            assertThat(touch(device, Image.CLE)).hasStatus(303);
        }
        assertThat(words(device)).contains("Appelle ta maîtresse ou ton maître").doesNotContain("Le bateau.");
        assertThat(touch(device, Image.BATEAU)).hasStatus(303);
        assertThat(touch(device, Image.SOLEIL)).hasStatus(303);
        assertThat(get("/", device)).as("even the right ones wait").hasRedirectedUrl("/classe");
        assertThat(images.opens(lou, images.print(lou, Image.BATEAU), images.print(lou, Image.SOLEIL)))
                .isFalse();
        assertThat(touchMine(device, adil)).hasStatus(303);
        assertThat(words(device)).as("nobody else waits").contains("Choisis deux images");
        var teacher = as.personne(vidalou);
        assertThat(page("/classe/" + cp + "/images", teacher)).contains("Quatre essais n’allaient pas");
        assertThat(act(teacher, "nouvelles", lou)).hasStatus(303);
        assertThat(images.besoin(cp, lou, "CP")).isEqualTo(Besoin.CHOISIR);
        assertThat(facts("images-effacees")).isPositive();
    }

    @Test
    void areSparedAChildWhoCannotManage() {
        assertThat(act(as.personne(vidalou), "dispense", lou)).hasStatus(303);
        var device = device();
        assertThat(touchMine(device, lou)).hasRedirectedUrl("/");
        assertThat(page("/", device)).contains("Lou");
        assertThat(act(as.personne(vidalou), "nouvelles", lou)).hasStatus(303);
        assertThat(images.besoin(cp, lou, "CP")).isEqualTo(Besoin.CHOISIR);
    }

    @Test
    void areSetByNobodyWhoDoesNotTeachTheClass() {
        for (var stranger : new UUID[] {
            reperes.personne("11", Nature.PERSONNEL, "300104"), reperes.personne("11", Nature.PERSONNEL, "300108")
        }) {
            var cookie = as.personne(stranger);
            assertThat(get("/classe/" + cp + "/images", cookie)).hasStatus(404);
            assertThat(set(cookie, "false")).hasStatus(404);
            assertThat(act(cookie, "nouvelles", lou)).hasStatus(404);
            assertThat(act(cookie, "dispense", lou)).hasStatus(404);
        }
        var younes = reperes.personne("11", Nature.ELEVE, "500102");
        assertThat(act(as.personne(vidalou), "dispense", younes)).hasStatus(404);
    }

    @Test
    void openNothingWithoutAnOpenClass() {
        assertThat(mvc.get().uri("/classe/images")).hasRedirectedUrl("/classe");
        assertThat(mvc.post().uri("/classe/images").param("image", "CLE").with(formulaire()))
                .hasRedirectedUrl("/classe");
        assertThat(mvc.post().uri("/classe/images/choix").with(formulaire())).hasRedirectedUrl("/classe");
    }

    @Test
    void areKeptAsAPrintThatSaysNothingAndIsNobodyElses() {
        var device = device();
        choose(device, lou);
        assertThat(finish(device)).hasStatus(303);
        choose(device, adil);
        assertThat(jdbc.sql("select count(distinct empreinte) from comptes.images where length(empreinte) = 32")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from comptes.session where contenu::text ~* 'bateau|soleil'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void costFewStatementsAndFewBytes() throws Exception {
        var device = device();
        assertThat(touchMine(device, lou)).hasStatus(303);
        assertThat(ComptageSql.ofPage(() -> get("/classe/images", device))).hasSizeLessThanOrEqualTo(3);
        var teacher = as.personne(vidalou);
        assertThat(ComptageSql.ofWarmPage(() -> get("/classe/" + cp + "/images", teacher)))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(ComptageSql.ofWarmPage(() -> get("/classe/ouverture", teacher)))
                .hasSizeLessThanOrEqualTo(4);
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(get("/classe/images", device).getResponse().getContentAsByteArray());
        }
        assertThat(packed.size()).isLessThan(8_000);
    }

    private void choose(Cookie device, UUID eleve) {
        assertThat(touchMine(device, eleve)).hasStatus(303);
        assertThat(touch(device, Image.BATEAU)).hasStatus(303);
        assertThat(touch(device, Image.SOLEIL)).hasStatus(303);
        assertThat(keep(device, true)).hasRedirectedUrl("/");
        assertThat(finish(device)).hasStatus(303);
    }

    private Cookie device() {
        var opened = mvc.post()
                .uri("/classe/ouverture")
                .param("classe", cp.toString())
                .cookie(as.personne(vidalou))
                .with(formulaire())
                .exchange();
        assertThat(opened).hasRedirectedUrl("/classe");
        return Objects.requireNonNull(opened.getResponse().getCookie("session"));
    }

    private MvcTestResult touchMine(Cookie device, UUID eleve) {
        return post("/classe/eleve", device, "eleve", eleve.toString());
    }

    private MvcTestResult touch(Cookie device, Image image) {
        return post("/classe/images", device, "image", image.name());
    }

    private MvcTestResult keep(Cookie device, boolean garder) {
        return post("/classe/images/choix", device, "garder", Boolean.toString(garder));
    }

    private MvcTestResult finish(Cookie device) {
        return post("/deconnexion", device, "x", "");
    }

    private MvcTestResult set(Cookie teacher, String demandees) {
        return post("/classe/" + cp + "/images", teacher, "demandees", demandees);
    }

    private MvcTestResult act(Cookie teacher, String geste, UUID eleve) {
        return post("/classe/" + cp + "/images/" + geste, teacher, "eleve", eleve.toString());
    }

    private MvcTestResult post(String path, Cookie cookie, String field, String value) {
        return mvc.post()
                .uri(path)
                .param(field, value)
                .cookie(cookie)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult get(String path, Cookie cookie) {
        return mvc.get().uri(path).cookie(cookie).exchange();
    }

    private String words(Cookie device) {
        return page("/classe/images", device);
    }

    private String page(String path, Cookie cookie) {
        var answer = get(path, cookie);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).replace('\u00a0', ' ');
    }

    private int facts(String action) {
        return jdbc.sql("select count(*) from journal.fait where action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    private UUID child(String prenom) {
        return jdbc.sql("""
                        select e.id from annuaire.eleve e join annuaire.inscrit i on i.eleve_id = e.id
                         where i.classe_id = :cp and upper(e.prenom) = :prenom
                        """)
                .param("cp", cp)
                .param("prenom", prenom)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }
}
