package fr.entecole.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.notifications.Besogne;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/// A mot with its bell and its papers: who is told, who reads, and until when.
@MondeTest
class CeQuiAccompagneUnMotTests {

    private static final byte[] PDF = "%PDF-1.7 essai".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    LiaisonDonneesPersonnelles donnees;

    @Autowired
    Clock clock;

    Visites visites;
    UUID esteve;
    UUID castans;
    UUID samira;
    UUID karim;
    UUID yvan;
    Public familles;

    @BeforeEach
    void nothingWaits() {
        visites = new Visites(context);
        jdbc.sql("delete from notifications.depot").update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
        esteve = visites.personnel("11", "300102");
        castans = visites.personnel("11", "300101");
        samira = responsable("SAMIRA", "BENALI");
        karim = responsable("KARIM", "BENALI");
        yvan = responsable("YVAN", "GALY");
        familles = Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
    }

    @Test
    void ringsWhenTheMotCanBeReadAndNoMoreOnceItIsOpened() {
        var mot = write("La cloche");
        later(mot, Duration.ofHours(3));
        deliver(clock.instant().plus(Duration.ofHours(2)));
        assertThat(visites.page(samira, "/notifications")).doesNotContain("La cloche");
        deliver(clock.instant().plus(Duration.ofHours(4)));
        later(mot, Duration.ofMinutes(-1));
        assertThat(visites.page(samira, "/notifications")).contains("La cloche");
        assertThat(bell(samira)).isOne();
        assertThat(bell(yvan)).isZero();
        visites.page(samira, path(mot));
        assertThat(bell(samira)).isZero();
        assertThat(bell(karim)).isOne();
    }

    @Test
    void takesTheBellBackWithTheMot() {
        var mot = write("Repris");
        deliver(clock.instant().plus(Duration.ofDays(30)));
        assertThat(bell(samira)).isOne();
        assertThat(visites.post(esteve, path(mot) + "/retrait")).hasStatus(303);
        assertThat(bell(samira)).isZero();
    }

    @Test
    void showsWhatIsAttachedToWhoeverReadsTheMotAndToNobodyElse() {
        var mot = write("Avec un papier");
        var piece = piece(mot);
        later(mot, Duration.ofHours(3));
        assertThat(visites.get(samira, piece)).as("before delivery").hasStatus(404);
        assertThat(visites.get(esteve, piece)).hasStatusOk();
        later(mot, Duration.ofMinutes(-1));
        assertThat(visites.page(samira, path(mot))).contains("programme.pdf", piece);
        assertThat(visites.get(samira, piece)).hasStatusOk();
        assertThat(visites.get(castans, piece)).hasStatusOk();
        for (var stranger : List.of(yvan, visites.eleve("500101"), visites.personnel("11", "300105"))) {
            assertThat(visites.get(stranger, piece)).hasStatus(404);
        }
        keepOut(karim);
        assertThat(visites.get(karim, piece)).as("kept out since").hasStatus(404);
    }

    /// Small children, on the device of their class too: no bell, nothing that listens, and no paper of adults.
    @Test
    void leavesSmallChildrenAlone() {
        var younes = eleve("YOUNES", "BENALI");
        for (var path : List.of("/", "/liaison")) {
            assertThat(visites.page(younes, path)).doesNotContain("data-direct", "id=\"cloche\"");
        }
        var piece = piece(write("Entre adultes"));
        assertThat(visites.get(younes, piece)).hasStatus(404);
        assertThat(visites.get(eleve("INES", "BENALI"), piece))
                .as("not for pupils")
                .hasStatus(404);
    }

    @Test
    void keepsThePapersOfACorrectionAndTakesThoseOfAMotThatIsTakenBack() {
        var mot = write("Papier corrigé");
        var piece = piece(mot);
        assertThat(visites.post(
                        esteve, path(mot) + "/correction", "titre", "Corrigé", "texte", "Autre.", "texte-version", "1"))
                .hasStatus(303);
        assertThat(visites.page(esteve, path(mot))).contains("Corrigé", "programme.pdf");
        assertThat(visites.post(esteve, path(mot) + "/retrait")).hasStatus(303);
        for (var anyone : List.of(esteve, castans, samira)) {
            assertThat(visites.get(anyone, piece)).hasStatus(404);
        }
    }

