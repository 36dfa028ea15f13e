package fr.entecole.socle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.server.ResponseStatusException;

/// Serves what the build prepared, from memory, already compressed. A name holds the fingerprint of its content, so a
/// browser keeps it for ever and never asks again.
@Controller
class StatiqueController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"),
            "woff2", MediaType.parseMediaType("font/woff2"));

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @GetMapping("/statique/{nom}")
    ResponseEntity<byte[]> file(
            @PathVariable String nom,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String accepted) {
        if (!Statique.servis().contains(nom)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var type = TYPES.getOrDefault(nom.substring(nom.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
        var response = ResponseEntity.ok().cacheControl(FOR_EVER).contentType(type);
        if (nom.endsWith(".woff2")) {
            return response.body(content(nom));
        }
        response.varyBy(HttpHeaders.ACCEPT_ENCODING);
        return switch (encoding(accepted)) {
            case "br" -> response.header(HttpHeaders.CONTENT_ENCODING, "br").body(content(nom + ".br"));
            case "gzip" -> response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(content(nom + ".gz"));
            default -> response.body(content(nom));
        };
    }

    /// The browser's helper that shows « hors ligne » when no server answers. It must stand at the root of the site,
    /// and
    /// it changes when one of the files that it keeps does.
    @GetMapping("/hors-ligne.js")
    ResponseEntity<byte[]> horsLigne() {
        var kept = Stream.concat(
                        Stream.of("/hors-ligne"),
                        Stream.of("ent.css", "atkinson-next-400.woff2", "atkinson-next-700.woff2")
                                .map(Statique::adresse))
                .map(address -> "'" + address + "'")
                .collect(Collectors.joining(", ", "const GARDE = [", "];\n"));
        var script = kept + new String(content(name("hors-ligne.js")), StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TYPES.getOrDefault("js", MediaType.ALL))
                .body(script.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] content(String file) {
        return contents.computeIfAbsent(file, Statique::bytes);
    }

    private static String name(String nom) {
        return Statique.adresse(nom).substring("/statique/".length());
    }

    /// The best of what the browser takes; an encoding at weight 0 is refused by it (RFC 9110, 12.5.3).
    static String encoding(@Nullable String accepted) {
        var taken = accepted == null
                ? List.<String>of()
                : Arrays.stream(accepted.toLowerCase(java.util.Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(e -> !e.matches(".*;\\s*q=0(\\.0*)?"))
                        .map(e -> e.split(";")[0].strip())
                        .toList();
        return taken.contains("br") ? "br" : taken.contains("gzip") ? "gzip" : "identity";
    }
}
