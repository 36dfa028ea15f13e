package fr.entecole.portail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Region;
import fr.entecole.socle.Region.Reglage;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EntTest
class ReglagesWebTests {

    private static final Pattern AVANT = Pattern.compile("name=\"avant\" value=\"([^\"]+)\"");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Region region;

    Personnages personnages;
    Visites visites;
    UUID admin;

    @BeforeEach
    void people() {
        personnages = new Personnages(jdbc);
        admin = personnages.add(Profil.ADMINISTRATEUR);
        context.getBean(Comptes.class).createMissing();
        visites = new Visites(context);
    }

    @AfterEach
    void sayNothing() {
        jdbc.sql("delete from socle.reglage").update();
        region.read();
    }

    @Test
    void isTheRegionsAlone() {
        for (var profil : List.of(Profil.DIRECTEUR, Profil.REFERENT_VILLE, Profil.DPO, Profil.ASSISTANCE)) {
            var someone = personnages.add(profil);
            context.getBean(Comptes.class).createMissing();
            assertThat(visites.get(someone, "/reglages")).hasStatus(404);
            assertThat(visites.post(someone, "/reglages", "hebergeur", "Moi", "geste", "publier"))
                    .hasStatus(404);
        }
        assertThat(region.hebergeur()).isEmpty();
    }

    @Test
    void showsWhatWouldChangeAndPublishesOnlyThen() {
        var shown = visites.post(admin, "/reglages", "hebergeur", "  Data  Soleil, Lattes ");
        assertThat(shown).hasStatusOk();
        assertThat(Visites.words(shown)).contains("Hébergeur", "Data Soleil, Lattes", "Publier", "tout de suite");
        assertThat(region.hebergeur()).isEmpty();

        publish("hebergeur", "Data Soleil, Lattes");
        assertThat(open("/mentions-legales")).contains("Data Soleil, Lattes");
        assertThat(facts()).isEqualTo(1);
        assertThat(visites.page(admin, "/reglages?garde=true")).contains("C’est fait", "dit depuis le");
        assertThat(visites.page(admin, "/journal")).contains("Réglage de la région changé : Hébergeur");

        publish("hebergeur", "Autre Soleil, Sète");
        assertThat(open("/mentions-legales")).contains("Autre Soleil").doesNotContain("Data Soleil");
        assertThat(jdbc.sql("select count(*) from socle.reglage where remplace_le is not null")
                        .query(Integer.class)
                        .single())
                .as("what was said stays, dated")
                .isEqualTo(1);
    }

    @Test
    void showsAgainWhatAnotherChangedMeanwhile() {
        var mark = mark("hebergeur", "Data Soleil");
        region.say(Reglage.HEBERGEUR, "Autre Soleil");
        region.read();
        var answer = visites.post(admin, "/reglages", "hebergeur", "Data Soleil", "geste", "publier", "avant", mark);
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer)).contains("Avant : Autre Soleil");
        assertThat(region.hebergeur()).isEqualTo("Autre Soleil");
    }

    @Test
    void refusesWhatNobodyCanCallOrWriteTo() {
        var answer = visites.post(
                admin, "/reglages", "assistance", "demandez-nous", "courriel", "nous", "delegue", "a".repeat(301));
        assertThat(answer).hasStatus(422);
        assertThat(Visites.words(answer))
                .contains("Écrivez un numéro", "Écrivez une adresse", "trop long", "demandez-nous");
    }

    @Test
    void everyPageThatNeedsThemSaysThem() {
        publish(
                "adresse",
                "1 place de l’Essai",
                "telephone",
                "01 99 00 10 10",
                "courriel",
                "nous@example.org",
                "directeur-publication",
                "La rectrice",
                "hebergeur",
                "Data Soleil",
                "responsable",
                "Le recteur",
                "delegue",
                "dpo@example.org",
                "assistance",
                "01 99 00 10 11",
                "contact-accessibilite",
                "acces@example.org",
                "nom",
                "Région des essais");
        assertThat(open("/mentions-legales"))
                .contains("Région des essais", "1 place de l’Essai", "01 99 00 10 10", "La rectrice", "Data Soleil");
        assertThat(open("/accessibilite")).contains("mailto:acces@example.org", "La région des essais s’engage");
        assertThat(open("/donnees-personnelles")).contains("Le recteur", "dpo@example.org");
        assertThat(open("/connexion")).contains("tel:0199001011", "Assistance : 01 99 00 10 11");
        assertThat(visites.page(admin, "/aide")).contains("nous@example.org", "1 place de l’Essai");
        assertThat(visites.page(admin, "/")).doesNotContain("Les pages légales ne sont pas complètes");
    }

    @Test
    void tellsTheAdministratorWhatIsMissingUntilNothingIs() {
        assertThat(visites.page(admin, "/"))
                .contains("Les pages légales ne sont pas complètes", "Il manque 9 réglages", "/reglages#hebergeur");
        publish("hebergeur", "Data Soleil");
        assertThat(visites.page(admin, "/")).contains("Il manque 8 réglages").doesNotContain("/reglages#hebergeur");
        publish("courriel", "nous@example.org");
        assertThat(visites.page(admin, "/"))
                .as("whose address the page on accessibility gives too")
                .contains("Il manque 6 réglages");
    }

    @Test
    void givesBackWhatTheOperatorSetWhenItIsEmptied() {
        publish("nom", "Région des essais");
        assertThat(region.nom()).isEqualTo("Région des essais");
        publish("nom", "");
        assertThat(region.nom()).isEqualTo(EntTest.REGION);
    }

    @Test
    void costsNoStatementOnceTheNodeKnowsThem() {
        assertThat(visites.statements(admin, "/mentions-legales")).isEmpty();
        assertThat(visites.statements(admin, "/reglages")).hasSize(1);
    }

    @Test
    void saysThatNothingWouldChange() {
        var answer = visites.post(admin, "/reglages", "hebergeur", "", "geste", "apercu");
        assertThat(answer).hasStatusOk();
        assertThat(Visites.words(answer)).contains("Rien ne changerait").doesNotContain("C’est fait");
    }

    private void publish(String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("geste", "publier", "avant", mark(fields)));
        assertThat(visites.post(admin, "/reglages", all.toArray(String[]::new))).hasStatus(303);
    }

    private String mark(String... fields) {
        var answer = visites.post(admin, "/reglages", fields);
        assertThat(answer).hasStatusOk();
        var found = AVANT.matcher(Visites.words(answer));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long facts() {
        return jdbc.sql(
                        "select count(*) from journal.fait where action = 'reglage-change' and acteur_compte is not null")
                .query(Long.class)
                .single();
    }

    private String open(String path) {
        var answer = mvc.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return Visites.words(answer);
    }
}
