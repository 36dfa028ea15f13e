package fr.entecole.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads `monde/complements.yaml`.
final class Lignes {

    private Lignes() {}

    static Map<String, Object> read() {
        try (var in = new ClassPathResource("monde/complements.yaml").getInputStream()) {
            return mapping(new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> section(Map<String, Object> world, String key) {
        return mapping(world.get(key));
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    static Map<String, Object> mapping(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // a YAML list of mappings
    static List<Map<String, Object>> rows(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    static String text(Map<String, Object> row, String key) {
        var value = optional(row, key);
        if (value == null) {
            throw new IllegalArgumentException("missing key in complements.yaml: " + key);
        }
        return value;
    }

    static @Nullable String optional(Map<String, Object> row, String key) {
        var value = row.get(key);
        return value == null ? null : value.toString();
    }
}
