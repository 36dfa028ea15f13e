package fr.entecole.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Reperes;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.courriel.BoiteAuxLettres;
import fr.entecole.parcours.Navigateur.Taille;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two mothers who have lost their passwords: one comes back by a letter, the other by the desk of the school.
@MondeTest
@Tag("parcours")
class RevenirTests {

    private static final String ELLE = "fatou.amara@example.org";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+#\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Reperes reperes;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(Taille.class)
    void comesBackByALetterWithTheKeyboardAlone(Taille taille) {
        var compte = account("700103");
        address(compte);
        try (var mother = Navigateur.open(port).as(taille).go("/connexion")) {
            var keys = new Clavier(mother);
            keys.enter("J’ai oublié mon mot de passe", "**/oubli");
            mother.look("retour-oubli-" + taille);
            keys.type("identifiant", new EnTantQue(context).login(compte)).enter("Recevoir un lien");
            assertThat(mother.page().getByText("Regardez votre courriel")).isVisible();
            mother.look("retour-courriel-" + taille);

            mother.go(letter());
            // the link brings its secret behind a #, which the script of the page sends by itself
            assertThat(mother.page().getByText("Proposez-moi un mot de passe")).isVisible();
            mother.look("retour-lien-" + taille);
            keys.enter("Proposez-moi un mot de passe", "**/premiere-connexion#force");
            assertThat(mother.words()).contains("Votre identifiant, à retenir");
            mother.look("retour-mot-de-passe-" + taille);
            keys.enter("Enregistrer et entrer", "**/");
            assertThat(mother.words()).contains("Ilyes");
            mother.look("retour-accueil-" + taille);
        }
        jdbc.sql("delete from comptes.oubli").update();
    }

    @Test
    void comesBackByTheDeskWithACodeReadAloud() {
        var ines = jdbc.sql("select date_naissance from annuaire.eleve where id = :id")
                .param("id", reperes.personne("11", Nature.ELEVE, "500101"))
                .query((rs, _) -> rs.getObject(1, LocalDate.class))
                .single();
        String code;
        try (var head = Navigateur.open(port).as(Taille.BUREAU).enterAs("Hélène Castans")) {
            var keys = new Clavier(head);
            head.go("/comptes/ecoles/" + reperes.ecole("0110358E"));
            keys.type("nom", "bena").enter("Chercher");
            head.lookAtBoth("guichet-trouve");
            keys.enter("Samira Benali", "**/acces");
            head.lookAtBoth("guichet-acces");
            keys.enter("Donner un nouveau code");
            code = head.page().locator(".ent-code").first().innerText().strip();
            head.lookAtBoth("guichet-code");
        }
        try (var mother = Navigateur.withoutScripts(port).as(Taille.TELEPHONE).go("/connexion")) {
            mother.follow("Taper mon code").look("guichet-feuille");
            mother.type("Code de la feuille", code).click("Continuer").look("guichet-date");
            mother.type("Jour", "" + ines.getDayOfMonth())
                    .type("Mois", "" + ines.getMonthValue())
                    .type("Année", "" + ines.getYear())
                    .click("Continuer")
                    .look("guichet-mot-de-passe");
            mother.click("Proposez-moi un mot de passe")
                    .click("Enregistrer et entrer")
                    .look("guichet-redonne");
            assertThat(mother.words())
                    .as("an access that was given again is told")
                    .contains("redonné");
        }
    }

    private String letter() {
        for (int i = 0; i < 200; i++) {
            List<String> letters = BoiteAuxLettres.letters(context, ELLE);
            if (!letters.isEmpty()) {
                var link = LINK.matcher(letters.getLast());
                assertThat(link.find()).isTrue();
                return link.group(1);
            }
        }
        throw new AssertionError("no letter");
    }

    private void address(UUID compte) {
        jdbc.sql("""
                        insert into notifications.adresse
                               (compte_id, personne_id, courriel, created_at, expire_le, verifiee_le)
                        select id, personne_id, :elle, now(), now(), now() from comptes.compte
                         where id = :compte and not exists
                               (select 1 from notifications.adresse where compte_id = :compte and finie_le is null)
                        """).param("elle", ELLE).param("compte", compte).update();
    }

    private UUID account(String responsable) {
        return new EnTantQue(context).account(reperes.personne("11", Nature.RESPONSABLE, responsable));
    }
}
