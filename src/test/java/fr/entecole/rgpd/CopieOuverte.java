package fr.entecole.rgpd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The copy that somebody took away, opened.
public final class CopieOuverte {

    public static final String PAGE = "mes-donnees.html";
    public static final String VALEURS = "mes-donnees.json";

    private CopieOuverte() {}

    /// Of each file its bytes, in their order.
    public static Map<String, byte[]> of(MvcTestResult answer) {
        return of(answer.getResponse().getContentAsByteArray());
    }

    static Map<String, byte[]> of(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var input = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                files.put(entry.getName(), input.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// What it says to a person, and to a machine.
    public static String words(MvcTestResult answer) {
        var files = of(answer);
        return (words(files, PAGE) + words(files, VALEURS)).replace("&#39;", "'");
    }

    static String words(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
