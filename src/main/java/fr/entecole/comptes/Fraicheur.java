package fr.entecole.comptes;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<Cache<?, ?>, AtomicLong> siennes = new ConcurrentHashMap<>();
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

    /// Something has changed of what this memory holds, and of nothing else: a stay that ends, of hundreds a minute, is
    /// no news of people.
    public void changed(Cache<?, ?> memoire) {
        of(memoire).incrementAndGet();
    }

    private AtomicLong of(Cache<?, ?> memoire) {
        return siennes.computeIfAbsent(memoire, _ -> new AtomicLong());
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
        long before = now(memoire);
        var value = read.apply(key);
        if (value != null) {
            keep(memoire, key, value, before);
        }
        return value;
    }

    /// A mark to be taken before a read, for [#keep].
    public long now(Cache<?, ?> memoire) {
        return nouvelles.get() + of(memoire).get(); // neither ever goes back
    }

    /// Keeps what was read since, unless something has changed meanwhile.
    public <K, V> void keep(Cache<K, V> memoire, K key, V value, long before) {
        memoire.put(key, value);
        if (now(memoire) != before) {
            memoire.invalidate(key);
        }
    }
}
