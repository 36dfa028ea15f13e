package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.presences.Appele;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.socle.AnneeScolaire;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The first visit of a morning, on the line of a village school: 400 kbit/s, 400 ms there and back.
@MondeTest
@Tag("parcours")
class AppelSurLigneLenteTests {

    private static final int BYTES_A_SECOND = 50_000;
    private static final int LATENCY = 400;

    /// The page, its style and letters, its scripts: two seconds of that line.
    private static final int MOST = 100_000;

    @LocalServerPort
    int port;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    Clock clock;

    @Test
    void isCalledWhileItsScriptsAreStillOnTheirWay() {
        var curie = reperes.ecole("0110358E");
        var cm1 = reperes.classe("11", "514");
        var today = LocalDate.now(clock);
        var demi = calendriers.of(curie).demiJournees(AnneeScolaire.of(today).debut(), today.minusDays(1)).stream()
                .filter(d -> cahier.feuille(new Appele(curie, cm1, d)).numero() == 0)
                .reduce((_, last) -> last)
                .orElseThrow();
        try (var teacher = Navigateur.open(port).as(Taille.TABLETTE).comeAs("Claire Estève")) {
            var page = teacher.page();
            var received = slow(teacher);
            page.navigate(
                    "http://127.0.0.1:" + port + "/presences/ecoles/" + curie + "/classes/" + cm1 + "/appel?jour="
                            + demi.jour() + "&moment=" + demi.moment(),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.locator(".ent-appel > li")
                    .filter(new Locator.FilterOptions().setHasText("Benali, Inès"))
                    .locator("[value=absent]")
                    .check();
            page.waitForLoadState();
            page.evaluate("document.fonts.ready.then(() => true)");
            assertThat(received.get()).as("bytes of the first visit").isBetween(30_000L, (long) MOST);
            assertThat(page.locator("[data-total=absent]")).hasText("1");
            teacher.click("Valider l’appel");
            page.waitForURL("**fait=ecrit**");
            assertThat(teacher.words()).contains("L’appel est enregistré.");
        }
    }

    /// @return what has come by this line
    private static AtomicLong slow(Navigateur window) {
        var received = new AtomicLong();
        var line = window.window().newCDPSession(window.page());
        line.on(
                "Network.loadingFinished",
                event -> received.addAndGet(event.get("encodedDataLength").getAsLong()));
        line.send("Network.enable");
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY);
        conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
        line.send("Network.emulateNetworkConditions", conditions);
        return received;
    }
}
