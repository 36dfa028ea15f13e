package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import fr.entecole.MondeTest;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.Creneau;
import fr.entecole.presences.Dit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A roll that waited for the line leaves the device once the server says that it has it, and for no other answer.
@MondeTest
@Tag("parcours")
class AppelRefuseTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private LigneCoupee coupure;

    @BeforeEach
    void aHalfDayThatNobodyHasCalled() {
        coupure = new LigneCoupee(context);
    }

    private void callWithoutTheLine(Navigateur teacher) {
        teacher.go(coupure.path);
        teacher.page().waitForFunction("() => Object.keys(localStorage).some(k => k.endsWith('/appeler'))");
        teacher.window().setOffline(true);
        coupure.callWithoutTheLine(teacher);
    }

    /// The server would refuse it once the line is back, when nobody is there to say it any more.
    @Test
    void asksForTheHourOfALateChildBeforeItKeepsTheRoll() {
        try (var teacher = Navigateur.open(port).enterAs("Claire Estève")) {
            teacher.go(coupure.path);
            teacher.page().waitForFunction("() => Object.keys(localStorage).some(k => k.endsWith('/appeler'))");
            teacher.window().setOffline(true);
            var child = LigneCoupee.child(teacher, "Benali, Inès");
            child.locator("[value=retard]").check();
            teacher.click("Valider l’appel");
            assertThat(child.locator(".ent-erreur")).hasText("Dites à quelle heure cet enfant est arrivé.");
            assertThat(child.locator("[name^='h-']")).isFocused();
            assertThat(LigneCoupee.names(teacher)).doesNotContain("file");
            LigneCoupee.picture(teacher, "coupe-heure");
            var soon = hours().debut().plusMinutes(20);
            child.locator("[name^='h-']").fill(soon.toString());
            teacher.click("Valider l’appel");
            assertThat(LigneCoupee.status(teacher)).containsText("C’est gardé sur cet appareil");
            assertThat(child.locator(".ent-erreur")).hasCount(0);
            teacher.window().setOffline(false);
            assertThat(teacher.page().locator("main")).containsText("L’appel est enregistré");
            assertThat(coupure.said()).isEqualTo(Dit.late(soon));
        }
    }

    private Creneau hours() {
        return context.getBean(Calendriers.class)
                .of(coupure.quoi.ecole())
                .classe(coupure.quoi.demi())
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 413, 429, 503})
    void keepsWhatTheServerDoesNotTakeAndSendsItLater(int status) {
        try (var teacher = Navigateur.open(port).enterAs("Claire Estève")) {
            callWithoutTheLine(teacher);
            teacher.window().route("**/appel", route -> {
                if (route.request().method().equals("POST")) {
                    route.fulfill(new Route.FulfillOptions().setStatus(status).setBody(""));
                } else {
                    route.resume();
                }
            });
            teacher.window().setOffline(false);
            assertThat(LigneCoupee.status(teacher)).containsText("Il reste gardé ici");
            assertThat(LigneCoupee.names(teacher)).contains("file");
            assertThat(coupure.cahier.feuille(coupure.quoi).numero()).isZero();
            LigneCoupee.picture(teacher, "coupe-refuse-" + status);
            teacher.window().unroute("**/appel");
            teacher.page().reload();
            assertThat(teacher.page().locator("main")).containsText("L’appel est enregistré");
            assertThat(coupure.said()).isEqualTo(Dit.ABSENT);
            assertThat(LigneCoupee.names(teacher)).doesNotContain("file");
        }
    }

    @Test
    void keepsARollOfASignedMonthUntilOneGivesItUp() {
        try (var teacher = Navigateur.open(port).enterAs("Claire Estève")) {
            callWithoutTheLine(teacher);
            sign(coupure.quoi.demi().jour().withDayOfMonth(1));
            teacher.window().setOffline(false);
            assertThat(LigneCoupee.status(teacher))
                    .containsText("le registre de ce mois est signé : cet appel n’est pas enregistré");
            assertThat(LigneCoupee.names(teacher)).contains("file");
            assertThat(coupure.cahier.feuille(coupure.quoi).numero()).isZero();
            teacher.go(coupure.path);
            assertThat(LigneCoupee.status(teacher)).containsText("le registre de ce mois est signé");
            LigneCoupee.picture(teacher, "coupe-ferme");
            teacher.click("Ne plus le garder");
            assertThat(LigneCoupee.status(teacher)).containsText("C’est effacé de cet appareil");
            assertThat(LigneCoupee.names(teacher)).doesNotContain("file", "champs");
        }
    }

    private void sign(LocalDate month) {
        jdbc.sql("""
                        insert into presences.signature (ecole_id, rang, classe_id, jour, contenu, precedente, empreinte,
                                                         auteur_id, auteur, signee_le)
                        select :ecole, 1 + coalesce(max(s.rang), 0), :classe, :jour, '', '', 'essai', :auteur, 'Essai', :le
                          from presences.signature s where s.ecole_id = :ecole
                        """)
                .param("ecole", coupure.quoi.ecole())
                .param("classe", coupure.quoi.classe())
                .param("jour", month)
                .param("auteur", coupure.ines)
                .param("le", month.plusMonths(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }
}
