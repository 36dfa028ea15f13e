package fr.entecole.annuaire.noms;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Dates;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A child among others on one screen, by their first name and what tells them from those who share it: as much of the
/// surname as it takes, else the day of birth.
public record Prenom(UUID eleve, String prenom, String nom, LocalDate naissance) {

    /// @param but who is left out, though they count for who has the same name
    public static List<String> asChildrenSay(List<Prenom> all, @Nullable UUID but) {
        var said = asChildrenSay(all);
        return all.stream()
                .filter(e -> !e.eleve().equals(but))
                .map(e -> said.getOrDefault(e.eleve(), e.prenom()))
                .toList();
    }

    /// What each is called among these.
    public static Map<UUID, String> asChildrenSay(List<Prenom> all) {
        Map<UUID, String> said = new HashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(e -> Noms.plain(e.prenom())))
                .values()
                .forEach(same -> same.forEach(e -> said.put(e.eleve(), e.among(same))));
        return said;
    }

    private String among(List<Prenom> same) {
        var others =
                same.stream().filter(o -> !o.eleve().equals(eleve)).distinct().toList();
        if (others.isEmpty()) {
            return prenom;
        }
        int letters = nom.codePointCount(0, nom.length());
        for (int n = 1; n < letters; n++) {
            int most = n;
            var start = Noms.plain(start(n));
            if (Character.isLetter(start(n).codePointBefore(start(n).length()))
                    && others.stream().noneMatch(o -> Noms.plain(o.start(most)).equals(start))) {
                return prenom + "\u00a0" + start(n) + ".";
            }
        }
        var complet = nom.isEmpty() ? prenom : prenom + "\u00a0" + nom;
        boolean homonyme = others.stream().anyMatch(o -> Noms.plain(o.nom()).equals(Noms.plain(nom)));
        return homonyme ? t("{0}, {1}", complet, Dates.words(naissance)) : complet;
    }

    private String start(int letters) {
        return nom.substring(0, nom.offsetByCodePoints(0, Math.min(letters, nom.codePointCount(0, nom.length()))));
    }
}
