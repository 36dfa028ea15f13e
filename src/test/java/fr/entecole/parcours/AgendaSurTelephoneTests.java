package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.parcours.Navigateur.Taille;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A mother follows the agenda on her telephone; what the teacher then writes with the keyboard is in it.
@MondeTest
@Tag("parcours")
class AgendaSurTelephoneTests {

    private static final Pattern SECRET = Pattern.compile("/agenda/abonnement/[\\w-]+\\.ics");

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Test
    void aMotherSubscribesAndFindsWhatTheTeacherWrites() throws Exception {
        String path;
        try (var window = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            window.look("parent-accueil-agenda").follow("Agenda");
            window.look("parent-agenda").follow("Sur mon téléphone");
            window.type("Nom de l’appareil", "mon téléphone").click("Faire une adresse");
            window.look("parent-abonnement");
            var found = SECRET.matcher(window.words());
            assertThat(found.find()).isTrue();
            path = found.group();
        }
        var first = read(path, "");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).doesNotContain("La ferme").contains("Piscine");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(read(path, tag).statusCode()).isEqualTo(304);
        write();
        var second = read(path, tag);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(Biweekly.parse(second.body()).first().getEvents())
                .anyMatch(e -> e.getSummary().getValue().startsWith("La ferme (CM1"));
        try (var window = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            window.go("/agenda/abonnement");
            assertThat(window.words()).contains("mon téléphone", "Lu en dernier le");
            window.click("Retirer");
            assertThat(window.words()).contains("C’est retiré");
        }
        assertThat(read(path, tag).statusCode()).isEqualTo(404);
    }

    /// With the keyboard alone.
    private void write() {
        try (var window = Navigateur.open(port).enterAs("Claire Estève").go("/agenda/nouveau")) {
            window.look("agenda-nouveau");
            var page = window.page();
            page.getByLabel("C’est").focus();
            page.keyboard().type("Sortie");
            page.getByLabel("Titre").focus();
            page.keyboard().type("La ferme");
            page.locator("#jour").fill(LocalDate.now(clock).plusDays(9).toString());
            page.getByRole(AriaRole.BUTTON)
                    .getByText(Pattern.compile("^Ajouter à l’agenda"))
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/agenda/evenements/*?fait=publie");
            window.look("agenda-evenement");
            window.go("/agenda?vue=mois").look("agenda-mois");
            window.go("/agenda?vue=semaine").look("agenda-semaine");
        }
    }

    @Test
    void aTeacherReservesTheHallOnATelephoneAndIsToldThatItIsTaken() {
        var day = LocalDate.now(clock).plusDays(20).toString();
        for (var name : new String[] {"Claire Estève", "Hélène Castans"}) {
            try (var window =
                    Navigateur.open(port).as(Taille.TELEPHONE).enterAs(name).go("/reservations")) {
                window.look("reservations").follow("Salle de motricité");
                var page = window.page();
                page.locator("#jour").fill(day);
                page.locator("#debut").fill("13:30");
                page.locator("#fin").fill("14:30");
                window.type("Pour quoi faire", "Cirque");
                page.locator("form")
                        .getByRole(AriaRole.BUTTON)
                        .getByText("Réserver", new Locator.GetByTextOptions().setExact(true))
                        .click();
                assertThat(window.words())
                        .contains(name.startsWith("Claire") ? "C’est réservé." : "Ce n’est pas libre à cette heure");
                window.look(name.startsWith("Claire") ? "reservations-semaine" : "reservations-pris");
            }
        }
    }

    private HttpResponse<String> read(String path, String tag) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            if (!tag.isEmpty()) {
                request.header("If-None-Match", tag);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
