package fr.entecole.comptes.feuilles;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Children who share a guardian are one family, once; so are those whom a third child links.
final class Fratries {

    private Fratries() {}

    /// @param gardes the guardians of each child; a child without any is a family alone
    /// @return for each child, who stands for the family
    static Map<UUID, UUID> of(Map<UUID, ? extends Collection<UUID>> gardes) {
        Map<UUID, UUID> chefs = new HashMap<>();
        gardes.forEach((eleve, responsables) -> {
            chefs.putIfAbsent(eleve, eleve);
            for (var responsable : responsables) {
                chefs.putIfAbsent(responsable, responsable);
                chefs.put(top(chefs, eleve), top(chefs, responsable));
            }
        });
        Map<UUID, UUID> familles = new HashMap<>();
        gardes.keySet().forEach(eleve -> familles.put(eleve, top(chefs, eleve)));
        return familles;
    }

    private static UUID top(Map<UUID, UUID> chefs, UUID qui) {
        var here = qui;
        for (var above = chefs.getOrDefault(here, here); !above.equals(here); above = chefs.getOrDefault(here, here)) {
            here = above;
        }
        return here;
    }
}
