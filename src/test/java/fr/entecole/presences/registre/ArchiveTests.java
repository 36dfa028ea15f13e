package fr.entecole.presences.registre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.presences.registre.Signatures.Signee;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {

    @TempDir
    Path dossier;

    private static List<Signee> signed() {
        var first = Signatures.print("", "octobre");
        var second = Signatures.print(first, "novembre");
        return List.of(
                signee(1, "octobre", "", first, LocalDate.of(2026, 10, 1)),
                signee(2, "novembre", first, second, LocalDate.of(2026, 11, 1)));
    }

    private static Signee signee(int rang, String contenu, String before, String print, LocalDate mois) {
        return new Signee(rang, new UUID(0, 1), mois, contenu, before, print, "Hélène; \"Castans\"", Instant.EPOCH);
    }

    /// @param change what becomes of an entry; null: it is taken out
    private static byte[] changed(byte[] archive, String name, UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var said = entry.getName().equals(name) ? change.apply(text) : text;
                if (!said.isEmpty()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(said.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    private static String fault(byte[] archive) throws IOException {
        return Archive.check(new ByteArrayInputStream(archive)).faute();
    }

    @Test
    void tellsAChangedAMissingAndAnAddedMonth() throws IOException {
        var archive = Archive.write(signed());
        assertThat(fault(changed(archive, "0001-2026-10.csv", text -> "Octobre")))
                .contains("n’est plus celui");
        assertThat(fault(changed(archive, "0002-2026-11.csv", text -> ""))).contains("il manque");
        assertThat(fault(changed(
                        archive,
                        "MANIFESTE.csv",
                        text -> text.lines().findFirst().orElseThrow() + "\n")))
                .contains("pas dans le manifeste");
        assertThat(fault(changed(archive, "MANIFESTE.csv", text -> ""))).contains("le manifeste manque");
        assertThat(fault(changed(archive, "MANIFESTE.csv", text -> text.replace("\n1;", "\n3;"))))
                .contains("à sa place");
    }

    @Test
    void tellsAFileThatIsNoArchive() throws IOException {
        assertThat(fault("rien".getBytes(StandardCharsets.UTF_8))).contains("le manifeste manque");
        assertThat(new VerifierRegistre().run(List.of(dossier.resolve("absent").toString())))
                .isEqualTo(2);
        assertThat(new VerifierRegistre().run(List.of())).isEqualTo(2);
    }

    @Test
    void findsAnArchiveAsItWasSigned() throws IOException {
        var archive = Archive.write(signed());
        var controle = Archive.check(new ByteArrayInputStream(archive));
        assertThat(controle.faute()).isEmpty();
        assertThat(controle.mois()).isEqualTo(2);
        assertThat(controle.sceau()).isEqualTo(signed().getLast().empreinte());
        var file = Files.write(dossier.resolve("registre.zip"), archive);
        assertThat(new VerifierRegistre().run(List.of(file.toString()))).isZero();
    }
}
