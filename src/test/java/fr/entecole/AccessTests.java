package fr.entecole;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.Routes.Route;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/// Every route of the application says whom it is for, and answers nobody else. A route added without a rule, or with
/// one that does not hold, fails here without anyone having to write a test for it.
@EntTest
class AccessTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    EnTantQue as;
    final Matrice matrice = new Matrice();
    final Map<Profil, UUID> comptes = new EnumMap<>(Profil.class);

    @BeforeEach
    void oneOfEach() {
        as = new EnTantQue(context);
        var personnages = new Personnages(jdbc);
        for (var profil : Profil.values()) {
            comptes.put(profil, as.account(personnages.add(profil)));
        }
    }

    @Test
    void everyRouteDeclaresWhomItIsFor() {
        assertThat(undeclared(house())).isEmpty();
    }

    @Test
    void answersOnlyThoseWhomTheRuleNames() throws IOException {
        assertThat(house().flatMap(route -> trespasses(route).stream())).isEmpty();
        assertThat(matrice.columns()).hasSize(Profil.values().length + 1);
        var page = matrice.write(
                "profils",
                "Every route, every profile",
                "Called by somebody of each profile and signed out; where the route names something, with an id that"
                        + " is nobody's, so that 404 says nothing there. With real ids: situations.html.");
        assertThat(Files.readString(page)).contains("GET /mon-compte", "signed out", "class=\"nothing\">404");
    }

    @Test
    void servesNothingBesideControllersFilesAndHealth() {
        assertThat(context.getBean(WebEndpointsSupplier.class).getEndpoints())
                .extracting(ExposableWebEndpoint::getRootPath)
                .containsOnly("sante");
        assertThat(context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMap().keySet().stream()))
                .allMatch(path -> path.startsWith("/statique/") || path.equals("/favicon.ico"));
        assertThat(context.getBeansOfType(RouterFunctionMapping.class).values())
                .allMatch(mapping -> mapping.getRouterFunction() == null);
    }

    @Test
    void seesARouteThatForgotItsRule() {
        assertThat(undeclared(essai())).extracting(Route::toString).containsExactly("GET /essai/oubliee");
    }

    @Test
    void seesARuleThatDoesNotHold() {
        // The route for mayors, taken for one that every profile may call: the answers give the lie to it.
        var maire =
                essai().filter(r -> r.path().equals("/essai/maire")).findFirst().orElseThrow();
        var tous = essai().filter(r -> r.path().equals("/essai/tous") && r.verb() == HttpMethod.GET)
                .findFirst()
                .orElseThrow();
        assertThat(trespasses(maire)).isEmpty();
        assertThat(trespasses(new Route(maire.verb(), maire.path(), maire.method(), tous.regle())))
                .hasSize(Profil.values().length - 1);
        assertThat(trespasses(new Route(tous.verb(), tous.path(), tous.method(), maire.regle())))
                .hasSize(Profil.values().length - 1);
    }

    private Stream<Route> house() {
        return Routes.ofTheHouse(context).stream();
    }

    private Stream<Route> essai() {
        return Routes.of(context).stream().filter(route -> route.isOf("fr.entecole.essai"));
    }

    private static List<Route> undeclared(Stream<Route> routes) {
        return routes.filter(route -> route.regle() == null).toList();
    }

    /// Calls the route as each profile and signed out, with an identifier that is nobody's.
    private List<String> trespasses(Route route) {
        List<String> found = new ArrayList<>();
        var regle = route.regle();
        if (regle == null) {
            return found;
        }
        check(found, route, "signed out", call(route, null), regle.ouvert(), !regle.ouvert());
        comptes.forEach((profil, compte) -> check(
                found,
                route,
                profil.name(),
                call(route, as.compte(compte)),
                regle.ouvert() || regle.profils().contains(profil),
                false));
        return found;
    }

    private void check(
            List<String> found, Route route, String who, MockHttpServletResponse answer, boolean may, boolean signIn) {
        int status = answer.getStatus();
        matrice.note(route, who, status, answer.getRedirectedUrl());
        var good = signIn
                ? "/connexion".equals(answer.getRedirectedUrl())
                : may ? (route.names() ? status >= 400 && status < 500 : status < 500 && status != 404) : status == 404;
        if (!good) {
            found.add(route + " as " + who + " answers " + status);
        }
    }

    private MockHttpServletResponse call(Route route, @Nullable Cookie session) {
        var request = mvc.method(route.verb()).uri(route.somewhereElse());
        if (session != null) {
            request.cookie(session);
        }
        if (route.verb() != HttpMethod.GET) {
            request.with(formulaire());
        }
        return request.asyncExchange().getResponse();
    }
}
