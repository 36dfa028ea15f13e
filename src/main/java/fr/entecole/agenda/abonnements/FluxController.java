package fr.entecole.agenda.abonnements;

import fr.entecole.socle.Ouvert;
import fr.entecole.socle.web.Introuvable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// What a calendar program reads: no session, no page. The address is the proof; whatever is wrong with it is told in
/// the same way. Logs have the pattern of the route alone.
@Ouvert
@Controller
class FluxController {

    private static final MediaType ICS = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int LONGEST = 64;

    private final AbonnementsAgenda abonnements;
    private final FluxPersonnel flux;

    FluxController(AbonnementsAgenda abonnements, FluxPersonnel flux) {
        this.abonnements = abonnements;
        this.flux = flux;
    }

    @GetMapping("/agenda/abonnement/{secret}.ics")
    ResponseEntity<byte[]> read(
            @PathVariable String secret,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        var lecteur = abonnements.serve(secret.length() > LONGEST ? "" : secret).orElseThrow(Introuvable::new);
        if (lecteur.attend().isPositive()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(lecteur.attend().toSeconds() + 1))
                    .build();
        }
        var said = flux.of(lecteur.utilisateur()).getBytes(StandardCharsets.UTF_8);
        var tag = "\"" + print(said) + "\"";
        if (known != null && known.contains(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(ICS)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agenda.ics\"")
                .body(said);
    }

    private static String print(byte[] said) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
