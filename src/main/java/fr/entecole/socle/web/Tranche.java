package fr.entecole.socle.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A page of a list that is read by key, never by offset: what it shows, and the key after which the next one begins.
/// `Tranche.read(50, most -> lecture.page(apres, most), Agent::cle)` asks for one row more than it shows.
///
/// @param suite key of the last one shown, empty where the list ends
public record Tranche<T>(List<T> elements, String suite) {

    /// @param read asks for that many elements at most, after the key of the page before
    public static <T> Tranche<T> read(int shown, IntFunction<List<T>> read, Function<T, ?> cle) {
        var found = read.apply(shown + 1);
        return found.size() <= shown
                ? new Tranche<>(found, "")
                : new Tranche<>(
                        List.copyOf(found.subList(0, shown)),
                        cle.apply(found.get(shown - 1)).toString());
    }

    /// The same page, its elements said otherwise: names are asked for in one call.
    public <U> Tranche<U> map(Function<List<T>, List<U>> all) {
        return new Tranche<>(all.apply(elements), suite);
    }

    public boolean isEmpty() {
        return elements.isEmpty();
    }

    public boolean last() {
        return suite.isEmpty();
    }
}
