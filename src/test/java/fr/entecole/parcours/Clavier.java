package fr.entecole.parcours;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;

/// Someone without a mouse: goes on by the tabulation to what is called so, and never touches.
final class Clavier {

    private static final int FAR = 160;

    private static final String HERE = """
            () => { const e = document.activeElement;
              if (!e || !e.matches('a, button, summary, input, select, textarea')) return ['', '', ''];
              return [e.id || '', e.name || '', ((e.innerText || '') + ' ' + (e.getAttribute('aria-label') || '')).replace(/\\s+/g, ' ')]; }
            """;

    private final Navigateur window;

    Clavier(Navigateur window) {
        this.window = window;
    }

    /// A link, a button or what folds others away.
    Clavier enter(String words) {
        reach(2, words);
        focused().press("Enter"); // which waits, as a click does, until the page that it asks for begins to come
        window.words();
        return this;
    }

    /// The same, to another page.
    Clavier enter(String words, String url) {
        reach(2, words);
        focused().press("Enter");
        window.page().waitForURL(url);
        return this;
    }

    /// @param field its id
    Clavier type(String field, String words) {
        reach(0, field);
        window.page().keyboard().press("ControlOrMeta+a");
        window.page().keyboard().type(words);
        return this;
    }

    /// In the editor, which has no name of its own.
    Clavier write(String words) {
        for (int i = 0; i < FAR; i++) {
            if (Boolean.TRUE.equals(window.page().evaluate("document.activeElement.isContentEditable"))) {
                window.page().keyboard().type(words);
                return this;
            }
            window.page().keyboard().press("Tab");
        }
        throw new AssertionError("no tab leads to the text");
    }

    /// One box of several of that name.
    Clavier tick(String field, String value) {
        reach(1, field);
        for (int i = 0; i < FAR && !value.equals(focused().getAttribute("value")); i++) {
            window.page().keyboard().press("Tab");
        }
        window.page().keyboard().press("Space");
        return this;
    }

    /// A day, as its field takes it: figures typed one after the other go where a browser wants them.
    Clavier day(String field, String iso) {
        reach(0, field);
        focused().fill(iso);
        return this;
    }

    /// One of a list.
    Clavier choose(String field, String words) {
        reach(0, field);
        focused()
                .selectOption(window.page()
                        .locator("option", new Page.LocatorOptions().setHasText(words))
                        .first()
                        .getAttribute("value"));
        return this;
    }

    /// A box, or a round that has the focus of its group.
    Clavier check(String field, String value) {
        reach(1, field);
        var wanted = window.page().locator("[name='%s'][value='%s']".formatted(field, value));
        for (int i = 0; i < 12 && !wanted.isChecked(); i++) {
            window.page().keyboard().press(i == 0 ? "Space" : "ArrowDown");
        }
        return this;
    }

    private Locator focused() {
        return window.page().locator(":focus");
    }

    private void reach(int part, String wanted) {
        for (int i = 0; i < FAR; i++) {
            var here = (List<?>) Objects.requireNonNull(window.page().evaluate(HERE));
            var said = String.valueOf(here.get(part));
            if (part == 2 ? said.contains(wanted) : said.equals(wanted)) {
                return;
            }
            window.page().keyboard().press("Tab");
        }
        throw new AssertionError("never reached by the tabulation: %s on %s"
                .formatted(wanted, window.page().url()));
    }
}
