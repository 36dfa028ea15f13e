package fr.entecole.comptes;

import fr.entecole.comptes.Tours.Rang;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords are kept as Argon2id (19 MiB, two passes: the OWASP minimum). One check costs a core for some fifty
/// milliseconds, so a node makes a few at a time and asks the others to wait their turn. ADR 0012.
@Component
public class Hachage {

    /// Sheets are in no hurry, and a printing gives up before whoever asked for it has forgotten it.
    private static final Duration SHEETS = Duration.ofMinutes(5);

    /// Longer ones are refused unread.
    public static final int LONGEST = 256;

    // What an unknown login is checked against, so that it takes as long as a known one. Nobody knows its password.
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA" + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final PasswordEncoder argon;
    private final String nobody;
    private final Tours tours;
    private final int atOnce;
    private final Duration attente;

    @Autowired
    Hachage(ComptesReglages reglages) {
        this(reglages, new Argon2PasswordEncoder(16, 32, 1, 19_456, 2), NOBODY);
    }

    /// At another cost, which no setting can ask for: what tests do whose subject is not the password.
    Hachage(ComptesReglages reglages, PasswordEncoder argon, String nobody) {
        this.argon = argon;
        this.nobody = nobody;
        this.atOnce = reglages.hachages() > 0
                ? reglages.hachages()
                : Runtime.getRuntime().availableProcessors();
        this.tours = new Tours(atOnce);
        this.attente = reglages.attente();
    }

    /// Does the work of someone whom we know when their turn comes.
    ///
    /// @throws TropDeMonde when it does not come in time
    public <T> T inTurn(Supplier<T> work) {
        return inTurn(Rang.CONNU, "", _ -> work.get());
    }

    /// Does the work of who knocks when their turn comes: strangers wait for those whom the place knows.
    ///
    /// @param work told whether it had to wait: what was true before may be so no more
    /// @throws TropDeMonde when it does not come in time
    public <T> T atTheDoor(boolean connu, String reseau, Function<Boolean, T> work) {
        return inTurn(connu ? Rang.CONNU : Rang.INCONNU, reseau, work);
    }

    private <T> T inTurn(Rang rang, String reseau, Function<Boolean, T> work) {
        var come = Tours.Reponse.PAS_A_TEMPS;
        try {
            come = tours.take(rang, reseau, attente);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (come == Tours.Reponse.PAS_A_TEMPS) {
            throw new TropDeMonde();
        }
        try {
            return work.apply(come == Tours.Reponse.APRES_ATTENTE);
        } finally {
            tours.give(rang);
        }
    }

    /// @param kept null when there is no account or no password: as much work, and false
    public boolean matches(String motDePasse, @Nullable String kept) {
        boolean same = argon.matches(plain(motDePasse), kept == null ? nobody : kept);
        return same && kept != null;
    }

    public String encode(String motDePasse) {
        return java.util.Objects.requireNonNull(argon.encode(plain(motDePasse)));
    }

    /// Many at once, in their order, each in its turn: those who sign in meanwhile pass before.
    ///
    /// @throws TropDeMonde when the door has been full for minutes
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
        if (waiting.stream().anyMatch(one -> one.state() != Future.State.SUCCESS)) {
            throw new TropDeMonde();
        }
        return waiting.stream().map(Future::resultNow).toList();
    }

    private String encodeInTurn(String secret) {
        try {
            if (tours.take(Rang.FEUILLE, "", SHEETS) == Tours.Reponse.PAS_A_TEMPS) {
                throw new TropDeMonde();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TropDeMonde();
        }
        try {
            return encode(secret);
        } finally {
            tours.give(Rang.FEUILLE);
        }
    }

    /// The same accent typed on a tablet and on a computer may be one character or two.
    private static String plain(String motDePasse) {
        return Normalizer.normalize(motDePasse, Normalizer.Form.NFKC);
    }

    /// Too many sign-ins at the same moment.
    public static final class TropDeMonde extends RuntimeException {}
}
