package fr.entecole.comptes.portes;

import fr.entecole.comptes.Perissable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sees refusals that come from everywhere at once, which the brake of no single address shows: many, from many
/// networks, and more than people who come in. It tells once an hour: a line of the log, and a row that the region's
/// home shows for a day. A morning of September has as many mistakes, but more entries.
@Component
class Vague implements Perissable {

    static final Duration FENETRE = Duration.ofMinutes(5);
    static final int REFUS = 200;
    static final int RESEAUX = 30;
    static final int FOIS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Vague.class);
    private static final Duration SILENCE = Duration.ofHours(1);
    private static final Duration GARDE = Duration.ofDays(30);
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> reseaux = new HashSet<>();
    private Instant debut = Instant.EPOCH;
    private Instant dite = Instant.EPOCH;
    private int refus;
    private int entrees;

    Vague(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void entered() {
        synchronized (reseaux) {
            begin();
            entrees++;
        }
    }

    /// @param reseau from where
    void refused(String reseau) {
        int seen;
        int places;
        synchronized (reseaux) {
            begin();
            refus++;
            if (reseaux.size() < MOST) {
                reseaux.add(reseau);
            }
            var now = clock.instant();
            if (refus < REFUS
                    || reseaux.size() < RESEAUX
                    || refus < FOIS * entrees
                    || now.isBefore(dite.plus(SILENCE))) {
                return;
            }
            dite = now;
            seen = refus;
            places = reseaux.size();
        }
        LOG.warn("vague d’essais : {} entrées refusées en moins de cinq minutes, depuis {} réseaux", seen, places);
        jdbc.sql("insert into comptes.vague (vue_le, refus, reseaux) values (:now, :refus, :reseaux)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("refus", seen)
                .param("reseaux", places)
                .update();
    }

    private void begin() {
        var now = clock.instant();
        if (now.isAfter(debut.plus(FENETRE))) {
            debut = now;
            refus = 0;
            entrees = 0;
            reseaux.clear();
        }
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.vague where vue_le < :mois")
                .param("mois", clock.instant().minus(GARDE).atOffset(ZoneOffset.UTC))
                .update();
    }
}
