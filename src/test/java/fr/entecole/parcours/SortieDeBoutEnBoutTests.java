package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An outing from its first word to the list of its day: two parents of one child answer differently in two windows.
@MondeTest
@Tag("parcours")
class SortieDeBoutEnBoutTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @EnumSource(Taille.class)
    void isWrittenAnsweredTwiceRemindedPrintedAndListed(Taille taille) {
        var titre = "La caserne " + taille.name().toLowerCase(Locale.ROOT);
        jdbc.sql("delete from redaction.brouillon").update();
        try (var teacher = Navigateur.open(port).as(taille).enterAs("Claire Estève");
                var mother = Navigateur.open(port).as(taille).enterAs("Samira Benali");
                var father = Navigateur.open(port).as(taille).enterAs("Karim Benali")) {
            write(teacher, titre);
            var mot = delivered(titre);
            mother.go("/liaison/mots/" + mot).look("sortie-mot");
            answer(mother, "Oui, j’autorise");
            assertThat(mother.words()).contains("C’est signé, merci", "Vous avez dit oui pour Inès");
            mother.look("sortie-signe");
            father.go("/liaison/mots/" + mot);
            assertThat(father.words()).doesNotContain("Samira", "Vous avez dit");
            answer(father, "Non, je n’autorise pas");
            assertThat(father.words()).contains("Vous avez dit non pour Inès");
            teacher.go("/liaison/mots/" + mot);
            var ines = teacher.page().getByRole(AriaRole.ROW).filter(rowOf("Inès Benali"));
            assertThat(ines).containsText("Signé, oui");
            assertThat(ines).containsText("Signé, non");
            teacher.look("sortie-suivi");
            teacher.page()
                    .getByRole(AriaRole.BUTTON)
                    .getByText(Pattern.compile("^\\s*Relancer"))
                    .click();
            teacher.page().waitForURL("**fait=relance**");
            assertThat(teacher.words()).contains("C’est fait", "relancés");
            assertThat(pdf(teacher, "Talons de ceux qu’on ne peut pas joindre (PDF)"))
                    .contains("Signature", "Aude Delmas")
                    .doesNotContain("Yvan");
            teacher.go("/liaison/mots/" + mot);
            var zoe = teacher.page().getByRole(AriaRole.ROW).filter(rowOf("Zoé Delmas"));
            assertThat(zoe.first()).containsText("Talon imprimé");
            zoe.first().getByRole(AriaRole.CHECKBOX).first().check();
            teacher.page()
                    .getByText(Pattern.compile("^Noter «.oui.» sur papier"))
                    .click();
            teacher.page().waitForURL("**fait=papier**");
            assertThat(teacher.page()
                            .getByRole(AriaRole.ROW)
                            .filter(rowOf("Zoé Delmas"))
                            .first())
                    .containsText("sur papier, noté");
            teacher.look("sortie-papier");
            assertThat(pdf(teacher, "Liste pour la sortie (PDF)"))
                    .contains("Zoé Delmas", "Inès Benali Un oui, un non", "à demander Samira", "Pas de réponse");
        }
    }

    /// No pointer: from the first word to the slip that came back on paper.
    @Test
    void isDoneByTheKeyboardAlone() {
        var titre = "La caserne au clavier";
        jdbc.sql("delete from redaction.brouillon").update();
        try (var teacher = Navigateur.open(port).enterAs("Claire Estève");
                var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            var jour = LocalDate.now(clock).plusDays(9);
            teacher.go("/liaison/nouveau?genre=sortie");
            new Clavier(teacher)
                    .type("titre", titre)
                    .write("Nous y allons à pied.")
                    .day("sortie-jour", jour.toString())
                    .day("sortie-depart", "13:45")
                    .day("sortie-retour", "16:00")
                    .type("sortie-lieu", "La caserne des pompiers")
                    .day("avant", jour.minusDays(2).toString())
                    .enter("Publier", "**?fait=publie");
            var mot = delivered(titre);
            mother.go("/liaison/mots/" + mot);
            new Clavier(mother).check("sens", "NON").tick("signe", "true").enter("Signer et envoyer", "**/signe");
            assertThat(mother.words()).contains("Vous avez dit non pour Inès");
            var page = teacher.go("/liaison/mots/" + mot).page();
            assertThat(page.getByRole(AriaRole.ROW).filter(rowOf("Inès Benali")))
                    .containsText("Signé, non");
            var slip = page.getByRole(AriaRole.ROW)
                    .filter(rowOf("Zoé Delmas"))
                    .first()
                    .getByRole(AriaRole.CHECKBOX)
                    .first()
                    .getAttribute("value");
            new Clavier(teacher).tick("paire", Objects.requireNonNull(slip)).enter("Noter «", "**fait=papier**");
            assertThat(page.getByRole(AriaRole.ROW).filter(rowOf("Zoé Delmas")).first())
                    .containsText("sur papier, noté");
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions rowOf(String name) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(name);
    }

    private void write(Navigateur teacher, String titre) {
        var page = teacher.go("/liaison/nouveau?genre=sortie").page();
        teacher.type("Titre", titre);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Votre mot"))
                .focus();
        page.keyboard().type("Nous y allons à pied. Dites si votre enfant participe.");
        var jour = LocalDate.now(clock).plusDays(9);
        page.locator("#sortie-jour").fill(jour.toString());
        page.locator("#sortie-depart").fill("13:45");
        page.locator("#sortie-retour").fill("16:00");
        teacher.type("Où", "La caserne des pompiers");
        page.locator("#avant").fill(jour.minusDays(2).toString());
        teacher.look("sortie-nouveau");
        page.getByRole(AriaRole.BUTTON).getByText(Pattern.compile("^Publier")).click();
        page.waitForURL("**?fait=publie");
    }

    /// Its instant comes, whatever the hour of the test.
    private UUID delivered(String titre) {
        var now = clock.instant().minusMillis(1).atOffset(ZoneOffset.UTC);
        var mot = jdbc.sql("select mot_id from liaison.version where titre = :titre")
                .param("titre", titre)
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

    private static void answer(Navigateur parent, String sens) {
        parent.check(sens);
        parent.check("Je signe");
        parent.click("Signer et envoyer");
        parent.page().waitForURL("**/signe");
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
