package fr.entecole.notifications.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.entecole.MondeTest;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.notifications.Besogne;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.notifications.SorteDEssai;
import fr.entecole.notifications.Sortes;
import fr.entecole.socle.Utilisateur;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A real service on this machine receives what is sent, and the device reads it with its keys.
@MondeTest
class PushTests {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Nouvelles nouvelles;

    @Autowired
    List<Besogne> besognes;

    @Autowired
    Vapid vapid;

    @Autowired
    Reperes reperes;

    @Autowired
    JsonMapper json;

    private final List<Recu> recus = new CopyOnWriteArrayList<>();
    private final byte[] secret = "seize-octets-ici".getBytes(StandardCharsets.US_ASCII);
    private volatile int answer = 201;
    private HttpServer service;
    private KeyPair device;
    private Utilisateur parent;
    private Instant now;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException {
        jdbc.sql("delete from notifications.depot").update();
        jdbc.sql("delete from notifications.abonnement").update();
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            recus.add(new Recu(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Topic"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        service.start();
        device = Courbe.draw();
        var visites = new Visites(context);
        var compte = context.getBean(Comptes.class)
                .ofPersonne(visites.responsable("700113"))
                .orElseThrow();
        parent = context.getBean(Utilisateurs.class).of(compte, null).orElseThrow();
        now = Instant.now().plus(Duration.ofDays(60));
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void ringsOnceTheKindAndItsPageAloneWhichOnlyTheDeviceReads() throws GeneralSecurityException {
        assertThat(subscribe()).isTrue();
        tell();
        var nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> expedition().work(now)))
                .limit(3)
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(recus).hasSize(1);
        var recu = recus.getFirst();
        assertThat(new String(recu.corps, StandardCharsets.ISO_8859_1)).doesNotContain("mot", "aide");
        var message = json.readTree(decrypt(recu.corps));
        assertThat(message.get("mot").asString()).isEqualTo("Un mot d’essai");
        assertThat(message.get("adresse").asString()).isEqualTo("/aide");
        assertThat(message.toString()).doesNotContain("Piscine");
        assertThat(recu.sujet).hasSizeLessThanOrEqualTo(32);
        signed(recu.autorisation);
    }

    @Test
    void forgetsADeviceThatIsGoneForItsService() {
        for (int gone : new int[] {404, 410}) {
            answer = gone;
            subscribe();
            tell();
            expedition().work(now);
            assertThat(open()).isZero();
            tell();
            expedition().work(now);
        }
        assertThat(recus).hasSize(2);
    }

    @Test
    void triesAgainLaterAndGivesUpInTheEnd() {
        answer = 503;
        subscribe();
        tell();
        expedition().work(now);
        expedition().work(now);
        assertThat(recus).as("not due yet").hasSize(1);
        for (int i = 0; i < 5; i++) {
            now = now.plus(Duration.ofHours(1));
            expedition().work(now);
        }
        assertThat(recus).hasSize(3);
        assertThat(jdbc.sql("select count(*) from notifications.envoi where fini_le is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(open()).isOne();
    }

    @Test
    void ringsNothingOfAKindThatIsNotWanted() {
        subscribe();
        jdbc.sql("""
                        insert into notifications.preference (compte_id, sorte, personne_id, cadence, appareils, dite_le)
                        values (:compte, 'mot-dessai', :personne, 'RESUME', false, now())
                        """)
                .param("compte", parent.compteId())
                .param("personne", parent.personneId())
                .update();
        tell();
        expedition().work(now);
        assertThat(recus).isEmpty();
        jdbc.sql("delete from notifications.preference").update();
    }

    @Test
    void writesToNoAddressThatSomeoneCouldChoose() {
        var reglages = new ReglagesPush(List.of("https://push.example.org"), 3);
        assertThat(reglages.accept("https://push.example.org/a")).isPresent();
        assertThat(reglages.accept("https://eu.push.example.org/a")).isPresent();
        for (var chosen : List.of(
                "http://push.example.org/a",
                "https://push.example.org:8443/a",
                "https://127.0.0.1/a",
                "https://evilpush.example.org/a",
                "https://push.example.org@127.0.0.1/a",
                "https://a@push.example.org/a",
                "file:///etc/passwd",
                "pas une adresse")) {
            assertThat(reglages.accept(chosen)).as(chosen).isEmpty();
        }
        var own = new Abonnements(jdbc, reglages, vapid, Clock.systemUTC());
        assertThat(own.add(parent, "https://push.example.org/a", "AAAA", URL.encodeToString(secret), "Essai"))
                .isFalse();
    }

    @Test
    void takesNoPointThatIsNotOnTheCurve() {
        var bytes = Courbe.write((ECPublicKey) device.getPublic());
        bytes[40] ^= 1;
        assertThatThrownBy(() -> Courbe.read(bytes)).isInstanceOf(GeneralSecurityException.class);
    }

    /// RFC 8291, appendix A.
    @Test
    void findsTheKeysOfTheStandardsOwnExample() throws GeneralSecurityException {
        var url = Base64.getUrlDecoder();
        var keys = Chiffrement.keys(
                url.decode("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs"),
                url.decode("BTBZMqHH6r4Tts7J_aSIgg"),
                url.decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                url.decode("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"),
                url.decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(keys.cle()).isEqualTo(url.decode("oIhVW04MRdy2XN9CiKLxTg"));
        assertThat(keys.nonce()).isEqualTo(url.decode("4h_95klXJ5E_qnoN"));
    }

    private boolean subscribe() {
        var own = new Abonnements(jdbc, reglages(), vapid, Clock.systemUTC());
        var point = URL.encodeToString(Courbe.write((ECPublicKey) device.getPublic()));
        return own.add(parent, origin() + "/" + UUID.randomUUID(), point, URL.encodeToString(secret), "Essai");
    }

    private void tell() {
        var familles = Public.ofClasse(reperes.ecole("0110358E"), reperes.classe("11", "514"), Qui.RESPONSABLES);
        transaction.executeWithoutResult(_ -> nouvelles.deposit(
                null, new Nouvelle(SorteDEssai.MOT_DESSAI, UUID.randomUUID(), familles, "/aide", "Piscine mardi")));
        besognes.stream().filter(besogne -> besogne.nom().equals("livraisons")).forEach(besogne -> besogne.work(now));
    }

    private Expedition expedition() {
        return new Expedition(jdbc, transaction, reglages(), vapid, context.getBean(Sortes.class), json);
    }

    private ReglagesPush reglages() {
        return new ReglagesPush(List.of(origin()), 3);
    }

    private String origin() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    private int open() {
        return jdbc.sql("select count(*) from notifications.abonnement where ferme_le is null")
                .query(Integer.class)
                .single();
    }

    /// As a browser does (RFC 8188, RFC 8291).
    private byte[] decrypt(byte[] body) throws GeneralSecurityException {
        var salt = Arrays.copyOf(body, 16);
        assertThat(HexFormat.of().formatHex(body, 16, 21)).isEqualTo("0000100041");
        var theirs = Arrays.copyOfRange(body, 21, 86);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(device.getPrivate());
        agreement.doPhase(Courbe.read(theirs), true);
        var point = Courbe.write((ECPublicKey) device.getPublic());
        var keys = Chiffrement.keys(agreement.generateSecret(), secret, point, theirs, salt);
        var padded = keys.cipher(Cipher.DECRYPT_MODE).doFinal(body, 86, body.length - 86);
        assertThat(padded[padded.length - 1]).isEqualTo((byte) 2);
        return Arrays.copyOf(padded, padded.length - 1);
    }

    private void signed(String autorisation) throws GeneralSecurityException {
        assertThat(autorisation).startsWith("vapid t=").endsWith(", k=" + vapid.publique());
        var jwt = autorisation
                .substring("vapid t=".length(), autorisation.indexOf(", k="))
                .split("\\.");
        var url = Base64.getUrlDecoder();
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(Courbe.read(url.decode(vapid.publique())));
        signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(url.decode(jwt[2]))).isTrue();
        assertThat(json.readTree(url.decode(jwt[1])).get("aud").asString()).isEqualTo(origin());
    }

    private record Recu(String autorisation, String sujet, byte[] corps) {}
}
