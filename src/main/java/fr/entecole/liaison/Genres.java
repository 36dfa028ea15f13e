package fr.entecole.liaison;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All kinds of mots. Asked for when needed: kinds may stand on what asks for them.
@Component
public class Genres {

    private final ObjectProvider<GenreDeMot> genres;

    Genres(ObjectProvider<GenreDeMot> genres) {
        this.genres = genres;
    }

    public List<GenreDeMot> all() {
        return genres.stream()
                .sorted(Comparator.comparingInt(GenreDeMot::ordre))
                .toList();
    }

    /// @param code as kept, or as in an address; any other is a plain mot
    public GenreDeMot of(String code) {
        return genres.stream()
                .filter(genre -> genre.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseGet(Information::new);
    }
}
