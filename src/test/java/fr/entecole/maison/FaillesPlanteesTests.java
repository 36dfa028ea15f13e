package fr.entecole.maison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.maison.Sondes.Cible;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Flaws planted on purpose: each is found by the probe that should find it, and what is right beside it is not taken
/// for one. Those of rules and of ids are planted elsewhere: a route without a rule and rules that do not hold
/// (`AccessTests`), a module that lets everyone read and write another class's things (`MauvaisCitoyenTests`).
class FaillesPlanteesTests {

    private final Failles failles = new Failles();
    private final MockMvcTester mvc = MockMvcTester.of(failles);
    private final Sondes sondes = new Sondes(mvc);

    @Test
    void findsEachOfThem() throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        found.put("open redirect", sondes.redirections(get("/redirection", "vers")));
        found.put("open redirect past a check", sondes.redirections(get("/redirection-verifiee", "vers")));
        found.put("header injection", sondes.headers(get("/entete", "nom")));
        found.put("script that is said back", sondes.scripts(get("/echo", "nom")));
        found.put("Host header believed", sondes.hosts(get("/hote")));
        found.put("form without its token", sondes.tokens(List.of(cible(HttpMethod.POST, "/sans-jeton"))));
        found.put("path trick", sondes.spellings(get("/prive")));
        found.put("mass assignment", Sondes.bindings(methods("compte")));
        found.put("session fixation", Sondes.fixation("session", "donnee", enter()));
        found.put("enumeration by text", Sondes.enumeration(told("jeanne.bastide"), told("personne.ici")));
        found.put(
                "enumeration by time",
                Sondes.enumeration(failles::compared, () -> knock("jeanne.bastide"), () -> knock("personne.ici")));
        var lines = new ArrayList<String>();
        found.forEach((flaw, faults) -> lines.add(flaw + ": " + (faults.isEmpty() ? "NOT FOUND" : faults.getFirst())));
        var report = Path.of("target", "acces", "failles.txt");
        Files.createDirectories(report.getParent());
        long seen = found.values().stream().filter(faults -> !faults.isEmpty()).count();
        lines.add(seen + " of " + found.size() + " planted flaws found");
        Files.write(report, lines);
        assertThat(found)
                .allSatisfy((flaw, faults) -> assertThat(faults).as(flaw).isNotEmpty());
        assertThat(found.get("form without its token"))
                .containsExactly("POST /sans-jeton takes a form without its token (200)");
        assertThat(found.get("session fixation")).containsExactly("one comes in with the session that one was given");
    }

    @Test
    void takesNothingRightForAFlaw() {
        assertThat(sondes.redirections(get("/redirection-juste", "vers"))).isEmpty();
        assertThat(sondes.headers(get("/redirection-juste", "vers"))).isEmpty();
        assertThat(sondes.scripts(get("/redirection-juste", "vers"))).isEmpty();
        assertThat(sondes.hosts(get("/redirection-juste", "vers"))).isEmpty();
        assertThat(Sondes.bindings(methods("form", "hote", "redirection"))).isEmpty();
        var renewed = new MockHttpServletResponse();
        renewed.addCookie(new Cookie("session", "une-autre"));
        assertThat(Sondes.fixation("session", "donnee", renewed)).isEmpty();
        assertThat(Sondes.enumeration(told("personne.ici"), told("personne.la")))
                .isEmpty();
        assertThat(Sondes.enumeration(failles::compared, () -> knock("personne.ici"), () -> knock("personne.la")))
                .isEmpty();
    }

    private static List<Cible> get(String path, String... champs) {
        return List.of(new Cible(HttpMethod.GET, path, List.of(champs), _ -> {}));
    }

    private static Cible cible(HttpMethod verb, String path) {
        return new Cible(verb, path, List.of(), _ -> {});
    }

    private static List<Method> methods(String... names) {
        return Arrays.stream(Failles.class.getDeclaredMethods())
                .filter(method -> Arrays.asList(names).contains(method.getName()))
                .toList();
    }

    private MockHttpServletResponse enter() {
        return mvc.post()
                .uri("/entree-fixe")
                .cookie(new Cookie("session", "donnee"))
                .exchange()
                .getResponse();
    }

    private void knock(String login) {
        assertThat(mvc.post().uri("/entree-inegale").param("identifiant", login))
                .hasStatusOk();
    }

    private MockHttpServletResponse told(String login) {
        return mvc.post().uri("/entree").param("identifiant", login).exchange().getResponse();
    }
}
