package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.entecole.BaseDeTest;
import fr.entecole.BaseDeTestConfiguration;
import fr.entecole.EntEcole;
import fr.entecole.EntTest;
import fr.entecole.MondeTest;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.parcours.Navigateur.Taille;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two nodes on one base: a teacher writes on one, with her telephone; a mother's telephone is open on the other, which
/// delivers; the region reads on the first what the second has done at night.
@MondeTest
@Tag("parcours")
class MotEntreDeuxNoeudsTests {

    private static final String TITRE = "La fête des deux nœuds";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void isWrittenOnOneAndRingsOnTheOther() {
        jdbc.sql("delete from notifications.depot").update();
        jdbc.sql("delete from redaction.brouillon").update();
        try (var node = node();
                var teacher = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Claire Estève");
                var mother = Navigateur.open(portOf(node)).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var region = Navigateur.open(port).enterAs("Florence Vidal")) {
            awaitHearing(context);
            awaitHearing(node);
            mother.go("/");
            assertThat(mother.page().locator("#cloche")).containsText("tout est lu");
            publish(teacher);
            assertThat(teacher.words()).contains("C’est écrit", "d’ici là, personne ne le voit");
            teacher.lookAtBoth("noeuds-suivi");
            itsInstantComes();
            assertThat(mother.page().locator("#cloche")).containsText("1 non lue");
            assertThat(mother.page().locator("#attend")).containsText(Pattern.compile("à lire"));
            mother.lookAtBoth("noeuds-accueil");
            mother.go("/notifications").page().getByText(TITRE).first().click();
            mother.page().waitForURL("**/liaison/mots/*");
            assertThat(mother.words()).contains(TITRE, "Chacun vient avec un mot.");
            assertThat(teacher.page().locator("#suivi")).containsText("Lu aujourd’hui");
            readsWhatTheOtherNodeHasDone(region);
        }
    }

    private static void readsWhatTheOtherNodeHasDone(Navigateur region) {
        region.go("/travaux").lookAtBoth("noeuds-travaux");
        region.page().locator("a[href='/travaux/comptes.seances']").click();
        region.click("Le faire maintenant");
        assertThat(region.page().locator("#passees")).containsText("Fait");
        region.lookAtBoth("noeuds-travail");
    }

    private static void publish(Navigateur teacher) {
        var page = teacher.go("/liaison/nouveau").page();
        teacher.type("Titre", TITRE);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Votre mot"))
                .focus();
        page.keyboard().type("Chacun vient avec un mot.");
        page.locator("#fichiers-photo").setInputFiles(new FilePayload("photo.png", "image/png", photo()));
        assertThat(page.locator(".ent-joindre__piece img")).hasCount(1);
        teacher.unfold("Un autre jour");
        page.locator("#jour")
                .fill(LocalDate.now(Clock.system(java.time.ZoneId.of("Europe/Paris")))
                        .plusDays(3)
                        .toString());
        teacher.click("Revoir qui et quand");
        page.waitForURL("**/liaison/mots?*");
        var button = page.getByRole(AriaRole.BUTTON).getByText(Pattern.compile("^Publier, remis "));
        assertThat(button).isVisible();
        button.click();
        page.waitForURL("**?fait=publie");
    }

    /// The threads of the other node do the rest.
    private void itsInstantComes() {
        var now = clock.instant().minusMillis(1).atOffset(ZoneOffset.UTC);
        var mot = jdbc.sql("select mot_id from liaison.version where titre = :titre")
                .param("titre", TITRE)
                .query(UUID.class)
                .single();
        for (var sql : List.of(
                "update liaison.version set visible_le = :now where mot_id = :mot",
                "update liaison.mot set visible_le = :now, publie_le = least(publie_le, :now) where id = :mot",
                """
                update notifications.remise set due_le = :now
                 where depot_id in (select id from notifications.depot where chose = :mot)
                """)) {
            jdbc.sql(sql).param("now", now).param("mot", mot).update();
        }
    }

    private static ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(EntEcole.class, BaseDeTestConfiguration.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=test",
                        "--ent.essai.base=" + BaseDeTest.PARTAGEE,
                        "--ent.notifications.ronde=500ms",
                        "--ent.travaux.ronde=500ms",
                        "--ent.region.nom=" + EntTest.REGION,
                        "--ent.secret=" + EntTest.SECRET);
    }

    private static int portOf(ConfigurableApplicationContext node) {
        return Objects.requireNonNull(node.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    private static void awaitHearing(ApplicationContext node) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!node.getBean(Fraicheur.class).hears() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static byte[] photo() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
