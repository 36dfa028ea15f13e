package fr.entecole.presences.appel;

import fr.entecole.presences.Appel;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Etat;
import fr.entecole.presences.Feuille;
import fr.entecole.presences.Feuille.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What the page of the roll shows in its fields.
///
/// @param version with which the form will be compared
/// @param autres whose version what is shown of a child comes from, where it is not what this person said
record Saisie(Map<UUID, Dit> dits, Map<String, String> champs, int version, Map<UUID, Version> autres) {

    static Saisie of(Appel appel) {
        return new Saisie(appel.proposed(), Map.of(), appel.feuille().numero(), Map.of());
    }

    /// What somebody else has written since, and what this person says of whom they left alone.
    static Saisie merged(Feuille feuille, AppelForm form, Map<UUID, Dit> mine) {
        var all = feuille.merged(form.version(), mine);
        Map<UUID, Version> autres = new HashMap<>();
        all.forEach((eleve, dit) -> {
            var version = feuille.origine(eleve);
            if (version != null && !dit.equals(mine.get(eleve))) {
                autres.put(eleve, version);
            }
        });
        return new Saisie(all, form.champs(), feuille.numero(), autres);
    }

    Dit dit(UUID eleve) {
        return dits.getOrDefault(eleve, Dit.PRESENT);
    }

    /// Who said it, where it was somebody else.
    String auteur(UUID eleve) {
        var version = autres.get(eleve);
        return version == null ? "" : version.auteur();
    }

    String champ(String nom) {
        return champs.getOrDefault(nom, "");
    }

    long combien(Etat etat) {
        return dits.values().stream().filter(d -> d.etat() == etat).count();
    }
}
