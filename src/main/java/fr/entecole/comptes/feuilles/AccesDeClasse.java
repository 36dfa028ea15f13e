package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import java.util.List;

/// A class as those who hand codes see it; who has not come stands first.
record AccesDeClasse(Familles.Classe classe, List<Acces> responsables, List<Acces> eleves) {

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
