package fr.entecole.documents.rangement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.entecole.DisqueEtroit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same promises on the local disk and in a real S3 store.
class RangementTests {

    @TempDir
    static Path folder;

    private static ServeurS3 server;

    static Stream<Rangement> both() throws Exception {
        if (server == null) {
            server = new ServeurS3();
        }
        return Stream.of(local(0), s3(ServeurS3.SECRET));
    }

    private static RangementLocal local(long reserve) {
        return new RangementLocal(folder.resolve("local"), reserve, Instant.now());
    }

    private static RangementS3 s3(String secret) {
        return new RangementS3(
                new ReglagesDuRangement.S3(server.adresse(), "fr", ServeurS3.SEAU, ServeurS3.CLE, secret));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void givesBackWhatWasPutAndAnyPartOfIt(Rangement rangement) throws IOException {
        var bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("source"), bytes);
        rangement.put("contenus/ab/cd/abcd", file);
        assertThat(read(rangement, "contenus/ab/cd/abcd", 0, bytes.length)).isEqualTo(bytes);
        assertThat(read(rangement, "contenus/ab/cd/abcd", 2_999_990, 10))
                .isEqualTo(java.util.Arrays.copyOfRange(bytes, 2_999_990, 3_000_000));
        rangement.put("contenus/ab/cd/abcd", new byte[] {1, 2, 3});
        assertThat(read(rangement, "contenus/ab/cd/abcd", 0, 3)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource("both")
    void knowsNothingOfWhatWasTakenAway(Rangement rangement) {
        rangement.put("envois/a/0", new byte[] {1});
        rangement.delete(List.of("envois/a/0", "envois/never/0"));
        assertThatThrownBy(() -> read(rangement, "envois/a/0", 0, 1)).isInstanceOf(RangementIndisponible.class);
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothingHalfWritten() throws IOException {
        var local = new RangementLocal(folder.resolve("plein"), Long.MAX_VALUE - 10_000_000, Instant.now());
        assertThatThrownBy(() -> local.put("contenus/a", new byte[] {1}))
                .isInstanceOfSatisfying(
                        RangementIndisponible.class, e -> assertThat(e.plein()).isTrue());
        try (var left = Files.walk(folder.resolve("plein"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    /// Room that was there when it began, and that others took meanwhile: on a real disk of two hundred kilobytes.
    @Test
    void leavesNothingHalfWrittenWhenTheDiskFillsUnderIt() throws Exception {
        if (!DisqueEtroit.mountable()) {
            return;
        }
        var narrow = folder.resolve("etroit");
        try (var _ = DisqueEtroit.on(narrow, 200)) {
            var rangement = new RangementLocal(narrow, -1_000_000, Instant.now());
            assertThatThrownBy(() -> rangement.put("contenus/grand", new byte[900_000]))
                    .isInstanceOfSatisfying(
                            RangementIndisponible.class,
                            e -> assertThat(e.plein()).isTrue());
            try (var left = Files.walk(narrow)) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
            rangement.put("contenus/petit", new byte[] {1, 2, 3});
            assertThat(read(rangement, "contenus/petit", 0, 3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void sweepsWhatWasLeftHalfWritten() throws IOException {
        var apart = Files.createDirectories(folder.resolve("local/en-cours"));
        var old = Files.write(apart.resolve("vieux"), new byte[1]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var young = Files.write(apart.resolve("jeune"), new byte[1]);
        local(0);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    @Test
    void keepsToItsFolder() {
        var local = local(0);
        assertThatThrownBy(() -> local.put("../dehors", new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysThatAStoreDoesNotAnswerOrDoesNotKnowUs() throws Exception {
        var _ = both().toList();
        try (var stranger = s3("un-autre-secret")) {
            assertThatThrownBy(() -> stranger.put("contenus/b", new byte[] {1}))
                    .isInstanceOf(RangementIndisponible.class);
        }
        try (var nobody = new RangementS3(new ReglagesDuRangement.S3("http://127.0.0.1:9", "fr", "s", "c", "s"))) {
            assertThatThrownBy(() -> nobody.put("contenus/b", new byte[] {1}))
                    .isInstanceOfSatisfying(
                            RangementIndisponible.class,
                            e -> assertThat(e.plein()).isFalse());
        }
    }

    private static byte[] read(Rangement rangement, String cle, long debut, long octets) {
        try (var input = rangement.open(cle, debut, octets)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
