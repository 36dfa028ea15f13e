package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.HorlogeDeLaMaison;
import fr.entecole.MondeTest;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.presences.Dit;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The line is cut for longer than a stay lasts: the roll waits on the device, unreadable, for the person who called it
/// and for nobody else, six hours at most.
@MondeTest
@Tag("parcours")
class AppelRetenuTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    private LigneCoupee coupure;

    @BeforeEach
    void aHalfDayThatNobodyHasCalled() {
        coupure = new LigneCoupee(context);
    }

    @AfterEach
    void putTheClockBack() {
        ((HorlogeDeLaMaison) clock).putBack();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    /// On the device and on the server alike.
    private void pass(Navigateur window, Duration duration) {
        LigneCoupee.setDeviceClock(window, duration);
        ((HorlogeDeLaMaison) clock).move(clock.instant().plus(duration));
    }

    private Duration betweenEntryAndArrival() {
        var version = coupure.cahier.feuille(coupure.quoi).versions().getFirst();
        assertThat(version.saisiLe()).isNotNull();
        return Duration.between(version.saisiLe(), version.faitLe());
    }

    @Test
    void sendsByItselfAfterTenMinutes() {
        try (var teacher = LigneCoupee.tablet(port).enterAs("Claire Estève")) {
            coupure.cut(teacher);
            coupure.callWithoutTheLine(teacher);
            pass(teacher, Duration.ofMinutes(10));
            teacher.window().setOffline(false);
            assertThat(teacher.page().locator("main")).containsText("L’appel est enregistré");
            assertThat(coupure.said()).isEqualTo(Dit.ABSENT);
            assertThat(betweenEntryAndArrival()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(13));
        }
    }

    @Test
    void waitsSealedWhenTheStayHasEndedAndLeavesOnceTheSamePersonIsBack() {
        try (var teacher = LigneCoupee.tablet(port).enterAs("Claire Estève")) {
            coupure.cut(teacher);
            coupure.callWithoutTheLine(teacher);
            pass(teacher, Duration.ofHours(2));
            teacher.window().setOffline(false);
            assertThat(LigneCoupee.status(teacher)).containsText("Reconnectez-vous : l’appel est gardé ici");
            assertThat(LigneCoupee.key(teacher)).as("no key is left").isEmpty();
            assertThat(LigneCoupee.names(teacher)).contains("file").doesNotContain("\n/");
            assertThat(LigneCoupee.kept(teacher)).doesNotContain("Benali", "absent");
            LigneCoupee.picture(teacher, "coupe-reconnectez-vous");
            teacher.follow("Entrer de nouveau");
            teacher.page().waitForURL("**/connexion");
            assertThat(LigneCoupee.names(teacher)).as("at the door").contains("file");

            teacher.enterAs("Claire Estève", coupure.path);
            assertThat(teacher.page().locator("main")).containsText("L’appel est enregistré");
            assertThat(teacher.page().locator("main")).containsText("Saisi hors connexion");
            assertThat(coupure.said()).isEqualTo(Dit.ABSENT);
            assertThat(betweenEntryAndArrival()).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(123));
            assertThat(LigneCoupee.names(teacher)).doesNotContain("file");
        }
    }

    @Test
    void isDestroyedWhenSomebodyElseComesIn() {
        try (var tablet = LigneCoupee.tablet(port).enterAs("Claire Estève")) {
            coupure.cut(tablet);
            coupure.callWithoutTheLine(tablet);
            pass(tablet, Duration.ofHours(2));
            tablet.window().setOffline(false);
            assertThat(LigneCoupee.status(tablet)).containsText("Reconnectez-vous");
            tablet.go(coupure.path).enterAs("Hélène Castans", coupure.path);
            assertThat(LigneCoupee.status(tablet)).containsText("ou de quelqu’un d’autre : il est effacé");
            assertThat(LigneCoupee.names(tablet)).doesNotContain("file", "champs");
            assertThat(coupure.cahier.feuille(coupure.quoi).numero()).isZero();
        }
    }

    @Test
    void isDestroyedAfterSixHours() {
        try (var teacher = LigneCoupee.tablet(port).enterAs("Claire Estève")) {
            coupure.cut(teacher);
            coupure.callWithoutTheLine(teacher);
            pass(teacher, Duration.ofHours(7));
            assertThat(teacher.page().locator("main")).containsText("Plus de réseau");
            assertThat(teacher.page().locator("main")).not().containsText("Benali");
            assertThat(LigneCoupee.key(teacher)).as("no key is left").isEmpty();
            assertThat(LigneCoupee.names(teacher)).doesNotContain("\n/");
            teacher.window().setOffline(false);
            teacher.go(coupure.path).enterAs("Claire Estève", coupure.path);
            assertThat(LigneCoupee.status(teacher)).containsText("de plus de six heures");
            assertThat(LigneCoupee.names(teacher)).doesNotContain("file", "champs");
            assertThat(coupure.cahier.feuille(coupure.quoi).numero()).isZero();
        }
    }

    /// Eight hours ahead, the device takes its six hours for over; the server knows better.
    @Test
    void losesNothingWhenTheClockOfTheDeviceIsSetMeanwhile() {
        try (var teacher = LigneCoupee.tablet(port).enterAs("Claire Estève")) {
            coupure.cut(teacher);
            coupure.callWithoutTheLine(teacher);
            LigneCoupee.setDeviceClock(teacher, Duration.ofHours(8));
            assertThat(teacher.page().locator("main")).containsText("Plus de réseau");
            teacher.window().setOffline(false);
            teacher.go(coupure.path);
            assertThat(teacher.page().locator("main")).containsText("Saisi hors connexion");
            assertThat(coupure.said()).isEqualTo(Dit.ABSENT);
            assertThat(betweenEntryAndArrival()).isLessThan(Duration.ofMinutes(3));
        }
    }
}
