package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Option;
import fr.entecole.socle.web.Tranche;
import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/// How a page asks for something, says what is to be corrected, answers and goes on.
class FormulairesTests {

    private final Page page = PageTests.page(Profil.PARENT, null, List.of());

    @Test
    void carriesItsTokenAndWhatIsToBeCorrected() {
        page.with(Erreurs.of("nom", "Écrivez le nom.").add("fin", "Ce jour ne se lit pas."));

        assertThat(form())
                .containsOnlyOnce("name=\"_csrf\" value=\"jeton\"")
                .contains("2 choses à corriger", "<a href=\"#nom\">Écrivez le nom.</a>", "Ce jour ne se lit pas.")
                .contains("aria-invalid=\"true\" aria-describedby=\"nom-erreur\"", "id=\"nom-erreur\"")
                .containsSubsequence("#nom", "#fin");
        assertThat(form()).doesNotContain("à corriger");
    }

    @Test
    void saysNothingWhereNothingIsToBeCorrected() {
        assertThat(form()).doesNotContain("à corriger", "aria-", "ent-groupe--erreur");
    }

    @Test
    void leavesTheListToThePageThatHasShownIt() {
        page.with(Erreurs.of("nom", "Écrivez le nom."));

        assertThat(render("socle/erreurs", Map.of())).contains("Une chose à corriger");
        assertThat(form()).doesNotContain("à corriger").contains("id=\"nom-erreur\"");
    }

    @Test
    void showsTheListInNoGesture() {
        page.with(Erreurs.of("nom", "Écrivez le nom."));

        assertThat(render("socle/geste", Map.of("action", "/role", "mot", "Passer", "champs", Map.of("compte", "7"))))
                .contains("_csrf", "name=\"compte\" value=\"7\"", "Passer")
                .doesNotContain("à corriger");
        assertThat(form()).contains("Une chose à corriger");
    }

    @Test
    void givesBackWhatWasTypedInEveryKindOfField() {
        page.with(Erreurs.of("x", "Corrigez."));
        var all = List.of(
                render("socle/champ", Map.of("nom", "x", "libelle", "Mot", "valeur", "a\"<b")),
                render("socle/zone", Map.of("nom", "x", "libelle", "Mot", "valeur", "a\"<b")),
                render(
                        "socle/liste",
                        Map.of("nom", "x", "libelle", "Mot", "valeur", "2", "options", two(), "aucune", "Rien")),
                render("socle/choix", Map.of("nom", "x", "libelle", "Mot", "valeurs", List.of("2"), "options", two())),
                render("socle/coche", Map.of("nom", "x", "libelle", "Mot", "cochee", true)),
                render("socle/fichier", Map.of("nom", "x", "libelle", "Mot", "types", "image/png")),
                render("socle/motDePasse", Map.of("nom", "x", "libelle", "Mot")));

        assertThat(all)
                .allSatisfy(html -> assertThat(html)
                        .contains("id=\"x\"", "name=\"x\"", "Mot", "id=\"x-erreur\"")
                        .containsPattern("aria-describedby=\"x-erreur\"")
                        .doesNotContain("<b\""));
        assertThat(all.get(0)).contains("value=\"a&#34;&lt;b\"");
        assertThat(all.get(1)).contains(">a\"&lt;b</textarea>");
        assertThat(all.get(2)).containsOnlyOnce(" selected").contains("value=\"2\" selected");
        assertThat(all.get(3)).containsOnlyOnce(" checked").contains("value=\"2\" checked");
        assertThat(all.get(4)).contains(" checked");
        assertThat(all.get(6)).doesNotContain(" value=");
    }

    @Test
    void keepsOneSentenceAFieldInTheOrderOfTheForm() {
        var erreurs = Erreurs.of("nom", "Écrivez le nom.")
                .add("fin", "")
                .add("jour", "Quel jour ?")
                .add("nom", "Autre.");

        assertThat(erreurs.entries())
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("nom", "Écrivez le nom."),
                        org.assertj.core.groups.Tuple.tuple("jour", "Quel jour ?"));
        assertThat(erreurs.of("fin")).isEmpty();
        assertThat(new Erreurs().isEmpty()).isTrue();
    }

    @Test
    void answers422UntilAllIsWell() {
        assertThat(page.view("x", Map.of()).getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(page.with(Erreurs.of("x", "Corrigez.")).view("x", Map.of()).getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page.with(Erreurs.of("x", "Attendez."), 429)
                        .view("x", Map.of())
                        .getStatus())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(page.with(new Erreurs(), 429).view("x", Map.of()).getStatus())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void encodesEachValueOfAnAddressForItsPlace() {
        var id = UUID.randomUUID();
        assertThat(Adresse.of("/annuaire/eleves/{eleve}/restrictions", id))
                .isEqualTo("/annuaire/eleves/" + id + "/restrictions");
        assertThat(Adresse.of("/ecoles/{a}?q={q}&apres={b}", "a/b?c", "Sète & Mèze#1+1", ""))
                .isEqualTo("/ecoles/a%2Fb%3Fc?q=S%C3%A8te%20%26%20M%C3%A8ze%231%2B1&apres=");
        assertThat(Adresse.of("/ecoles?q=S%C3%A8te{")).isEqualTo("/ecoles?q=S%C3%A8te{");
    }

    @Test
    void goesToPagesOfOursOnly() {
        var view = (RedirectView) Adresse.go("/annuaire/agents?garde=true").getView();

        assertThat(view).isNotNull();
        assertThat(view.getUrl()).isEqualTo("/annuaire/agents?garde=true");
        for (var elsewhere : List.of("//ailleurs.example", "https://ailleurs.example", "")) {
            assertThatThrownBy(() -> Adresse.go(elsewhere)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Adresse.go("{a}/b", "https://ailleurs.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cutsAListWhereTheNextPageBegins() {
        assertThat(of(7, 3)).isEqualTo(new Tranche<>(List.of(1, 2, 3), "3"));
        assertThat(of(3, 3)).isEqualTo(new Tranche<>(List.of(1, 2, 3), ""));
        assertThat(of(0, 3).isEmpty()).isTrue();
        assertThat(of(7, 3).map(all -> all.stream().map(n -> "n" + n).toList()))
                .isEqualTo(new Tranche<>(List.of("n1", "n2", "n3"), "3"));
        assertThat(render("socle/suite", Map.of("tranche", of(3, 3), "libelle", "Suite", "adresse", "/x"))
                        .strip())
                .isEmpty();
        assertThat(render("socle/suite", Map.of("tranche", of(7, 3), "libelle", "Suite", "adresse", "/x?apres=3")))
                .contains("href=\"/x?apres=3\"", "Suite");
    }

    private static Tranche<Integer> of(int there, int shown) {
        return Tranche.read(
                shown,
                most -> IntStream.rangeClosed(1, Math.min(there, most)).boxed().toList(),
                n -> n);
    }

    private static List<Option> two() {
        return Option.all(List.of(1, 2), n -> n, n -> "Choix " + n);
    }

    private String form() {
        Content champ = new Gabarits().part("socle/champ", Map.of("page", page, "nom", "nom", "libelle", "Nom"));
        return render("socle/formulaire", Map.of("action", "/essai", "contenu", champ));
    }

    private String render(String gabarit, Map<String, Object> parametres) {
        Map<String, Object> all = new HashMap<>(parametres);
        all.put("page", page);
        var output = new StringOutput();
        new Gabarits().part(gabarit, all).writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
