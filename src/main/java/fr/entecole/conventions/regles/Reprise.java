package fr.entecole.conventions.regles;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of a school in the middle of a year: another one takes it up (schools that merge, a code that the
/// directory gives to a new school), or it closes. Whoever takes it up is open by the conventions that list it; the one
/// that was listed stays open as they say, for those whom the directory has not moved yet; one that closes is open no
/// more. What is billed stays what was signed.
///
/// @param par who takes it up; null: nobody, it closes
/// @param jour first day
/// @param retiree it was taken back, or another word has followed it: it opens nothing, and what it had opened closes
public record Reprise(UUID ecole, @Nullable UUID par, LocalDate jour, boolean retiree) {

    public Reprise(UUID ecole, @Nullable UUID par, LocalDate jour) {
        this(ecole, par, jour, false);
    }

    /// The schools that a list stands for on that day.
    ///
    /// @param listed schools as they were signed
    /// @return those of them that are not closed, and whoever has taken one up, one after the other
    public static Set<UUID> carried(Collection<UUID> listed, Collection<Reprise> reprises, LocalDate jour) {
        Set<UUID> carried = new TreeSet<>(listed);
        var waiting = new ArrayDeque<>(listed);
        while (!waiting.isEmpty()) {
            var ecole = waiting.poll();
            reprises.stream()
                    .filter(r -> r.ecole.equals(ecole) && r.holds(jour))
                    .forEach(r -> {
                        if (r.par == null) {
                            carried.remove(ecole);
                        } else if (carried.add(r.par)) {
                            waiting.add(r.par);
                        }
                    });
        }
        return carried;
    }

    /// Whether what was said, of whatever day, leads from one school to the other by those who take it up.
    public static boolean leads(UUID from, UUID to, Collection<Reprise> reprises) {
        Set<UUID> seen = new TreeSet<>(Set.of(from));
        var waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            var ecole = waiting.poll();
            for (var reprise : reprises) {
                var par = reprise.par;
                if (par != null && !reprise.retiree && reprise.ecole.equals(ecole) && seen.add(par)) {
                    waiting.add(par);
                }
            }
        }
        return seen.contains(to);
    }

    public boolean holds(LocalDate jour) {
        return !retiree && !jour.isBefore(this.jour);
    }
}
