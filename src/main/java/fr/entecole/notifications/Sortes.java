package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Profil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The kinds of all modules, found again by the code that the database keeps.
@Component
public class Sortes {

    private final Map<String, Sorte> parCode = new LinkedHashMap<>();

    Sortes(List<SortesDeclarees> declarees) {
        declarees.stream().flatMap(module -> module.sortes().stream()).forEach(sorte -> {
            var other = parCode.putIfAbsent(sorte.code(), sorte);
            if (other != null) {
                throw new IllegalStateException("Two kinds of news are kept as « %s »: %s and %s. Rename the newer one."
                        .formatted(sorte.code(), named(other), named(sorte)));
            }
        });
    }

    public Optional<Sorte> find(String code) {
        return Optional.ofNullable(parCode.get(code));
    }

    /// Those about which someone of this profile chooses.
    public List<Sorte> of(Profil profil) {
        return parCode.values().stream()
                .filter(sorte -> sorte.profils().contains(profil))
                .toList();
    }

    public List<Sorte> all() {
        return List.copyOf(parCode.values());
    }

    /// What a kind says; of one whose module is gone, that there is something.
    public String phrase(String code) {
        return find(code).map(Sorte::phrase).orElseGet(() -> t("Une nouvelle"));
    }

    /// The same, as its reader is spoken to.
    public String phrase(String code, boolean tu) {
        return tu ? find(code).map(Sorte::phraseEleve).orElseGet(() -> phrase(code)) : phrase(code);
    }

    void check(Sorte sorte) {
        if (!sorte.equals(parCode.get(sorte.code()))) {
            throw new IllegalStateException(
                    "%s is offered by nobody: its enum needs a SortesDeclarees bean.".formatted(named(sorte)));
        }
    }

    private static String named(Sorte sorte) {
        return sorte.getClass().getName() + "." + sorte.name();
    }
}