    @Test
    void forgetsThePapersOfAMotToAForgottenChild() {
        var child = UUID.randomUUID();
        var ecole = reperes.ecole("0110358E");
        var mot = write("À oublier");
        jdbc.sql("update liaison.destination set cle = :cle where mot_id = :mot")
                .param(
                        "cle",
                        Public.ofEleves(ecole, List.of(child), Qui.RESPONSABLES)
                                .cles()
                                .iterator()
                                .next()
                                .valeur())
                .param("mot", mot)
                .update();
        donnees.erase(List.of(child));
        assertThat(jdbc.sql("select count(*) from documents.piece where chose = :mot")
                        .param("mot", mot)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /// Without a script: the page that comes back has the file with its words, and a box to leave it out.
    @Test
    void asksForTheWordsOfAPictureThatIsAlreadyThere() {
        var picture = new MockMultipartFile("fichiers", "bottes.png", "image/png", png());
        var back = visites.upload(
                esteve, "/liaison/mots", picture, "titre", "", "texte", "Lisez.", "pour", familles.code());
        assertThat(back).hasStatus(422);
        var page = Visites.words(back);
        assertThat(page).contains("bottes.png", "/vignette\"", "name=\"_montre.");
        var id = page.replaceAll("(?s).*name=\"_montre\\.([0-9a-f-]{36})\".*", "$1");
        assertThat(page).contains("type=\"checkbox\" name=\"depots\" value=\"" + id + "\" checked");
        assertThat(visites.post(samira, "/liaison/mots", "titre", "x", "depots", id, "_montre." + id, "Les miennes"))
                .hasStatus(404);
        var sent = visites.post(
                esteve,
                "/liaison/mots",
                "titre",
                "Les bottes",
                "texte",
                "Lisez.",
                "pour",
                familles.code(),
                "depots",
                id,
                "_montre." + id,
                "Trois bottes rouges");
        assertThat(sent).hasStatus(303);
        assertThat(jdbc.sql("select alternative from documents.piece where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(String.class)
                        .single())
                .isEqualTo("Trois bottes rouges");
    }

    @Test
    void aDraftComesBackWithWhomItIsForAndWhatIsJoined() {
        var announced = visites.upload(
                esteve,
                "/liaison/mots",
                new MockMultipartFile("fichiers", "bottes.png", "image/png", png()),
                "titre",
                "",
                "texte",
                "Lisez.");
        var id = Visites.words(announced).replaceAll("(?s).*name=\"_montre\\.([0-9a-f-]{36})\".*", "$1");
        var ecole = Public.ofEcole(reperes.ecole("0110358E"), Qui.RESPONSABLES).code();
        var outside = Public.ofClasse(reperes.ecole("0110358E"), UUID.randomUUID(), Qui.RESPONSABLES)
                .code();
        assertThat(visites.post(
                        esteve,
                        "/redaction/brouillons",
                        "lieu",
                        "liaison.nouveau",
                        "champ.titre",
                        "Commencé",
                        "champ.texte",
                        "<p>Le début</p>",
                        "champ.choix.pour",
                        familles.code() + "\tFamilles du CM1\n" + outside + "\tAilleurs\n" + ecole + "\n",
                        "champ.choix.eleves",
                        "true\tAussi\n",
                        "champ.choix.depots",
                        id + "\n"))
                .hasStatus(200);
        assertThat(visites.page(esteve, "/liaison/nouveau"))
                .contains("Commencé", "bottes.png", "value=\"" + familles.code() + "\" checked")
                .containsPattern("name=\"eleves\" value=\"true\" checked")
                .doesNotContain("Ailleurs", outside);
        assertThat(visites.page(esteve, "/redaction/brouillons/abandon?lieu=liaison.nouveau"))
                .contains("Le début")
                .doesNotContain(familles.code());
        assertThat(visites.post(esteve, "/redaction/brouillons/abandon", "lieu", "liaison.nouveau"))
                .hasStatus(303);
    }

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// As a form without a script sends it.
    private UUID write(String titre) {
        var paper = new MockMultipartFile("fichiers", "programme.pdf", "application/pdf", PDF);
        var answer = visites.upload(
                esteve, "/liaison/mots", paper, "titre", titre, "texte", "Lisez.", "pour", familles.code());
        assertThat(answer).hasStatus(303);
        return UUID.fromString(answer.getResponse().getHeader("Location").replaceAll(".*mots/|\\?.*", ""));
    }

    private void later(UUID mot, Duration when) {
        var at = CahierDeLiaison.utc(clock.instant().plus(when));
        jdbc.sql("update liaison.version set visible_le = :le where mot_id = :mot")
                .param("le", at)
                .param("mot", mot)
                .update();
        jdbc.sql("update liaison.mot set visible_le = :le, publie_le = least(publie_le, :le) where id = :mot")
                .param("le", at)
                .param("mot", mot)
                .update();
        jdbc.sql("""
                        update notifications.remise set due_le = :le
                         where depot_id in (select id from notifications.depot where chose = :mot)
                        """).param("le", at).param("mot", mot).update();
    }

    private void deliver(Instant now) {
        besognes.stream().filter(b -> b.nom().equals("livraisons")).forEach(b -> b.work(now));
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private int bell(UUID personne) {
        return jdbc.sql("""
                        select count(*) from notifications.ligne
                         where personne_id = :id and lue_le is null and retiree_le is null
                        """).param("id", personne).query(Integer.class).single();
    }

    private String piece(UUID mot) {
        return "/documents/"
                + jdbc.sql("select id from documents.piece where salle = 'liaison' and chose = :mot")
                        .param("mot", mot)
                        .query(UUID.class)
                        .single();
    }

    private void keepOut(UUID responsable) {
        jdbc.sql("""
                        insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                        select l.eleve_id, l.responsable_id, current_date - 1, 'jugement', clock_timestamp()
                          from annuaire.lien l where l.responsable_id = :r
                        """).param("r", responsable).update();
        new EnTantQue(context).forgetWhatThisNodeRemembers();
    }

    private UUID eleve(String prenom, String nom) {
        return id("annuaire.eleve", prenom, nom);
    }

    private UUID responsable(String prenom, String nom) {
        return id("annuaire.responsable", prenom, nom);
    }

    private UUID id(String table, String prenom, String nom) {
        return jdbc.sql(
                        "select id from " + table
                                + " where annuaire.cle(prenom) = annuaire.cle(:prenom) and annuaire.cle(nom) = annuaire.cle(:nom)")
                .param("prenom", prenom)
                .param("nom", nom)
                .query(UUID.class)
                .single();
    }

    private static String path(UUID mot) {
        return "/liaison/mots/" + mot;
    }
}
