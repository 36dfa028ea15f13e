package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import fr.entecole.annuaire.Homonymes;
import fr.entecole.comptes.feuilles.Avancement.Etape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /// @return guardians who never came with all their children here, and children without any guardian; those with
    ///     whom nobody of the family has come first
    List<JamaisVenu> of(List<AccesDeClasse> classes) {
        Map<UUID, Acces> acces = new HashMap<>();
        classes.forEach(c -> c.responsables().forEach(a -> acces.put(a.id(), a)));
        var doublons = homonymes.among(
                acces.values().stream().filter(a -> !a.venu()).map(Acces::id).toList());
        Map<UUID, JamaisVenu> jamais = new LinkedHashMap<>();
        for (var classe : classes) {
            for (var eleve : classe.classe().eleves()) {
                boolean none = neverCame(eleve, acces);
                if (eleve.responsables().isEmpty()) {
                    jamais.putIfAbsent(eleve.id(), alone(eleve, classe));
                }
                for (var r : eleve.responsables()) {
                    var a = acces.get(r.id());
                    if (a != null && !a.venu()) {
                        jamais.computeIfAbsent(a.id(), _ -> new JamaisVenu(a, new ArrayList<>(), reason(a, doublons)))
                                .add(new Enfant(
                                        eleve.id(),
                                        eleve.nomComplet(),
                                        classe.classe().libelle(),
                                        none));
                    }
                }
            }
        }
        return jamais.values().stream()
                .sorted(Comparator.comparing(JamaisVenu::famille).reversed())
                .toList();
    }

    private static boolean neverCame(Familles.Eleve eleve, Map<UUID, Acces> acces) {
        return eleve.responsables().stream().noneMatch(r -> {
            var a = acces.get(r.id());
            return a != null && a.venu();
        });
    }

    /// How many families nobody of whom has come: siblings are one; those for whom a body answers are not its family.
    static long families(List<JamaisVenu> jamais) {
        Map<UUID, List<UUID>> gardes = new HashMap<>();
        for (var a : jamais) {
            a.enfants().stream()
                    .filter(Enfant::famille)
                    .forEach(e -> gardes.computeIfAbsent(e.id(), _ -> new ArrayList<>())
                            .add(
                                    a.raison() == Raison.ORGANISME
                                            ? e.id()
                                            : a.responsable().id()));
        }
        return Fratries.of(gardes).values().stream().distinct().count();
    }

    private static JamaisVenu alone(Familles.Eleve eleve, AccesDeClasse classe) {
        var nobody = new Acces(eleve.id(), "", "", "", null, "", null, null, null, Etape.SANS_COMPTE, false);
        return new JamaisVenu(
                nobody,
                List.of(new Enfant(
                        eleve.id(), eleve.nomComplet(), classe.classe().libelle(), true)),
                Raison.PERSONNE);
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
    /// @param enfants theirs in this school, each once
    record JamaisVenu(Acces responsable, List<Enfant> enfants, Raison raison) {

        /// Whether nobody at all has come for one of the children.
        boolean famille() {
            return enfants.stream().anyMatch(Enfant::famille);
        }

        private void add(Enfant enfant) {
            if (enfants.stream().noneMatch(e -> e.id().equals(enfant.id()))) {
                enfants.add(enfant);
            }
        }
    }

    /// @param famille nobody at all has come for this child
    record Enfant(UUID id, String nom, String classe, boolean famille) {}

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
