package fr.entecole;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Routes.Route;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whoever has a charter to answer sees what a route declares for them (`AvantLaCharte`), and nothing else.
@EntTest
class AvantLaCharteTests {

    private static final String SECRET = "Trois5chevauxGris";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void makesEveryRouteWaitThatDoesNotSayOtherwise() {
        var personnages = new Personnages(jdbc);
        for (var profil : List.of(Profil.PARENT, Profil.ENSEIGNANT, Profil.DIRECTEUR, Profil.ADMINISTRATEUR)) {
            var session = enter(new EnTantQue(context), personnages, profil);
            var mine = Routes.of(context).stream()
                    .filter(route -> isFor(route, profil))
                    .toList();
            assertThat(mine)
                    .filteredOn(route -> !before(route))
                    .isNotEmpty()
                    .allSatisfy(route -> assertThat(redirect(route, session))
                            .as("%s as %s", route, profil)
                            .isEqualTo("/charte"));
            assertThat(mine)
                    .filteredOn(route -> before(route) && route.verb() == HttpMethod.GET)
                    .extracting(Route::toString)
                    .contains("GET /charte", "GET /mes-donnees");
            assertThat(mine)
                    .filteredOn(route -> before(route) && route.verb() == HttpMethod.GET)
                    .allSatisfy(route ->
                            assertThat(redirect(route, session)).as("%s", route).isNull());
        }
    }

    private static boolean isFor(Route route, Profil profil) {
        var regle = route.regle();
        return regle != null && !regle.ouvert() && regle.profils().contains(profil);
    }

    private static boolean before(Route route) {
        return Objects.requireNonNull(route.regle()).avantLaCharte();
    }

    private Cookie enter(EnTantQue as, Personnages personnages, Profil profil) {
        var compte = as.newcomer(personnages.add(profil));
        as.givePassword(compte, SECRET);
        var answer = mvc.post()
                .uri("/connexion")
                .param("identifiant", as.login(compte))
                .param("motDePasse", SECRET)
                .with(formulaire())
                .asyncExchange();
        assertThat(answer).hasRedirectedUrl("/charte");
        return Objects.requireNonNull(answer.getResponse().getCookie("session"));
    }

    private @Nullable String redirect(Route route, Cookie session) {
        var request = mvc.method(route.verb()).uri(route.somewhereElse()).cookie(session);
        if (route.verb() != HttpMethod.GET) {
            request.with(formulaire());
        }
        return request.asyncExchange().getResponse().getRedirectedUrl();
    }
}
