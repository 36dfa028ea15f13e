package fr.entecole.socle.langue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A mother reads Arabic: what stands on a page that nobody has translated is all in French.
@MondeTest
class UneSeuleLangueTests {

    private static final Cookie ARABIC = new Cookie(LangueDuLecteur.COOKIE, "ar");
    private static final Pattern MAIN = Pattern.compile("<main id=\"contenu\"[^>]*lang=\"fr\"[^>]*>(.*)</main>");
    private static final Pattern ARABIC_WORDS = Pattern.compile("[^<>]*\\p{IsArabic}[^<>]*");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/liaison",
                "/messagerie",
                "/messagerie/nouveau",
                "/presences/absences",
                "/agenda",
                "/cahierdetextes",
                "/notifications",
                "/documents",
                "/liaison/autorisations",
                "/surete/pas-moi"
            })
    void isAllInFrenchWhereNobodyHasTranslatedIt(String path) {
        var mother = new EnTantQue(context).personne(new Visites(context).responsable("700101"));
        var answer = mvc.get().uri(path).cookie(mother, ARABIC).exchange();
        assertThat(answer).hasStatusOk();
        var page = Visites.words(answer).replace('\n', ' ');
        assertThat(page).contains("<html lang=\"ar\" dir=\"rtl\"");
        var main = MAIN.matcher(page);
        assertThat(main.find()).as("a part in French").isTrue();
        assertThat(ARABIC_WORDS.matcher(main.group(1)).results())
                .map(MatchResult::group)
                .isEmpty();
    }
}
