package fr.entecole.mesure;

import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one page says of a territory.
///
/// @param semaines the oldest first, the last one under way
/// @param services visits of the last four weeks in which each was opened
/// @param appareils visits of the last four weeks
/// @param heures visits of the last four weeks, by the hour at which they began
record Usages(
        List<Semaine> semaines, Map<Service, Long> services, Map<Appareil, Long> appareils, Map<Integer, Long> heures) {

    /// The most opened first, without what is opened on the way to anything.
    List<Barre> ouverts() {
        return bars(services.entrySet().stream()
                .filter(e -> e.getKey() != Service.PAGE_ENT)
                .map(e -> new Barre(NomsDesServices.of(e.getKey()), new Compte(e.getValue()), 0))
                .toList());
    }

    List<Barre> parAppareil() {
        return bars(Compte.parts(seen(appareils)).entrySet().stream()
                .map(e -> new Barre(e.getKey().phrase(), e.getValue(), 0))
                .toList());
    }

    private static <K extends Comparable<?>> Map<K, Long> seen(Map<K, Long> parts) {
        return parts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Barre> bars(List<Barre> all) {
        long most = all.stream().mapToLong(b -> b.compte.nombre()).max().orElse(1);
        return all.stream()
                .filter(b -> b.compte.nombre() > 0)
                .sorted(Comparator.comparing((Barre b) -> -b.compte.nombre()).thenComparing(Barre::titre))
                .map(b -> new Barre(
                        b.titre,
                        b.compte,
                        b.compte.masque() ? 0 : (int) Math.max(1, 100 * b.compte.nombre() / Math.max(1, most))))
                .toList();
    }

    /// From the first hour with a visit to the last.
    List<Heure> journee() {
        var seen = heures.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (seen.isEmpty()) {
            return List.of();
        }
        var comptes = Compte.parts(seen(heures));
        long most = heures.values().stream().mapToLong(n -> n).max().orElse(1);
        return IntStream.rangeClosed(seen.getFirst(), seen.getLast())
                .mapToObj(h -> {
                    var compte = comptes.getOrDefault(h, new Compte(0));
                    return new Heure(h, compte, compte.masque() ? 0 : (int) (100 * compte.nombre() / most));
                })
                .toList();
    }

    boolean vides() {
        return services.isEmpty()
                && semaines.stream().allMatch(s -> s.parts().values().stream().allMatch(p -> p.venus() == 0));
    }

    /// @param part of the longest, 0 to 100
    record Barre(String titre, Compte compte, int part) {}

    record Heure(int heure, Compte compte, int part) {}
}
