package fr.entecole.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexteRicheTests {

    private static final String IMAGE = "/documents/01234567-89ab-7cde-8f01-23456789abcd";

    /// All that may stand in a text, and nothing else.
    private static final String SAFE =
            "(?s)(?:[^<>]|</?(?:p|h2|h3|strong|ul|ol|li|table|thead|tbody|tr|td)>|<br>|</a>|</th>"
                    + "|<th scope=\"col\">|<a href=\"(?:https?://|mailto:|tel:|/(?!/))[^\"<>\\s]*\">"
                    + "|<img src=\"/documents/[0-9a-f-]{36}\" alt=\"[^\"<>]*\">)*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a</p><script>alert(1)</script>",
                "<p onclick=\"x()\" style=\"color:red\" class=\"MsoNormal\">a</p>",
                "<p><a href=\"javascript:alert(1)\">a</a></p>",
                "<p><a href=\" java\nscript:alert(1)\">a</a></p>",
                "<p><a href=\"//ailleurs.example/x\">a</a></p>",
                "<p><a href=\"/\\\\ailleurs.example\">a</a></p>",
                "<p><a href=\"data:text/html,x\">a</a></p>",
                "<p>a<img src=\"https://ailleurs.example/suivi.gif\"></p>",
                "<p>a<img src=x onerror=alert(1)></p>",
                "<p>a</p><iframe src=\"https://ailleurs.example\"></iframe>",
                "<p>a</p><style>p { color: red }</style>",
                "<p>a<svg><script>alert(1)</script></svg></p>",
                "<p>a<form action=\"/deconnexion\"></form></p>",
                "<p>a<!--[if gte mso 9]><xml>x</xml><![endif]--></p>",
                "<p>a</p><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>"
            })
    void keepsNothingThatActs(String hostile) {
        var html = TexteRiche.of(hostile).html();
        assertThat(html).matches(SAFE).contains("a").doesNotContain("alert(1)</", "ailleurs", "javascript", "style=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>Un</p><p></p><p> </p><p>Deux</p> | <p>Un</p><p>Deux</p>",
                "<h1>Grand</h1><h5>Petit</h5> | <h2>Grand</h2><h3>Petit</h3>",
                "<p><b>Gras</b> et <i>penché</i></p> | <p><strong>Gras</strong> et penché</p>",
                "<ul><li><p>Un</p><ul><li>Deux</li></ul></li></ul> | <ul><li><p>Un</p><ul><li><p>Deux</p></li></ul></li></ul>",
                "<ul><li>Un</li><ul><li>Deux</li></ul></ul> | <ul><li><p>Un</p><ul><li><p>Deux</p></li></ul></li></ul>",
                "<div>Un<br>deux</div><div>trois</div> | <p>Un<br>deux</p><p>trois</p>",
                "<p><a href=\"/aide\">L’aide</a></p> | <p><a href=\"/aide\">L’aide</a></p>",
                "<p>a &lt;b&gt; &amp; c</p> | <p>a &lt;b&gt; &amp; c</p>"
            })
    void readsWhatTheEditorAndOthersSend(String typed, String html) {
        assertThat(TexteRiche.of(typed).html()).isEqualTo(html);
    }

    @Test
    void hasItsWordsWithoutItsShape() {
        var texte = TexteRiche.of("<h2>Le <strong>PAI</strong></h2><ul><li>2 &lt; 3 &amp; « 4 &gt; 1 »</li>"
                + "<li><a href=\"https://exemple.fr/?a=1&amp;b=2\">une page</a></li></ul>");
        assertThat(texte.mots().replace('\u00a0', ' ')).isEqualTo("Le PAI 2 < 3 & « 4 > 1 » une page");
    }

    @Test
    void givesATableItsHeadersAndAsManyCellsInEachLine() {
        var html = TexteRiche.of(
                        "<table><tr><td>Jour</td><td>Heure</td></tr><tr><td><p>Lundi</p><p>matin</p></td></tr></table>")
                .html();
        assertThat(html)
                .isEqualTo("<table><thead><tr><th scope=\"col\">Jour</th><th scope=\"col\">Heure</th></tr></thead>"
                        + "<tbody><tr><td>Lundi<br>matin</td><td></td></tr></tbody></table>");
    }

    @Test
    void keepsAPictureOfTheHouseWithItsWords() {
        var texte = TexteRiche.of("<p>Voici</p><img src=\"" + IMAGE + "\" alt='Un \"chat\"'>");
        assertThat(texte.html()).endsWith("<img src=\"" + IMAGE + "\" alt=\"Un &quot;chat&quot;\">");
        assertThat(texte.brut()).isEqualTo("Voici\n\n[Image\u00a0: Un \"chat\"]");
    }

    @Test
    void blankLinesMakeParagraphsWithoutTheEditor() {
        var texte = TexteRiche.of("Bonjour,\r\nà tous\r\n\r\n# La sortie\r\n- un pique-nique\r\n- de l’eau\r\n\r\n"
                + "| Jour | Heure |\n| Lundi | 8 h |\n\n1 < 2 <script>, **enfin**, voyez https://exemple.fr/a.");
        assertThat(texte.html())
                .isEqualTo("<p>Bonjour,<br>à tous</p><h2>La sortie</h2>"
                        + "<ul><li><p>un pique-nique</p></li><li><p>de l’eau</p></li></ul>"
                        + "<table><thead><tr><th scope=\"col\">Jour</th><th scope=\"col\">Heure</th></tr></thead><tbody>"
                        + "<tr><td>Lundi</td><td>8 h</td></tr></tbody></table>"
                        + "<p>1 &lt; 2 &lt;script&gt;, <strong>enfin</strong>, voyez "
                        + "<a href=\"https://exemple.fr/a\">https://exemple.fr/a</a>.</p>");
    }

    @Test
    void isPlainForMail() {
        var texte = TexteRiche.of(
                "<h2>La sortie</h2><p>Voir <a href=\"https://exemple.fr\">le site</a> ou "
                        + "<a href=\"mailto:ecole@exemple.fr\">ecole@exemple.fr</a></p><ol><li>Un</li><li>Deux<ul><li>x</li></ul></li></ol>");
        assertThat(texte.brut())
                .isEqualTo(
                        "La sortie\n\nVoir le site (https://exemple.fr) ou ecole@exemple.fr\n\n1. Un\n2. Deux\n   - x");
    }

    @Test
    void headingsFitThePage() {
        var texte = TexteRiche.of("# Un\n\n## Deux");
        assertThat(texte.html()).isEqualTo("<h2>Un</h2><h3>Deux</h3>");
        assertThat(texte.html(4)).isEqualTo("<h4>Un</h4><h5>Deux</h5>");
    }

    /// No level is left out under the page's own heading.
    @Test
    void beginsWithItsSubtitlesWhereItHasNoTitle() {
        assertThat(TexteRiche.of("## Deux").montre(3, "")).isEqualTo("<h3>Deux</h3>");
        assertThat(TexteRiche.of("# Un\n\n## Deux").montre(3, "")).isEqualTo("<h3>Un</h3><h4>Deux</h4>");
    }

    @Test
    void saysNothingWhenNothingWasWritten() {
        for (var nothing : List.of("", "  \n ", "<p></p>", "<p><br></p>", "<p>\u00a0</p>".replace("\u00a0", " "))) {
            assertThat(TexteRiche.of(nothing).vide()).as(nothing).isTrue();
        }
    }

    @Test
    void takesFiftyThousandSignsOfWord() {
        var word =
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta name=Generator content=\"Word 15\">"
                        + "<style>p.MsoNormal {margin:0cm}</style></head><body lang=FR><!--StartFragment-->"
                        + ("<p class=MsoNormal style='mso-margin-top-alt:auto'><b><span lang=FR style='font-family:\"Arial\",sans-serif'>"
                                        + "Réunion</span></b><span style='mso-spacerun:yes'>  </span>de rentrée<o:p></o:p></p>"
                                        + "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>"
                                        + "<![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>un point</p>")
                                .repeat(1700)
                        + "<!--EndFragment--></body></html>";
        var pasted = "<p></p>" + word;
        assertThat(pasted.length()).isGreaterThan(400_000);
        var start = System.nanoTime();
        var texte = TexteRiche.of(pasted);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(texte.brut().length()).isGreaterThan(50_000);
        assertThat(texte.html())
                .matches(html -> html.replaceAll("<[^>]*>", "").indexOf('<') < 0)
                .contains("<strong>Réunion</strong> de rentrée")
                .doesNotContain("Mso", "mso", "style", "o:p");
    }

    @Test
    void refusesWhatIsTooLongToRead() {
        assertThat(TexteRiche.of("a".repeat(TexteRiche.LONGEST + 1)).refus()).isPresent();
        assertThat(TexteRiche.of("a".repeat(1_000)).refus()).isEmpty();
    }

    @Property(tries = 500)
    void isSafeAndStaysTheSameWhenJudgedAgain(@ForAll("hostile") String typed) {
        var texte = TexteRiche.of(typed);
        assertThat(texte.html()).matches(SAFE);
        assertThat(TexteRiche.of(texte.html()).html()).isEqualTo(texte.html());
        assertThat(TexteRiche.of(texte.html(4)).brut()).isEqualTo(texte.brut());
    }

    @Property(tries = 300)
    void comesBackFromATextAreaAsItWas(@ForAll("written") String html) {
        var texte = TexteRiche.of(html);
        assertThat(TexteRiche.of(texte.saisie()).html()).isEqualTo(texte.html());
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<p",
                        ">",
                        "<",
                        "\"",
                        "'",
                        "&",
                        "&#",
                        "&lt;",
                        "&#x3c;",
                        "<script>",
                        "</script>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<img src=x onerror=a>",
                        "<a href=\"",
                        "javascript:a",
                        "\">",
                        "<a href='https://a.fr/?a=b&c=\"'>",
                        "</a>",
                        "<ul>",
                        "<ol>",
                        "<li>",
                        "</li>",
                        "</ul>",
                        "<table>",
                        "<tr>",
                        "<td>",
                        "<th>",
                        "</td>",
                        "</tr>",
                        "</table>",
                        "<b>",
                        "</b>",
                        "<style>",
                        "</style>",
                        "<svg>",
                        "<math>",
                        "<noscript>",
                        "<textarea>",
                        "<title>",
                        "<h2>",
                        "</h2>",
                        "<h6>",
                        "<br>",
                        "\n",
                        "\n\n",
                        "- ",
                        "# ",
                        "**",
                        "[a](",
                        "/documents/",
                        "\u0000",
                        "\ufffe",
                        "\ud800",
                        "é",
                        "a",
                        " ",
                        "\u00a0",
                        "🎒",
                        "|",
                        "1. ",
                        "`",
                        "\\",
                        "<div>",
                        "</div>",
                        "<img src=\"" + IMAGE + "\" alt=\"<x>\">")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> written() {
        var words = Arbitraries.of(
                "un",
                "deux trois",
                "<strong>gras</strong>",
                "- pas un point",
                "# pas un titre",
                "1. premier",
                "<a href=\"/aide\">lien</a>",
                "5 ** 3 ** 2",
                "<br>",
                " ",
                "été",
                "<a href=\"https://a.fr/b\">x y</a>");
        var inline = words.list().ofMinSize(1).ofMaxSize(5).map(some -> String.join(" ", some));
        var block = Arbitraries.oneOf(
                inline.map(w -> "<p>" + w + "</p>"),
                inline.map(w -> "<h2>" + w.replaceAll("<br>", "") + "</h2>"),
                inline.map(
                        w -> "<ul><li><p>" + w + "</p></li><li><p>b</p><ol><li><p>" + w + "</p></li></ol></li></ul>"),
                inline.map(w -> "<table><tr><th>" + w.replaceAll("<br>", "")
                        + "</th><th>b</th></tr><tr><td>c</td><td></td></tr></table>"),
                Arbitraries.of("<img src=\"" + IMAGE + "\" alt=\"Un chat\">"));
        return block.list().ofMinSize(1).ofMaxSize(6).map(some -> "<p>début</p>" + String.join("", some));
    }
}
