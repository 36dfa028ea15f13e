package fr.entecole.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Work that is due at an hour: a bean, which each node does in a thread of its own ([Livreur]). What it does is shared
/// with the other nodes by the rows that it locks.
public interface Besogne {

    /// One word, for the thread.
    String nom();

    /// Does what is due, some of it at a time: a node that stops waits for no more than that.
    ///
    /// @return when something is due next, in the past when there is more, null when nothing is known to be
    @Nullable
    Instant work(Instant now);
}
