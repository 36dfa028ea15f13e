package fr.entecole.conventions.region;

import fr.entecole.conventions.Convention;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the board is asked for.
record Choix(int annee, String etat, String tour, String attente, String q) {

    List<Convention> of(List<Convention> all, LocalDate jour) {
        var words = q.toLowerCase(Locale.FRENCH);
        return all.stream()
                .filter(c -> etat.isEmpty() || c.etat(jour).name().equals(etat))
                .filter(c -> tour.isEmpty()
                        || Arrays.stream(Etat.Tour.values())
                                .anyMatch(who -> who.name().equals(tour) && c.awaits(who, jour)))
                .filter(c -> attente.isEmpty()
                        || c.attentes(jour).stream().anyMatch(a -> a.name().equals(attente)))
                .filter(c -> words.isEmpty()
                        || c.declaration()
                                .denomination()
                                .toLowerCase(Locale.FRENCH)
                                .contains(words)
                        || c.numero().contains(words)
                        || c.declaration().siret().startsWith(words)
                        || c.ecoles().stream().anyMatch(e -> e.uai().equalsIgnoreCase(words)))
                .sorted(Comparator.comparing(Convention::numero))
                .toList();
    }

    String annees() {
        return new AnneeScolaire(annee).toString();
    }
}
