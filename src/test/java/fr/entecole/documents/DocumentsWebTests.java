package fr.entecole.documents;

import static fr.entecole.Formulaire.formulaire;
import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the browser sends and gets: the teacher of the CM1 sends, a mother reads what she may.
@MondeTest
class DocumentsWebTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Depots depots;

    @Autowired
    Documents documents;

    Visites visites;
    EnTantQue as;
    UUID teacher;
    UUID mother;

    @BeforeEach
    void people() {
        visites = new Visites(context);
        as = new EnTantQue(context);
        teacher = visites.personnel("11", "300102");
        mother = visites.responsable("700101");
    }

    @Test
    void sendsAFileInPartsAndReadsItInParts() {
        var bytes = Arrays.copyOf(Fichiers.PDF, 2_500_000);
        var begun = json(announce(teacher, "programme.pdf", bytes.length));
        assertThat(begun.get("nom").isNull()).isTrue();
        assertThat(begun.get("morceau").asInt()).isLessThanOrEqualTo(2 << 20);
        var id = begun.get("id").asString();
        for (int from = 0; from < bytes.length; from += 1_000_000) {
            assertThat(json(visites.get(teacher, "/documents/envois/" + id))
                            .get("recus")
                            .asInt())
                    .isEqualTo(from);
            assertThat(part(
                            teacher,
                            id,
                            from,
                            Arrays.copyOfRange(bytes, from, Math.min(from + 1_000_000, bytes.length))))
                    .hasStatusOk();
        }
        var state = json(visites.get(teacher, "/documents/envois/" + id));
        assertThat(state.get("nom").asString()).isEqualTo("programme.pdf");
        assertThat(state.get("description").asString()).isEqualTo("Document PDF, 2,5 Mo");
        var whole = visites.get(teacher, "/documents/" + id);
        assertThat(whole)
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF)
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .hasHeader("Accept-Ranges", "bytes");
        assertThat(whole.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(whole.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(whole.getResponse().getContentAsByteArray()).isEqualTo(bytes);
        var middle = range(id, "bytes=1000000-1000009");
        assertThat(middle).hasStatus(206).hasHeader("Content-Range", "bytes 1000000-1000009/2500000");
        assertThat(middle.getResponse().getContentAsByteArray())
                .isEqualTo(Arrays.copyOfRange(bytes, 1_000_000, 1_000_010));
        assertThat(range(id, "bytes=-5").getResponse().getContentAsByteArray()).hasSize(5);
        assertThat(range(id, "bytes=9000000-")).hasStatus(416);
        assertThat(range(id, "bytes=0-1,5-6")).hasStatusOk();
        assertThat(range(id, "lignes=1")).hasStatusOk();
    }

    @Test
    void saysInFrenchWhatItRefuses() {
        var refusal = announce(teacher, "film.mp4", 2_000_000_000);
        assertThat(refusal).hasStatus(413);
        assertThat(json(refusal).get("message").asString()).contains("trop lourd");
        var id = json(announce(teacher, "a.svg", 20)).get("id").asString();
        var svg = part(teacher, id, 0, "<svg onload='a()'/> ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(svg).hasStatus(415);
        assertThat(json(svg).get("message").asString()).contains("ne se joint pas ici");
        assertThat(visites.get(teacher, "/documents/envois/" + id)).hasStatus(404);
    }

    @Test
    void givesNothingToWhomTheRoomDoesNot() {
        var id = sent("a.png", Fichiers.png(500, 400));
        assertThat(visites.get(mother, "/documents/" + id)).hasStatus(404);
        assertThat(visites.get(mother, "/documents/" + id + "/vignette")).hasStatus(404);
        assertThat(visites.get(mother, "/documents/envois/" + id)).hasStatus(404);
        var chose = SalleDEssai.chose(mother);
        documents.attach(
                Fichiers.someone(teacher, Profil.ENSEIGNANT), SalleDEssai.SALLE, chose, UUID.randomUUID(), List.of(id));
        assertThat(visites.get(mother, "/documents/" + id)).hasStatusOk().hasContentType(MediaType.IMAGE_PNG);
        var small = visites.get(mother, "/documents/" + id + "/vignette");
        assertThat(small).hasStatusOk().hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(small.getResponse().getContentType()).isIn("image/webp", "image/jpeg");
        assertThat(visites.get(mother, "/documents/" + id + "/autre")).hasStatus(404);
        assertThat(visites.get(teacher, "/documents/" + id)).hasStatus(404);
        documents.withdraw(SalleDEssai.SALLE, chose);
        assertThat(visites.get(mother, "/documents/" + id)).hasStatus(404);
    }

    @Test
    void showsWhatOneKeepsAndTakesItAway() {
        var id = sent("cahier.pdf", Fichiers.PDF);
        assertThat(visites.page(teacher, "/documents"))
                .contains("Mes fichiers", "cahier.pdf", "sur 2 Go", "Il n’est joint à rien")
                .contains("href=\"/mon-compte\"", "Une fois retiré, il ne revient pas.", "Retirer ce fichier");
        assertThat(visites.post(mother, "/documents/" + id + "/retrait")).hasStatus(404);
        assertThat(visites.post(teacher, "/documents/" + id + "/retrait")).hasStatus(303);
        assertThat(visites.page(teacher, "/documents?fait=true"))
                .contains("C’est retiré")
                .doesNotContain("cahier.pdf");
        assertThat(visites.get(teacher, "/documents/" + id)).hasStatus(404);
    }

    @Test
    void showsWhatIsNotWholeSinceItTakesRoomAndGivesItUp() {
        var id = json(announce(teacher, "film.mp4", 60_000_000)).get("id").asString();
        assertThat(visites.page(teacher, "/documents")).contains("film.mp4", "sur 60 Mo", "Abandonner cet envoi");
        assertThat(visites.post(mother, "/documents/" + id + "/retrait")).hasStatus(404);
        assertThat(visites.page(mother, "/documents")).doesNotContain("film.mp4");
        assertThat(visites.post(teacher, "/documents/" + id + "/retrait")).hasStatus(303);
        assertThat(visites.page(teacher, "/documents")).doesNotContain("film.mp4");
        assertThat(visites.get(teacher, "/documents/envois/" + id)).hasStatus(404);
    }

    @Test
    void speaksToAPupilWhoDoesNotReadYet() {
        var petit = visites.eleve("500102");
        assertThat(main(petit))
                .contains("Ce que j’ai envoyé", "Tu n’as rien envoyé.", "data-voix=")
                .doesNotContain("octets", "place", " vous ");
        Fichiers.sent(depots, Fichiers.someone(petit, Profil.ELEVE), "dessin.png", Fichiers.png(300, 200));
        assertThat(main(petit)).contains("dessin.png", "Je l’enlève").doesNotContain("Mon compte", "du plus lourd");
    }

    private String main(UUID petit) {
        var page = visites.page(petit, "/documents");
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    @Test
    void opensAPictureLargerThanItsPageAndStillSavesTheRest() {
        var id = sent("grande.png", Fichiers.png(2_000, 1_500));
        var larger = visites.get(teacher, "/documents/" + id + "/ecran");
        assertThat(larger).hasStatusOk().hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(larger.getResponse().getHeader("Content-Disposition")).startsWith("inline;");
        assertThat(visites.get(teacher, "/documents/" + id).getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;");
        assertThat(visites.page(teacher, "/documents")).contains("href=\"/documents/" + id + "/ecran\"");
    }

    @Test
    void costsThreeStatementsAndOneForTheNamesOfEachRoom() {
        sent("cout.pdf", Fichiers.PDF);
        assertThat(visites.statements(teacher, "/documents")).hasSize(4);
        assertThat(visites.page(teacher, "/documents")).contains("Dans le mot « Des bottes pour le jardin »");
    }

    @Test
    void readsAnOddAddressAsNothing() {
        assertThat(visites.get(teacher, "/documents?apres=a_b")).hasStatus(404);
        assertThat(visites.get(teacher, "/documents/1")).hasStatus(404);
    }

    private UUID sent(String nom, byte[] octets) {
        return Fichiers.sent(depots, Fichiers.someone(teacher, Profil.ENSEIGNANT), nom, octets);
    }

    private MvcTestResult announce(UUID personne, String nom, long octets) {
        return visites.post(
                personne, "/documents/envois", "nom", nom, "octets", String.valueOf(octets), "modifie", "12");
    }

    private MvcTestResult part(UUID personne, String id, long debut, byte[] octets) {
        Cookie session = as.personne(personne);
        return mvc.post()
                .uri("/documents/envois/" + id + "/suite?debut=" + debut)
                .cookie(session)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(octets)
                .with(formulaire())
                .exchange();
    }

    private MvcTestResult range(String id, String range) {
        return mvc.get()
                .uri("/documents/" + id)
                .cookie(as.personne(teacher))
                .header("Range", range)
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(Visites.words(answer));
    }
}
