package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

/// Sizes of files as people read them: powers of ten, one figure after the comma at most.
public final class Poids {

    private Poids() {}

    /// « 12 octets », « 340 ko », « 1,2 Mo », « 2 Go ».
    public static String mots(long octets) {
        if (octets < 1_000) {
            return t("{0, plural, one {# octet} other {# octets}}", octets);
        }
        if (octets < 999_500) {
            return t("{0, number} ko", Math.round(octets / 1e3));
        }
        return octets < 999_500_000
                ? t("{0, number} Mo", rounded(octets / 1e6))
                : t("{0, number} Go", rounded(octets / 1e9));
    }

    private static double rounded(double value) {
        return value >= 10 ? Math.round(value) : Math.round(value * 10) / 10.0;
    }
}
