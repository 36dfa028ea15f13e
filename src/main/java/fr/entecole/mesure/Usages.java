package fr.entecole.mesure;

import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What one page says of a territory.
///
/// @param semaines the oldest first, the last one under way
/// @param services visits of the last four weeks that are over in which each was opened, as far as they are said
/// @param appareils visits of those weeks
/// @param heures visits of those weeks, by the hour at which they began
record Usages(
        List<Semaine> semaines,
        Map<Service, Compte> services,
        Map<Appareil, Compte> appareils,
        Map<Integer, Compte> heures) {

    /// The most opened first, without what is opened on the way to anything.
    List<Barre> ouverts() {
        return bars(services.entrySet().stream()
                .filter(e -> e.getKey() != Service.PAGE_ENT)
                .map(e -> new Barre(NomsDesServices.of(e.getKey()), e.getValue(), 0))
                .toList());
    }

    List<Barre> parAppareil() {
        return bars(appareils.entrySet().stream()
                .map(e -> new Barre(e.getKey().phrase(), e.getValue(), 0))
                .toList());
    }

    private static List<Barre> bars(List<Barre> all) {
        long most = all.stream().mapToLong(b -> b.compte.nombre()).max().orElse(1);
        return all.stream()
                .sorted(Comparator.comparing((Barre b) -> -b.compte.nombre()).thenComparing(Barre::titre))
                .map(b -> new Barre(
                        b.titre,
                        b.compte,
                        b.compte.masque() ? 0 : (int) Math.max(1, 100 * b.compte.nombre() / Math.max(1, most))))
                .toList();
    }

    /// From the first hour with a visit to the last.
    List<Heure> journee() {
        var seen = heures.keySet().stream().sorted().toList();
        if (seen.isEmpty()) {
            return List.of();
        }
        long most = heures.values().stream().mapToLong(Compte::nombre).max().orElse(1);
        return IntStream.rangeClosed(seen.getFirst(), seen.getLast())
                .mapToObj(h -> {
                    var compte = heures.getOrDefault(h, new Compte(0));
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
