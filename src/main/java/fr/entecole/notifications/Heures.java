package fr.entecole.notifications;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Publics;
import fr.entecole.calendrier.Calendriers;
import fr.entecole.socle.Cle;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// When something reaches whom it means: each school has its own hours.
@Component
class Heures {

    /// Where delivery hours never begin again.
    private static final Duration FAR = Duration.ofDays(366);

    private final Publics publics;
    private final Calendriers calendriers;

    Heures(Publics publics, Calendriers calendriers) {
        this.publics = publics;
        this.calendriers = calendriers;
    }

    /// The first one where several publics say one.
    Map<UUID, Instant> of(Collection<Public> publics, Instant now) {
        Map<UUID, Instant> all = new LinkedHashMap<>();
        publics.forEach(pour -> of(pour, now).forEach((ecole, due) -> all.merge(ecole, due, Heures::first)));
        return all;
    }

    Map<UUID, Instant> now(Collection<Public> publics, Instant now) {
        Map<UUID, Instant> all = new LinkedHashMap<>();
        publics.forEach(pour -> all.putAll(now(pour, now)));
        return all;
    }

    /// At an instant that a room has from the calendar of its school, for each of several things: what is of one school
    /// asks nothing, and whether a school whose people are named is open is asked once.
    List<Map<UUID, Instant>> at(List<List<Public>> things, Instant quand) {
        Map<UUID, Map<UUID, Instant>> named = new HashMap<>();
        return things.stream().map(publics -> at(publics, quand, named)).toList();
    }

    private Map<UUID, Instant> at(Collection<Public> publics, Instant quand, Map<UUID, Map<UUID, Instant>> named) {
        Map<UUID, Instant> all = new LinkedHashMap<>();
        for (var pour : publics) {
            if (pour.etendue().inOneSchool()) {
                all.put(pour.ecoleId(), quand);
            } else if (pour.etendue() == Etendue.PERSONNES) {
                all.putAll(named.computeIfAbsent(pour.ecoleId(), _ -> now(pour, quand)));
            } else {
                all.putAll(now(pour, quand));
            }
        }
        return all;
    }

    private static Instant first(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /// By school, the nil one for people named wherever they are: they are reached when one of their schools is open to
    /// news, and at once if they are of none. Empty when no school is open.
    private Map<UUID, Instant> of(Public pour, Instant now) {
        if (pour.etendue() == Etendue.PERSONNES && pour.ecoleId().equals(Cle.PARTOUT)) {
            var theirs = new HashSet<UUID>();
            publics.each(pour, membre -> theirs.add(membre.ecoleId()));
            theirs.remove(Cle.PARTOUT);
            var first = deliveries(theirs, now).values().stream().min(Instant::compareTo);
            return Map.of(Cle.PARTOUT, first.orElse(now));
        }
        return deliveries(publics.ecoles(pour), now);
    }

    /// Everywhere at once.
    private Map<UUID, Instant> now(Public pour, Instant now) {
        Map<UUID, Instant> all = new LinkedHashMap<>();
        var here = pour.etendue() == Etendue.PERSONNES && pour.ecoleId().equals(Cle.PARTOUT);
        (here ? List.of(Cle.PARTOUT) : publics.ecoles(pour)).forEach(ecole -> all.put(ecole, now));
        return all;
    }

    private Map<UUID, Instant> deliveries(Collection<UUID> ecoles, Instant now) {
        Map<UUID, Instant> all = new LinkedHashMap<>();
        calendriers
                .of(ecoles)
                .forEach((ecole, calendrier) ->
                        all.put(ecole, calendrier.delivery(now).orElse(now.plus(FAR))));
        return all;
    }
}
