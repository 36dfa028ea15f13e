package fr.entecole.socle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a node keeps of what it has read about some things, as long as their state is the same: a word that the
/// database holds beside each, and that moves with whatever is kept (ADR 0029). It is therefore right on every node,
/// whoever has changed something. The state is read before: what is kept may be newer than it says, never older.
public final class Memoire<K, V> {

    private static final int MOST = 20_000;

    private final Cache<K, Gardee<V>> gardees;

    /// @param gardees a bean, which tests empty
    public Memoire(Cache<K, Gardee<V>> gardees) {
        this.gardees = gardees;
    }

    public static <K, V> Cache<K, Gardee<V>> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).build();
    }

    /// A second round trip where something is not known, or is no more what it was.
    ///
    /// @param etats of each thing asked about
    /// @param read a value for each of those
    public Lecture<Map<K, V>> of(Lecture<Map<K, String>> etats, Function<Set<K>, Lecture<Map<K, V>>> read) {
        return of(etats, read, _ -> true);
    }

    /// @param kept whether a value may be: not when its state does not say all that it hangs on
    public Lecture<Map<K, V>> of(
            Lecture<Map<K, String>> etats, Function<Set<K>, Lecture<Map<K, V>>> read, Predicate<V> kept) {
        return etats.then(now -> {
            Map<K, V> known = new LinkedHashMap<>();
            Set<K> others = new LinkedHashSet<>();
            now.forEach((key, etat) -> {
                var gardee = gardees.getIfPresent(key);
                if (gardee != null && gardee.etat.equals(etat)) {
                    known.put(key, gardee.valeur);
                } else {
                    others.add(key);
                }
            });
            return others.isEmpty()
                    ? Lecture.known(known)
                    : read.apply(others).map(found -> {
                        found.forEach((key, valeur) -> {
                            if (kept.test(valeur)) {
                                gardees.put(key, new Gardee<>(now.getOrDefault(key, ""), valeur));
                            }
                            known.put(key, valeur);
                        });
                        return known;
                    });
        });
    }

    /// @param etat what the state was before it was read
    public record Gardee<V>(String etat, V valeur) {}
}
