package fr.entecole.mesure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.entecole.ModuleTest;
import fr.entecole.mesure.Cellule.Ajout;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class MesureModuleTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Semaines semaines;

    @Test
    void sendsNothingToNobodyAsLongAsNoCollectorIsSet() throws Exception {
        assertThat(reglages(null).collecteur()).isNull();
        var heard = new ConcurrentLinkedQueue<String>();
        var server = server(heard, 200);
        try {
            new Collecteur(reglages(null), jdbc).send(Map.of(cellule(ecole("0110001A")), new Ajout(1, 1, 1)));
            new Collecteur(reglages(address(server)), jdbc)
                    .send(Map.of(cellule(ecole("0110002B")), new Ajout(1, 2, 3)));
            await().untilAsserted(() -> assertThat(heard).hasSize(1));
            assertThat(heard.element())
                    .contains(
                            "site=42",
                            "SERVICE=CAHIER_LIAISON",
                            "TYPE=NATIF",
                            "UAI=0110002B",
                            "PROFIL=PARENT",
                            "pages=3");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void goesOnWhenTheCollectorRefuses() throws Exception {
        var heard = new ConcurrentLinkedQueue<String>();
        var server = server(heard, 500);
        try {
            new Collecteur(reglages(address(server)), jdbc)
                    .send(Map.of(cellule(ecole("0110003C")), new Ajout(1, 1, 1)));
            await().untilAsserted(() -> assertThat(heard).hasSize(1));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void countsAnEmptyDirectory() {
        assertThat(semaines.run()).containsEntry("marques", 0L);
    }

    private UUID ecole(String uai) {
        return jdbc.sql("""
                        insert into annuaire.structure (academie, aaf_id, genre, uai, nom_courant)
                        values ('11', :uai, 'ECOLE', :uai, 'École') returning id
                        """)
                .param("uai", uai)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    private static Cellule cellule(UUID ecole) {
        return new Cellule(
                ecole, LocalDate.of(2026, 11, 24), 8, ProfilMesure.PARENT, Service.CAHIER_LIAISON, Appareil.SMARTPHONE);
    }

    private static ReglagesMesure reglages(@Nullable URI collecteur) {
        return new ReglagesMesure(
                false, Period.ofMonths(3), Period.ofMonths(25), collecteur, "42", "", "", "", Duration.ofSeconds(5));
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hit");
    }

    private static HttpServer server(Queue<String> heard, int status) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hit", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
