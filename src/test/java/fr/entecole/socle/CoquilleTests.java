package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// The shell around every page, rendered without a server.
class CoquilleTests {

    private static final List<Onglet> ONGLETS = List.of(
            new Onglet("accueil", 1, "Accueil", "/", "maison"), new Onglet("classe", 2, "Classe", "/classe", "groupe"));

    @Test
    void hasLandmarksSkipLinksAndTheTabOfThePage() throws Exception {
        var html = render(PageTests.page(Profil.PARENT, null, ONGLETS));

        assertThat(html)
                .contains(
                        "<header",
                        "<main id=\"contenu\"",
                        "<footer",
                        "href=\"#contenu\"",
                        "href=\"#menu\"",
                        "href=\"#pied\"")
                .contains("href=\"/\" aria-current=\"page\"")
                .containsOnlyOnce("aria-current=\"page\"")
                .contains("École Marie Curie", "Inès Benali", "action=\"/deconnexion\"", "value=\"jeton\"");
    }

    @Test
    void saysOnEveryPageThatADemonstrationIsInvented() throws Exception {
        for (var niveau : new String[] {null, "MS", "CP", "CM1"}) {
            assertThat(render(PageTests.page(Profil.ELEVE, niveau, List.of())))
                    .contains("Démonstration\u00a0: personnes inventées");
        }
    }

    @Test
    void setsThePersonsOwnComfortOnTheRoot() throws Exception {
        assertThat(render(PageTests.page(Profil.PARENT, null, ONGLETS)))
                .contains("data-taille=\"grande\"", "data-contraste=\"fort\"")
                .doesNotContain("data-espace");
    }

    @Test
    void givesYoungChildrenNoTabsAndAnEar() throws Exception {
        var html = render(PageTests.page(Profil.ELEVE, "MS", ONGLETS));

        assertThat(html)
                .contains("data-registre=\"maternelle\"", "class=\"ent-petits\"", "data-dire=\"contenu\"")
                .contains("demande à un grand", "andika-400", "C’est fini")
                .doesNotContain("ent-onglets", "href=\"#menu\"", "atkinson-next-400");
    }

    @Test
    void inlinesOnlyTheSymbolsThatThePageUses() throws Exception {
        var html = render(PageTests.page(Profil.PARENT, null, ONGLETS));

        assertThat(html).containsOnlyOnce("id=\"i-maison\"").containsOnlyOnce("id=\"i-groupe\"");
        assertThat(html).doesNotContain("id=\"i-mairie\"", "id=\"p-");
    }

    @Test
    void writesTheDateAsTheBoardDoes() {
        assertThat(Phrases.jour(java.time.LocalDate.of(2026, 11, 21))).isEqualTo("Samedi 21 novembre");
        assertThat(Phrases.jour(java.time.LocalDate.of(2026, 12, 1))).isEqualTo("Mardi 1er décembre");
    }

    static String render(Page page) throws Exception {
        var model = page.titled("Essai").view("portail/horsLigne", java.util.Map.of());
        var response = new MockHttpServletResponse();
        new Gabarits()
                .resolveViewName(java.util.Objects.requireNonNull(model.getViewName()), Locale.FRANCE)
                .render(model.getModel(), new MockHttpServletRequest(), response);
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
