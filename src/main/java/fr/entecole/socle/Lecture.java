package fr.entecole.socle;

import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;

/// What is to be read, and what is made of it, as a value: nothing is asked of the database before [Lectures] reads
/// it, so that the reads of several modules share one round trip. Of selects only.
public final class Lecture<T> {

    private final List<Enonce<?>> enonces;
    private final Function<Iterator<Reponse>, T> made;

    private Lecture(List<Enonce<?>> enonces, Function<Iterator<Reponse>, T> made) {
        this.enonces = enonces;
        this.made = made;
    }

    /// What needs no statement.
    public static <T> Lecture<T> known(T valeur) {
        return new Lecture<>(List.of(), _ -> valeur);
    }

    public static <T> Lecture<List<T>> of(String sql, Map<String, ?> parametres, RowMapper<T> row) {
        return whole(sql, parametres, new RowMapperResultSetExtractor<>(row));
    }

    /// For who makes one thing of several rows.
    public static <T> Lecture<T> whole(String sql, Map<String, ?> parametres, ResultSetExtractor<T> rows) {
        return new Lecture<>(List.of(new Enonce<>(sql, parametres, rows)), reponses -> valeur(reponses.next()));
    }

    public <U> Lecture<U> map(Function<? super T, ? extends U> change) {
        return new Lecture<>(enonces, reponses -> change.apply(made.apply(reponses)));
    }

    /// Both, in the same round trip: what the second asks cannot hang on what the first finds.
    public <U, V> Lecture<V> with(Lecture<U> autre, BiFunction<? super T, ? super U, ? extends V> join) {
        List<Enonce<?>> both = new ArrayList<>(enonces);
        both.addAll(autre.enonces);
        return new Lecture<>(List.copyOf(both), reponses -> {
            var first = made.apply(reponses);
            return join.apply(first, autre.made.apply(reponses));
        });
    }

    public List<Enonce<?>> enonces() {
        return enonces;
    }

    T from(List<Reponse> reponses) {
        return made.apply(reponses.iterator());
    }

    @SuppressWarnings("unchecked") // what the statement's own extractor made
    private static <T> T valeur(Reponse reponse) {
        return switch (reponse) {
            case Lue(var valeur) -> (T) valeur;
            case Illisible(var cause) -> throw cause;
        };
    }

    /// A select with named parameters, each of a type that the driver knows by itself: of a null or of a
    /// `java.util.Date` it asks the database first and waits, which costs a round trip for each statement of the home.
    /// An empty array says « none » as well.
    public record Enonce<R>(String sql, Map<String, ?> parametres, ResultSetExtractor<R> lu) {

        public Enonce {
            parametres = Map.copyOf(parametres);
            if (parametres.values().stream().anyMatch(Date.class::isInstance)) {
                throw new IllegalArgumentException("a java.util.Date, where java.time says which type it is");
            }
        }
    }

    /// What came back for a statement.
    sealed interface Reponse {}

    record Lue(@Nullable Object valeur) implements Reponse {}

    /// Its rows are not what its module thought.
    record Illisible(RuntimeException cause) implements Reponse {}
}
