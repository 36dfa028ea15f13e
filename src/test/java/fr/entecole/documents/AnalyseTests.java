package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.entecole.ModuleTest;
import fr.entecole.documents.antivirus.Antivirus;
import fr.entecole.documents.antivirus.Clamd;
import fr.entecole.documents.antivirus.ReglagesAntivirus;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// With a real clamd, which may be down: nothing is served before it has passed.
@ModuleTest
class AnalyseTests {

    private static Clamd clamd;

    @Autowired
    Depots depots;

    @Autowired
    Documents documents;

    @Autowired
    Livraison livraison;

    @Autowired
    Rangement rangement;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Antivirus antivirus;

    @Autowired
    ReglagesAntivirus reglages;

    @Autowired
    TransactionTemplate transaction;

    Utilisateur someone;

    @DynamicPropertySource
    static void antivirus(DynamicPropertyRegistry registry) throws IOException {
        clamd = new Clamd();
        registry.add("ent.documents.antivirus.adresse", clamd::adresse);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        clamd.close();
    }

    @BeforeEach
    void anyone() {
        someone = Fichiers.someone(UUID.randomUUID(), Profil.PARENT);
    }

    @Test
    void refusesAVirusAndKeepsNothingOfIt() throws IOException {
        for (var bytes : List.of(Clamd.eicar(), zip(Clamd.eicar()))) {
            var refusal =
                    catchThrowableOfType(DepotRefuse.class, () -> Fichiers.sent(depots, someone, "notes.txt", bytes));
            assertThat(refusal.statut()).isEqualTo(422);
            assertThat(refusal.phrase()).contains("virus");
        }
        assertThat(documents.uploads(someone, List.of())).isEmpty();
        assertThat(jdbc.sql("select count(*)::int from documents.piece where auteur_id = :p")
                        .param("p", someone.personneId())
                        .query(Integer.class)
                        .single())
                .isZero();
        var clean = Fichiers.sent(depots, someone, "notes.txt", words());
        assertThat(livraison.whole(someone, clean).type()).isEqualTo("text/plain");
    }

    @Test
    void holdsWhatItCouldNotLookAtUntilItCan() throws Exception {
        clamd.stop();
        UUID good;
        UUID bad;
        var chose = SalleDEssai.chose(someone.personneId());
        try {
            good = Fichiers.sent(depots, someone, "notes.txt", words());
            bad = Fichiers.sent(depots, someone, "eicar.txt", Clamd.eicar());
            documents.attach(someone, SalleDEssai.SALLE, chose, UUID.randomUUID(), List.of(good, bad));
            assertThat(states(chose)).containsExactly(EtatDePiece.EN_ANALYSE, EtatDePiece.EN_ANALYSE);
            assertThatThrownBy(() -> livraison.whole(someone, good)).isInstanceOf(Introuvable.class);
            assertThat(analyse().round()).isZero();
        } finally {
            clamd.start();
        }
        assertThat(analyse().round()).isEqualTo(2);
        assertThat(states(chose)).containsExactly(EtatDePiece.PRETE, EtatDePiece.REFUSEE);
        assertThat(livraison.whole(someone, good).octets()).isPositive();
        assertThatThrownBy(() -> livraison.whole(someone, bad)).isInstanceOf(Introuvable.class);
        var key = jdbc.sql("select empreinte from documents.piece where id = :id")
                .param("id", bad)
                .query(String.class)
                .single();
        assertThatThrownBy(() -> rangement.open(Contenus.Contenu.cle(key), 0, 1).close())
                .hasMessageContaining("storage");
    }

    /// Longer than clamd takes: no verdict, so it waits.
    @Test
    void holdsWhatTheAntivirusDoesNotTake() {
        var heavy = java.util.Arrays.copyOf(Fichiers.PDF, 25_000_000);
        var id = Fichiers.sent(depots, someone, "long.pdf", heavy);
        assertThat(documents.uploads(someone, List.of(id)))
                .extracting(PieceJointe::etat)
                .containsExactly(EtatDePiece.EN_ANALYSE);
        jdbc.sql("delete from documents.piece where id = :id").param("id", id).update();
        jdbc.sql("delete from documents.contenu where etat = 'EN_ANALYSE'").update();
    }

    private List<EtatDePiece> states(UUID chose) {
        return documents.of(SalleDEssai.SALLE, List.of(chose)).get(chose).stream()
                .map(PieceJointe::etat)
                .toList();
    }

    private Analyse analyse() {
        return new Analyse(jdbc, transaction, antivirus, rangement, reglages);
    }

    private static byte[] words() {
        return ("Bonjour " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("eicar"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
