package fr.entecole.mesure.ecoles;

import fr.entecole.mesure.Compte;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One kind of what the feed says to mend in a school, with how many people it is said of. In the order of the kinds,
/// never of the numbers, which would rank those that are not said.
record Signale(String phrase, Compte compte) {

    static List<Signale> of(UUID ecole, Map<String, Long> nombres) {
        var tus = Compte.tus(nombres, _ -> false, kind -> (ecole + kind).hashCode());
        return nombres.entrySet().stream()
                .map(e -> new Signale(
                        e.getKey(), tus.contains(e.getKey()) ? new Compte(0, true) : new Compte(e.getValue())))
                .toList();
    }
}
