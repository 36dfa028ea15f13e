package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// A class as those who hand codes see it; who has not come stands first.
record AccesDeClasse(Familles.Classe classe, List<Acces> responsables, List<Acces> eleves) {

    /// The guardians in the order of the pupils, as their sheets are handed out.
    List<Acces> parEleve() {
        var ordre = classe.eleves().stream()
                .flatMap(e -> e.responsables().stream().map(Familles.Responsable::id))
                .distinct()
                .toList();
        return responsables.stream()
                .sorted(Comparator.comparingInt(a -> ordre.indexOf(a.id())))
                .toList();
    }

    /// The pupils of the class of whom this guardian answers.
    List<String> enfants(UUID responsable) {
        return classe.eleves().stream()
                .filter(e -> e.responsables().stream().anyMatch(r -> r.id().equals(responsable)))
                .map(Familles.Eleve::nomComplet)
                .toList();
    }

    long responsablesAImprimer() {
        return responsables.stream().filter(Acces::imprimable).count();
    }

    long elevesAImprimer() {
        return eleves.stream().filter(Acces::imprimable).count();
    }

    boolean prints(boolean responsables, boolean eleves) {
        return responsables && responsablesAImprimer() > 0 || eleves && elevesAImprimer() > 0;
    }

    long responsablesVenus() {
        return responsables.stream().filter(Acces::venu).count();
    }

    long elevesVenus() {
        return eleves.stream().filter(Acces::venu).count();
    }

    /// Whether some pupils come in by the class's page.
    boolean petits() {
        return eleves.stream().anyMatch(e -> e.etape() == Avancement.Etape.PAR_LA_CLASSE);
    }

    String lieu() {
        return classe.commune().isEmpty() || classe.ecole().endsWith(classe.commune())
                ? classe.ecole()
                : classe.ecole() + ", " + classe.commune();
    }
}
