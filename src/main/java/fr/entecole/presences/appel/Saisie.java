package fr.entecole.presences.appel;

import fr.entecole.presences.Appel;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Etat;
import java.util.Map;
import java.util.UUID;

/// What the page of the roll shows in its fields.
///
/// @param version with which the form will be compared
record Saisie(Map<UUID, Dit> dits, Map<String, String> champs, int version) {

    static Saisie of(Appel appel) {
        return new Saisie(appel.proposed(), Map.of(), appel.feuille().numero());
    }

    Dit dit(UUID eleve) {
        return dits.getOrDefault(eleve, Dit.PRESENT);
    }

    String champ(String nom) {
        return champs.getOrDefault(nom, "");
    }

    long combien(Etat etat) {
        return dits.values().stream().filter(d -> d.etat() == etat).count();
    }
}
