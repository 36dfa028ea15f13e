package fr.entecole.documents;

import fr.entecole.documents.Livraison.Sortie;
import fr.entecole.documents.rangement.RangementIndisponible;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Serves what is attached, streamed, a part of it where the browser asks for one (a film that is played). Whatever it
/// is, it is to be saved or shown inside a page of ours, never run: an attachment, of the type that was read in its
/// bytes, without sniffing, in a sandbox; and no cache keeps it, since the rule may change.
@Pour
@Controller
class LivraisonController {

    private static final String SANDBOX = "default-src 'none'; sandbox";
    private static final Set<String> TAILLES = Set.of("vignette", "ecran");

    private final Livraison livraison;

    LivraisonController(Livraison livraison) {
        this.livraison = livraison;
    }

    @GetMapping("/documents/{id}")
    void whole(
            @PathVariable UUID id,
            Utilisateur utilisateur,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletResponse response)
            throws IOException {
        send(livraison.whole(utilisateur, id), ContentDisposition.attachment(), range, response);
    }

    @GetMapping("/documents/{id}/{taille}")
    void size(@PathVariable UUID id, @PathVariable String taille, Utilisateur utilisateur, HttpServletResponse response)
            throws IOException {
        if (!TAILLES.contains(taille)) {
            throw new Introuvable();
        }
        // a picture of our own making: shown by itself, larger than in its page
        send(livraison.size(utilisateur, id, taille), ContentDisposition.inline(), null, response);
    }

    private void send(
            Sortie sortie, ContentDisposition.Builder how, @Nullable String range, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                how.filename(sortie.nom(), StandardCharsets.UTF_8).build().toString());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentType(sortie.type());
        long from = 0;
        long length = sortie.octets();
        var wanted = single(range);
        if (wanted != null) {
            from = wanted.getRangeStart(length);
            if (from >= length) {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
                response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                return;
            }
            long last = wanted.getRangeEnd(length);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + last + "/" + length);
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            length = last - from + 1;
        }
        try (var input = livraison.open(sortie, from, length)) {
            response.setContentLengthLong(length);
            input.transferTo(response.getOutputStream());
        } catch (RangementIndisponible e) {
            response.reset();
            throw e;
        }
    }

    /// Several parts at once are asked for by no browser of ours: they get the whole.
    private static @Nullable HttpRange single(@Nullable String range) {
        try {
            var ranges = HttpRange.parseRanges(range);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
