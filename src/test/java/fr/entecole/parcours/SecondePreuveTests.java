package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.facteur.CleDEssai;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A teacher adds a telephone, then loses it; a head adds a passkey, and comes in with it.
@MondeTest
@Tag("parcours")
class SecondePreuveTests {

    private static final String DOOR = "/connexion/second-facteur";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Autowired
    Comptes comptes;

    @Test
    void addsATelephoneComesInWithItThenWithACodeOnPaper() {
        var compte = account("300102");
        try (var teacher = Navigateur.withoutScripts(port).as(Taille.TELEPHONE).enterAs("Claire Estève")) {
            teacher.go("/mon-compte")
                    .follow("Voir ou ajouter ma seconde preuve")
                    .look("preuve-aucune");
            teacher.click("Ajouter mon téléphone").look("preuve-telephone");
            var telephone = new Telephone(context, compte);
            type(teacher, "000000").click("Ajouter").look("preuve-faux-code");
            type(teacher, telephone.code()).click("Ajouter").look("preuve-dix-codes");
            var paper = teacher.page().locator(".ent-secours li").first().innerText();
            teacher.follow("J’ai noté ces codes, continuer")
                    .go("/mon-compte/second-facteur")
                    .look("preuve-miennes");
            teacher.leave().enterAs("Claire Estève", DOOR).look("preuve-porte");
            telephone.later();
            type(teacher, telephone.code()).click("Entrer");
            teacher.page().waitForURL("**/");
            teacher.leave().enterAs("Claire Estève", DOOR);
            type(teacher, paper).click("Entrer");
            teacher.page().waitForURL("**/");
            teacher.go("/mon-compte/second-facteur");
            assertThat(teacher.words()).contains("Il vous en reste 9");
            teacher.go("/mon-compte/appareils").look("appareils");
        }
    }

    @Test
    void addsAPasskeyAndComesInWithIt() {
        CleDEssai.at(context, port);
        try (var head = Navigateur.byName(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            authenticator(head);
            head.go("/mon-compte/second-facteur").look("cle-aucune");
            head.type("Comment appelez-vous cette clé", "Le bureau").click("Ajouter une clé d’accès");
            assertThat(head.page().getByRole(AriaRole.HEADING).first()).hasText("Vos dix codes de secours");
            head.look("cle-dix-codes").leave().enterAs("Hélène Castans", DOOR).look("cle-porte");
            head.click("Entrer avec ma clé d’accès");
            head.page().waitForURL("**/");
            head.go("/mon-compte/second-facteur");
            assertThat(head.words()).contains("Le bureau", "a servi le");
            head.go("/comptes/depannages").look("depannages");
        }
    }

    @Test
    void saysWhatToDoWithoutAPassword() {
        try (var mother = Navigateur.open(port).as(Taille.TELEPHONE)) {
            mother.go("/connexion").follow("J’ai oublié mon mot de passe").look("oubli");
            mother.type("Votre identifiant", "samira.benali").click("Recevoir un lien");
            assertThat(mother.page().getByText("Regardez votre courriel")).isVisible();
            mother.look("oubli-fait");
        }
    }

    /// Sections are named by words that hold this one.
    private static Navigateur type(Navigateur who, String code) {
        var exact = new Page.GetByLabelOptions().setExact(true);
        return who.typeInto(who.page().getByLabel("Code", exact), code);
    }

    /// Chromium's own, as a computer that is unlocked by a finger.
    static void authenticator(Navigateur who) {
        var cdp = who.window().newCDPSession(who.page());
        cdp.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var add = new JsonObject();
        add.add("options", options);
        cdp.send("WebAuthn.addVirtualAuthenticator", add);
    }

    private UUID account(String personnel) {
        return comptes.ofPersonne(reperes.personne("11", Nature.PERSONNEL, personnel))
                .orElseThrow();
    }
}
