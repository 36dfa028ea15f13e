package fr.entecole.documents.rangement;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/// A store that speaks S3. What it answers slowly or not at all is told within seconds, after one more try.
final class RangementS3 implements Rangement, AutoCloseable {

    private static final Duration CONNEXION = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final S3Client client;
    private final String seau;

    RangementS3(ReglagesDuRangement.S3 s3) {
        this.seau = s3.seau();
        this.client = S3Client.builder()
                .endpointOverride(URI.create(s3.adresse()))
                .region(Region.of(s3.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(s3.cle(), s3.secret())))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(100)
                        .connectionTimeout(CONNEXION)
                        .connectionAcquisitionTimeout(SILENCE)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(2)))
                .build();
    }

    @Override
    public void put(String cle, Path fichier) {
        put(cle, RequestBody.fromFile(fichier));
    }

    @Override
    public void put(String cle, byte[] octets) {
        put(cle, RequestBody.fromBytes(octets));
    }

    private void put(String cle, RequestBody body) {
        asked(() -> client.putObject(r -> r.bucket(seau).key(cle), body));
    }

    @Override
    public InputStream open(String cle, long debut, long octets) {
        var range = "bytes=" + debut + "-" + (debut + octets - 1);
        return asked(() -> client.getObject(r -> r.bucket(seau).key(cle).range(range)));
    }

    @Override
    public void delete(Collection<String> cles) {
        for (var cle : List.copyOf(cles)) {
            asked(() -> client.deleteObject(r -> r.bucket(seau).key(cle)));
        }
    }

    private static <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new RangementIndisponible(false, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
