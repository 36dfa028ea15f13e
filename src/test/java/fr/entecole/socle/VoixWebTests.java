package fr.entecole.socle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Where a device has no French voice, every ear of a small child's page has a recording.
@MondeTest
class VoixWebTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Reperes reperes;

    @Autowired
    ApplicationContext context;

    Cookie younes;

    @BeforeEach
    void aChildOfTheMoyenneSection() {
        younes = new EnTantQue(context).personne(reperes.personne("11", Nature.ELEVE, "500102"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/annuaire/ma-classe", "/aide", "/mes-donnees", "/charte"})
    void hasASentenceRecordedForEachEar(String path) {
        var ears = all("<button[^>]*data-dire=[^>]*>", page(path));
        assertThat(ears).hasSizeGreaterThan(1);
        assertThat(ears.stream().filter(ear -> !ear.contains("data-voix=\"/statique/")))
                .as("only the ear that reads the whole page has none of its own")
                .allMatch(ear -> ear.contains("data-dire=\"contenu\""));
    }

    @Test
    void loadsNoSoundBeforeATouch() {
        var page = page("/");
        assertThat(all("<audio[^>]*>", page))
                .isNotEmpty()
                .allMatch(audio -> audio.contains("preload=\"none\""))
                .hasSameSizeAs(all("<noscript><audio", page));
        var voix = Pattern.compile("data-voix=\"([^\"]+)\"").matcher(page);
        assertThat(voix.find()).isTrue();
        var sound = mvc.get().uri(voix.group(1)).exchange();
        assertThat(sound).hasStatusOk();
        assertThat(sound.getResponse().getContentType()).isEqualTo("audio/mpeg");
        assertThat(sound.getResponse().getContentAsByteArray().length).isBetween(1_000, 16_000);
    }

    @Test
    void showsTheAnimalsOfTheClassEachWithItsName() {
        var camarades = all("(?s)<li data-parle>.*?</li>", page("/annuaire/ma-classe"));
        assertThat(camarades).hasSize(23).allMatch(li -> li.contains("ent-embleme"));
        assertThat(camarades)
                .anyMatch(li -> Pattern.compile("data-dire=\"(Le |La |L’)\\p{L}+\\. C’est Aya\\.\"")
                        .matcher(li)
                        .find());
    }

    @Test
    void keepsWhatIsForAdultsBehindOneWord() {
        for (var path : new String[] {"/", "/annuaire/ma-classe", "/aide"}) {
            var page = page(path);
            var pied = page.substring(page.indexOf("<footer"), page.indexOf("</footer>"));
            assertThat(pied).containsOnlyOnce("<summary>Pour les adultes</summary>");
            assertThat(pied.substring(0, pied.indexOf("<details>"))).doesNotContain("<a ");
            assertThat(pied.substring(pied.indexOf("</details>"))).doesNotContain("<a ");
            assertThat(pied).contains("href=\"/accessibilite\"", "conforme");
        }
        assertThat(page("/aide")).doesNotContain("mot de passe");
    }

    private static List<String> all(String expression, String page) {
        return Pattern.compile(expression)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private String page(String path) {
        var answer = mvc.get().uri(path).cookie(younes).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
