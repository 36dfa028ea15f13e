package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.entecole.ModuleTest;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

/// What goes up: in parts, with a form, and what is refused.
@ModuleTest
class DepotsTests {

    private static final UUID ECOLE = UUID.randomUUID();

    @Autowired
    Depots depots;

    @Autowired
    Reception reception;

    @Autowired
    Documents documents;

    @Autowired
    Livraison livraison;

    @Autowired
    MesFichiers fichiers;

    @Autowired
    Quotas quotas;

    @Autowired
    DocumentsDonneesPersonnelles donnees;

    @Autowired
    Rangement rangement;

    @Autowired
    ReglagesDocuments reglages;

    @Autowired
    JdbcClient jdbc;

    Utilisateur teacher;
    Utilisateur other;

    @BeforeEach
    void twoPeople() {
        teacher = someone(Profil.ENSEIGNANT);
        other = someone(Profil.ENSEIGNANT);
    }

    @Test
    void isItsAuthorsAloneUntilItIsAttached() {
        var depot = Fichiers.sent(depots, teacher, "a.pdf", Fichiers.PDF);
        assertThat(livraison.whole(teacher, depot).octets()).isEqualTo(Fichiers.PDF.length);
        assertThatThrownBy(() -> livraison.whole(other, depot)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> attach(other, SalleDEssai.chose(), depot)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> depots.append(other, depot, 0, new byte[1])).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> depots.cancel(other, depot)).isInstanceOf(Introuvable.class);
        var chose = SalleDEssai.chose(other.personneId());
        attach(teacher, chose, depot);
        assertThat(livraison.whole(other, depot).nom()).isEqualTo("a.pdf");
        assertThatThrownBy(() -> livraison.whole(teacher, depot)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> attach(teacher, SalleDEssai.chose(), depot)).isInstanceOf(Introuvable.class);
    }

    @Test
    void attachesAllOrNothing() {
        var mine = Fichiers.sent(depots, teacher, "a.pdf", Fichiers.PDF);
        var theirs = Fichiers.sent(depots, other, "b.pdf", Fichiers.PDF);
        var chose = SalleDEssai.chose();
        assertThatThrownBy(() -> attach(teacher, chose, mine, theirs)).isInstanceOf(Introuvable.class);
        assertThat(documents.of(SalleDEssai.SALLE, List.of(chose))).isEmpty();
    }

    @Test
    void keepsTheOrderInWhichItIsAttached() {
        var one = Fichiers.sent(depots, teacher, "1.pdf", Fichiers.PDF);
        var two = Fichiers.sent(depots, teacher, "2.pdf", Fichiers.PDF);
        var three = Fichiers.sent(depots, teacher, "3.pdf", Fichiers.PDF);
        var chose = SalleDEssai.chose();
        attach(teacher, chose, two, one);
        attach(teacher, chose, three);
        assertThat(documents.of(SalleDEssai.SALLE, List.of(chose)).get(chose))
                .extracting(PieceJointe::nom)
                .containsExactly("2.pdf", "1.pdf", "3.pdf");
    }

    /// The same bytes once, a row for each: what one takes away stays the other's.
    @Test
    void keepsTheSameFileForTheOtherWhenOneTakesItAway() throws IOException {
        var bytes = ("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        var mine = Fichiers.sent(depots, teacher, "a.pdf", bytes);
        var theirs = Fichiers.sent(depots, other, "b.pdf", bytes);
        var chose = SalleDEssai.chose(teacher.personneId(), other.personneId());
        attach(teacher, chose, mine);
        attach(other, chose, theirs);
        assertThat(key(mine)).isEqualTo(key(theirs));
        fichiers.remove(teacher, mine);
        assertThatThrownBy(() -> livraison.whole(other, mine)).isInstanceOf(Introuvable.class);
        later("31 days");
        donnees.purge();
        assertThat(bytesOf(other, theirs)).isEqualTo(bytes);
        fichiers.remove(other, theirs);
        later("31 days");
        donnees.purge();
        assertThat(jdbc.sql("select count(*)::int from documents.contenu where empreinte = :e")
                        .param("e", print(bytes))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() ->
                        rangement.open(Contenus.Contenu.cle(print(bytes)), 0, 1).close())
                .hasMessageContaining("storage");
    }

    /// A line cut at 99 %, and a page loaded again: the same file is gone on with, from what has arrived.
    @Test
    void goesOnWithWhatWasCut() throws IOException {
        var bytes = Arrays.copyOf(Fichiers.PDF, 3_000_000);
        var first = depots.begin(teacher, "long.pdf", bytes.length, 42);
        depots.append(teacher, first.id(), 0, Arrays.copyOfRange(bytes, 0, 1_500_000));
        depots.append(teacher, first.id(), 1_500_000, Arrays.copyOfRange(bytes, 1_500_000, 2_970_000));
        var again = depots.begin(teacher, "long.pdf", bytes.length, 42);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.recus()).isEqualTo(2_970_000);
        var lost = depots.append(teacher, first.id(), 1_500_000, new byte[10]);
        assertThat(lost.recus()).as("a part sent twice changes nothing").isEqualTo(2_970_000);
        var whole = depots.append(teacher, first.id(), 2_970_000, Arrays.copyOfRange(bytes, 2_970_000, 3_000_000));
        assertThat(whole.type()).isEqualTo("application/pdf");
        assertThat(bytesOf(teacher, first.id())).isEqualTo(bytes);
        assertThat(depots.begin(other, "long.pdf", bytes.length, 42).recus()).isZero();
    }

    @Test
    void refusesTwoGigabytesBeforeTheFirstByte() {
        var refusal = refused(() -> depots.begin(teacher, "film.mp4", 2L << 30, 0));
        assertThat(refusal.statut()).isEqualTo(413);
        assertThat(refusal.phrase()).contains("trop lourd", "300");
    }

    @Test
    void refusesAPartThatIsMoreThanWasAnnounced() {
        var id = depots.begin(teacher, "a.pdf", 10, 0).id();
        assertThat(refused(() -> depots.append(teacher, id, 0, new byte[11])).statut())
                .isEqualTo(413);
        assertThat(depots.state(teacher, id).recus()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "dessin.svg, <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "page.html, <!doctype html><html><body>x</body></html>",
        "dessin.png, <svg xmlns='http://www.w3.org/2000/svg'/>",
        "film.mp4, MZ program",
        "appli.js, alert(1)",
        "lance.sh, #!/bin/sh"
    })
    void refusesWhatABrowserOrAComputerRuns(String name, String content) {
        var bytes = content.startsWith("MZ") ? program() : content.getBytes(StandardCharsets.UTF_8);
        var refusal = refused(() -> Fichiers.sent(depots, teacher, name, bytes));
        assertThat(refusal.statut()).isEqualTo(415);
        assertThat(refusal.phrase()).contains("ne se joint pas ici");
        assertThat(quotas.of(teacher).octets()).as("nothing of it is kept").isZero();
    }

    @Test
    void keepsAnArchiveOfArchivesClosed() throws IOException {
        var bytes = zip("b.zip", zip("a.zip", zip("zero", new byte[1_000_000])));
        var id = Fichiers.sent(depots, teacher, "poupees.zip", bytes);
        assertThat(bytesOf(teacher, id)).isEqualTo(bytes);
        assertThat(documents.uploads(teacher, List.of(id)))
                .extracting(PieceJointe::description)
                .first()
                .asString()
                .startsWith("Dossier compressé");
    }

    @Test
    void refusesAPictureOfTooManyPointsByItsHeader() {
        var refusal = refused(() -> Fichiers.sent(depots, teacher, "mur.png", Fichiers.headOfPng(60_000, 60_000)));
        assertThat(refusal.statut()).isEqualTo(413);
        assertThat(refusal.phrase()).contains("trop de points");
    }

    @Test
    void turnsAPictureUprightAndForgetsWhereItWasTaken() throws IOException {
        var id = Fichiers.sent(depots, teacher, "photo.jpg", Fichiers.photo(3_000, 2_000));
        var piece = documents.uploads(teacher, List.of(id)).getFirst();
        assertThat(piece.type()).isEqualTo("image/jpeg");
        assertThat(piece.vignette().hauteur())
                .isEqualTo(320)
                .isGreaterThan(piece.vignette().largeur());
        var kept = bytesOf(teacher, id);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("SecretMaker", "Exif");
        var picture = ImageIO.read(new java.io.ByteArrayInputStream(kept));
        assertThat(picture.getHeight()).isEqualTo(2_560);
        assertThat(picture.getWidth()).isBetween(1_705, 1_708);
        var small = livraison.size(teacher, id, "ecran");
        assertThat(small.type()).isIn("image/webp", "image/jpeg");
        assertThat(small.octets()).isLessThan(kept.length);
    }

    @Test
    void givesAFileTheNameOfWhatItIs() {
        var id = Fichiers.sent(depots, teacher, "../../C:\\notes\u0000\".exe", Fichiers.PDF);
        assertThat(documents.uploads(teacher, List.of(id)))
                .extracting(PieceJointe::nom)
                .containsExactly("notes.pdf");
    }

    @Test
    void takesTheFilesOfAForm() {
        var taken = reception.take(
                teacher,
                List.of(),
                List.of(
                        new MockMultipartFile("fichiers", "", null, new byte[0]),
                        new MockMultipartFile("fichiers", "a.png", "text/html", Fichiers.png(10, 10))),
                " Un dessin ",
                Exigence.AUCUNE);
        assertThat(documents.uploads(teacher, taken))
                .singleElement()
                .satisfies(piece -> assertThat(piece.type()).isEqualTo("image/png"))
                .satisfies(piece -> assertThat(piece.alternative()).isEqualTo("Un dessin"));
    }

    @Test
    void saysWhichFileOfAFormIsRefusedAndKeepsTheOthers() {
        var before = Fichiers.sent(depots, teacher, "avant.pdf", Fichiers.PDF);
        var refusal = refused(() -> reception.take(
                teacher,
                List.of(before),
                List.of(
                        new MockMultipartFile("fichiers", "c.png", null, program()),
                        new MockMultipartFile("fichiers", "b.png", null, Fichiers.png(20, 10))),
                "",
                Exigence.AUCUNE));
        assertThat(refusal.statut()).isEqualTo(415);
        assertThat(refusal.phrase()).startsWith("c.png : Ce genre de fichier").doesNotContain("b.png");
        assertThat(documents.uploads(teacher, refusal.with(List.of(before))))
                .extracting(PieceJointe::nom)
                .containsExactly("avant.pdf", "b.png");
        assertThat(fichiers.page(teacher, "", 10)).hasSize(2);
    }

    @Test
    void refusesMoreFilesThanAnyoneReads() {
        var many = IntStream.rangeClosed(0, Reception.MOST)
                .mapToObj(i -> Fichiers.sent(depots, teacher, i + ".pdf", Fichiers.PDF))
                .toList();
        var refusal = refused(() -> reception.take(teacher, many, List.of(), "", Exigence.AUCUNE));
        assertThat(refusal.statut()).isEqualTo(422);
        assertThat(refusal.phrase()).contains("20 au plus");
        assertThat(reception.take(teacher, many.subList(1, many.size()), List.of(), "", Exigence.AUCUNE))
                .hasSize(Reception.MOST);
    }

    @Test
    void takesForARoomWhatTheRoomTakes() {
        var mine = Fichiers.sent(depots, teacher, "Léa chez le juge.pdf", Fichiers.PDF);
        var theirs = Fichiers.sent(depots, other, "b.pdf", Fichiers.PDF);
        var papers = new Exigence(1_000, Set.of("application/pdf"), "décision");
        assertThatThrownBy(() -> reception.take(teacher, List.of(mine, theirs), List.of(), "", papers))
                .isInstanceOf(Introuvable.class);
        assertThat(documents.uploads(teacher, reception.take(teacher, List.of(mine), List.of(), "", papers)))
                .extracting(PieceJointe::nom)
                .containsExactly("décision.pdf");
        var picture = Fichiers.sent(depots, teacher, "a.png", Fichiers.png(10, 10));
        assertThat(refused(() -> reception.take(teacher, List.of(picture), List.of(), "", papers))
                        .statut())
                .isEqualTo(415);
        var small = new Exigence(5, Set.of(), "");
        assertThat(refused(() -> reception.take(teacher, List.of(mine), List.of(), "", small))
                        .statut())
                .isEqualTo(413);
    }

    @Test
    void countsWhatIsAnnouncedAndGivesBackWhatIsTakenAway() {
        var child = someone(Profil.ELEVE);
        assertThat(quotas.of(child).limite()).isEqualTo(reglages.eleve().toBytes());
        var id = depots.begin(child, "film.mp4", 200_000_000, 0).id();
        var refusal = refused(() -> depots.begin(child, "autre.mp4", 200_000_000, 0));
        assertThat(refusal.statut()).isEqualTo(507);
        assertThat(refusal.phrase()).contains("Mes fichiers");
        depots.cancel(child, id);
        assertThat(depots.begin(child, "autre.mp4", 200_000_000, 0).recus()).isZero();
    }

    @Test
    void countsWhatASchoolKeeps() {
        var ecole = UUID.randomUUID();
        var depot = Fichiers.sent(depots, teacher, "a.pdf", Fichiers.PDF);
        documents.attach(teacher, SalleDEssai.SALLE, SalleDEssai.chose(), ecole, List.of(depot));
        var ten = DataSize.ofBytes(10);
        var small = new Quotas(
                jdbc, new ReglagesDocuments(ten, ten, ten, ten, ten, ten, ten, Duration.ZERO, Duration.ZERO));
        assertThat(refused(() -> small.checkEcole(ecole, 0)).phrase()).contains("L’école n’a plus de place");
        small.checkEcole(UUID.randomUUID(), 10);
    }

    @Test
    void forgetsWhatWasAttachedToNothing() {
        var depot = Fichiers.sent(depots, teacher, "a.pdf", Fichiers.PDF);
        var begun = depots.begin(teacher, "b.pdf", 10, 0).id();
        depots.append(teacher, begun, 0, new byte[5]);
        donnees.purge();
        assertThat(depots.state(teacher, depot)).isNotNull();
        later("3 days");
        donnees.purge();
        assertThatThrownBy(() -> depots.state(teacher, depot)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> depots.state(teacher, begun)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> rangement.open(Depots.cle(begun, 0), 0, 1).close())
                .hasMessageContaining("storage");
    }

    @Test
    void forgetsWhoSentAndKeepsWhatTheyAttachedForOthers() {
        var loose = Fichiers.sent(depots, teacher, "a.pdf", Fichiers.PDF);
        var given = Fichiers.sent(depots, teacher, "b.pdf", Fichiers.PDF);
        attach(teacher, SalleDEssai.chose(other.personneId()), given);
        assertThat(donnees.export(teacher.personneId())).containsKey("fichiers");
        donnees.erase(teacher.personneId());
        assertThat(donnees.export(teacher.personneId())).isEmpty();
        assertThat(livraison.whole(other, given).nom()).isEqualTo("b.pdf");
        assertThatThrownBy(() -> livraison.whole(teacher, loose)).isInstanceOf(Introuvable.class);
    }

    private void attach(Utilisateur auteur, UUID chose, UUID... ids) {
        documents.attach(auteur, SalleDEssai.SALLE, chose, ECOLE, List.of(ids));
    }

    private byte[] bytesOf(Utilisateur reader, UUID id) throws IOException {
        var sortie = livraison.whole(reader, id);
        try (var input = livraison.open(sortie, 0, sortie.octets())) {
            return input.readAllBytes();
        }
    }

    private String key(UUID id) {
        return jdbc.sql("select empreinte from documents.piece where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void later(String interval) {
        jdbc.sql("""
                        update documents.piece set depose_le = depose_le - :i::interval,
                               retiree_le = retiree_le - :i::interval
                        """).param("i", interval).update();
        jdbc.sql("update documents.contenu set pris_le = pris_le - :i::interval")
                .param("i", interval)
                .update();
    }

    private static String print(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DepotRefuse refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable gesture) {
        return catchThrowableOfType(DepotRefuse.class, gesture);
    }

    /// The first bytes of a Windows program.
    private static byte[] program() {
        var bytes = new byte[256];
        bytes[0] = 'M';
        bytes[1] = 'Z';
        bytes[0x3C] = (byte) 0x80;
        bytes[0x80] = 'P';
        bytes[0x81] = 'E';
        return bytes;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static Utilisateur someone(Profil profil) {
        return Fichiers.someone(UUID.randomUUID(), profil);
    }
}
