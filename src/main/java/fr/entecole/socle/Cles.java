package fr.entecole.socle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The keys that a person holds today, known with their account: no statement is needed to have them, and what is for
/// this person is one indexed statement:
///
/// `select … from … p join unnest(:ecoles::uuid[], :cles::text[]) k (ecole_id, cle) on (p.ecole_id, p.cle) =
/// (k.ecole_id, k.cle)`
///
/// with [#ecoles] and [#valeurs], which stand in the same order. The order of keys tells nothing. A home asks a dozen
/// rooms what someone is to a school: what is found in these keys is looked for once.
public final class Cles implements Serializable {

    public static final Cles AUCUNE = new Cles(List.of());

    private static final long serialVersionUID = 1L;
    private static final int LENGTH_OF_AN_ID = 36;

    private final ArrayList<Cle> toutes;
    private transient volatile @Nullable Index index;

    public Cles(Collection<Cle> toutes) {
        this.toutes = new ArrayList<>(new LinkedHashSet<>(toutes));
    }

    public static Cles of(Collection<Cle> cles) {
        return new Cles(cles);
    }

    public List<Cle> toutes() {
        return index().toutes;
    }

    public Cles and(Cles other) {
        var all = new ArrayList<>(toutes);
        all.addAll(other.toutes);
        return new Cles(all);
    }

    public boolean holds(Cle cle) {
        return index().distinctes.contains(cle);
    }

    public boolean holdsOneOf(Set<Cle> cles) {
        return cles.stream().anyMatch(this::holds);
    }

    /// The targets of one kind of keys, of those that have an id.
    ///
    /// @param genre all that stands before the target: `CLASSE.EQUIPE.`
    public Set<UUID> ids(String genre) {
        return index().ids.getOrDefault(genre, Set.of());
    }

    /// To be read only: the same each time.
    public UUID[] ecoles() {
        return index().ecoles;
    }

    /// To be read only: the same each time.
    public String[] valeurs() {
        return index().valeurs;
    }

    private Index index() {
        var made = index;
        if (made == null) {
            made = Index.of(toutes);
            index = made;
        }
        return made;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cles those && toutes.equals(those.toutes);
    }

    @Override
    public int hashCode() {
        return toutes.hashCode();
    }

    @Override
    public String toString() {
        return toutes.toString();
    }

    private record Index(
            List<Cle> toutes, Set<Cle> distinctes, Map<String, Set<UUID>> ids, UUID[] ecoles, String[] valeurs) {

        private static Index of(List<Cle> toutes) {
            Map<String, Set<UUID>> ids = new HashMap<>();
            for (var cle : toutes) {
                int target = cle.valeur().lastIndexOf('.') + 1;
                if (cle.valeur().length() - target == LENGTH_OF_AN_ID) {
                    ids.computeIfAbsent(cle.valeur().substring(0, target), _ -> new LinkedHashSet<>())
                            .add(UUID.fromString(cle.valeur().substring(target)));
                }
            }
            return new Index(
                    List.copyOf(toutes),
                    Set.copyOf(toutes),
                    ids.entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue()))),
                    toutes.stream().map(Cle::ecoleId).toArray(UUID[]::new),
                    toutes.stream().map(Cle::valeur).toArray(String[]::new));
        }
    }
}
