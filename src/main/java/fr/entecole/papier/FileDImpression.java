package fr.entecole.papier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Whose printing is set now. Setting takes a core, so a node leaves one to pages and to the door; an account has one
/// printing at a time; whoever comes while others print has a place in the queue, keeps it by asking again, and loses
/// it by not asking. Nobody waits inside a request.
@Component
class FileDImpression {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Clock clock;
    private final int atOnce;
    private final Set<UUID> enCours = new HashSet<>();
    private final Map<UUID, Instant> attendent = new LinkedHashMap<>();

    @Autowired
    FileDImpression(Clock clock) {
        this(clock, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    FileDImpression(Clock clock, int atOnce) {
        this.clock = clock;
        this.atOnce = atOnce;
    }

    synchronized Place take(UUID compte) {
        if (enCours.contains(compte)) {
            return new EnCours();
        }
        var now = clock.instant();
        attendent.values().removeIf(asked -> asked.plus(PATIENCE).isBefore(now));
        attendent.put(compte, now);
        int rang = new ArrayList<>(attendent.keySet()).indexOf(compte);
        if (rang + enCours.size() >= atOnce) {
            return new Attend(rang + 1);
        }
        attendent.remove(compte);
        enCours.add(compte);
        return new Tour(this, compte);
    }

    private synchronized void leave(UUID compte) {
        enCours.remove(compte);
    }

    sealed interface Place {}

    /// The same account prints already.
    record EnCours() implements Place {}

    /// @param rang 1: next
    record Attend(int rang) implements Place {}

    /// To be closed when the printing is over, whole or not.
    record Tour(FileDImpression file, UUID compte) implements Place, AutoCloseable {

        @Override
        public void close() {
            file.leave(compte);
        }
    }
}
