package fr.entecole.mesure;

import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Visits of several schools and weeks, added up from what may be said of each of them alone: a sum then tells nothing
/// that the file of each week does not, and no sum less another one tells what is not said.
record Dits(Map<Service, Compte> services, Map<Appareil, Compte> appareils, Map<Integer, Compte> heures) {

    /// @param weeks one for each school and week
    static Dits of(Collection<Parts> weeks) {
        var dits = new Dits(new EnumMap<>(Service.class), new EnumMap<>(Appareil.class), new HashMap<>());
        for (var week : weeks) {
            add(
                    week.services,
                    servicesTus(week.services, week.entrees(), one -> week.lot(one.colonne())),
                    dits.services);
            if (week.entrees() >= Compte.SMALLEST) {
                add(
                        week.appareils,
                        Compte.tus(week.appareils, _ -> false, one -> week.lot(one.colonne())),
                        dits.appareils);
                add(week.heures, Compte.tus(week.heures, _ -> false, one -> week.lot("heure" + one)), dits.heures);
            }
        }
        return dits;
    }

    private static <K> void add(Map<K, Long> nombres, Set<K> tus, Map<K, Compte> sums) {
        nombres.forEach((part, nombre) -> sums.merge(
                part,
                tus.contains(part) ? new Compte(0, true) : new Compte(nombre),
                (one, other) -> new Compte(one.nombre() + other.nombre(), one.masque() && other.masque())));
    }

    /// What was counted of one school in one week.
    static final class Parts {

        private final Tirage tirage;
        private final Map<Service, Long> services = new EnumMap<>(Service.class);
        private final Map<Appareil, Long> appareils = new EnumMap<>(Appareil.class);
        private final Map<Integer, Long> heures = new HashMap<>();

        Parts(Tirage tirage) {
            this.tirage = tirage;
        }

        void service(Service service, long visites) {
            put(services, service, visites);
        }

        void appareil(Appareil appareil, long entrees) {
            put(appareils, appareil, entrees);
        }

        void heure(int heure, long entrees) {
            put(heures, heure, entrees);
        }

        private static <K> void put(Map<K, Long> nombres, K part, long nombre) {
            if (nombre > 0) {
                nombres.put(part, nombre);
            }
        }

        private long entrees() {
            return appareils.values().stream().mapToLong(n -> n).sum();
        }

        private long lot(String colonne) {
            return tirage.lot("visites_" + colonne);
        }
    }

    /// Services are no parts of a sum: a visit opens several. But each opens one at least: where those that are said do
    /// not account for all visits, the others would be told from below.
    static <K> Set<K> servicesTus(Map<K, Long> services, long visites, ToLongFunction<K> lot) {
        long said = services.values().stream()
                .filter(n -> n >= Compte.SMALLEST)
                .mapToLong(n -> n)
                .sum();
        return said < visites
                ? Compte.tus(services, _ -> false, lot)
                : services.entrySet().stream()
                        .filter(e -> e.getValue() < Compte.SMALLEST)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }
}
