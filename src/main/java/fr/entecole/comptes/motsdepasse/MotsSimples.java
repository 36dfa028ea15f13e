package fr.entecole.comptes.motsdepasse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Plain French words that a child of eight can spell, no two of which differ by one letter: what the secrets that the
/// house draws are made of.
public final class MotsSimples {

    private static final List<String> MOTS = read();

    private MotsSimples() {}

    public static List<String> all() {
        return MOTS;
    }

    private static List<String> read() {
        try (var file = MotsSimples.class.getResourceAsStream("mots-simples.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
