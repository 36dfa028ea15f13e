package fr.entecole.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Profil;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EntTest
class BrouillonsWebTests {

    private static final String KEEP = "/redaction/brouillons";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    Visites visites;
    UUID admin;
    UUID autre;

    @BeforeEach
    void people() {
        var personnages = new Personnages(jdbc);
        admin = personnages.add(Profil.ADMINISTRATEUR);
        autre = personnages.add(Profil.ADMINISTRATEUR);
        context.getBean(Comptes.class).createMissing();
        visites = new Visites(context);
        jdbc.sql("delete from redaction.texte").update();
    }

    @Test
    void answersNobodyWhoIsSignedOut() {
        assertThat(mvc.get().uri("/redaction/coffre").exchange()).hasStatus(302);
        assertThat(mvc.post().uri(KEEP).exchange()).hasStatus(403);
    }

    @Test
    void saysWhetherItIsKeptBehindGoneOrTooMuch() {
        assertThat(visites.post(admin, KEEP, "lieu", "essai.a", "version", "0", "champ.texte", "Un"))
                .hasStatusOk();
        assertThat(visites.post(admin, KEEP, "lieu", "essai.a", "version", "1", "champ.texte", "Deux"))
                .hasStatusOk();
        var behind = visites.post(admin, KEEP, "lieu", "essai.a", "version", "1", "champ.texte", "Trois");
        assertThat(behind).hasStatus(409);
        assertThat(Visites.words(behind)).contains("\"version\":2", "Deux").doesNotContain("Trois");
        assertThat(visites.post(autre, KEEP, "lieu", "essai.a", "version", "2", "champ.texte", "Trois"))
                .as("another person has none")
                .hasStatus(410);
        assertThat(visites.post(admin, KEEP, "lieu", "Pas un lieu", "champ.texte", "Un"))
                .hasStatus(422);
        assertThat(visites.post(admin, KEEP, "lieu", "essai.a", "version", "x", "champ.texte", "Un"))
                .hasStatus(422);
    }

    @Test
    void isThrownAwayOnlyOnceItWasSeen() {
        assertThat(visites.post(admin, KEEP, "lieu", "essai.b", "champ.texte", "<p>À garder ?</p>"))
                .hasStatus(200);
        assertThat(visites.page(admin, KEEP + "/abandon?lieu=essai.b&retour=/aide"))
                .contains("Jeter ce brouillon", "À garder ?", "href=\"/aide\"")
                .doesNotContain("&lt;p&gt;");
        assertThat(visites.get(autre, KEEP + "/abandon?lieu=essai.b")).hasStatus(303);
        assertThat(visites.post(autre, KEEP + "/abandon", "lieu", "essai.b")).hasRedirectedUrl("/");
        assertThat(visites.page(admin, KEEP + "/abandon?lieu=essai.b")).contains("À garder ?");
        assertThat(visites.post(admin, KEEP + "/abandon", "lieu", "essai.b", "retour", "//ailleurs.example"))
                .hasRedirectedUrl("/");
        assertThat(visites.get(admin, KEEP + "/abandon?lieu=essai.b")).hasStatus(303);
    }

    @Test
    void hidesWhatADeviceKeepsUnderAKeyOfThePersonAlone() {
        var first = visites.get(admin, "/redaction/coffre");
        assertThat(first).hasStatusOk();
        var again = visites.get(admin, "/redaction/coffre");
        assertThat(again).hasStatusOk();
        var other = visites.get(autre, "/redaction/coffre");
        assertThat(other).hasStatusOk();
        assertThat(Visites.words(again)).isEqualTo(Visites.words(first));
        assertThat(Visites.words(other)).isNotEqualTo(Visites.words(first));
    }

