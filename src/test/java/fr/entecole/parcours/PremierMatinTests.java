package fr.entecole.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.parcours.Navigateur.Gestes;
import fr.entecole.parcours.Navigateur.Taille;
import fr.entecole.socle.Commande;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The first school morning, from an empty base and the example feed: an administrator opens a school, its head prints
/// the sheets, families and pupils come in with what is printed, and the day's small gestures are made. Each person has
/// their own window; what a gesture costs is counted in touches and keys.
@EntTest
@Tag("parcours")
class PremierMatinTests {

    private static final Pattern CODE = Pattern.compile("jusqu’au [^.]*? 20\\d\\d ([0-9A-Z]{4}(?: [0-9A-Z]{4}){2})");
    private static final String REGION = "Trois5chevauxGris";
    private static final String HEAD = "Sept8cigalesBleues";
    private static final String TEACHER = "Mauve9-lac";
    private static final String PARENT = "Lilas7vert";
    private static final String CP = "CP \"A\" & CE1";
    private static final String CM = "CM1-CM2 Mme D’Almeida";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("compte creer-administrateur")
    Commande administrateur;

    @Autowired
    @Qualifier("import aaf")
    Commande imports;

    @Test
    void opensASchoolFromItsFeedToItsPupils() throws Exception {
        var feed = Path.of(Objects.requireNonNull(getClass().getResource("/aaf-exemple/complet"))
                .toURI());
        assertThat(imports.run(List.of("--academie", "11", feed.toString()))).isZero();
        try (var region = Navigateur.open(port);
                var head = Navigateur.open(port);
                var teacher = Navigateur.open(port);
                var mother = Navigateur.open(port).as(Taille.TELEPHONE);
                var father = Navigateur.open(port).as(Taille.TELEPHONE);
                var pupil = Navigateur.open(port).as(Taille.TELEPHONE)) {
            activate(head, "matin-direction", opensTheSchool(region), HEAD, null);
            attachesATeacher(head);
            var sheets = prints(head, "Imprimer les feuilles des");
            var slips = prints(head, "Imprimer les talons des");
            var teacherCode = handsTheTeacherACode(head);

            activate(mother, "matin-mere", code(sheets, "Anne"), PARENT, new String[] {"17", "2", "2014"});
            assertThat(mother.words()).contains("Vos enfants", "Loïc", "Maëlle", "CM1-CM2", "CP");
            mother.look("matin-mere-accueil");
            aReaderComesIn(pupil, slips);

            activate(teacher, "matin-enseignante", teacherCode, TEACHER, null);
            teacher.look("matin-enseignante-accueil");
            aLittleOneComesIn(teacher);
            var again = givesAgainAtTheDoor(teacher);
            assertThat(again).isNotEqualTo(code(sheets, "Éric"));
            activate(father, "matin-pere", again, PARENT, new String[] {"29", "2", "2016"});
            assertThat(father.words()).contains("Loïc", "Maëlle");

            father.follow("Loïc");
            keepsOut(head, "loic", "Loïc");
            assertThat(father.page().reload().status()).isEqualTo(404);
            father.go("/");
            assertThat(father.words()).contains("Maëlle").doesNotContain("Loïc");
            keepsOut(head, "maelle", "Maëlle");
            father.go("/");
            assertThat(father.words())
                    .contains("Vous ne suivez aucun enfant ici")
                    .doesNotContain("Loïc", "Maëlle");
            father.look("matin-pere-ecarte");
            assertThat(mother.go("/").words()).contains("Loïc", "Maëlle");

            confirmsAClass(teacher, head);
        }
    }

