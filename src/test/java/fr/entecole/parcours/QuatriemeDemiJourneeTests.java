package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.presences.Appele;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.CahierDAppel;
import fr.entecole.presences.Dit;
import fr.entecole.socle.AnneeScolaire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A head finds a child who has missed four half-days without a reason, records the talk, reads the drafted file, then
/// signs the month of the class and prints it.
@MondeTest
@Tag("parcours")
class QuatriemeDemiJourneeTests {

    private static final int FOUR = 4;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    Calendriers calendriers;

    @Autowired
    CahierDAppel cahier;

    @Autowired
    Clock clock;

    private UUID curie;
    private UUID ce2;
    private String nom;
    private String mois;

    /// The CE2 in the last month of class that is over, all of whose rolls are called.
    @BeforeEach
    void aMonthThatIsCalled() {
        curie = reperes.ecole("0110358E");
        ce2 = reperes.classe("11", "513");
        var thisMonth = LocalDate.now(clock).withDayOfMonth(1);
        List<DemiJournee> demis = List.of();
        for (var first = thisMonth.minusMonths(1); demis.size() <= FOUR; first = first.minusMonths(1)) {
            assertThat(first)
                    .isAfterOrEqualTo(AnneeScolaire.of(thisMonth).debut().minusMonths(12));
            demis = calendriers
                    .of(curie)
                    .demiJournees(first, first.plusMonths(1).minusDays(1));
        }
        mois = demis.getFirst().jour().toString().substring(0, 7);
        var eleves = jdbc.sql("""
                        select i.eleve_id from annuaire.inscrit i join annuaire.eleve e on e.id = i.eleve_id
                         where i.classe_id = :classe order by e.nom, e.prenom
                        """)
                .param("classe", ce2)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .list();
        nom = jdbc.sql("select initcap(lower(prenom)) || ' ' || initcap(lower(nom)) from annuaire.eleve where id = :id")
                .param("id", eleves.getFirst())
                .query(String.class)
                .single();
        var auteur = new Auteur(UUID.randomUUID(), UUID.randomUUID(), "Une enseignante");
        for (int i = 0; i < demis.size(); i++) {
            Map<UUID, Dit> dits = new HashMap<>();
            eleves.forEach(eleve -> dits.put(eleve, Dit.PRESENT));
            if (i > 0 && i <= FOUR) {
                dits.put(eleves.getFirst(), Dit.ABSENT);
            }
            cahier.call(new Appele(curie, ce2, demis.get(i)), 0, dits, "", auteur, clock.instant());
        }
    }

    @Test
    void isFollowedToTheFileAndTheMonthIsSignedAndPrinted() {
        try (var head = Navigateur.open(port).enterAs("Hélène Castans")) {
            var page = head.go("/presences/assiduite?mois=" + mois).page();
            head.lookAtEach("quatrieme-assiduite");
            var child = page.locator("li").filter(new Locator.FilterOptions().setHasText(nom));
            assertThat(child).containsText("4 demi-journées sans motif légitime");
            child.locator("a").click();
            assertThat(head.words()).contains("4 demi-journées sans motif légitime en ", "R131-7");
            head.lookAtEach("quatrieme-suivi");
            recordTheTalk(head);
            assertThat(head.words()).contains("Le père dit qu’il l’accompagnera.");
            head.lookAtEach("quatrieme-entretien");
            assertThat(pdf(head, "Préparer le dossier (PDF)", "quatrieme-dossier"))
                    .contains("Objet : absences de " + nom, "Le père dit qu’il l’accompagnera.", "R131-7")
                    .contains("4 demi-journées ont été manquées", "sous couvert de l’inspection");
            page.navigate(page.url().replaceAll("(http://[^/]+).*", "$1") + registre());
            head.lookAtEach("quatrieme-registre");
            head.click("Signer le mois");
            assertThat(head.words()).contains("Le mois est signé", "Signé par Hélène Castans");
            head.lookAtEach("quatrieme-signe");
            assertThat(pdf(head, "Imprimer (PDF)", "quatrieme-registre"))
                    .contains("Signé par Hélène Castans le", "Sceau : ", "CE2");
        }
    }

    private String registre() {
        return "/presences/ecoles/" + curie + "/classes/" + ce2 + "/registre?mois=" + mois;
    }

    /// With the keyboard alone.
    private static void recordTheTalk(Navigateur head) {
        var page = head.page();
        head.tabTo(page.locator("[name=sorte]"));
        page.keyboard().press("ArrowDown");
        head.tabTo(page.getByLabel("Compte rendu"));
        page.keyboard().type("Le père dit qu’il l’accompagnera.");
        head.tabTo(page.getByText("Noter cette étape")).press("Enter");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("accompagnera")))
                .isVisible();
    }

    private static String pdf(Navigateur head, String button, String name) {
        Download file = head.page()
                .waitForDownload(() -> head.page()
                        .getByRole(AriaRole.BUTTON)
                        .getByText(button)
                        .first()
                        .click());
        if (System.getProperty("test.images") != null) {
            file.saveAs(Path.of("target", "parcours", name + ".pdf"));
        }
        try (var in = file.createReadStream();
                var pdf = Loader.loadPDF(in.readAllBytes())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
