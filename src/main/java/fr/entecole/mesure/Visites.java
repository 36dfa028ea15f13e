package fr.entecole.mesure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells a visit from a page: half an hour without any ends it. A node remembers the accounts of its last half hour, in
/// memory alone; of one that it does not know, the stay says whether another node has just seen them.
@Component
class Visites {

    static final Duration PAUSE = Duration.ofMinutes(30);

    private static final int MOST = 200_000;

    private final Clock clock;
    private final Cache<UUID, Visite> enCours =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(PAUSE).build();

    Visites(Clock clock) {
        this.clock = clock;
    }

    /// A page of this service is opened.
    ///
    /// @param before when any node last heard of this stay, null where it begins
    Pas step(UUID compte, Service service, @Nullable Instant before) {
        var now = clock.instant();
        var pas = new Pas[1];
        enCours.asMap().compute(compte, (_, known) -> {
            boolean stays = known != null && known.vueLe.plus(PAUSE).isAfter(now);
            boolean elsewhere =
                    known == null && before != null && before.plus(PAUSE).isAfter(now);
            var visite = stays && known != null ? known : new Visite(now, EnumSet.noneOf(Service.class));
            pas[0] = new Pas(!stays && !elsewhere, visite.services.add(service));
            return new Visite(now, visite.services);
        });
        return pas[0];
    }

    private record Visite(Instant vueLe, Set<Service> services) {}

    /// @param entree it begins a visit
    /// @param premiere it is the first of its service in this visit
    record Pas(boolean entree, boolean premiere) {}
}
