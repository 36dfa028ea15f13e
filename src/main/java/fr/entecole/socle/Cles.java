package fr.entecole.socle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The keys that a person holds today, known with their account: no statement is needed to have them, and what is for
/// this person is one indexed statement:
///
/// `select … from … p join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle) on (p.ecole_id, p.cle) =
/// (k.ecole_id, k.cle)`
///
/// with [#ecoles] and [#valeurs], which stand in the same order. The order of keys tells nothing.
public record Cles(List<Cle> toutes) implements Serializable {

    public static final Cles AUCUNE = new Cles(List.of());

    public Cles {
        toutes = List.copyOf(new LinkedHashSet<>(toutes));
    }

    public static Cles of(Collection<Cle> cles) {
        return new Cles(List.copyOf(cles));
    }

    public Cles and(Cles other) {
        var all = new ArrayList<>(toutes);
        all.addAll(other.toutes);
        return new Cles(all);
    }

    public boolean holds(Cle cle) {
        return toutes.contains(cle);
    }

    public boolean holdsOneOf(Set<Cle> cles) {
        return toutes.stream().anyMatch(cles::contains);
    }

    public UUID[] ecoles() {
        return toutes.stream().map(Cle::ecoleId).toArray(UUID[]::new);
    }

    public String[] valeurs() {
        return toutes.stream().map(Cle::valeur).toArray(String[]::new);
    }
}
