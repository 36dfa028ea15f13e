package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The bar at the bottom of a telephone holds as many tabs as a profile has, and each word of theirs whole.
@MondeTest
@Tag("parcours")
class BarreDuTelephoneTests {

    /// What is cut, and what runs out of its tab.
    private static final String CUT = """
            () => {
              const cut = [];
              for (const tab of document.querySelectorAll('.ent-onglets__lien span')) {
                const texts = document.createTreeWalker(tab, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                  for (const word of texts.currentNode.data.matchAll(/[^\\s]+/g)) {
                    const range = document.createRange();
                    range.setStart(texts.currentNode, word.index);
                    range.setEnd(texts.currentNode, word.index + word[0].length);
                    const lines = new Set([...range.getClientRects()].map(r => Math.round(r.top)));
                    if (lines.size > 1) cut.push(`${word[0]} in ${Math.round(tab.closest('li').offsetWidth)} px`);
                  }
                }
                const room = tab.closest('li').getBoundingClientRect(), words = tab.getBoundingClientRect();
                if (words.left < room.left - 1 || words.right > room.right + 1) cut.push('out: ' + tab.textContent);
              }
              return cut.join(' ');
            }
            """;

    @LocalServerPort
    int port;

    @Test
    void cutsNoWordOfItsTabsOnTheNarrowestTelephone() {
        try (var window = Navigateur.open(port)) {
            for (var name :
                    List.of("Hélène Castans", "Claire Estève", "Samira Benali", "Florence Vidal", "Agnès Lebrun")) {
                window.enterAs(name).as(Taille.TELEPHONE);
                assertThat(window.page().locator(".ent-onglets__lien").count())
                        .as("tabs of %s", name)
                        .isGreaterThan(2);
                window.assertFits(); // leaves it at 320 px
                for (var size : List.of("normale", "grande", "tres-grande")) {
                    window.page().evaluate("size => document.documentElement.dataset.taille = size", size);
                    assertThat(window.page().evaluate(CUT))
                            .as("words cut in the bar of %s, text %s", name, size)
                            .isEqualTo("");
                    assertThat(window.page().evaluate("document.documentElement.scrollWidth"))
                            .as("sideways scrolling of %s, text %s", name, size)
                            .isEqualTo(320);
                }
                window.as(Taille.TELEPHONE).leave();
            }
        }
    }
}
