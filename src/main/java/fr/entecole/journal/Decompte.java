package fr.entecole.journal;

import fr.entecole.journal.Journal.Fait;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What strangers can do as often as they like (a login, a code that nobody has), counted: one fact a minute and kind
/// on each node, with how often, from how many addresses, and the one that most came from. Nobody may delete a fact for
/// six months: one for each try would let anyone fill the journal. What was typed is kept nowhere.
@Component
public class Decompte {

    /// Told apart in a minute; the others are one.
    private static final int ADRESSES = 1_000;

    private static final String OTHERS = "";

    private final Map<Minute, Map<String, Integer>> minutes = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Clock clock;

    Decompte(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    public void count(Acte acte, String raison, String adresse) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        minutes.compute(new Minute(acte, raison, now), (_, counted) -> {
            var adresses = counted == null ? new HashMap<String, Integer>() : counted;
            var known = adresses.containsKey(adresse) || adresses.size() < ADRESSES;
            adresses.merge(known ? adresse : OTHERS, 1, Integer::sum);
            return adresses;
        });
    }

    /// The minutes that are over.
    @Scheduled(fixedDelayString = "PT10S")
    void write() {
        write(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    @PreDestroy
    void writeAll() {
        write(Instant.MAX);
    }

    private void write(Instant before) {
        for (var minute : List.copyOf(minutes.keySet())) {
            if (minute.debut().isBefore(before)) {
                var adresses = minutes.remove(minute);
                if (adresses != null) {
                    journal.record(fact(minute, adresses));
                }
            }
        }
    }

    private static Fait fact(Minute minute, Map<String, Integer> adresses) {
        var most = adresses.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(OTHERS))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
        return Fait.of(minute.acte())
                .from(most)
                .with(Map.of(
                        "raison",
                        minute.raison(),
                        "fois",
                        adresses.values().stream().mapToInt(Integer::intValue).sum(),
                        "adresses",
                        adresses.size()))
                .inEcoles(Set.of());
    }

    private record Minute(Acte acte, String raison, Instant debut) {}
}
