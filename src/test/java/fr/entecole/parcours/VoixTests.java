package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.messagerie.Courrier;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A voice goes from one person's microphone to another's ear: Chromium hears a beep each second instead of somebody.
@MondeTest
@Tag("parcours")
class VoixTests {

    /// What a browser answers whose person says no, or that has no microphone.
    private static final String REFUSED = """
            navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
            """;

    /// A voice that says nothing, and notes what it is given.
    private static final String FRENCH_VOICE = """
            window.SpeechSynthesisUtterance = class { constructor(texte) { this.text = texte; } };
            Object.defineProperty(window, 'speechSynthesis', { value: {
                getVoices: () => [{ lang: 'fr-FR' }],
                speak: dite => { window.dit = dite.text; },
                cancel: () => {},
                addEventListener: () => {},
            } });
            """;

    @LocalServerPort
    int port;

    @Autowired
    Reperes reperes;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Courrier courrier;

    @BeforeEach
    void nothingIsSaid() {
        courrier = new Courrier(context);
        courrier.empty();
        jdbc.sql("delete from redaction.brouillon").update();
    }

    @AfterEach
    void asBefore() {
        courrier.empty();
    }

    @Test
    void goesFromTheTeacherToAPupilAndBack() {
        try (var teacher = Navigateur.open(port).as(Taille.TABLETTE).enterAs("Claire Estève");
                var ines = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Inès Benali")) {
            var page = teacher.go("/cahierdetextes").page();
            teacher.follow("Écrire dans le cahier");
            page.getByLabel("Géographie").check();
            page.locator("#texte").fill("Écoute la Garonne.");
            teacher.unfold("Durée, lien, fichiers");
            record(teacher, "Enregistrer votre voix");
            teacher.lookAtEach("voix-maitresse");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Écrire dans le cahier"))
                    .click();
            page.waitForURL("**fait=donne**");
            var travail = jdbc.sql("select id from cahierdetextes.travail where texte = 'Écoute la Garonne.'")
                    .query(String.class)
                    .single();
            ines.go("/cahierdetextes/travaux/" + travail);
            isHeard(ines);
            record(ines, "Enregistrer ma voix");
            ines.lookAtBoth("voix-eleve");
            ines.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Rendre").setExact(true))
                    .click();
            ines.page().waitForURL("**?fait=rendu");
            isHeard(teacher.go("/cahierdetextes/travaux/" + travail));
        }
    }

    /// Who writes with difficulty: no word is typed but the subject.
    @Test
    void isAMessageByItself() {
        try (var samira = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali");
                var teacher = Navigateur.open(port).enterAs("Claire Estève")) {
            var page = samira.go("/messagerie/nouveau").page();
            page.getByLabel("Claire Estève").check();
            samira.type("Objet", "La piscine");
            record(samira, "Enregistrer votre voix");
            samira.lookAtBoth("voix-message");
            page.locator("#ecrire button.ent-bouton--grand").click();
            page.waitForURL("**?fait=envoye");
            assertThat(samira.words()).contains("Message vocal");
            courrier.deliver();
            teacher.go("/messagerie").page().getByText("La piscine").click();
            isHeard(teacher);
            teacher.lookAtBoth("voix-message-recu");
        }
    }

    /// A browser that has a French voice: each message has its ear, the one too that arrives while one looks.
    @Test
    void readsAloudEachMessageAndTheOneThatHasJustArrived() {
        var curie = reperes.ecole("0110358E");
        var esteve = reperes.personne("11", Nature.PERSONNEL, "300102");
        var samira = reperes.personne("11", Nature.RESPONSABLE, "700101");
        var talk = courrier.begin(
                esteve,
                curie,
                Public.ofPersonnes(curie, List.of(samira), Qui.RESPONSABLES),
                "La piscine",
                "Le bonnet est obligatoire.");
        try (var mother = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            mother.page().addInitScript(FRENCH_VOICE);
            mother.go("/messagerie/conversations/" + talk);
            assertThat(heard(mother, 1)).contains("Le bonnet est obligatoire.");
            mother.look("voix-oreille");
            mother.page().evaluate("() => { window.lue = document.querySelector('#fil > li'); }");
            assertThat(new Visites(context)
                            .post(
                                    esteve,
                                    "/messagerie/conversations/" + talk + "/messages",
                                    "texte",
                                    "Et la serviette."))
                    .hasStatus(303);
            courrier.deliver();
            assertThat(mother.page().locator("#fil")).containsText("Et la serviette.");
            assertThat(mother.page().evaluate("() => window.lue.isConnected"))
                    .as("what has not changed is not drawn again: one may be listening to it")
                    .isEqualTo(true);
            assertThat(heard(mother, 2)).contains("Et la serviette.").doesNotContain("bonnet");
        }
    }

    /// What the ear of the last of so many messages says.
    private static String heard(Navigateur window, int messages) {
        var bulles = window.page().locator("#fil .ent-bulle");
        assertThat(bulles).hasCount(messages);
        bulles.last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Écouter"))
                .click();
        return String.valueOf(window.page().evaluate("() => window.dit"));
    }

    /// The microphone is not permitted: it is said, and everything else goes on.
    @Test
    void saysThatTheMicrophoneIsNotPermitted() {
        try (var samira = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Samira Benali")) {
            samira.page().addInitScript(REFUSED);
            samira.go("/messagerie/nouveau").click("Enregistrer votre voix");
            assertThat(samira.page().getByText("Le micro n’est pas permis ici")).isVisible();
            samira.look("voix-refusee");
        }
    }

    /// Until a second has been heard. By keyboard.
    private static void record(Navigateur window, String button) {
        var page = window.page();
        var said = page.locator("[data-enregistrer] [role=status]");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .focus();
        page.keyboard().press("Enter");
        assertThat(said).containsText(Pattern.compile("J’enregistre.: [1-9]"));
        assertThat(page.locator("[data-enregistrer] button")).hasAttribute("aria-pressed", "true");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ent-joindre__piece")).containsText("Ma voix");
        assertThat(page.locator(".ent-joindre__piece input[type=hidden]")).hasCount(1);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)))
                .isVisible();
    }

    private static void isHeard(Navigateur window) {
        Locator audio = window.page().locator("audio").last();
        audio.waitFor();
        audio.evaluate("a => { a.muted = true; a.play(); }");
        window.page()
                .waitForCondition(() -> Double.parseDouble(String.valueOf(audio.evaluate("a => a.currentTime"))) > 0.3);
    }
}
