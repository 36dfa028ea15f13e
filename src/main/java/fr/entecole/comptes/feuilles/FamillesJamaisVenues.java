package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.Homonymes;
import fr.entecole.comptes.feuilles.Avancement.Etape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Why families have not come, from facts alone: what the directory and the codes say, never a guess about people.
@Component
class FamillesJamaisVenues {

    private final Homonymes homonymes;

    FamillesJamaisVenues(Homonymes homonymes) {
        this.homonymes = homonymes;
    }

    /// @return guardians who never came and children without any guardian, those with whom nobody of the family has
    ///     come first
    List<JamaisVenu> of(List<AccesDeClasse> classes) {
        Map<UUID, Acces> acces = new HashMap<>();
        classes.forEach(c -> c.responsables().forEach(a -> acces.put(a.id(), a)));
        var doublons = homonymes.among(
                acces.values().stream().filter(a -> !a.venu()).map(Acces::id).toList());
        List<JamaisVenu> jamais = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (var classe : classes) {
            for (var eleve : classe.classe().eleves()) {
                boolean none = eleve.responsables().stream().noneMatch(r -> {
                    var a = acces.get(r.id());
                    return a != null && a.venu();
                });
                if (eleve.responsables().isEmpty() && seen.add(eleve.id())) {
                    jamais.add(alone(eleve, classe));
                }
                for (var r : eleve.responsables()) {
                    var a = acces.get(r.id());
                    if (a != null && !a.venu() && seen.add(r.id())) {
                        jamais.add(new JamaisVenu(
                                a,
                                eleve.id(),
                                eleve.nomComplet(),
                                classe.classe().libelle(),
                                none,
                                reason(a, doublons)));
                    }
                }
            }
        }
        jamais.sort(Comparator.comparing(JamaisVenu::famille).reversed());
        return jamais;
    }

    private static JamaisVenu alone(Familles.Eleve eleve, AccesDeClasse classe) {
        var nobody = new Acces(eleve.id(), "", "", "", null, "", null, null, null, Etape.SANS_COMPTE, false);
        return new JamaisVenu(
                nobody, eleve.id(), eleve.nomComplet(), classe.classe().libelle(), true, Raison.PERSONNE);
    }

    private static Raison reason(Acces acces, Set<UUID> doublons) {
        if (acces.etape() == Etape.SANS_COMPTE) {
            return Raison.ORGANISME;
        }
        if (doublons.contains(acces.id())) {
            return Raison.DOUBLON;
        }
        return switch (acces.etape()) {
            case REMIS -> Raison.REMIS;
            case EXPIRE -> Raison.EXPIRE;
            case BLOQUE -> Raison.BLOQUE;
            default -> Raison.JAMAIS_REMIS;
        };
    }

    /// @param responsable nobody where the child has no guardian
    /// @param famille whether nobody at all has come for this child
    record JamaisVenu(Acces responsable, UUID eleveId, String eleve, String classe, boolean famille, Raison raison) {}

    enum Raison {
        JAMAIS_REMIS,
        REMIS,
        EXPIRE,
        /// five wrong birth dates
        BLOQUE,
        DOUBLON,
        /// no guardian in force in the directory
        PERSONNE,
        /// a body answers for the child
        ORGANISME
    }
}
