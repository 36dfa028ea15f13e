package fr.entecole.annuaire.aaf;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a batch did to the directory. It holds ids of the feed, never a name; it is kept with the batch, as JSON.
///
/// @param counts by the report's words: structures, eleves, responsables, personnels, classes, groupes, liens
/// @param prevu what a held batch would do; empty otherwise
public record Rapport(
        String academie,
        @Nullable Genre genre,
        @Nullable LocalDate date,
        Issue issue,
        @Nullable String raison,
        Map<String, Compte> counts,
        Map<String, Compte> prevu,
        List<Avertissement> warnings,
        List<Refus> refused,
        List<String> ignores) {

    public static final List<String> MOTS =
            List.of("structures", "eleves", "responsables", "personnels", "classes", "groupes", "liens");

    public enum Issue {
        APPLIED(0),
        UNCHANGED(0),
        HELD(3),
        REFUSED(2),
        /// The memory was not enough: nothing is wrong with the batch.
        FAILED(4);

        private final int sortie;

        Issue(int sortie) {
            this.sortie = sortie;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public int exitCode() {
            return sortie;
        }
    }

    /// A record counts once, under the strongest word.
    public record Compte(
            long created,
            long changed,
            long moved,
            long suspended,
            long revived,
            long archived,
            long unchanged,
            long refused) {

        public static final Compte ZERO = new Compte(0, 0, 0, 0, 0, 0, 0, 0);

        public boolean changesNothing() {
            return created + changed + moved + suspended + revived + archived == 0;
        }

        public Compte withMoreGone(long more) {
            return new Compte(created, changed, moved, suspended + more, revived, archived, unchanged, refused);
        }

        /// Records of a batch that are in the directory once it is applied.
        public long here() {
            return created + changed + moved + revived + unchanged;
        }

        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("created", created);
            map.put("changed", changed);
            map.put("moved", moved);
            map.put("suspended", suspended);
            map.put("revived", revived);
            map.put("archived", archived);
            map.put("unchanged", unchanged);
            map.put("refused", refused);
            return map;
        }
    }

    public record Avertissement(String code, String message, long nombre, List<String> ids) {}

    /// @param sorte structure, eleve, responsable or personnel
    public record Refus(String sorte, String id, String message) {}

    public Compte of(String mot) {
        return Objects.requireNonNullElse(counts.get(mot), Compte.ZERO);
    }

    /// The form of the report that scripts read, in its order.
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("academie", academie);
        map.put("kind", genre == null ? null : genre.code());
        map.put("date", date == null ? null : date.toString());
        map.put("state", issue.code());
        map.put("reason", raison);
        for (var mot : MOTS) {
            map.put(mot, of(mot).toMap());
        }
        map.put("warnings", warnings.stream().map(Rapport::toMap).toList());
        map.put("refused", refused.stream().map(Rapport::toMap).toList());
        map.put("ignored", ignores);
        if (!prevu.isEmpty()) {
            Map<String, Object> planned = new LinkedHashMap<>();
            prevu.forEach((mot, compte) -> planned.put(mot, compte.toMap()));
            map.put("planned", planned);
        }
        return map;
    }

    private static Map<String, Object> toMap(Avertissement avertissement) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", avertissement.code());
        map.put("message", avertissement.message());
        map.put("count", avertissement.nombre());
        map.put("ids", avertissement.ids());
        return map;
    }

    private static Map<String, Object> toMap(Refus refus) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", refus.sorte());
        map.put("id", refus.id());
        map.put("message", refus.message());
        return map;
    }
}
