package fr.entecole.bench;

import fr.entecole.socle.Pour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The floor: the same server, filters, session and rule as a page, one trivial statement, and bytes that are ready.
@Controller
@Pour
@ConditionalOnProperty("bench.pages")
class PlancherController {

    private final JdbcClient jdbc;
    private final Path pages;
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    PlancherController(JdbcClient jdbc, @Value("${bench.pages}") Path pages) {
        this.jdbc = jdbc;
        this.pages = pages;
    }

    @GetMapping("/banc/plancher/{nom:[a-z]+}")
    ResponseEntity<byte[]> page(@PathVariable String nom) {
        jdbc.sql("select 1").query(Integer.class).single();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(read.computeIfAbsent(nom, this::bytes));
    }

    private byte[] bytes(String nom) {
        try {
            return Files.readAllBytes(pages.resolve(nom + ".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
