package fr.entecole.socle.memoire;

import static java.util.Collections.unmodifiableList;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Canal;
import fr.entecole.socle.memoire.Numeros.Lieu;
import fr.entecole.socle.memoire.Numeros.Numero;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Answers that a node need not ask for again: the same select, for the same person with the same keys, on the same
/// day, and none of the words that the answer hangs on was heard since it was asked. Rooms tell them by their triggers,
/// on one channel, once what was written is there (ADR 0030). Where the node may have missed something, nothing is
/// remembered.
@Component
public class Souvenirs implements Canal {

    private static final String CANAL = "salles";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 120_000;
    private static final int MOST_WORDS = 100_000;

    private final Cache<Cle, Souvenir> gardes;
    private final Numeros numeros;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final AtomicLong moves = new AtomicLong();
    private volatile boolean hears;

    /// What was asked before is not to be believed, whatever was heard.
    private volatile long since;

    /// @param gardes,numeros beans, which tests empty
    public Souvenirs(Cache<Cle, Souvenir> gardes, Cache<Lieu, Numero> numeros) {
        this.gardes = gardes;
        this.numeros = new Numeros(numeros, this);
    }

    @Bean
    static Cache<Cle, Souvenir> souvenirsGardes() {
        return Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(MOST).build();
    }

    @Bean
    static Cache<Lieu, Numero> numerosGardes() {
        return Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(MOST).build();
    }

    /// What moves with a school, read, or remembered: then nothing is asked.
    ///
    /// @param sql gives `ecole_id` and `etat` of each of the parameter `ecoles`
    /// @param noms what is told of a school (`nom.<school>`), or of all (`nom`), when it has moved
    public Lecture<Map<UUID, String>> ofSchools(String sql, Set<String> noms, Collection<UUID> ecoles) {
        return numeros.of(sql, noms, ecoles);
    }

    /// Read, or remembered: then nothing is asked.
    ///
    /// @param question made of the person and the day, and of nothing else
    public <R> Lecture<List<R>> of(Utilisateur qui, LocalDate jour, String sql, Supplier<Question<R>> question) {
        return of(qui, jour, sql, question, Map.of(), Instant.MIN, _ -> null);
    }

    /// The same of what becomes visible at its hour, which nobody tells.
    ///
    /// @param now the select’s parameter `maintenant`
    /// @param term from when on the answer may be another one, null where no hour is known; of what was read
    public <R> Lecture<List<R>> until(
            Utilisateur qui,
            LocalDate jour,
            String sql,
            Supplier<Question<R>> question,
            Instant now,
            Function<List<R>, @Nullable Instant> term) {
        return of(qui, jour, sql, question, Map.of("maintenant", now.atOffset(ZoneOffset.UTC)), now, term);
    }

    private <R> Lecture<List<R>> of(
            Utilisateur qui,
            LocalDate jour,
            String sql,
            Supplier<Question<R>> question,
            Map<String, ?> besides,
            Instant now,
            Function<List<R>, @Nullable Instant> term) {
        var key = new Cle(sql, qui.personneId());
        var known = gardes.getIfPresent(key);
        if (known != null && known.isOf(qui, jour, now) && isBelieved(known)) {
            @SuppressWarnings("unchecked") // what the same select gave
            var rows = (List<R>) known.rows;
            return Lecture.known(rows);
        }
        var asked = question.get();
        Map<String, Object> parametres = new HashMap<>(asked.parametres());
        parametres.putAll(besides);
        long before = moves.get();
        return Lecture.of(sql, parametres, asked.row()).map(rows -> {
            if (hears) {
                gardes.put(
                        key,
                        new Souvenir(
                                unmodifiableList(rows), qui, jour, mots(asked, qui), before, now, term.apply(rows)));
            }
            return rows;
        });
    }

    /// Theirs, and who they are: of who has just written nothing is remembered.
    private static Set<String> mots(Question<?> asked, Utilisateur qui) {
        return Stream.concat(Stream.of(qui.personneId().toString()), asked.mots().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// This person has just written, here, or someone in this school: their next page asks, without waiting for the
    /// node to hear of it.
    void forget(UUID qui) {
        heard.put(qui.toString(), moves.incrementAndGet());
    }

    private boolean isBelieved(Souvenir known) {
        return believes(known.mots, known.before);
    }

    /// Words first: they are forgotten after `since` has moved, never before.
    boolean believes(Set<String> mots, long before) {
        for (var mot : mots) {
            if (heard.getOrDefault(mot, 0L) > before) {
                return false;
            }
        }
        return before >= since && hears;
    }

    /// How much was heard until now: to be asked before what is kept is read.
    long moves() {
        return moves.get();
    }

    boolean hears() {
        return hears;
    }

    @Override
    public String nom() {
        return CANAL;
    }

    /// @param told words between blanks; none: anything
    @Override
    public void hears(String told) {
        if (told.isBlank() || heard.size() > MOST_WORDS) {
            since = moves.incrementAndGet();
            heard.clear();
        }
        for (var mot : told.split(" ", -1)) {
            heard.put(mot, moves.incrementAndGet());
        }
    }

    /// Of people the directory says who has changed; here it is enough that someone has.
    @Component
    static class Noms implements Canal {

        private final Souvenirs souvenirs;

        Noms(Souvenirs souvenirs) {
            this.souvenirs = souvenirs;
        }

        @Override
        public String nom() {
            return "annuaire";
        }

        @Override
        public void hears(String told) {
            souvenirs.hears(Question.NOMS);
        }
    }

    @Override
    public void deaf() {
        hears = false;
        gardes.invalidateAll();
    }

    @Override
    public void missed() {
        since = moves.incrementAndGet();
        hears = true;
    }

    /// The select, and for whom.
    public record Cle(String sql, UUID qui) {}

    /// @param mots what it hangs on
    /// @param before how much had been heard when it was asked
    /// @param du,terme when it was read, and from when on it may be otherwise
    public record Souvenir(
            List<?> rows,
            Utilisateur qui,
            LocalDate jour,
            Set<String> mots,
            long before,
            Instant du,
            @Nullable Instant terme) {

        private boolean isOf(Utilisateur someone, LocalDate day, Instant now) {
            return !now.isBefore(du)
                    && (terme == null || now.isBefore(terme))
                    && jour.equals(day)
                    && qui.equals(someone);
        }
    }
}
