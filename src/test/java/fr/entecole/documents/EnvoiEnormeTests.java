package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.entecole.Formulaire;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.EnTantQue;
import fr.entecole.socle.Profil;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Two gigabytes of zeros, made as they leave, over real HTTP, with no length that would give them away. The server has
/// less memory than that.
@MondeTest
@TestPropertySource(
        properties = {
            "ent.documents.atelier=target/documents/atelier-enorme",
            "ent.documents.rangement.dossier=target/documents/rangement-enorme"
        })
class EnvoiEnormeTests {

    private static final long ENORME = 2L << 30;
    private static final byte[] ZEROS = new byte[1 << 16];

    @Autowired
    ApplicationContext context;

    @Autowired
    Depots depots;

    @LocalServerPort
    int port;

    @Value("${ent.documents.rangement.dossier}")
    Path rangement;

    @Value("${ent.documents.atelier}")
    Path atelier;

    UUID teacher;
    String session;
    long kept;

    @BeforeEach
    void sender() throws IOException {
        teacher = new Visites(context).personnel("11", "300102");
        session = new EnTantQue(context).personne(teacher).getValue();
        kept = octets(rangement);
    }

    @Test
    void refusesAFormAndKeepsNothingOfIt() throws Exception {
        var sent = new AtomicLong();
        var answer = send(
                "/liaison/mots",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"fichiers\"; filename=\"film.mp4\"\r\n\r\n",
                sent);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("Ce fichier est trop lourd");
        assertThat(sent.get()).as("what the server let come").isLessThan(ENORME / 4);
        assertFreed();
    }

    /// Who announces little and sends much.
    @Test
    void refusesAPartThatNeverEnds() throws Exception {
        var id = depots.begin(Fichiers.someone(teacher, Profil.ENSEIGNANT), "film.mp4", 4_000_000, 0)
                .id();
        var sent = new AtomicLong();
        var answer = send(
                "/documents/envois/" + id + "/suite?debut=0",
                "Content-Type: application/octet-stream\r\nX-XSRF-TOKEN: " + Formulaire.champ() + "\r\n",
                "",
                sent);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("trop lourd");
        assertThat(sent.get()).as("what the server let come").isLessThan(ENORME / 4);
        assertThat(depots.state(Fichiers.someone(teacher, Profil.ENSEIGNANT), id)
                        .recus())
                .isZero();
        assertFreed();
    }

    /// What came by the rules, part by part, and is nothing that may be attached: its parts leave the disk.
    @Test
    void givesTheDiskBackOnceItSeesWhatItIs() throws IOException {
        var someone = Fichiers.someone(UUID.randomUUID(), Profil.ENSEIGNANT);
        long octets = 64L << 20;
        int part = 2 << 20;
        var id = depots.begin(someone, "film.mp4", octets, 0).id();
        for (long from = 0; from + part < octets; from += part) {
            depots.append(someone, id, from, new byte[part]);
        }
        assertThat(octets(rangement)).isGreaterThanOrEqualTo(kept + octets - part);
        var refusal = catchThrowableOfType(
                DepotRefuse.class, () -> depots.append(someone, id, octets - part, new byte[part]));
        assertThat(refusal.statut()).isEqualTo(415);
        assertFreed();
    }

    private void assertFreed() throws IOException {
        assertThat(octets(rangement)).isEqualTo(kept);
        assertThat(octets(atelier)).isZero();
    }

    private static long octets(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /// @param sent how much has left when the server hangs up
    private String send(String path, String headers, String begin, AtomicLong sent) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            var output = socket.getOutputStream();
            output.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: formulaire="
                            + Formulaire.JETON + "; session=" + session + "\r\n" + headers
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            var zeros = Thread.ofVirtual().start(() -> zeros(output, begin, sent));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            socket.close();
            zeros.join();
            return answer;
        }
    }

    private static void zeros(OutputStream output, String begin, AtomicLong sent) {
        try {
            if (!begin.isEmpty()) {
                chunk(output, begin.getBytes(StandardCharsets.ISO_8859_1));
            }
            for (long left = ENORME; left > 0; left -= ZEROS.length) {
                chunk(output, ZEROS);
                sent.addAndGet(ZEROS.length);
            }
            output.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            // the server has hung up
        }
    }

    private static void chunk(OutputStream output, byte[] bytes) throws IOException {
        output.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        output.write(bytes);
        output.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
}