    /// @return the code of the head
    private String opensTheSchool(Navigateur region) throws Exception {
        region.go(PremierAdministrateurTests.link(administrateur, "Florence Vidal"));
        PremierAdministrateurTests.choose(region, REGION, REGION);
        accept(region, "matin-region");
        region.look("matin-region-accueil").follow("Écoles");
        region.look("matin-ecoles").check("Marie Curie").click("Ouvrir…");
        assertThat(region.words()).contains("Vous allez ouvrir l’école", "Marie Curie");
        region.look("matin-ecoles-apercu").click("Ouvrir cette école");
        assertThat(region.words()).contains("Inès d’Almeida");
        region.look("matin-ecole").follow("Redonner un accès – Inès").click("Donner un nouveau code");
        region.look("matin-code-direction");
        return region.page().locator(".ent-code").innerText().strip();
    }

    private void attachesATeacher(Navigateur head) {
        head.look("matin-direction-accueil").follow("Classes");
        head.look("matin-classes").follow("Rattacher – " + CP);
        head.look("matin-rattacher").click("Vidal");
        assertThat(head.words()).contains("C’est fait", "Vidal");
    }

    private static String prints(Navigateur head, String button) throws Exception {
        head.go("/").follow("Redonner un accès").follow(CM);
        head.look("matin-acces-classe");
        var sheet = head.page().waitForDownload(() -> head.click(button));
        try (var pdf = Loader.loadPDF(sheet.path().toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private static String handsTheTeacherACode(Navigateur head) {
        head.go("/").follow("Redonner un accès").look("matin-acces-ecole").click("Remettre un accès – Claire Vidal");
        return head.page().locator(".ent-code").innerText().strip();
    }

    private static String code(String sheets, String prenom) {
        var found = CODE.matcher(sheets.substring(sheets.lastIndexOf(prenom)));
        assertThat(found.find()).as("a code on the sheet of %s", prenom).isTrue();
        return found.group(1);
    }

    private void activate(Navigateur window, String picture, String code, String secret, String[] birth) {
        window.go("/connexion").gestes();
        window.follow("Taper mon code");
        window.look(picture + "-feuille").type("Code de la feuille", code).click("Continuer");
        if (birth != null) {
            window.look(picture + "-date")
                    .type("Jour", birth[0])
                    .type("Mois", birth[1])
                    .type("Année", birth[2]);
            window.click("Continuer");
        }
        window.look(picture + "-mot-de-passe");
        PremierAdministrateurTests.choose(window, secret, secret);
        accept(window, picture);
        var date = birth == null ? 0 : String.join("", birth).length();
        assertThat(window.gestes())
                .as("a code typed, a password twice, the charter: under a minute")
                .isEqualTo(new Gestes(birth == null ? 8 : 12, code.length() + 2 * secret.length() + date));
    }

    private void accept(Navigateur window, String picture) {
        window.page().waitForURL("**/charte");
        window.look(picture + "-charte").check("J’ai lu la charte").click("Accepter et continuer");
        window.page().waitForURL(url -> url.equals(home()) || url.endsWith("/bientot"));
        if (window.page().url().endsWith("/bientot")) { // a second proof, which is not the way in yet
            window.page().getByText("Plus tard").click();
            window.page().waitForURL(home());
        }
    }

    private void aReaderComesIn(Navigateur pupil, String slips) {
        var slip = Pattern.compile("Ton identifiant : (osuke\\S*) (\\p{Ll}+-\\p{Ll}+-\\d{2})")
                .matcher(slips);
        assertThat(slip.find()).as("the slip of Osuke in %s", slips).isTrue();
        pupil.signIn(slip.group(1), slip.group(2));
        assertThat(pupil.gestes())
                .as("a login and two words, on a telephone")
                .isEqualTo(new Gestes(3, slip.group(1).length() + slip.group(2).length()));
        accept(pupil, "matin-eleve");
        assertThat(pupil.page().locator("body").innerText()).contains("suke", "CM1-CM2");
        pupil.look("matin-eleve-accueil");
    }

    private void aLittleOneComesIn(Navigateur teacher) {
        teacher.gestes();
        teacher.follow("Ouvrir la classe").click("Ouvrir CP");
        assertThat(teacher.gestes()).isEqualTo(new Gestes(2, 0));
        teacher.page().waitForURL("**/classe");
        teacher.look("matin-classe-ouverte").gestes();
        teacher.click("Maëlle").page().waitForURL("**/classe/images");
        teacher.click("Le bateau.").page().waitForSelector("text=Choisis ta deuxième image");
        teacher.click("Le soleil.").page().waitForSelector("text=Voici tes deux images secrètes");
        teacher.click("Je les retiens").page().waitForURL("**/charte");
        assertThat(teacher.page().locator(".ent-regles [data-dire]").count()).isGreaterThan(2);
        teacher.look("matin-petite-charte").page().waitForRequest("**/*.mp3", () -> teacher.click("J’ai écouté"));
        assertThat(teacher.page().url())
                .as("what nobody has said is said first")
                .endsWith("/charte");
        teacher.click("J’ai écouté").page().waitForURL(home());
        assertThat(teacher.gestes()).isEqualTo(new Gestes(6, 0));
        teacher.look("matin-petite-accueil").click("C’est fini");
        teacher.page().waitForURL("**/classe");
        teacher.gestes();
        teacher.click("Maëlle").page().waitForURL("**/classe/images");
        teacher.click("Le bateau.").page().waitForSelector("text=Touche ta deuxième image");
        teacher.click("Le soleil.").page().waitForURL(home());
        assertThat(teacher.gestes()).isEqualTo(new Gestes(3, 0));
        teacher.click("C’est fini").page().waitForURL("**/classe");
        teacher.follow("Fermer la classe (adulte)");
        teacher.type("Votre mot de passe, ou le code de fermeture", TEACHER).click("Fermer la classe");
        teacher.page().waitForURL("**/classe/fermee");
    }

    /// @return the new code of the father, whose sheet is lost
    private String givesAgainAtTheDoor(Navigateur teacher) {
        teacher.signIn("claire.vidal", TEACHER).page().waitForURL(home());
        teacher.gestes();
        teacher.follow("Élèves et familles – " + CP);
        assertThat(teacher.page().locator("a[href='tel:+33639981235']").first().isVisible())
                .isTrue();
        assertThat(teacher.gestes()).isEqualTo(new Gestes(1, 0));
        teacher.look("matin-qui-appeler").go("/").gestes();
        teacher.follow("Redonner un accès").unfold("Maëlle").follow("Remettre un accès – Éric");
        assertThat(teacher.gestes()).as("reached").isEqualTo(new Gestes(3, 0));
        teacher.click("Donner un nouveau code");
        var code = teacher.page().locator(".ent-code").innerText().strip();
        assertThat(teacher.gestes()).as("asked first").isEqualTo(new Gestes(1, 0));
        teacher.look("matin-redonne");
        return code;
    }

    private void keepsOut(Navigateur head, String typed, String prenom) {
        head.go("/").gestes();
        head.follow("Chercher une personne").type("Nom ou prénom", typed).click("Chercher");
        head.look("matin-recherche").follow(prenom).follow("Écarter un responsable");
        head.look("matin-ecarter").check("Éric");
        head.typeInto(head.page().locator("#preuve"), "Jugement du tribunal judiciaire de Narbonne, 12 octobre 2026");
        head.click("Écarter ce responsable");
        assertThat(head.words()).contains("écarté");
        head.look("matin-ecarte");
        assertThat(head.gestes()).isEqualTo(new Gestes(8, typed.length() + 60));
    }

    private void confirmsAClass(Navigateur teacher, Navigateur head) {
        teacher.go("/").follow("J’ai une autre classe").click("C’est ma classe : " + CM);
        teacher.page().waitForURL(home());
        teacher.look("matin-demande");
        head.go("/").gestes();
        head.look("matin-direction-demande").click("Confirmer");
        assertThat(head.words()).contains("C’est confirmé");
        assertThat(head.gestes()).isEqualTo(new Gestes(1, 0));
        assertThat(teacher.go("/").words()).contains("Vos classes", "est votre classe");
    }

    private String home() {
        return "http://127.0.0.1:" + port + "/";
    }
}
