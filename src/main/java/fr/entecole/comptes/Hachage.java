package fr.entecole.comptes;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords are kept as Argon2id (19 MiB, two passes: the OWASP minimum). One check costs a core for some fifty
/// milliseconds, so a node makes a few at a time and asks the others to wait their turn. ADR 0012.
@Component
public class Hachage {

    /// Longer ones are refused unread.
    public static final int LONGEST = 256;

    // What an unknown login is checked against, so that it takes as long as a known one. Nobody knows its password.
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA" + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns;
    private final int atOnce;
    private final Duration attente;

    Hachage(ComptesReglages reglages) {
        this.atOnce = reglages.hachages() > 0
                ? reglages.hachages()
                : Runtime.getRuntime().availableProcessors();
        this.turns = new Semaphore(atOnce, true);
        this.attente = reglages.attente();
    }

    /// Does the work when its turn comes.
    ///
    /// @throws TropDeMonde when it does not come in time
    public <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(attente.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TropDeMonde();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TropDeMonde();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /// @param kept null when there is no account or no password: as much work, and false
    public boolean matches(String motDePasse, @Nullable String kept) {
        boolean same = argon.matches(plain(motDePasse), kept == null ? NOBODY : kept);
        return same && kept != null;
    }

    public String encode(String motDePasse) {
        return java.util.Objects.requireNonNull(argon.encode(plain(motDePasse)));
    }

    /// Many at once, in their order, each in its turn: those who sign in meanwhile pass in between.
    public List<String> encodeAll(List<String> secrets) {
        if (secrets.isEmpty()) {
            return List.of();
        }
        List<Future<String>> waiting;
        try (var workers = Executors.newFixedThreadPool(Math.min(atOnce, secrets.size()))) {
            waiting = secrets.stream()
                    .map(secret -> workers.submit(() -> encodeInTurn(secret)))
                    .toList();
        }
        return waiting.stream().map(Future::resultNow).toList();
    }

    private String encodeInTurn(String secret) {
        turns.acquireUninterruptibly();
        try {
            return encode(secret);
        } finally {
            turns.release();
        }
    }

    /// The same accent typed on a tablet and on a computer may be one character or two.
    private static String plain(String motDePasse) {
        return Normalizer.normalize(motDePasse, Normalizer.Form.NFKC);
    }

    /// Too many sign-ins at the same moment.
    public static final class TropDeMonde extends RuntimeException {}
}
