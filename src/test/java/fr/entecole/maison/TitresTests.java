package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Pages as people reach them, from link to link: each says by its title where one is (RGAA 8.6), and speaks to a child
/// as one speaks to a child.
@MondeTest
class TitresTests {

    private static final int PAGES = 70;
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?) – ENT-École</title>", Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile("<main.*?>(.*)</main>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9]+[A-Z]?(?=/|$)");
    private static final Pattern VOUS = Pattern.compile("(?<![\\p{L}-])[Vv](?:ous|otre|os)(?!\\p{L})");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    EnTantQue as;

    @BeforeEach
    void cast() {
        as = new EnTantQue(context);
    }

    /// Two pages of different kinds under one title: whoever has both open finds neither.
    @Test
    void givesNoTwoPagesTheSameTitle() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (var person : everyone()) {
            pages(as.personne(person), true).forEach((path, body) -> {
                var title = TITLE.matcher(body);
                assertThat(title.find()).as("title of %s", path).isTrue();
                assertThat(title.group(1)).as("title of %s", path).isNotBlank();
                kinds.computeIfAbsent(title.group(1), _ -> new TreeSet<>())
                        .add(ID.matcher(path.replaceAll("\\?.*", "")).replaceAll("{}"));
            });
        }
        assertThat(kinds).hasSizeGreaterThan(40);
        kinds.values().removeIf(paths -> paths.size() == 1);
        assertThat(kinds).isEmpty();
    }

    @Test
    void saysTuToChildrenWhereverTheyGo() {
        List<String> faults = new ArrayList<>();
        for (var pupil : new String[] {"500101", "500102", "500154"}) {
            pages(as.personne(reperes.personne("11", Nature.ELEVE, pupil)), false)
                    .forEach((path, body) -> {
                        var main = MAIN.matcher(body);
                        assertThat(main.find()).as(path).isTrue();
                        VOUS.matcher(main.group(1).replaceAll("<[^>]*>", " "))
                                .results()
                                .forEach(word -> faults.add(path + ": " + word.group()));
                    });
        }
        assertThat(faults).isEmpty();
    }

    private List<UUID> everyone() {
        List<UUID> people = new ArrayList<>();
        people.add(reperes.personne("11", Nature.PERSONNEL, "300101"));
        people.add(reperes.personne("11", Nature.PERSONNEL, "300102"));
        people.add(reperes.personne("11", Nature.PERSONNEL, "300108"));
        people.add(reperes.personne("11", Nature.RESPONSABLE, "700101"));
        people.add(reperes.personne("11", Nature.ELEVE, "500101"));
        people.add(reperes.personne("11", Nature.ELEVE, "500102"));
        jdbc.sql("select distinct on (profil) id from annuaire.agent order by profil, id")
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list()
                .forEach(people::add);
        return people;
    }

    /// What one reaches from one's home, the home first.
    ///
    /// @param foot with the pages about the service, which are for adults
    private Map<String, String> pages(Cookie who, boolean foot) {
        Map<String, String> pages = new LinkedHashMap<>();
        var next = new ArrayDeque<>(List.of("/"));
        var seen = new LinkedHashSet<>(next);
        while (!next.isEmpty() && pages.size() < PAGES) {
            var path = next.remove();
            var answer = mvc.get().uri(path).cookie(who).exchange();
            var type = answer.getResponse().getContentType();
            if (answer.getResponse().getStatus() != 200 || type == null || !type.startsWith("text/html")) {
                continue;
            }
            var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            pages.put(path, body);
            var scope = foot ? body : body.replaceAll("(?s)<footer.*", "");
            LINK.matcher(scope)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> oneOfEachKind(seen, link))
                    .forEach(next::add);
        }
        return pages;
    }

    private static boolean oneOfEachKind(Set<String> seen, String link) {
        return seen.add(ID.matcher(link.replaceAll("\\?.*", "")).replaceAll("{}"));
    }
}