    @Test
    void theRegionWritesOnThePageOfHelp() {
        assertThat(visites.page(admin, "/reglages/aide")).contains("data-riche=\"\"", "role=\"toolbar\"");
        assertThat(visites.post(
                        admin,
                        "/reglages/aide",
                        "texte-version",
                        "0",
                        "texte",
                        "<h2>Vacances</h2><p>Fermé <strong>lundi</strong><script>x()</script></p>"))
                .hasRedirectedUrl("/reglages/aide?garde=true");
        var help = help();
        assertThat(help)
                .contains("Un mot de la région", "<h3>Vacances</h3><p>Fermé <strong>lundi</strong></p>")
                .doesNotContain("x()")
                .contains("data-dire=\"mot-de-la-region\"");
        assertThat(jdbc.sql(
                                "select count(*) from journal.fait where action = 'aide-changee' and acteur_compte is not null")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void saysThatThePageOfHelpSaysNothingAnyMore() {
        assertThat(visites.post(admin, "/reglages/aide", "texte-version", "0", "texte", "Fermé lundi"))
                .hasStatus(303);
        assertThat(visites.page(admin, "/reglages/aide?garde=true")).contains("la page d’aide le dit");
        assertThat(visites.post(admin, "/reglages/aide", "texte-version", "1", "texte", ""))
                .hasStatus(303);
        assertThat(visites.page(admin, "/reglages/aide?garde=true"))
                .contains("n’a plus de mot de la région")
                .doesNotContain("la page d’aide le dit");
        assertThat(visites.page(admin, "/plan-du-site")).contains("href=\"/travaux\"", "href=\"/reglages\"");
    }

    @Test
    void showsTheOtherVersionInsteadOfOverwritingIt() {
        assertThat(visites.post(admin, "/reglages/aide", "texte-version", "0", "texte", "Le texte de l’un"))
                .hasStatus(303);
        var late = visites.post(autre, "/reglages/aide", "texte-version", "0", "texte", "Le texte de l’autre");
        assertThat(late).hasStatus(422);
        assertThat(Visites.words(late))
                .contains("quelqu’un d’autre a changé", "Le texte de l’un", ">Le texte de l’autre</textarea>")
                .contains("name=\"texte-version\" value=\"1\"");
        assertThat(help()).contains("Le texte de l’un");
        assertThat(visites.post(autre, "/reglages/aide", "texte-version", "1", "texte", "Le texte de l’autre"))
                .hasStatus(303);
    }

    @Test
    void aDraftComesBackWithTheVersionThatItChanged() {
        assertThat(visites.post(admin, "/reglages/aide", "texte-version", "0", "texte", "Publié"))
                .hasStatus(303);
        assertThat(visites.post(
                        admin,
                        KEEP,
                        "lieu",
                        "reglages-aide",
                        "version",
                        "0",
                        "base",
                        "1",
                        "champ.texte",
                        "<p>Commencé</p>"))
                .hasStatus(200);
        assertThat(visites.post(autre, "/reglages/aide", "texte-version", "1", "texte", "Changé entre-temps"))
                .hasStatus(303);
        assertThat(visites.page(admin, "/reglages/aide"))
                .contains(
                        "Voici ce que vous aviez commencé",
                        ">Commencé</textarea>",
                        "name=\"texte-version\" value=\"1\"");
        assertThat(visites.page(autre, "/reglages/aide"))
                .doesNotContain("Commencé")
                .contains("Changé entre-temps");
        assertThat(visites.post(admin, "/reglages/aide", "texte-version", "1", "texte", "Commencé"))
                .hasStatus(422);
        assertThat(visites.post(admin, "/reglages/aide", "texte-version", "2", "texte", "Commencé"))
                .hasStatus(303);
        assertThat(visites.page(admin, "/reglages/aide")).doesNotContain("Voici ce que");
    }

    private String help() {
        var answer = mvc.get().uri("/aide").exchange();
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }

    @Test
    void isTheRegionsAlone() {
        var directrice = new Personnages(jdbc).add(Profil.DIRECTEUR);
        context.getBean(Comptes.class).createMissing();
        assertThat(visites.get(directrice, "/reglages/aide")).hasStatus(404);
        assertThat(visites.post(directrice, "/reglages/aide", "texte", "Moi")).hasStatus(404);
        assertThat(help()).doesNotContain("Un mot de la région");
    }
}
