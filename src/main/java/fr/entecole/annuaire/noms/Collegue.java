package fr.entecole.annuaire.noms;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Someone of a team, by the name that a list shows, with what tells them from a colleague of the same name: their
/// professional address, else the day of birth.
public record Collegue(
        UUID id,
        String nom,
        @Nullable String courriel,
        @Nullable LocalDate naissance) {

    /// What to say beside the names that several of a team bear; nobody else is in it.
    public static Map<UUID, String> apart(List<Collegue> equipe) {
        Map<UUID, String> said = new HashMap<>();
        equipe.stream().collect(Collectors.groupingBy(c -> Noms.plain(c.nom()))).values().stream()
                .filter(same -> same.stream().map(Collegue::id).distinct().count() > 1)
                .forEach(same -> {
                    boolean addresses = differ(same);
                    same.forEach(c -> said.put(c.id(), c.precision(addresses)));
                });
        return said;
    }

    private static boolean differ(List<Collegue> same) {
        var addresses = same.stream().map(Collegue::courriel).toList();
        return addresses.stream().allMatch(Objects::nonNull) && new HashSet<>(addresses).size() == addresses.size();
    }

    private String precision(boolean byAddress) {
        if (byAddress && courriel != null) {
            return courriel;
        }
        return naissance == null ? "" : t("naissance le {0}", Dates.words(naissance));
    }
}
