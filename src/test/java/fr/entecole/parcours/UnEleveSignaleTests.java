package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.messagerie.Courrier;
import fr.entecole.notifications.Besogne;
import fr.entecole.parcours.Navigateur.Taille;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A pupil of CM1 says that a message mocks her; her head decides, the message goes, and she reads the answer. By
/// keyboard for the one who decides; for the pupil by touch, by keyboard, and without scripts.
@MondeTest
@Tag("parcours")
class UnEleveSignaleTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    Clock clock;

    private Courrier courrier;
    private UUID talk;

    @BeforeEach
    void aMessageThatMocks() {
        asBefore();
        var curie = reperes.ecole("0110358E");
        var ines = reperes.personne("11", Nature.ELEVE, "500101");
        var zoe = jdbc.sql(
                        "select id from annuaire.eleve where annuaire.cle(nom) = 'delmas' and annuaire.cle(prenom) = 'zoe'")
                .query(UUID.class)
                .single();
        talk = courrier.begin(
                zoe, curie, Public.ofEleves(curie, List.of(ines), Qui.ELEVES), "Ton dessin", "Il est vraiment nul.");
    }

    @AfterEach
    void asBefore() {
        courrier = new Courrier(context);
        courrier.empty();
        for (var table : List.of("signalement.dossier", "notifications.depot")) {
            jdbc.sql("delete from " + table).update();
        }
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    @Test
    void isAnsweredAndTheMessageGoes() {
        try (var ines = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Inès Benali");
                var zoe = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Zoé Delmas");
                var head = Navigateur.open(port).enterAs("Hélène Castans")) {
            ines.go("/messagerie/conversations/" + talk).lookAtBoth("eleve-signale-message");
            assertThat(ines.words()).contains("Il est vraiment nul.");
            ines.follow("Signaler").lookAtBoth("eleve-signale-dire");
            ines.check("On se moque, ou on insulte").type("Tes mots", "Elle le fait tous les jours.");
            ines.click("Le dire").page().waitForURL("**/signalements/*");
            assertThat(ines.words())
                    .contains("C’est dit, merci", "Un adulte de l’école va lire et te répondre", "3018");
            ines.lookAtBoth("eleve-signale-dit");

            head.go("/");
            assertThat(head.page().locator("#attend")).containsText("Un contenu signalé");
            head.page().locator("#attend a[href^='/signalements']").first().click();
            head.page().waitForURL("**/signalements**");
            if (head.page().url().endsWith("/signalements")) {
                head.page().locator("main .ent-trouves a").first().click();
                head.page().waitForURL("**/signalements/*");
            }
            assertThat(head.words())
                    .contains("Il est vraiment nul.", "Elle le fait tous les jours.", "Moquerie ou insulte");
            head.lookAtBoth("eleve-signale-decider");
            decide(head);
            assertThat(head.words()).contains("C’est décidé");
            head.lookAtBoth("eleve-signale-decide");

            zoe.go("/messagerie/conversations/" + talk);
            assertThat(zoe.words())
                    .contains("Il est vraiment nul.")
                    .doesNotContain("signalé", "Elle le fait tous les jours");
            ines.go("/messagerie/conversations/" + talk);
            assertThat(ines.words()).doesNotContain("Il est vraiment nul.");
            ines.go("/");
            deliver();
            assertThat(ines.page().locator("#cloche")).containsText(Pattern.compile("[1-9] non lue"));
            ines.go("/notifications").lookAtBoth("eleve-signale-nouvelle");
            assertThat(ines.words()).doesNotContain("Ton dessin");
            ines.page()
                    .getByRole(AriaRole.BUTTON)
                    .getByText(Pattern.compile("Le signalement a une réponse"))
                    .first()
                    .locator("xpath=ancestor::button")
                    .click();
            ines.page().waitForURL("**/signalements/*");
            assertThat(ines.words()).contains("Un adulte a décidé", "On ne parle pas ainsi.");
            ines.lookAtBoth("eleve-signale-reponse");
        }
    }

    @Test
    void saysSoByKeyboard() {
        try (var ines = Navigateur.open(port).as(Taille.BUREAU).enterAs("Inès Benali")) {
            ines.go("/messagerie/conversations/" + talk);
            new Clavier(ines)
                    .enter("Signaler", "**/signaler/message/*")
                    .check("categorie", "MOQUERIE")
                    .type("mots", "Elle le fait tous les jours.")
                    .enter("Le dire", "**/signalements/*");
            assertThat(ines.words()).contains("C’est dit, merci", "3018");
            ines.look("eleve-signale-clavier");
        }
        isReported();
    }

    @Test
    void saysSoOnATelephoneWithoutScripts() {
        try (var ines = Navigateur.withoutScripts(port).as(Taille.TELEPHONE).enterAs("Inès Benali")) {
            ines.go("/messagerie/conversations/" + talk).follow("Signaler").look("eleve-signale-sans-script");
            ines.click("Le dire");
            assertThat(ines.page().url()).as("nothing was chosen").contains("/signaler/message/");
            ines.check("On se moque, ou on insulte")
                    .type("Tes mots", "Elle le fait tous les jours.")
                    .click("Le dire");
            assertThat(ines.words())
                    .contains("C’est dit, merci", "Un adulte de l’école va lire et te répondre", "3018");
            ines.look("eleve-signale-sans-script-dit");
        }
        isReported();
    }

    private void isReported() {
        assertThat(jdbc.sql("select categorie || ' ' || mots from signalement.signalement")
                        .query(String.class)
                        .list())
                .containsExactly("MOQUERIE Elle le fait tous les jours.");
    }

    /// With the keyboard alone.
    private static void decide(Navigateur head) {
        var page = head.page();
        page.locator("body").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(1, 1));
        head.tabTo(page.locator("[name=sens]").first());
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[name=sens][value=MASQUE]")).isChecked();
        head.tabTo(page.getByLabel("Pourquoi"));
        page.keyboard().type("On ne parle pas ainsi.");
        head.tabTo(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Décider").setExact(true)));
        head.press("Enter");
        page.waitForURL("**?fait=**");
    }

    private void deliver() {
        besognes.stream()
                .filter(b -> b.nom().equals("livraisons"))
                .forEach(b -> b.work(clock.instant().plus(java.time.Duration.ofDays(9))));
    }
}
