package fr.entecole.socle;

import fr.entecole.socle.Lecture.Connue;
import fr.entecole.socle.Lecture.Demandee;
import fr.entecole.socle.Lecture.Enonce;
import fr.entecole.socle.Lecture.Reponse;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreatorFactory;
import org.springframework.jdbc.core.SqlParameter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/// Reads what modules ask, all of it in one round trip: PostgreSQL receives « q1; q2; q3 » together, plans and answers
/// each by itself (ADR 0024).
@Component
public class Lectures {

    private static final String BETWEEN = ";\n";

    private final JdbcTemplate jdbc;
    private final ConcurrentLruCache<String, ParsedSql> parsed =
            new ConcurrentLruCache<>(256, NamedParameterUtils::parseSqlStatement);
    private final ConcurrentLruCache<List<String>, String> joined = new ConcurrentLruCache<>(256, this::join);

    Lectures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// In one round trip, or in as many as it has steps; in none where there is nothing to ask.
    public <T> T read(Lecture<T> lecture) {
        var left = lecture;
        while (true) {
            if (left instanceof Connue<T>(var valeur)) {
                return valeur;
            }
            left = left.next(ask(left.enonces()).iterator());
        }
    }

    /// Each of them, in one round trip for all, and one more for all that go on. One that fails is told and left out,
    /// and then costs the others a round trip each; a database that does not answer fails them all. Outside a
    /// transaction, which a failure would end.
    public <K, T> Map<K, T> read(Map<K, Lecture<T>> lectures, BiConsumer<? super K, RuntimeException> failed) {
        Map<K, Lecture<T>> left = new LinkedHashMap<>(lectures);
        while (left.values().stream().anyMatch(Demandee.class::isInstance)) {
            step(left, failed);
        }
        Map<K, T> read = new LinkedHashMap<>();
        left.forEach((key, lecture) -> read.put(key, read(lecture)));
        return read;
    }

    private <K, T> void step(Map<K, Lecture<T>> left, BiConsumer<? super K, RuntimeException> failed) {
        var together = together(left.values()).iterator();
        boolean refused = !together.hasNext();
        for (var entry : List.copyOf(left.entrySet())) {
            var lecture = entry.getValue();
            List<Reponse> own = new ArrayList<>();
            for (var _ : refused ? List.of() : lecture.enonces()) {
                own.add(together.next());
            }
            try {
                left.put(entry.getKey(), lecture.next((refused ? ask(lecture.enonces()) : own).iterator()));
            } catch (DataAccessResourceFailureException e) {
                throw e;
            } catch (RuntimeException e) {
                left.remove(entry.getKey());
                failed.accept(entry.getKey(), e);
            }
        }
    }

    /// Nothing when PostgreSQL refused one of them: it says neither which, nor what the others would have answered.
    private <T> List<Reponse> together(Iterable<Lecture<T>> lectures) {
        List<Enonce<?>> all = new ArrayList<>();
        lectures.forEach(lecture -> all.addAll(lecture.enonces()));
        try {
            return ask(all);
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            return List.of();
        }
    }

    /// What is asked twice alike, by two tiles, is asked once.
    List<Reponse> ask(List<Enonce<?>> enonces) {
        if (enonces.isEmpty()) {
            return List.of();
        }
        List<Enonce<?>> once = new ArrayList<>();
        List<Integer> which = new ArrayList<>();
        for (var enonce : enonces) {
            int known = 0;
            while (known < once.size() && !once.get(known).same(enonce)) {
                known++;
            }
            which.add(known);
            if (known == once.size()) {
                once.add(enonce);
            }
        }
        List<SqlParameter> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (var enonce : once) {
            var source = new MapSqlParameterSource(enonce.parametres());
            var one = parsed.get(enonce.sql());
            types.addAll(NamedParameterUtils.buildSqlParameterList(one, source));
            values.addAll(Arrays.asList(NamedParameterUtils.buildValueArray(one, source, null)));
        }
        var sql = once.stream().allMatch(Lectures::oneMarkAName)
                ? joined.get(once.stream().<String>map(Enonce::sql).toList())
                : once.stream().map(this::marked).collect(Collectors.joining(BETWEEN));
        var asked = new PreparedStatementCreatorFactory(sql, types).newPreparedStatementCreator(values);
        var answers = jdbc.execute(asked, (PreparedStatement statement) -> answers(statement, once));
        return which.stream().map(answers::get).toList();
    }

    /// A collection has as many marks as it has things, an array has one.
    private static boolean oneMarkAName(Enonce<?> enonce) {
        return enonce.parametres().values().stream().noneMatch(Collection.class::isInstance);
    }

    private String marked(Enonce<?> enonce) {
        return marked(enonce.sql(), new MapSqlParameterSource(enonce.parametres()));
    }

    private String marked(String sql, @Nullable SqlParameterSource parametres) {
        return NamedParameterUtils.substituteNamedParameters(parsed.get(sql), parametres)
                .stripTrailing();
    }

    private String join(List<String> statements) {
        return statements.stream().map(sql -> marked(sql, null)).collect(Collectors.joining(BETWEEN));
    }

    private static List<Reponse> answers(PreparedStatement statement, List<Enonce<?>> enonces) throws SQLException {
        List<Reponse> answers = new ArrayList<>();
        boolean rows = statement.execute();
        for (var enonce : enonces) {
            if (!rows) {
                throw new SQLException("a statement answers no rows: " + enonce.sql());
            }
            answers.add(answer(statement, enonce));
            rows = statement.getMoreResults();
        }
        return answers;
    }

    private static Reponse answer(PreparedStatement statement, Enonce<?> enonce) throws SQLException {
        try (var rows = statement.getResultSet()) {
            return new Reponse(enonce.lu().extractData(rows), null);
        } catch (RuntimeException e) {
            return new Reponse(null, e);
        }
    }
}
