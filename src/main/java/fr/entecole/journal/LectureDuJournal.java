package fr.entecole.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the journal, newest first, a page at a time: one statement, which takes from the index of each school (and of
/// each action, when a family is asked for) no more rows than the page shows, however many there are.
@Component
public class LectureDuJournal {

    static final ZoneId ICI = ZoneId.of("Europe/Paris");

    private static final String PAGE = """
            with derniers as (
                select distinct x.fait_id, x.fait_le from %s
                cross join lateral (
                    select p.%s as fait_id, p.fait_le from %s p
                     where %s
                     order by p.fait_le desc, p.%2$s desc limit :n) x
                 order by x.fait_le desc, x.fait_id desc limit :n)
            select f.id, f.fait_le, f.action, f.acteur_compte, f.objet_id, f.adresse,
                   f.details->>'raison' as raison, coalesce((f.details->>'fois')::int, 1) as fois
              from derniers d join journal.fait f on f.id = d.fait_id
             order by d.fait_le desc, d.fait_id desc
            """;

    private final JdbcClient jdbc;
    private final Actes actes;

    LectureDuJournal(JdbcClient jdbc, Actes actes) {
        this.jdbc = jdbc;
        this.actes = actes;
    }

    public List<Ligne> read(Demande demande, int most) {
        Map<String, Object> parameters = new HashMap<>();
        var sql = sql(demande, parameters);
        parameters.put("n", most);
        return jdbc.sql(sql).params(parameters).query(LectureDuJournal::ligne).list();
    }

    /// @param parameters receives those of the statement, but for the number of rows
    String sql(Demande demande, Map<String, Object> parameters) {
        var ecoles = demande.ecoles();
        var from = new StringBuilder("(values (1)) un");
        var where = new StringBuilder("true");
        if (ecoles != null) {
            from.append(" cross join unnest(:ecoles::uuid[]) e(id)");
            where.append(" and p.ecole_id = e.id");
            parameters.put("ecoles", ecoles.toArray(UUID[]::new));
        }
        if (demande.famille() != null || !demande.ordinaires()) {
            from.append(" cross join unnest(:actions::text[]) a(action)");
            where.append(" and p.action = a.action");
            parameters.put(
                    "actions",
                    actes.codes(demande.famille(), demande.ordinaires()).toArray(String[]::new));
        }
        var id = ecoles == null ? "id" : "fait_id";
        if (demande.jour() != null) {
            where.append(" and p.fait_le >= :debut and p.fait_le < :fin");
            parameters.put("debut", midnight(demande.jour()));
            parameters.put("fin", midnight(demande.jour().plusDays(1)));
        }
        if (demande.avant() != null) {
            where.append(" and (p.fait_le, p.").append(id).append(") < (:avantLe, :avantId)");
            parameters.put("avantLe", demande.avant().faitLe().atOffset(ZoneOffset.UTC));
            parameters.put("avantId", demande.avant().id());
        }
        return PAGE.formatted(from, id, ecoles == null ? "journal.fait" : "journal.fait_ecole", where);
    }

    private static OffsetDateTime midnight(LocalDate jour) {
        return jour.atStartOfDay(ICI).toOffsetDateTime();
    }

    private static Ligne ligne(ResultSet rs, int row) throws SQLException {
        return new Ligne(
                rs.getObject("id", UUID.class),
                rs.getObject("fait_le", OffsetDateTime.class).toInstant(),
                rs.getString("action"),
                rs.getObject("acteur_compte", UUID.class),
                rs.getString("objet_id"),
                rs.getString("adresse"),
                rs.getString("raison"),
                rs.getInt("fois"));
    }

    /// @param ecoles schools whose facts are read; null: all facts, those of no school too
    /// @param ordinaires those of the everyday course too
    /// @param avant the last row of the page before
    public record Demande(
            @Nullable Set<UUID> ecoles,
            @Nullable Famille famille,
            boolean ordinaires,
            @Nullable LocalDate jour,
            @Nullable Cle avant) {}

    /// @param fois how often, where it is counted by the minute
    public record Ligne(
            UUID id,
            Instant faitLe,
            String action,
            @Nullable UUID acteur,
            @Nullable String objetId,
            @Nullable String adresse,
            @Nullable String raison,
            int fois) {

        public Cle cle() {
            return new Cle(faitLe, id);
        }
    }

    /// Where a page ends, as its address says it: microseconds, then the fact.
    public record Cle(Instant faitLe, UUID id) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,17})-([0-9a-f-]{36})");

        /// @return empty when the words are not a key
        public static Optional<Cle> parse(String words) {
            var match = FORM.matcher(words);
            if (!match.matches()) {
                return Optional.empty();
            }
            try {
                var instant = Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS);
                return Optional.of(new Cle(instant, UUID.fromString(match.group(2))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, faitLe) + "-" + id;
        }
    }
}
