package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.Commande;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From an empty base: the command prints a link, its holder chooses a password and is in; the link serves once and
/// for a time.
@EntTest
@Tag("parcours")
class PremierAdministrateurTests {

    private static final String SECRET = "Trois5chevauxGris";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("compte creer-administrateur")
    Commande commande;

    @Autowired
    JdbcClient jdbc;

    @Test
    void choosesAPasswordComesInAndFindsAnEmptyDirectory() throws Exception {
        var link = link(commande, "Florence Vidal");
        try (var window = Navigateur.open(port).go(link)) {
            window.page().waitForSelector("#motDePasse");
            assertThat(window.page().url()).doesNotContain("#");
            assertThat(window.words()).contains("florence.vidal", "14 caractères");
            window.look("premiere-connexion");
            choose(window, "court", "court");
            assertThat(window.words()).contains("Une chose à corriger", "pas assez long");
            assertThat(window.page().locator("#motDePasse").getAttribute("aria-describedby"))
                    .isEqualTo("motDePasse-erreur");
            window.look("premiere-connexion-a-corriger");
            choose(window, SECRET, SECRET + "!");
            assertThat(window.words()).contains("ne sont pas les mêmes");
            choose(window, SECRET, SECRET);
            window.page().waitForURL("**/charte");
            window.page().getByLabel("J’ai lu la charte").check();
            window.click("Accepter et continuer").page().waitForURL("**/bientot");
            window.look("second-facteur-bientot").click("Plus tard").page().waitForURL("**/");
            assertThat(window.words()).contains("Bonjour Florence", "Aucun annuaire n’a encore été reçu");
            window.look("region-vide").leave();

            window.visit("/confort");
            window.visit(link);
            window.page().waitForSelector("text=Ce lien ne sert plus");
            window.look("lien-expire").follow("Aller à la page d’entrée");
            window.signIn("florence.vidal", SECRET);
            window.page().waitForURL("**/bientot");
        }
    }

    @Test
    void opensNothingOnceTheTimeIsOver() throws Exception {
        var link = link(commande, "Paule Riquet");
        jdbc.sql("update comptes.lien_unique set expire_le = now() - interval '1 second'")
                .update();
        try (var window = Navigateur.open(port)) {
            window.visit(link);
            window.page().waitForSelector("text=Ce lien ne sert plus");
        }
    }

    static void choose(Navigateur window, String motDePasse, String confirmation) {
        window.typeInto(window.page().locator("#motDePasse"), motDePasse)
                .typeInto(window.page().locator("#confirmation"), confirmation);
        window.click("Enregistrer et entrer");
    }

    static String link(Commande commande, String name) throws Exception {
        var output = new ByteArrayOutputStream();
        var console = System.out;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            assertThat(commande.run(List.of(name))).isZero();
        } finally {
            System.setOut(console);
        }
        var link = output.toString(StandardCharsets.UTF_8).strip();
        return link.substring(link.indexOf("/premiere-connexion#"));
    }
}
