package fr.entecole.maison;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.Routes;
import fr.entecole.Routes.Route;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.HachageDEssai;
import fr.entecole.maison.Sondes.Cible;
import fr.entecole.maison.Sondes.Signe;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What an attacker tries, on every route of the house, as somebody who may come there. That the probes see what they
/// look for is shown by [FaillesPlanteesTests].
@EntTest
class SondesDeLaMaisonTests {

    private static final String SECRET = "sept mots pour la porte de Nadège";

    /// Programs of others post there, and bear what proves them in the address (RFC 8058).
    private static final Set<String> WITHOUT_TOKEN = Set.of("POST /notifications/desabonnement/{jeton}");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    EnTantQue as;
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
    void sendsNobodyAwayAndSaysBackNothingThatIsTypedAsItIs() {
        var sondes = new Sondes(mvc);
        var cibles = house().stream().map(route -> cible(route, true)).toList();
        assertThat(cibles).hasSizeGreaterThan(100);
        assertThat(sondes.redirections(cibles)).isEmpty();
        assertThat(sondes.headers(cibles)).isEmpty();
        assertThat(sondes.scripts(cibles)).isEmpty();
    }

    @Test
    void believesNoNameThatARequestGivesToTheServer() {
        assertThat(new Sondes(mvc)
                        .hosts(house().stream().map(route -> cible(route, true)).toList()))
                .isEmpty();
    }

    @Test
    void takesNoFormWithoutItsToken() {
        var cibles = house().stream()
                .filter(route -> route.verb() != HttpMethod.GET && !WITHOUT_TOKEN.contains(route.toString()))
                .map(route -> cible(route, false))
                .toList();
        assertThat(cibles).hasSizeGreaterThan(50);
        assertThat(new Sondes(mvc).tokens(cibles)).isEmpty();
    }

    @Test
    void keepsShutWhatAnotherSpellingWouldOpen() {
        var shut = house().stream()
                .filter(route -> route.verb() == HttpMethod.GET
                        && !route.names()
                        && route.regle() != null
                        && !route.regle().ouvert())
                .map(route -> new Cible(route.verb(), route.path(), List.of(), _ -> {}))
                .toList();
        assertThat(shut).hasSizeGreaterThan(30);
        assertThat(new Sondes(mvc).spellings(shut)).isEmpty();
    }

    @Test
    void fillsNothingButForms() {
        assertThat(Sondes.bindings(house().stream()
                        .map(route -> route.method().getMethod())
                        .toList()))
                .isEmpty();
    }

    @Test
    void opensASessionThatNobodyCouldHaveGiven() {
        var compte = comptes.get(Profil.ENSEIGNANT);
        as.givePassword(compte, SECRET);
        var given = as.compte(comptes.get(Profil.PARENT));
        var entered = enter(as.login(compte), SECRET, given);
        assertThat(entered.getStatus()).isEqualTo(303);
        assertThat(Sondes.fixation(given.getName(), given.getValue(), entered)).isEmpty();
    }

    @Test
    void saysOfNoLoginWhetherItExists() {
        jdbc.sql("truncate comptes.essai").update();
        var compte = comptes.get(Profil.ENSEIGNANT);
        as.givePassword(compte, SECRET);
        var login = as.login(compte);
        var nobody = login.replaceAll("^.", "q");
        assertThat(Sondes.enumeration(enter(login, "pas le bon", null), enter(nobody, "pas le bon", null)))
                .isEmpty();
        assertThat(Sondes.enumeration(forget(login), forget(nobody))).isEmpty();
        assertThat(Sondes.enumeration(HachageDEssai::comparisons, () -> refused(login), () -> refused(nobody)))
                .isEmpty();
        long before = HachageDEssai.comparisons();
        refused(login);
        assertThat(HachageDEssai.comparisons() - before).as("that are counted").isOne();
    }

    private void refused(String login) {
        assertThat(enter(login, "toujours pas", null).getStatus()).isEqualTo(422);
    }

    private MockHttpServletResponse enter(String login, String motDePasse, Cookie session) {
        var request = mvc.post().uri("/connexion").param("identifiant", login).param("motDePasse", motDePasse);
        return (session == null ? request : request.cookie(session))
                .with(formulaire())
                .exchange()
                .getResponse();
    }

    private MockHttpServletResponse forget(String login) {
        return mvc.post()
                .uri("/oubli")
                .param("identifiant", login)
                .with(formulaire())
                .exchange()
                .getResponse();
    }

    private List<Route> house() {
        return Routes.ofTheHouse(context);
    }

    private Cible cible(Route route, boolean token) {
        return new Cible(
                route.verb(),
                route.somewhereElse(),
                Sondes.champs(route.method().getMethod()),
                signe(route, token));
    }

    /// Somebody who may come there, each time in a stay of their own: a route may end it.
    private Signe signe(Route route, boolean token) {
        return request -> {
            var regle = route.regle();
            if (regle != null && !regle.ouvert()) {
                request.cookie(as.compte(comptes.get(regle.profils().iterator().next())));
            }
            if (token && route.verb() != HttpMethod.GET) {
                request.with(formulaire());
            }
        };
    }
}
