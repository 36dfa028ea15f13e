package fr.entecole.comptes.langues;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.Personnages;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.langue.LangueDuLecteur;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// How a mother reads, from one device to the next.
@EntTest
class LectureDuCompteWebTests {

    private static final String SECRET = "Lilas7vert";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @Autowired
    LectureDuCompte lecture;

    EnTantQue as;
    UUID personne;
    UUID compte;

    @BeforeEach
    void aMother() {
        jdbc.sql("truncate comptes.essai, comptes.session").update();
        as = new EnTantQue(context);
        personne = new Personnages(jdbc).add(Profil.PARENT);
        compte = as.account(personne);
        as.givePassword(compte, SECRET);
        as.forgetWhatThisNodeRemembers();
    }

    @Test
    void findsHerLanguageOnEachDevice() {
        var here = as.compte(compte);
        assertThat(mvc.post().uri("/langues").cookie(here).param("langue", "ar").with(formulaire()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/mon-compte").cookie(here))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"ar\" dir=\"rtl\"", "حسابي");
        // another device, whose own language is another
        assertThat(mvc.get().uri("/mon-compte").cookie(as.compte(compte), new Cookie(LangueDuLecteur.COOKIE, "tr")))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"ar\" dir=\"rtl\"");
        assertThat(mvc.post().uri("/langues").cookie(here).param("langue", "fr").with(formulaire()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/mon-compte").cookie(as.compte(compte)))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"fr\" data-identite");
    }

    /// Half of a head's pages would be in English for her browser's sake, the other half is written in French alone.
    @Test
    void followsTheBrowserOfAFamilyAndOfNobodyWhoWorks() {
        var head = as.compte(as.account(new Personnages(jdbc).add(Profil.DIRECTEUR)));
        assertThat(mvc.get().uri("/mon-compte").cookie(as.compte(compte)).header("Accept-Language", "en-GB"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\"");
        assertThat(mvc.get().uri("/mon-compte").cookie(head).header("Accept-Language", "en-GB"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"fr\"", "Mon compte");
        assertThat(mvc.get()
                        .uri("/mon-compte")
                        .cookie(head, new Cookie(LangueDuLecteur.COOKIE, "en"))
                        .header("Accept-Language", "fr"))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\"");
    }

    @Test
    void findsHerComfortOnEachDevice() {
        assertThat(mvc.post()
                        .uri("/confort")
                        .cookie(as.compte(compte))
                        .param("taille", "grande")
                        .param("mouvement", "immobile")
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/mon-compte").cookie(as.compte(compte), new Cookie("confort", "sombre")))
                .hasStatusOk()
                .bodyText()
                .contains("data-taille=\"grande\"", "data-mouvement=\"immobile\"")
                .doesNotContain("media=\"screen\"");
    }

    @Test
    void refusesALanguageThatNobodyOffers() {
        assertThat(mvc.post()
                        .uri("/langues")
                        .cookie(as.compte(compte))
                        .param("langue", "\"><script>")
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(lecture.of(List.of(personne))).isEmpty();
    }

    /// Whoever photographed an Arabic sheet and chose a password goes on in Arabic; a choice made before stays.
    @Test
    void goesOnInTheLanguageOfTheDoor() {
        var door = new Cookie(LangueDuLecteur.COOKIE, "uk");
        enter(door);
        assertThat(lecture.of(List.of(personne)))
                .containsEntry(personne, Langue.of("uk").orElseThrow());
        enter(new Cookie(LangueDuLecteur.COOKIE, "es"));
        assertThat(lecture.of(List.of(personne)))
                .containsEntry(personne, Langue.of("uk").orElseThrow());
    }

    /// The pages of those who work are written in French alone: an account that went on in another language by itself
    /// would read half of each.
    @Test
    void keepsNoLanguageForWhoWorksBeforeTheyChooseIt() {
        personne = new Personnages(jdbc).add(Profil.ENSEIGNANT);
        compte = as.account(personne);
        as.givePassword(compte, SECRET);
        enter(new Cookie(LangueDuLecteur.COOKIE, "en"));
        assertThat(lecture.of(List.of(personne))).isEmpty();
        assertThat(mvc.post()
                        .uri("/langues")
                        .cookie(as.compte(compte))
                        .param("langue", "en")
                        .with(formulaire()))
                .hasStatus(303);
        assertThat(lecture.of(List.of(personne)))
                .containsEntry(personne, Langue.of("en").orElseThrow());
    }

    @Test
    void knowsNothingOfWhoComesInByAFrenchDoor() {
        enter(new Cookie(LangueDuLecteur.COOKIE, "fr"));
        assertThat(lecture.of(List.of(personne))).isEmpty();
    }

    @Test
    void readsTheCharterInHerLanguageWithTheFrenchThatSheAcceptsUnderIt() {
        var arabe = Langue.of("ar").orElseThrow();
        assertThat(mvc.get().uri("/charte").cookie(as.compte(compte), new Cookie(LangueDuLecteur.COOKIE, "ar")))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>" + arabe.say("La charte des familles"))
                .contains(arabe.say("Lire le texte français"))
                .contains("lang=\"fr\" dir=\"ltr\"><p><b>La charte des familles</b>", "Mon entrée est à moi");
        assertThat(mvc.get().uri("/charte").cookie(as.compte(compte)))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>La charte des familles")
                .doesNotContain("Lire le texte français");
    }

    private void enter(Cookie door) {
        assertThat(mvc.post()
                        .uri("/connexion")
                        .cookie(door)
                        .param("identifiant", as.login(compte))
                        .param("motDePasse", SECRET)
                        .with(formulaire()))
                .hasStatus(303);
    }
}
