package fr.entecole.documents.rangement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.PortLibre;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// s3proxy 4.1.0 in a process of its own, with signatures checked; its class path is Maven's (`build/s3proxy`), never
/// the application's.
public final class ServeurS3 implements AutoCloseable {

    static final String CLE = "essai";
    static final String SECRET = "secret-d-essai";
    static final String SEAU = "ent-ecole";

    private final Path folder;
    private final int port;
    private Process process;

    public ServeurS3() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("s3proxy-");
        port = PortLibre.next();
        start();
        try (var client = S3Client.builder()
                .endpointOverride(URI.create(adresse()))
                .region(Region.of("fr"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(CLE, SECRET)))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .httpClientBuilder(ApacheHttpClient.builder())
                .build()) {
            client.createBucket(b -> b.bucket(SEAU));
        }
    }

    public String adresse() {
        return "http://127.0.0.1:" + port;
    }

    /// The settings that lead an application to it.
    public String[] settings() {
        var prefix = "ent.documents.rangement.s3.";
        return new String[] {prefix + "adresse=" + adresse(), prefix + "cle=" + CLE, prefix + "secret=" + SECRET};
    }

    public void start() throws IOException, InterruptedException {
        var settings = folder.resolve("s3proxy.conf");
        var files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(settings, """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(adresse(), CLE, SECRET, files));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("journal.txt").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            assertThat(process.isAlive())
                    .as(() -> "s3proxy has ended: " + folder.resolve("journal.txt"))
                    .isTrue();
            try (var _ = new java.net.Socket("127.0.0.1", port)) {
                return true;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /// As if its machine had gone.
    public void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Asked once, also by two forks at once.
    private static String classPath() throws IOException, InterruptedException {
        var list = Path.of("target/s3proxy.chemin").toAbsolutePath();
        try (var channel = FileChannel.open(
                        list.resolveSibling("s3proxy.verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(list)) {
                bring(list);
            }
        }
        return Files.readString(list).strip();
    }

    private static void bring(Path list) throws IOException, InterruptedException {
        var log = list.resolveSibling("s3proxy.log");
        var maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        "-f",
                        "build/s3proxy/pom.xml",
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + list)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(5, TimeUnit.MINUTES) && maven.exitValue() == 0)
                .as(() -> "Maven did not bring s3proxy: " + log)
                .isTrue();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
