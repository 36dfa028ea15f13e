package fr.entecole.annuaire.noms;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The first name of a child among others, and the surname whose initial tells two of the same name apart.
public record Prenom(UUID eleve, String prenom, String nom) {

    /// @param but who is left out, though they count for who has the same name
    public static List<String> asChildrenSay(List<Prenom> all, @Nullable UUID but) {
        var times = all.stream().collect(Collectors.groupingBy(e -> Noms.plain(e.prenom()), Collectors.counting()));
        return all.stream()
                .filter(e -> !e.eleve().equals(but))
                .map(e -> times.getOrDefault(Noms.plain(e.prenom()), 0L) > 1
                                && !e.nom().isEmpty()
                        ? e.prenom() + "\u00a0" + Noms.initiale(e.nom()) + "."
                        : e.prenom())
                .toList();
    }
}
