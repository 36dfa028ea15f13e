package fr.entecole.comptes;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How long this node may believe what it has read of stays, accounts and people: for minutes while it hears what
/// others change (`sessions.Oreille`), for a few seconds when it may have missed something. ADR 0030.
@Component
public class Fraicheur {

    public static final Duration FEW_SECONDS = Duration.ofSeconds(5);
    public static final Duration MINUTES = Duration.ofMinutes(10);

    private final AtomicLong nouvelles = new AtomicLong();
    private volatile boolean entend;

    public Duration duration() {
        return entend ? MINUTES : FEW_SECONDS;
    }

    public boolean hears() {
        return entend;
    }

    /// Something has changed, somewhere. To be said before the memories are emptied of it.
    public void changed() {
        nouvelles.incrementAndGet();
    }

    /// What is being read just now may be from before: it is not kept for minutes.
    public void hears(boolean now) {
        entend = now;
        changed();
    }

    /// What is remembered, else what is read: outside of the memory, whose readers must never wait for the database.
    /// What was read while something changed is given, and not kept.
    public <K, V> @Nullable V read(Cache<K, V> memoire, K key, Function<K, @Nullable V> read) {
        var known = memoire.getIfPresent(key);
        if (known != null) {
            return known;
        }
        long before = now();
        var value = read.apply(key);
        if (value != null) {
            keep(memoire, key, value, before);
        }
        return value;
    }

    /// A mark to be taken before a read, for [#keep].
    public long now() {
        return nouvelles.get();
    }

    /// Keeps what was read since, unless something has changed meanwhile.
    public <K, V> void keep(Cache<K, V> memoire, K key, V value, long before) {
        memoire.put(key, value);
        if (nouvelles.get() != before) {
            memoire.invalidate(key);
        }
    }
}
