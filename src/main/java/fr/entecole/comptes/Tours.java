package fr.entecole.comptes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Who is next when more people are at the door than there are cores: those whom this place knows, then strangers,
/// network after network, then the sheets that are being printed, which leave a core to the door. Whoever is last in
/// that order still has one turn in eight.
final class Tours {

    private static final int ONE_IN = 8;

    private final int atOnce;
    private final int sheets;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Rang, Map<String, Deque<Attente>>> waiting = new EnumMap<>(Rang.class);
    private final Map<Rang, Integer> running = new EnumMap<>(Rang.class);
    private int given;

    Tours(int atOnce) {
        this.atOnce = atOnce;
        this.sheets = Math.max(1, atOnce - 1);
        for (var rang : Rang.values()) {
            waiting.put(rang, new LinkedHashMap<>());
            running.put(rang, 0);
        }
    }

    /// @param reseau those of one network wait behind each other, not before another network
    Reponse take(Rang rang, String reseau, Duration patience) throws InterruptedException {
        var attente = new Attente();
        lock.lock();
        try {
            networks(rang).computeIfAbsent(reseau, _ -> new ArrayDeque<>()).add(attente);
            next();
            if (attente.given) {
                return Reponse.AUSSITOT;
            }
        } finally {
            lock.unlock();
        }
        try {
            return attente.turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS) || leave(rang, reseau, attente)
                    ? Reponse.APRES_ATTENTE
                    : Reponse.PAS_A_TEMPS;
        } catch (InterruptedException e) {
            if (leave(rang, reseau, attente)) {
                give(rang);
            }
            throw e;
        }
    }

    /// @return whether its turn had come just then
    private boolean leave(Rang rang, String reseau, Attente attente) {
        lock.lock();
        try {
            var ofNetwork = networks(rang).get(reseau);
            if (ofNetwork != null) {
                ofNetwork.remove(attente);
                if (ofNetwork.isEmpty()) {
                    networks(rang).remove(reseau);
                }
            }
            return attente.given;
        } finally {
            lock.unlock();
        }
    }

    void give(Rang rang) {
        lock.lock();
        try {
            running.merge(rang, -1, Integer::sum);
            next();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.values().stream()
                    .flatMap(networks -> networks.values().stream())
                    .mapToInt(Deque::size)
                    .sum();
        } finally {
            lock.unlock();
        }
    }

    private void next() {
        while (running.values().stream().mapToInt(Integer::intValue).sum() < atOnce) {
            var order = List.of(Rang.values());
            var found = (given % ONE_IN == ONE_IN - 1 ? order.reversed() : order)
                    .stream().filter(this::mayBegin).findFirst();
            if (found.isEmpty()) {
                return;
            }
            given++;
            running.merge(found.get(), 1, Integer::sum);
            first(networks(found.get())).begin();
        }
    }

    private boolean mayBegin(Rang rang) {
        return !networks(rang).isEmpty() && (rang != Rang.FEUILLE || running.getOrDefault(rang, 0) < sheets);
    }

    private Map<String, Deque<Attente>> networks(Rang rang) {
        return Objects.requireNonNull(waiting.get(rang));
    }

    /// The first of the network that has waited longest for a turn of its own.
    private static Attente first(Map<String, Deque<Attente>> networks) {
        var reseau = networks.keySet().iterator().next();
        var ofNetwork = Objects.requireNonNull(networks.remove(reseau));
        var first = ofNetwork.remove();
        if (!ofNetwork.isEmpty()) {
            networks.put(reseau, ofNetwork);
        }
        return first;
    }

    /// In the order in which they are served.
    enum Rang {
        /// known where they knock, or holding what we gave them: a stay, a code, a link
        CONNU,
        INCONNU,
        FEUILLE
    }

    enum Reponse {
        AUSSITOT,
        APRES_ATTENTE,
        PAS_A_TEMPS
    }

    private static final class Attente {

        private final Semaphore turn = new Semaphore(0);
        private boolean given;

        private void begin() {
            given = true;
            turn.release();
        }
    }
}
