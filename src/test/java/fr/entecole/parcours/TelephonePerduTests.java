package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.comptes.facteur.CleDEssai;
import fr.entecole.comptes.facteur.Telephone;
import fr.entecole.parcours.Navigateur.Taille;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// A head has a telephone, adds a passkey, and loses the telephone: the passkey lets her in and takes the telephone
/// away. Then all is lost: two people give her account back.
@MondeTest
@Tag("parcours")
class TelephonePerduTests {

    private static final String DOOR = "/connexion/second-facteur";
    private static final String MINE = "/mon-compte/second-facteur";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Test
    void addsAPasskeyLosesTheTelephoneAndComesInWithoutIt() {
        CleDEssai.at(context, port);
        var compte = account();
        try (var head = Navigateur.byName(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            SecondePreuveTests.authenticator(head);
            var keys = new Clavier(head);
            head.go(MINE);
            keys.enter("Ajouter mon téléphone", "**/telephone");
            keys.type("code", new Telephone(context, compte).code()).enter("Ajouter");
            assertThat(head.page().getByText("Vos dix codes de secours").first())
                    .isVisible();
            head.lookAtBoth("perdu-codes");
            keys.enter("J’ai noté ces codes, continuer");
            head.go(MINE);
            keys.type("nomDeLaCle", "Le bureau").enter("Ajouter une clé d’accès");
            assertThat(head.page().getByText("Le bureau").first()).isVisible();
            assertThat(head.words())
                    .as("a proof just given is enough to add one")
                    .doesNotContain("C’est bien vous");
            head.lookAtBoth("perdu-deux").leave().enterAs("Hélène Castans", DOOR);
            keys.enter("Entrer avec ma clé d’accès", "**/");
            head.go(MINE);
            keys.enter("Retirer – Mon téléphone");
            assertThat(head.words()).contains("C’est bien vous");
            head.lookAtBoth("perdu-confirmer");
            keys.enter("Confirmer avec ma clé d’accès");
            assertThat(head.page().getByText("Voici ce que vous").first()).isVisible();
            head.lookAtBoth("perdu-rendu");
            keys.enter("Envoyer", "**" + MINE + "?fait=retrait");
            assertThat(head.words()).contains("C’est retiré", "Le bureau").doesNotContain("Mon téléphone depuis");
            head.lookAtBoth("perdu-retire");
        }
        lost(compte);
    }

    /// The computer of the desk is gone too, and the codes with it.
    private void lost(UUID compte) {
        var login = new EnTantQue(context).login(compte);
        try (var inspector = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Thérèse Aubrac")) {
            inspector.go("/comptes/depannages");
            new Clavier(inspector)
                    .type("identifiant", login)
                    .type("motif", "Je suis dans son école, elle est devant moi.")
                    .enter("Demander");
            assertThat(inspector.words()).contains("C’est demandé");
            inspector.lookAtBoth("perdu-demande");
        }
        try (var colleague = Navigateur.open(port).as(Taille.BUREAU).enterAs("Samuel Klein")) {
            colleague.go("/comptes/depannages");
            assertThat(colleague.words()).contains("elle est devant moi");
            new Clavier(colleague).enter("J’ai vérifié, retirer ses secondes preuves", "**fait=accord");
            colleague.lookAtBoth("perdu-accord");
        }
        try (var head = Navigateur.open(port).as(Taille.TELEPHONE).enterAs("Hélène Castans")) {
            head.go(MINE);
            assertThat(head.words()).contains("Rien encore");
            head.lookAtBoth("perdu-rien");
        }
    }

    private UUID account() {
        return new EnTantQue(context).account(reperes.personne("11", Nature.PERSONNEL, "300101"));
    }
}
