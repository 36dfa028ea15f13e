package fr.entecole.conventions.commune;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.regles.EcoleInscrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Schools that an avenant may list: those of the commune today, and those of the convention that have left it, as they
/// were called.
@Component
class ListeProposee {

    private final EcolesDesCommunes ecoles;

    ListeProposee(EcolesDesCommunes ecoles) {
        this.ecoles = ecoles;
    }

    List<EcoleInscrite> proposed(Convention convention) {
        var today = ecoles.of(convention.insee());
        var there = today.stream().map(Ecole::id).collect(Collectors.toSet());
        var all = new ArrayList<>(today.stream().map(Conventions::inscrite).toList());
        convention.ecoles().stream().filter(e -> !there.contains(e.ecole())).forEach(all::add);
        return List.copyOf(all);
    }

    List<EcoleInscrite> chosen(Convention convention, Set<UUID> ecole) {
        return proposed(convention).stream()
                .filter(e -> ecole.contains(e.ecole()))
                .toList();
    }
}
