package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// From the door to the class and out again without a mouse: the order of the stops, an outline on each, the skip
/// links, the account menu.
@MondeTest
@Tag("parcours")
class ClavierSeulTests {

    private static final String SECRET = "Trois5chevauxGris";

    /// What has the focus: its name, and whether an eye sees where it is.
    private static final String STOP = """
            () => { const e = document.activeElement;
              if (!e || e === document.body) return null;
              const seen = x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };
              const box = e.getBoundingClientRect(), label = e.closest('label');
              const good = (seen(e) || (label && seen(label))) && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
              return (good ? '' : 'unseen: ') + (e.name || e.id || e.innerText.trim().split('\\n')[0]); }
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Test
    void comesInOpensTheClassAndLeaves() {
        var as = new EnTantQue(context);
        var compte = as.account(reperes.personne("11", Nature.PERSONNEL, "300102"));
        as.givePassword(compte, SECRET);
        as.forgetWhatThisNodeRemembers();
        try (var window = Navigateur.open(port).go("/connexion")) {
            assertThat(stops(window, 8))
                    .containsExactly(
                            "Contenu",
                            "Pied de page",
                            "ENT-École",
                            "Lire dans une autre langue",
                            "identifiant",
                            "motDePasse",
                            "Montrer",
                            "Entrer");
            window.go("/connexion");
            press(window, "Tab", 1).keyboard().press("Enter");
            press(window, "Tab", 2).keyboard().type(as.login(compte));
            press(window, "Tab", 1).keyboard().type(SECRET);
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**/");

            List<String> way = new ArrayList<>();
            while (way.size() < 25 && !way.contains("Élèves et familles")) {
                way.addAll(stops(window, 1));
            }
            assertThat(way)
                    .startsWith("Contenu", "Menu", "Pied de page", "ENT-École", "Aide")
                    .contains("Élèves et familles")
                    .noneMatch(stop -> stop.startsWith("unseen"));
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**/annuaire/classes/*");
            assertThat(stops(window, 6)).noneMatch(stop -> stop.startsWith("unseen"));

            window.go("/");
            var menu = window.page().locator("details[data-menu]");
            press(window, "Tab", 7).keyboard().press("Enter");
            assertThat(menu.getAttribute("open")).isNotNull();
            window.page().keyboard().press("Escape");
            assertThat(menu.getAttribute("open")).isNull();
            window.page().keyboard().press("Enter");
            assertThat(stops(window, 5))
                    .containsExactly("Mon compte", "Mes données", "La charte", "Confort de lecture", "Se déconnecter");
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**/connexion?sortie=adulte");
        }
    }

    @Test
    void showsEveryStopOfTheHomesOfAHeadAndOfTheRegion() {
        for (var name : List.of("Hélène Castans", "Florence Vidal")) {
            try (var window = Navigateur.open(port).enterAs(name)) {
                var stops = stops(window, 60);
                assertThat(stops).hasSizeBetween(8, 59).noneMatch(stop -> stop.startsWith("unseen"));
            }
        }
    }

    private static com.microsoft.playwright.Page press(Navigateur window, String key, int times) {
        for (int i = 0; i < times; i++) {
            window.page().keyboard().press(key);
        }
        return window.page();
    }

    /// The names of the next stops, fewer where the page ends before.
    private static List<String> stops(Navigateur window, int most) {
        var stops = new ArrayList<String>();
        for (int i = 0; i < most; i++) {
            window.page().keyboard().press("Tab");
            if (!(window.page().evaluate(STOP) instanceof String stop)) {
                return stops;
            }
            stops.add(stop.replace('\u00a0', ' '));
        }
        return stops;
    }
}
