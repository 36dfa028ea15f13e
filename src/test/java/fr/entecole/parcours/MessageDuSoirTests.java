package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.messagerie.Courrier;
import fr.entecole.parcours.Navigateur.Taille;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
/// which appears on the mother's page.
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

    Courrier courrier;

    @BeforeEach
    void evening() {
        courrier = new Courrier(context);
        courrier.empty();
        // the school delivers for one second, at seven: whatever the hour, it is evening there
        jdbc.sql("""
                        insert into calendrier.remise (ecole_id, effet, ouvre, ferme, samedi, vacances, feries, created_at)
                        values (:ecole, :jour, '07:00', '07:00:01', null, true, true, :now)
                        """)
                .param("ecole", reperes.ecole("0110358E"))
                .param("jour", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @AfterEach
    void asBefore() {
        courrier.empty();
        jdbc.sql("delete from calendrier.remise where ecole_id = :ecole and ferme = '07:00:01'")
                .param("ecole", reperes.ecole("0110358E"))
                .update();
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
            assertThat(page.locator("#ecrire")).containsText(Pattern.compile("sera remis .*à 7.h"));
            samira.lookAtBoth("message-nouveau");
            page.locator("#ecrire button.ent-bouton--grand").click();
            page.waitForURL("**?fait=envoye");
            assertThat(page.locator("#fil")).containsText("Sera remis");
            assertThat(page.locator("#fil")).containsText("à 7 h");
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
