package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.CahierDeLiaison.Auteur;
import fr.entecole.liaison.Redaction;
import fr.entecole.messagerie.Courrier;
import fr.entecole.notifications.Besogne;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.redaction.TexteRiche;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A head stops a stolen account while a mother has what it sent open on her telephone; the region stops the pupils of
/// a département, and reopens them.
@MondeTest
@Tag("parcours")
class CompteArreteTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    CahierDeLiaison cahier;

    @Autowired
    Comptes comptes;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    Clock clock;

    @BeforeEach
    void nothingIsStopped() {
        for (var sql :
                List.of("delete from surete.arret", "delete from surete.gel", "delete from notifications.depot")) {
            jdbc.sql(sql).update();
        }
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!context.getBean(Fraicheur.class).hears() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Test
    void isStoppedByTheHeadAndItsMotGoesFromAnOpenTelephone() {
        var esteve = reperes.personne("11", Nature.PERSONNEL, "300102");
        var mot = threaten(esteve);
        try (var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var head = Navigateur.open(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            mother.go("/liaison/mots/" + mot);
            assertThat(mother.words()).contains("Menace");
            head.go("/surete/personnes/" + esteve).lookAtBoth("vole-arreter");
            head.type("Pourquoi", "Elle dit que ce n’est pas elle.").click("Arrêter ce compte");
            head.page().waitForURL("**/surete/arrets/*");
            assertThat(mother.page().getByText("Menace")).hasCount(0);
            mother.go("/aide");
            head.unfold("Qui avait lu");
            assertThat(head.words()).containsPattern("mots? de l’école").contains("Samira Benali");
            head.lookAtBoth("vole-portee");
            head.follow("Voir ce qui serait retiré").lookAtBoth("vole-apercu");
            assertThat(head.words()).contains("Menace");
            head.click("Retirer tout cela");
            head.page().waitForURL("**?fait=retrait");
            assertThat(head.words()).contains("Tout est retiré depuis");
            deliver();
            assertThat(bell(mother)).containsText("1 non lue");
            mother.go("/notifications");
            var news =
                    mother.page().getByRole(AriaRole.BUTTON).getByText(Pattern.compile("il venait d’un compte volé"));
            news.first().locator("xpath=ancestor::button").click();
            mother.page().waitForURL("**/surete/retraits/*");
            assertThat(mother.words()).contains("n’y est pour rien", "3018");
            mother.lookAtBoth("vole-explication");
        }
    }

    /// A message that a mother is reading: it goes while she looks, and comes back as a notice.
    @Test
    void isStoppedByTheHeadAndItsMessageGoesWhileItIsBeingRead() {
        var courrier = new Courrier(context);
        courrier.empty();
        var esteve = reperes.personne("11", Nature.PERSONNEL, "300102");
        var samira = jdbc.sql(
                        "select id from annuaire.responsable where annuaire.cle(prenom) = 'samira' and annuaire.cle(nom) = 'benali'")
                .query(UUID.class)
                .single();
        var curie = reperes.ecole("0110358E");
        var talk = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES),
                "Menace",
                "Des mots qui font peur.");
        try (var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var head = Navigateur.open(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            mother.go("/messagerie/conversations/" + talk).lookAtBoth("vole-message-lu");
            assertThat(mother.page().getByText("Des mots qui font peur.")).isVisible();
            head.go("/surete/personnes/" + esteve);
            head.type("Pourquoi", "Elle dit que ce n’est pas elle.").click("Arrêter ce compte");
            head.page().waitForURL("**/surete/arrets/*");
            assertThat(mother.page().getByText("Des mots qui font peur.")).hasCount(0);
            head.unfold("Qui avait lu");
            assertThat(head.words()).contains("un message", "Samira Benali").doesNotContain("Menace");
            head.follow("Voir ce qui serait retiré").look("vole-message-apercu").click("Retirer tout cela");
            head.page().waitForURL("**?fait=retrait");
            mother.go("/messagerie/conversations/" + talk);
            assertThat(mother.words())
                    .contains("Ce message a été retiré.", "n’y est pour rien", "3018")
                    .doesNotContain("Des mots qui font peur.");
            mother.lookAtBoth("vole-message-retire");
        } finally {
            courrier.empty();
        }
    }

    @Test
    void isFrozenForTheProfileOfADepartementAndReopened() {
        try (var region = Navigateur.open(port).as(Taille.BUREAU).enterAs("Florence Vidal");
                var pupil = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Ilyes Amara")) {
            region.go("/surete").lookAtBoth("gel-surete").follow("Mettre des envois en pause");
            region.check("Les élèves");
            region.page().getByLabel("Où ?".replace(' ', '\u00a0')).selectOption("011");
            region.type("Pourquoi", "Des messages de menace circulent.")
                    .lookAtBoth("gel-nouveau")
                    .click("Voir qui est concerné")
                    .lookAtBoth("gel-confirmer")
                    .click("Mettre en pause");
            region.page().waitForURL("**/surete/gels/*");
            pupil.go("/");
            assertThat(pupil.words()).contains("Tes envois sont en pause");
            pupil.go("/surete/pause").lookAtBoth("gel-eleve");
            region.click("D’abord à quelques personnes à la fois");
            assertThat(region.page().getByText("à quelques personnes à la fois").first())
                    .isVisible();
            region.click("Tout rouvrir");
            assertThat(region.page().getByText("Tout est rouvert.")).isVisible();
            region.lookAtBoth("gel-rouvert");
            pupil.go("/");
            assertThat(pupil.words()).doesNotContain("Tes envois sont en pause");
        }
    }

    private UUID threaten(UUID author) {
        var now = clock.instant().minus(Duration.ofMinutes(5));
        var pour = Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
        return cahier.publish(
                new Redaction(List.of(pour), false, "Menace", TexteRiche.of("<p>Des mots qui font peur.</p>"), now),
                new Auteur(comptes.ofPersonne(author).orElseThrow(), author),
                now);
    }

    private void deliver() {
        besognes.stream()
                .filter(b -> b.nom().equals("livraisons"))
                .forEach(b -> b.work(clock.instant().plusSeconds(5)));
    }

    private static Locator bell(Navigateur window) {
        return window.page().locator("#cloche");
    }
}
