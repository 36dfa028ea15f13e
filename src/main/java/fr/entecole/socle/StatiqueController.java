package fr.entecole.socle;

import fr.entecole.socle.web.Introuvable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Serves what the build prepared, from memory, already compressed. A name holds the fingerprint of its content, so a
/// browser keeps it for ever and never asks again.
@Controller
@Ouvert
class StatiqueController {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> SUFFIXES = Map.of("br", ".br", "gzip", ".gz");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "mp3", "audio/mpeg");

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

    @GetMapping("/statique/{nom}")
    void file(
            @PathVariable String nom,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String accepted,
            HttpServletResponse response)
            throws IOException {
        if (!Statique.servis().contains(nom)) {
            throw new Introuvable();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        if (nom.endsWith(".woff2") || nom.endsWith(".mp3")) {
            write(nom, content(nom), response);
            return;
        }
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var encoding = encoding(accepted);
        if (!encoding.equals("identity")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, encoding);
        }
        write(nom, content(nom + SUFFIXES.getOrDefault(encoding, "")), response);
    }

    /// The browser's helper that shows « hors ligne » when no server answers. It must stand at the root of the site,
    /// and it changes when one of the files that it keeps does.
    @GetMapping("/hors-ligne.js")
    void horsLigne(HttpServletResponse response) throws IOException {
        // No font: a first visit would pay for one that its register may never show.
        var kept = Stream.concat(
                        Stream.of(
                                "/hors-ligne",
                                Statique.adresse("ent.css"),
                                Statique.adresse("sombre.css"),
                                Statique.adresse("appel.js")),
                        Statique.feuilles("portail/horsLigne", "adulte").stream()
                                .map(Statique::adresse))
                .map(address -> "'" + address + "'")
                .collect(Collectors.joining(", ", "const GARDE = [", "];\n"));
        var script = kept + new String(content(name("hors-ligne.js")), StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        write("hors-ligne.js", script.getBytes(StandardCharsets.UTF_8), response);
    }

    private static void write(String nom, byte[] content, HttpServletResponse response) throws IOException {
        response.setContentType(
                TYPES.getOrDefault(nom.substring(nom.lastIndexOf('.') + 1), "application/octet-stream"));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
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
                : Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(e -> !e.matches(".*;\\s*q=0(\\.0*)?"))
                        .map(e -> e.split(";")[0].strip())
                        .toList();
        return taken.contains("br") ? "br" : taken.contains("gzip") ? "gzip" : "identity";
    }
}
