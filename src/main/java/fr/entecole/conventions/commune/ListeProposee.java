package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.EcolesDesCommunes;
import fr.entecole.annuaire.ecoles.EcolesDesCommunes.Ecole;
import fr.entecole.conventions.AvenantRecu.Sorte;
import fr.entecole.conventions.Convention;
import fr.entecole.conventions.Conventions;
import fr.entecole.conventions.regles.EcoleInscrite;
import fr.entecole.conventions.regles.Facturation.Effet;
import fr.entecole.conventions.regles.Facturation.Sens;
import fr.entecole.socle.web.Erreurs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Schools that an avenant may list: those of the commune today, and those of the convention that have left it, as they
/// were called.
@Component
class ListeProposee {

    private static final int LONGEST = 500;

    private final EcolesDesCommunes ecoles;

    ListeProposee(EcolesDesCommunes ecoles) {
        this.ecoles = ecoles;
    }

    List<EcoleInscrite> proposed(Convention convention) {
        var today = convention.communes().stream()
                .sorted()
                .flatMap(insee -> ecoles.of(insee).stream())
                .toList();
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

    /// What is to be corrected before its effect is told.
    Erreurs erreurs(Convention convention, String sorte, String motif, Set<UUID> ecole, Effet effect) {
        var erreurs = new Erreurs();
        if (Arrays.stream(Sorte.values()).noneMatch(s -> s.name().equals(sorte))) {
            erreurs.add("sorte", t("Choisissez ce qui change."));
        }
        if (motif.isEmpty() || motif.length() > LONGEST) {
            erreurs.add("motif", t("Dites pourquoi, en {0} caractères au plus.", LONGEST));
        }
        if (ecole.isEmpty()) {
            erreurs.add("ecole", t("Il reste au moins une école. Pour tout arrêter, mettez fin à la convention."));
        } else if (effect.sens() == Sens.RIEN && sorte.equals(Sorte.LISTE.name())) {
            erreurs.add("ecole", t("La liste est la même\u00a0: il n’y a rien à changer."));
        } else if (chosen(convention, ecole).size() != ecole.size()) {
            erreurs.add("ecole", t("Une des écoles n’est plus dans la commune. Choisissez de nouveau."));
        }
        return erreurs;
    }
}
