package fr.entecole.annuaire.noms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Levels of the primary school, with the code of feeds and the cycle (reference aaf-onde §6.1): the cycle follows the
/// level, files contradict it.
public enum Niveau {
    TPS("1110", "1"),
    PS("1111", "1"),
    MS("1112", "1"),
    GS("1113", "1"),
    CP("1121", "2"),
    CE1("1122", "2"),
    CE2("1123", "2"),
    CM1("1124", "3"),
    CM2("1125", "3");

    private final String code;
    private final String cycle;

    Niveau(String code, String cycle) {
        this.code = code;
        this.cycle = cycle;
    }

    public String code() {
        return code;
    }

    public String cycle() {
        return cycle;
    }

    public static Optional<Niveau> ofCode(String code) {
        return Arrays.stream(values()).filter(n -> n.code.equals(code)).findFirst();
    }

    /// As a file of a school writes it.
    public static Optional<Niveau> typed(String words) {
        var plain = words.strip().toUpperCase(Locale.ROOT).replace(" ", "");
        return Arrays.stream(values()).filter(n -> n.name().equals(plain)).findFirst();
    }
}
