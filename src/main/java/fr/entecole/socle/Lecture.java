package fr.entecole.socle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;

/// What is to be read, and what is made of it, as a value: nothing is asked of the database before [Lectures] reads
/// it, so that the reads of several modules share one round trip (ADR 0024). Of selects only.
public sealed interface Lecture<T> {

    /// What needs no statement.
    static <T> Lecture<T> known(T valeur) {
        return new Connue<>(valeur);
    }

    static <T> Lecture<List<T>> of(String sql, Map<String, ?> parametres, RowMapper<T> row) {
        return whole(sql, parametres, new RowMapperResultSetExtractor<>(row));
    }

    /// For who makes one thing of several rows.
    static <T> Lecture<T> whole(String sql, Map<String, ?> parametres, ResultSetExtractor<T> rows) {
        return new Demandee<>(
                List.of(new Enonce<>(sql, parametres, rows)), reponses -> known(Reponse.valeur(reponses.next())));
    }

    /// What is asked first; nothing once all is known.
    List<Enonce<?>> enonces();

    default <U> Lecture<U> map(Function<? super T, ? extends U> change) {
        return then(valeur -> known(change.apply(valeur)));
    }

    /// What is to be read once this is known, in a second round trip, which all tiles share too: for what few people
    /// need. What everyone needs stands in the same select, or goes [#with] it.
    <U> Lecture<U> then(Function<? super T, Lecture<U>> next);

    /// Both, in the same round trip.
    default <U, V> Lecture<V> with(Lecture<U> autre, BiFunction<? super T, ? super U, ? extends V> join) {
        if (this instanceof Connue<T>(var valeur)) {
            return autre.map(other -> join.apply(valeur, other));
        }
        List<Enonce<?>> both = new ArrayList<>(enonces());
        both.addAll(autre.enonces());
        return new Demandee<>(List.copyOf(both), reponses -> {
            var first = next(reponses);
            return first.with(autre.next(reponses), join);
        });
    }

    /// What is left to read, after the answers to [#enonces], in their order.
    Lecture<T> next(Iterator<Reponse> reponses);

    record Connue<T>(T valeur) implements Lecture<T> {

        @Override
        public List<Enonce<?>> enonces() {
            return List.of();
        }

        @Override
        public <U> Lecture<U> then(Function<? super T, Lecture<U>> next) {
            return next.apply(valeur);
        }

        @Override
        public Lecture<T> next(Iterator<Reponse> reponses) {
            return this;
        }
    }

    record Demandee<T>(List<Enonce<?>> enonces, Function<Iterator<Reponse>, Lecture<T>> made) implements Lecture<T> {

        @Override
        public <U> Lecture<U> then(Function<? super T, Lecture<U>> next) {
            return new Demandee<>(enonces, reponses -> made.apply(reponses).then(next));
        }

        @Override
        public Lecture<T> next(Iterator<Reponse> reponses) {
            return made.apply(reponses);
        }
    }

    /// A select with named parameters, each of a type that the driver knows by itself. Of a null it asks the database
    /// first and waits, which costs a round trip for each statement of the home: an empty array says « none ».
    record Enonce<R>(String sql, Map<String, ?> parametres, ResultSetExtractor<R> lu) {

        public Enonce {
            parametres = Map.copyOf(parametres);
        }

        /// The same question, of whose answer the same is made.
        boolean same(Enonce<?> other) {
            return lu == other.lu
                    && sql.equals(other.sql)
                    && parametres.keySet().equals(other.parametres.keySet())
                    && parametres.entrySet().stream()
                            .allMatch(p -> Objects.deepEquals(p.getValue(), other.parametres.get(p.getKey())));
        }
    }

    /// What came back for a statement: a value, or why its rows are not what its module thought.
    record Reponse(@Nullable Object valeur, @Nullable RuntimeException cause) {

        @SuppressWarnings({"unchecked", "NullAway"}) // what the statement's own extractor made, null where it may be
        private static <T> T valeur(Reponse reponse) {
            if (reponse.cause != null) {
                throw reponse.cause;
            }
            return (T) reponse.valeur;
        }
    }
}
