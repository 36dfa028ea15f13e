package fr.entecole.comptes.facteur;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.authenticator.AuthenticatorImpl;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import fr.entecole.socle.AdressePublique;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Uuids;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys (WebAuthn, level 2): the browser signs a word of ours, bound to our address, so that no copy of a page of
/// ours can ask for it. Offered where this installation has a name: an address in figures has none to bind to.
///
/// Who made a key is not asked. A key that counts its signatures and goes back is refused: it was copied.
@Component
public class Cles {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            of(COSEAlgorithmIdentifier.ES256), of(COSEAlgorithmIdentifier.EdDSA), of(COSEAlgorithmIdentifier.RS256));
    private static final int MINUTES = 5;
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Facteurs facteurs;
    private final JsonMapper json;
    private final Clock clock;
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
    private final ObjectConverter converter = new ObjectConverter();
    private volatile String origine;

    Cles(JdbcClient jdbc, Facteurs facteurs, JsonMapper json, AdressePublique adresse, Clock clock) {
        this.jdbc = jdbc;
        this.facteurs = facteurs;
        this.json = json;
        this.clock = clock;
        this.origine = adresse.lien("");
    }

    /// A journey of the tests knows its port only once the server listens.
    void at(String other) {
        this.origine = other;
    }

    public boolean offered() {
        return !domaine().matches("[\\d.:\\[\\]]+");
    }

    private String domaine() {
        return Objects.requireNonNullElse(URI.create(origine).getHost(), "");
    }

    /// What the browser needs to make a key, as JSON.
    public String creation(UUID compte, String login, String nom, String defi) {
        return json.writeValueAsString(Map.of(
                "challenge", defi,
                "rp", Map.of("id", domaine(), "name", "ENT-École"),
                "user", Map.of("id", handle(compte), "name", login, "displayName", nom),
                "pubKeyCredParams",
                        ALGORITHMS.stream()
                                .map(one -> Map.of(
                                        "type",
                                        "public-key",
                                        "alg",
                                        one.getAlg().getValue()))
                                .toList(),
                "timeout", MINUTES * 60_000,
                "attestation", "none",
                "authenticatorSelection", Map.of("residentKey", "discouraged", "userVerification", "preferred"),
                "excludeCredentials", allowed(compte)));
    }

    /// What the browser needs to use one of this account's, as JSON; empty where it has none.
    public Optional<String> request(UUID compte, String defi) {
        var allowed = allowed(compte);
        return allowed.isEmpty() || !offered()
                ? Optional.empty()
                : Optional.of(json.writeValueAsString(Map.of(
                        "challenge",
                        defi,
                        "rpId",
                        domaine(),
                        "timeout",
                        MINUTES * 60_000,
                        "userVerification",
                        "preferred",
                        "allowCredentials",
                        allowed)));
    }

    private List<Map<String, Object>> allowed(UUID compte) {
        return jdbc.sql("""
                        select cle from comptes.facteur
                         where compte_id = :compte and sorte = 'CLE' and fini_le is null order by id
                        """)
                .param("compte", compte)
                .query((rs, _) -> Map.<String, Object>of("type", "public-key", "id", encoded(rs.getBytes("cle"))))
                .list();
    }

    /// @param typed what the browser gave, as JSON
    /// @param defi the word that this page had asked it to sign
    /// @return false when it is not an answer to it, or the key is known already
    @Transactional
    public boolean add(UUID compte, String nom, String typed, String defi, String adresse) {
        try {
            var answer = json.readValue(typed, WORDS);
            var made = manager.verify(
                    new RegistrationRequest(bytes(answer, "attestationObject"), bytes(answer, "clientDataJSON")),
                    new RegistrationParameters(server(defi), ALGORITHMS, false, true));
            var data = Objects.requireNonNull(
                            Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData())
                    .getAttestedCredentialData();
            if (data == null) {
                return false;
            }
            int added = jdbc.sql("""
                            insert into comptes.facteur
                                   (id, compte_id, sorte, nom, cle, cle_publique, compteur, pose_le, prouve_le)
                            values (:id, :compte, 'CLE', :nom, :cle, :publique, :compteur, :now, :now)
                            on conflict (cle) do nothing
                            """)
                    .param("id", Uuids.v7())
                    .param("compte", compte)
                    .param("nom", nom)
                    .param("cle", data.getCredentialId())
                    .param("publique", converter.getCborConverter().writeValueAsBytes(data.getCOSEKey()))
                    .param(
                            "compteur",
                            made.getAttestationObject().getAuthenticatorData().getSignCount())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            if (added == 1) {
                facteurs.added(compte, adresse);
            }
            return added == 1;
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether the browser has signed that word with one of this account's keys.
    @Transactional
    public boolean proves(UUID compte, String typed, String defi) {
        try {
            var answer = json.readValue(typed, WORDS);
            var id = bytes(answer, "id");
            var kept = find(compte, id);
            if (kept.isEmpty()) {
                return false;
            }
            var key = Objects.requireNonNull(
                    converter.getCborConverter().readValue(kept.get().publique(), COSEKey.class));
            var used = manager.verify(
                    new AuthenticationRequest(
                            id,
                            bytes(answer, "authenticatorData"),
                            bytes(answer, "clientDataJSON"),
                            bytes(answer, "signature")),
                    new AuthenticationParameters(
                            server(defi),
                            new AuthenticatorImpl(
                                    new AttestedCredentialData(AAGUID.ZERO, id, key),
                                    new NoneAttestationStatement(),
                                    kept.get().compteur()),
                            List.of(id),
                            false,
                            true));
            jdbc.sql("update comptes.facteur set compteur = :compteur, servi_le = :now where id = :id")
                    .param(
                            "compteur",
                            Objects.requireNonNull(used.getAuthenticatorData()).getSignCount())
                    .param("now", OffsetDateTime.now(clock))
                    .param("id", kept.get().id())
                    .update();
            return true;
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<Gardee> find(UUID compte, byte[] cle) {
        return jdbc.sql("""
                        select id, cle_publique, compteur from comptes.facteur
                         where compte_id = :compte and cle = :cle and fini_le is null for update
                        """)
                .param("compte", compte)
                .param("cle", cle)
                .query((rs, _) ->
                        new Gardee(Colonnes.uuid(rs, "id"), rs.getBytes("cle_publique"), rs.getLong("compteur")))
                .optional();
    }

    private ServerProperty server(String defi) {
        return new ServerProperty(new Origin(origine), domaine(), new DefaultChallenge(decoded(defi)), null);
    }

    private static byte[] bytes(Map<String, String> answer, String name) {
        return decoded(answer.get(name));
    }

    private static byte[] decoded(@Nullable String words) {
        if (words == null) {
            throw new IllegalArgumentException("missing");
        }
        return Base64.getUrlDecoder().decode(words);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String handle(UUID compte) {
        return encoded(ByteBuffer.allocate(16)
                .putLong(compte.getMostSignificantBits())
                .putLong(compte.getLeastSignificantBits())
                .array());
    }

    private static PublicKeyCredentialParameters of(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private record Gardee(UUID id, byte[] publique, long compteur) {}
}
