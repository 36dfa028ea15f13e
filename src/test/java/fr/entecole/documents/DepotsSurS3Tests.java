package fr.entecole.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.entecole.documents.rangement.ServeurS3;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// All that is true of uploads, with the bytes in a real S3 store, which may also be down.
class DepotsSurS3Tests extends DepotsTests {

    private static ServeurS3 server;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) throws Exception {
        server = new ServeurS3();
        for (var setting : server.settings()) {
            int equal = setting.indexOf('=');
            registry.add(setting.substring(0, equal), () -> setting.substring(equal + 1));
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void saysThatTheStoreIsDownAndGoesOnOnceItIsBack() throws Exception {
        var bytes = ("%PDF-1.7 " + UUID.randomUUID()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var id = depots.begin(teacher, "a.pdf", bytes.length, 0).id();
        server.stop();
        var refusal = catchThrowableOfType(DepotRefuse.class, () -> depots.append(teacher, id, 0, bytes));
        assertThat(refusal.statut()).isEqualTo(503);
        assertThat(refusal.phrase()).contains("Réessayez");
        assertThat(depots.state(teacher, id).recus()).isZero();
        server.start();
        assertThat(depots.append(teacher, id, 0, bytes).type()).isEqualTo("application/pdf");
    }
}
