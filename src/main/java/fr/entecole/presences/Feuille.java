package fr.entecole.presences;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The roll of a class in a half-day, version after version. Pure.
///
/// @param versions from the first to the last
/// @param lignes in the order of their versions
public record Feuille(List<Version> versions, List<Ligne> lignes) {

    public static final Feuille VIERGE = new Feuille(List.of(), List.of());

    /// Number of the last version; 0 where nobody has called.
    public int numero() {
        return versions.isEmpty() ? 0 : versions.getLast().numero;
    }

    public @Nullable Version derniere() {
        return versions.isEmpty() ? null : versions.getLast();
    }

    /// Whether it says something: a roll that was taken back does not.
    public boolean faite() {
        return !dits().isEmpty();
    }

    /// What holds, of those of whom something is said.
    public Map<UUID, Dit> dits() {
        return at(numero());
    }

    /// What held at a version.
    public Map<UUID, Dit> at(int numero) {
        Map<UUID, Dit> held = new LinkedHashMap<>();
        lignes.stream().filter(l -> l.numero <= numero).forEach(l -> held.put(l.eleve, l.dit));
        held.values().removeIf(dit -> dit.etat() == Etat.RETIRE);
        return held;
    }

    /// Who stood on it at some time.
    public Map<UUID, Ligne> lastLines() {
        Map<UUID, Ligne> last = new HashMap<>();
        lignes.forEach(l -> last.put(l.eleve, l));
        return last;
    }

    /// The version that last said something of a child; null where none did.
    public @Nullable Version origine(UUID eleve) {
        return lignes.stream()
                .filter(l -> l.eleve.equals(eleve))
                .reduce((_, last) -> last)
                .flatMap(
                        l -> versions.stream().filter(v -> v.numero == l.numero).findFirst())
                .orElse(null);
    }

    /// Whether there is something to take back: not twice in a row, which would bring back what was taken.
    public boolean takesBack() {
        var last = derniere();
        return last != null && last.geste != Geste.RETOUR;
    }

    /// Whether nothing would hold any more without the last version.
    public boolean emptyWithoutLast() {
        return at(numero() - 1).isEmpty();
    }

    /// What a new version would have to say so that these things hold: nothing of who is already said so.
    public Map<UUID, Dit> changes(Map<UUID, Dit> wanted) {
        var held = dits();
        Map<UUID, Dit> changes = new LinkedHashMap<>();
        wanted.forEach((eleve, dit) -> {
            if (!dit.equals(held.getOrDefault(eleve, Dit.RIEN))) {
                changes.put(eleve, dit);
            }
        });
        return changes;
    }

    /// What a new version would have to say so that what held before the last one holds again.
    public Map<UUID, Dit> undone() {
        var before = at(numero() - 1);
        Map<UUID, Dit> wanted = new LinkedHashMap<>();
        lignes.stream()
                .filter(l -> l.numero == numero())
                .forEach(l -> wanted.put(l.eleve, before.getOrDefault(l.eleve, Dit.RIEN)));
        return wanted;
    }

    /// What each version after the first has changed, the last one first.
    public List<Correction> corrections() {
        return versions.reversed().stream()
                .filter(v -> v.numero > 1)
                .flatMap(v -> {
                    var before = at(v.numero - 1);
                    return lignes.stream()
                            .filter(l -> l.numero == v.numero)
                            .map(l -> new Correction(v, l.eleve, before.getOrDefault(l.eleve, Dit.RIEN), l.dit));
                })
                .toList();
    }

    /// Of whom somebody else has said something since that version that is not what is said now.
    public Map<UUID, Dit> against(int base, Map<UUID, Dit> mine) {
        var then = at(base);
        Map<UUID, Dit> theirs = new LinkedHashMap<>();
        dits().forEach((eleve, dit) -> {
            var said = mine.get(eleve);
            var was = then.getOrDefault(eleve, Dit.RIEN);
            if (said != null && !dit.equals(said) && !dit.equals(was) && !said.equals(was)) {
                theirs.put(eleve, dit);
            }
        });
        return theirs;
    }

    /// Both: what somebody else has said since, and what is said now of whom they left alone.
    public Map<UUID, Dit> merged(int base, Map<UUID, Dit> mine) {
        var then = at(base);
        var held = dits();
        Map<UUID, Dit> merged = new LinkedHashMap<>(mine);
        merged.replaceAll((eleve, said) -> {
            var was = then.getOrDefault(eleve, Dit.RIEN);
            var theirs = held.getOrDefault(eleve, Dit.RIEN);
            return theirs.equals(was) || theirs.equals(Dit.RIEN) ? said : theirs;
        });
        return merged;
    }

    /// @param auteur name of who called
    /// @param motif why, of a counter-entry
    /// @param saisiLe when it was entered, of a roll that waited for the line; null where it came at once
    public record Version(
            int numero,
            Geste geste,
            String motif,
            String auteur,
            UUID auteurId,
            Instant faitLe,
            @Nullable Instant saisiLe) {}

    /// What was said of a child, and what was said instead.
    public record Correction(Version version, UUID eleve, Dit avant, Dit apres) {}

    /// @param id null of who was there by the list of the first version
    public record Ligne(@Nullable UUID id, UUID eleve, int numero, Dit dit) {}

    /// Why there is another version.
    public enum Geste {
        APPEL,
        /// after the first
        CORRECTION,
        /// what was before holds again
        RETOUR,
        /// after the head has signed the month
        CONTRE_ECRITURE
    }
}
