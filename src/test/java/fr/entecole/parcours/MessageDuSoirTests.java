package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.Courrier;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.socle.Dates;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mother writes in the evening and reads when it arrives; the teacher answers from her telephone with a photograph,
/// which appears on the mother's page. She writes the same without scripts on a telephone, and by keyboard at a desk.
@MondeTest
@Tag("parcours")
class MessageDuSoirTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Clock clock;

    @Autowired
    Correspondance correspondance;

    Courrier courrier;
    String teacher;

    /// Half past nine in the evening before a morning on which the school delivers.
    @BeforeEach
    void evening() {
        courrier = new Courrier(context);
        courrier.empty();
        jdbc.sql("delete from redaction.brouillon").update();
        var curie = reperes.ecole("0110358E");
        teacher = "RESPONSABLE_ENSEIGNANT." + reperes.personne("11", Nature.PERSONNEL, "300102") + "."
                + reperes.personne("11", Nature.ELEVE, "500101");
        var today = LocalDate.now(clock);
        var day = today.plusDays(1)
                .datesUntil(today.plusDays(120))
                .filter(one ->
                        correspondance.delivery(curie, instant(one, 21, 30)).equals(instant(one.plusDays(1), 7, 0)))
                .findFirst()
                .orElseThrow();
        ((HorlogeDeLaMaison) clock).move(instant(day, 21, 30));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private static Instant instant(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(Dates.PARIS).toInstant();
    }

    @AfterEach
    void asBefore() {
        ((HorlogeDeLaMaison) clock).putBack();
        courrier.empty();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void saysWhenItArrivesAndTheAnswerAppearsWithItsPhotograph() {
        try (var samira = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var esteve = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève")) {
            var page = samira.go("/messagerie/nouveau").page();
            page.getByLabel("Claire Estève").check();
            assertThat(page.locator("#ecrire button.ent-bouton--grand"))
                    .containsText(Pattern.compile("Remettre .*à 7.h")); // the maternelle of Younes may be open
            samira.type("Objet", "La sortie au musée");
            samira.type("Votre message", "Faut-il un sac à dos ?");
            assertThat(page.locator("#ecrire")).containsText(Pattern.compile("sera remis demain à 7.h"));
            assertThat(page.locator("#ecrire button.ent-bouton--grand"))
                    .containsText(Pattern.compile("Remettre demain à 7.h"));
            samira.lookAtBoth("message-nouveau");
            page.locator("#ecrire button.ent-bouton--grand").click();
            page.waitForURL("**?fait=envoye");
            assertThat(samira.words()).contains("Sera remis demain à 7 h").doesNotContain("C’est envoyé");
            samira.lookAtBoth("message-en-attente");
            esteve.go("/messagerie");
            assertThat(esteve.words()).doesNotContain("La sortie au musée");

            courrier.deliver();
            var telephone = esteve.go("/messagerie").lookAtBoth("messagerie").page();
            telephone.getByText("La sortie au musée").click();
            assertThat(page.locator("#fil")).containsText("Lu par Claire Estève");
            esteve.type("Écrivez ici", "Oui, comme celui-ci.");
            esteve.unfold("Joindre une photo, un document, votre voix");
            telephone.locator("#fichiers").setInputFiles(new FilePayload("sac.png", "image/png", photo()));
            assertThat(telephone.locator(".ent-joindre__piece img")).hasCount(1);
            telephone
                    .getByLabel("Ce que montre l’image, pour qui ne la voit pas")
                    .fill("Un sac à dos rouge");
            esteve.lookAtBoth("message-reponse");
            telephone
                    .locator("main form button[type=submit].ent-bouton")
                    .first()
                    .click();
            telephone.waitForURL("**?fait=envoye");
            courrier.deliver();
            assertThat(page.locator("#fil")).containsText("Oui, comme celui-ci.");
            assertThat(page.locator("#fil").getByAltText("Un sac à dos rouge")).hasCount(1);
            samira.lookAtBoth("message-recu");
        }
    }

    @Test
    void isWrittenOnATelephoneWithoutScripts() {
        try (var samira = Navigateur.withoutScripts(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            samira.go("/messagerie/nouveau");
            assertThat(samira.words()).contains("Il sera remis demain à 7 h. Vous pouvez l’annuler avant.");
            samira.check("Claire Estève")
                    .type("Objet", "La sortie au musée")
                    .type("Votre message", "Faut-il un sac à dos ?")
                    .look("message-sans-script")
                    .click("Remettre demain");
            assertThat(samira.words()).contains("Faut-il un sac à dos ?", "Sera remis demain à 7 h");
            samira.look("message-sans-script-attend").go("/messagerie");
            assertThat(samira.words()).contains("La sortie au musée", "Sera remis demain à 7 h");
            samira.go("/messagerie?vue=en-attente").follow("La sortie au musée").click("Annuler l’envoi");
            assertThat(samira.words()).contains("L’envoi est annulé : personne ne le lira.");
        }
        courrier.deliver();
        assertThat(courrier.unread(reperes.personne("11", Nature.PERSONNEL, "300102")))
                .isZero();
    }

    @Test
    void isWrittenByKeyboardAtADesk() {
        try (var samira = Navigateur.open(port).as(Taille.BUREAU).enterAs("Samira Benali")) {
            samira.go("/messagerie").look("message-clavier-boite");
            new Clavier(samira)
                    .enter("Écrire", "**/messagerie/nouveau")
                    .check("a", teacher)
                    .type("objet", "La sortie au musée")
                    .type("texte", "Faut-il un sac à dos ?")
                    .enter("Remettre demain", "**?fait=envoye");
            assertThat(samira.words()).contains("Faut-il un sac à dos ?", "Sera remis demain à 7 h");
            samira.look("message-clavier-attend");
        }
        courrier.deliver();
        assertThat(courrier.unread(reperes.personne("11", Nature.PERSONNEL, "300102")))
                .isOne();
    }

    private static byte[] photo() {
        var picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(10, 10, Color.RED.getRGB());
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
