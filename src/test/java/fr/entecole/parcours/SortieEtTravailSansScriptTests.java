package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.parcours.Navigateur.Taille;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A telephone without JavaScript: an outing from its first word to its paper slip, then work for two levels to what a
/// pupil hands back as a file.
@MondeTest
@Tag("parcours")
class SortieEtTravailSansScriptTests {

    private static final String TITRE = "Le musée sans script";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void anOutingGoesToItsPaperSlipAndWorkForTwoLevelsComesBackAsAFile() {
        jdbc.sql("delete from redaction.brouillon").update();
        jdbc.sql(
                        "update annuaire.eleve set niveau = 'CM2' where annuaire.cle(nom) = 'delmas' and annuaire.cle(prenom) = 'zoe'")
                .update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        try (var teacher = phone("Claire Estève");
                var father = phone("Karim Benali");
                var ines = phone("Inès Benali");
                var zoe = phone("Zoé Delmas")) {
            write(teacher);
            var mot = delivered();
            answer(father, mot);
            paper(teacher, mot);
            give(teacher);
            ines.go("/cahierdetextes").look("sans-script-travail-semaine");
            assertThat(ines.words()).contains("La carte des fleuves").doesNotContain("La frise des rois");
            zoe.go("/cahierdetextes");
            assertThat(zoe.words()).contains("La frise des rois").doesNotContain("La carte des fleuves");
            handBack(ines);
            teacher.go(pathOf(ines));
            assertThat(teacher.words()).contains("Un élève l’a rendu : Inès Benali", "garonne.txt", "Vue du pont.");
            teacher.look("sans-script-travail-rendu");
        }
    }

    private Navigateur phone(String name) {
        return Navigateur.withoutScripts(port).as(Taille.TELEPHONE).enterAs(name);
    }

    private void write(Navigateur teacher) {
        var page = teacher.go("/liaison/nouveau?genre=sortie").page();
        var jour = LocalDate.now(clock).plusDays(9);
        page.locator("#titre").fill(TITRE);
        page.locator("textarea[name=texte]").fill("Nous y allons à pied. Dites si votre enfant participe.");
        page.locator("#sortie-jour").fill(jour.toString());
        page.locator("#sortie-depart").fill("13:45");
        page.locator("#sortie-retour").fill("16:00");
        page.locator("#sortie-lieu").fill("Le musée");
        page.locator("#avant").fill(jour.minusDays(2).toString());
        teacher.look("sans-script-sortie");
        for (int i = 0; i < 2 && !page.url().contains("fait=publie"); i++) { // the first press says when it goes
            page.getByRole(AriaRole.BUTTON)
                    .getByText(Pattern.compile("^\\s*Publier"))
                    .click();
        }
        assertThat(page.url()).contains("fait=publie");
    }

    /// Its instant comes, whatever the hour of the test.
    private UUID delivered() {
        var now = clock.instant().minusMillis(1).atOffset(ZoneOffset.UTC);
        var mot = jdbc.sql("select mot_id from liaison.version where titre = :titre")
                .param("titre", TITRE)
                .query(UUID.class)
                .single();
        for (var sql :
                List.of("update liaison.version set visible_le = least(visible_le, :now) where mot_id = :mot", """
                update liaison.mot set visible_le = least(visible_le, :now), publie_le = least(publie_le, :now)
                 where id = :mot
                """)) {
            jdbc.sql(sql).param("now", now).param("mot", mot).update();
        }
        return mot;
    }

    private static void answer(Navigateur father, UUID mot) {
        father.go("/liaison/mots/" + mot).look("sans-script-mot");
        father.check("Non, je n’autorise pas").check("Je signe").click("Signer et envoyer");
        assertThat(father.words()).contains("Vous avez dit non pour Inès");
    }

    private static void paper(Navigateur teacher, UUID mot) {
        teacher.go("/liaison/mots/" + mot);
        assertThat(pdf(teacher, "Talons de ceux qu’on ne peut pas joindre (PDF)"))
                .contains("Signature", TITRE, "Aude Delmas")
                .doesNotContain("Yvan");
        teacher.go("/liaison/mots/" + mot);
        var zoe = teacher.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Zoé Delmas"))
                .first();
        zoe.getByRole(AriaRole.CHECKBOX).first().check();
        teacher.page().getByText(Pattern.compile("^Noter «.oui.» sur papier")).click();
        assertThat(teacher.words()).contains("C’est noté : une réponse revenue sur papier", "sur papier, noté");
        teacher.look("sans-script-suivi");
    }

    private static void give(Navigateur teacher) {
        var page = teacher.go("/cahierdetextes").page();
        teacher.follow("Écrire dans le cahier");
        page.getByLabel("Géographie").check();
        page.locator("#texte-CM1").fill("La carte des fleuves");
        page.locator("#texte-CM2").fill("La frise des rois");
        teacher.look("sans-script-travail-nouveau").click("Écrire dans le cahier");
        assertThat(teacher.words()).contains("C’est écrit", "La carte des fleuves", "La frise des rois");
    }

    private void handBack(Navigateur ines) {
        var travail = jdbc.sql("select id from cahierdetextes.travail where texte = 'La carte des fleuves'")
                .query(UUID.class)
                .single();
        var page = ines.go("/cahierdetextes/travaux/" + travail).page();
        page.locator("#fichiers")
                .setInputFiles(
                        new FilePayload("garonne.txt", "text/plain", "La Garonne".getBytes(StandardCharsets.UTF_8)));
        page.locator("#texte").fill("Vue du pont.");
        ines.click("Rendre");
        assertThat(ines.words()).contains("C’est rendu", "garonne.txt");
        ines.look("sans-script-rendu");
    }

    private static String pathOf(Navigateur window) {
        var url = window.page().url();
        return url.substring(url.indexOf("/cahierdetextes"), url.indexOf('?'));
    }

    private static String pdf(Navigateur teacher, String button) {
        Download file = teacher.page()
                .waitForDownload(() -> teacher.page()
                        .getByRole(AriaRole.BUTTON)
                        .getByText(button)
                        .click());
        try (var in = file.createReadStream();
                var pdf = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
