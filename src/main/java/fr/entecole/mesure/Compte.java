package fr.entecole.mesure;

import static fr.entecole.socle.Phrases.t;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// A number as it may be said: under five it is not.
///
/// @param tu not said, though it could be: the others and their sum would tell one that is not
public record Compte(long nombre, boolean tu) {

    public static final int SMALLEST = 5;

    public Compte(long nombre) {
        this(nombre, false);
    }

    /// Which parts of a sum that may be known are not said: those under five and, where there is one, the smallest of
    /// the others, by lot among those that are the same. Whoever subtracts the rest then finds several numbers possible
    /// for each of them, even knowing how they were chosen.
    ///
    /// @param nombres above zero, five and more together
    /// @param few what is not said for another reason
    public static <K> Set<K> tus(Map<K, Long> nombres, Predicate<K> few, ToLongFunction<K> lot) {
        Set<K> tus = new HashSet<>();
        nombres.forEach((part, nombre) -> {
            if (nombre < SMALLEST || few.test(part)) {
                tus.add(part);
            }
        });
        if (!tus.isEmpty()) {
            nombres.keySet().stream()
                    .filter(part -> !tus.contains(part))
                    .min(Comparator.comparingLong((K part) -> nombres.getOrDefault(part, 0L))
                            .thenComparingLong(lot))
                    .ifPresent(tus::add);
        }
        return tus;
    }

    boolean masque() {
        return tu || nombre < SMALLEST;
    }

    public String ecrit() {
        if (tu) {
            return t("non dit");
        }
        return masque()
                ? t("moins de 5")
                : String.format(Locale.FRENCH, "%,d", nombre).replace('\u202f', '\u00a0');
    }

    /// In a file: empty where it is not said.
    String brut() {
        return masque() ? "" : Long.toString(nombre);
    }
}
