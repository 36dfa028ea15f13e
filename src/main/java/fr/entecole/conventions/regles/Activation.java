package fr.entecole.conventions.regles;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which schools are open on a day, and why: by a convention in force that lists them; by a renewal under way, as long
/// as its tolerance lasts, where the convention before listed them to its end; by an exception of the region. Who takes
/// up a school that is listed is open with it ([Reprise]). A school that no signed convention and no exception ever
/// named is not governed here: it stays as the region has put it by hand.
///
/// @param opened schools that are open now because these rules have opened them
public record Activation(
        List<Engagement> engagements, List<Derogation> derogations, List<Reprise> reprises, Set<UUID> opened) {

    public Activation {
        engagements = List.copyOf(engagements);
        derogations = List.copyOf(derogations);
        reprises = List.copyOf(reprises);
        opened = Set.copyOf(opened);
    }

    public Activation(List<Engagement> engagements, List<Derogation> derogations) {
        this(engagements, derogations, List.of(), Set.of());
    }

    /// Why each open school is.
    public Map<UUID, Raison> open(LocalDate jour) {
        Map<UUID, Raison> open = new HashMap<>();
        engagements.stream()
                .filter(e -> e.isInForce(jour))
                .flatMap(e -> carried(e.listed(jour), jour).stream())
                .forEach(ecole -> open.put(ecole, Raison.CONVENTION));
        tolerated(jour).forEach(ecole -> open.putIfAbsent(ecole, Raison.TOLERANCE));
        derogations.stream()
                .filter(d -> !jour.isBefore(d.du()) && !jour.isAfter(d.au()))
                .forEach(d -> open.putIfAbsent(d.ecole(), Raison.DEROGATION));
        return open;
    }

    // Whoever takes the school up: a new commune, a syndicate or a neighbour goes on where another one was.
    private Set<UUID> tolerated(LocalDate jour) {
        Set<UUID> kept = new TreeSet<>();
        for (var next : engagements) {
            var until = next.tolerance();
            if (until == null || jour.isAfter(until) || !next.isUnderWay(jour) || next.isInForce(jour)) {
                continue;
            }
            var taken = carried(next.base(), jour);
            engagements.stream()
                    .filter(e -> e.annee() == next.annee() - 1 && e.fin().isBefore(jour) && !e.wasEnded(jour))
                    .filter(e -> e.hadEffectBy(e.fin()))
                    .flatMap(e -> carried(e.listed(e.fin()), jour).stream())
                    .filter(taken::contains)
                    .forEach(kept::add);
        }
        return kept;
    }

    private Set<UUID> carried(Set<UUID> listed, LocalDate jour) {
        return Reprise.carried(listed, reprises, jour);
    }

    /// Schools that open and close by these rules from that day on: one that an avenant has taken off its list again
    /// is still governed, so that it closes. A word that was taken back closes what it had opened, never what the
    /// region had opened by hand.
    public Set<UUID> governed(LocalDate jour) {
        Set<UUID> named = new TreeSet<>();
        engagements.stream().filter(e -> e.hadEffectBy(jour)).forEach(e -> named.addAll(e.named(jour)));
        var governed = taken(named, jour, false);
        taken(named, jour, true).stream().filter(opened::contains).forEach(governed::add);
        derogations.stream()
                .filter(d -> !d.du().isAfter(jour))
                .map(Derogation::ecole)
                .forEach(governed::add);
        return governed;
    }

    /// These schools, and whoever was said to take one up, one after the other, what closes among them.
    ///
    /// @param back by words that hold no more as well
    private Set<UUID> taken(Set<UUID> ecoles, LocalDate jour, boolean back) {
        Set<UUID> all = new TreeSet<>(ecoles);
        boolean more = true;
        while (more) {
            more = false;
            for (var reprise : reprises) {
                var par = reprise.par();
                if (par != null
                        && all.contains(reprise.ecole())
                        && !jour.isBefore(reprise.jour())
                        && (back || !reprise.retiree())) {
                    more |= all.add(par);
                }
            }
        }
        return all;
    }

    /// Schools of which the region has said that they close.
    public Set<UUID> saidClosed(LocalDate jour) {
        return reprises.stream()
                .filter(r -> r.par() == null && r.holds(jour))
                .map(Reprise::ecole)
                .collect(Collectors.toSet());
    }

    /// What is to be done on that day.
    ///
    /// @param ouvertes those that are open now
    public Bascule switchOf(LocalDate jour, Collection<UUID> ouvertes) {
        var wanted = open(jour);
        var now = Set.copyOf(ouvertes);
        var governed = governed(jour);
        return new Bascule(
                wanted.keySet().stream().filter(e -> !now.contains(e)).collect(Collectors.toCollection(TreeSet::new)),
                governed.stream()
                        .filter(e -> now.contains(e) && !wanted.containsKey(e))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    public record Bascule(Set<UUID> ouvrir, Set<UUID> fermer) {}

    /// Opens a school without a convention, for a time, with a reason that is kept beside it.
    public record Derogation(UUID ecole, LocalDate du, LocalDate au) {}

    public enum Raison {
        CONVENTION,
        TOLERANCE,
        DEROGATION
    }
}
