package fr.entecole.direct;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.socle.contrats.Canal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The pages that are open on this node, by who reads them and by their stay.
@Component
class Antenne implements Canal {

    /// A page that took longer to listen reads again when it is next opened.
    private static final Duration SOUVENIR = Duration.ofMinutes(1);

    private static final long PEOPLE = 50_000;

    private final Map<UUID, Set<Flux>> ouverts = new ConcurrentHashMap<>();
    private final Map<String, Set<Flux>> parSeance = new ConcurrentHashMap<>();

    /// What was last said of someone, and when, in nanoseconds of this machine.
    private final Cache<UUID, Map<String, Long>> dits = Caffeine.newBuilder()
            .expireAfterAccess(SOUVENIR)
            .maximumSize(PEOPLE)
            .build();

    @Override
    public String nom() {
        return Direct.CANAL;
    }

    @Override
    public void hears(String mot) {
        var heard = Direct.Mot.parse(mot);
        var now = System.nanoTime();
        for (var personne : heard.personnes()) {
            dits.asMap()
                    .computeIfAbsent(personne, _ -> new ConcurrentHashMap<>(2))
                    .put(heard.quoi(), now);
            ouverts.getOrDefault(personne, Set.of()).forEach(flux -> flux.tell(heard.quoi()));
        }
    }

    @Override
    public void missed() {
        parSeance.values().forEach(all -> all.forEach(flux -> flux.tell(Flux.MANQUE)));
    }

    /// What was said while the page was on its way is told at once.
    ///
    /// @param seance print of the stay in hexadecimal
    /// @param personnes whose news it is told
    /// @param age how long ago the page was asked for, in milliseconds; it counts up to a minute
    void open(Flux flux, String seance, Collection<UUID> personnes, long age) {
        var whose = List.copyOf(personnes);
        flux.onEnd(() -> {
            whose.forEach(personne -> remove(ouverts, personne, flux));
            remove(parSeance, seance, flux);
        });
        whose.forEach(personne -> add(ouverts, personne, flux));
        add(parSeance, seance, flux);
        var since = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(Math.clamp(age, 0, SOUVENIR.toMillis()));
        for (var personne : whose) {
            var said = dits.getIfPresent(personne);
            if (said != null) {
                said.forEach((quoi, when) -> {
                    if (when - since >= 0) {
                        flux.tell(quoi);
                    }
                });
            }
        }
    }

    private static <K> void add(Map<K, Set<Flux>> map, K key, Flux flux) {
        map.compute(key, (_, known) -> {
            Set<Flux> all = known == null ? ConcurrentHashMap.newKeySet(2) : known;
            all.add(flux);
            return all;
        });
    }

    private static <K> void remove(Map<K, Set<Flux>> map, K key, Flux flux) {
        map.computeIfPresent(key, (_, all) -> {
            all.remove(flux);
            return all.isEmpty() ? null : all;
        });
    }

    /// How many pages someone has open on this node.
    int pages(UUID personne) {
        return ouverts.getOrDefault(personne, Set.of()).size();
    }

    private void end(String seance) {
        parSeance.getOrDefault(seance, Set.of()).forEach(Flux::end);
    }

    /// The server would wait for them to end.
    @EventListener(ContextClosedEvent.class)
    void close() {
        parSeance.keySet().forEach(this::end);
    }

    /// A stay that ends, wherever, takes its open pages along.
    @Component
    static class SeancesFinies implements Canal {

        private final Antenne antenne;

        SeancesFinies(Antenne antenne) {
            this.antenne = antenne;
        }

        @Override
        public String nom() {
            return "sessions";
        }

        @Override
        public void hears(String mot) {
            antenne.end(mot);
        }
    }
}
