package fr.entecole.comptes.feuilles;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// A school as its head sees it when handing codes: each person counts once, whatever their classes.
record AccesDEcole(UUID id, List<AccesDeClasse> classes, List<Acces> equipe) {

    /// At the desk one looks for one child: more than these is a name that says too little.
    static final int MONTRES = 20;

    String nom() {
        return classes.isEmpty() ? "" : classes.getFirst().classe().ecole();
    }

    long responsables() {
        return people(AccesDeClasse::responsables)
                .filter(a -> a.remettable() || a.venu())
                .count();
    }

    long responsablesVenus() {
        return people(AccesDeClasse::responsables).filter(Acces::venu).count();
    }

    long responsablesAImprimer() {
        return people(AccesDeClasse::responsables).filter(Acces::imprimable).count();
    }

    long eleves() {
        return people(AccesDeClasse::eleves).filter(a -> a.remettable()).count();
    }

    long elevesVenus() {
        return people(AccesDeClasse::eleves).filter(Acces::venu).count();
    }

    long elevesAImprimer() {
        return people(AccesDeClasse::eleves).filter(Acces::imprimable).count();
    }

    long equipeAImprimer() {
        return equipe.stream().filter(Acces::imprimable).count();
    }

    /// The children whose name, or that of somebody who answers for them, begins as typed, whatever their class.
    List<Foyer> trouves(String saisie) {
        return saisie.isEmpty()
                ? List.of()
                : classes.stream()
                        .flatMap(classe -> classe.foyers().stream())
                        .filter(foyer -> foyer.answers(saisie))
                        .limit(MONTRES)
                        .toList();
    }

    /// Share of those who came, 0 to 100.
    static int part(long venus, long tous) {
        return tous == 0 ? 0 : (int) (100 * venus / tous);
    }

    static long lecteurs(AccesDeClasse classe) {
        return classe.eleves().stream().filter(Acces::remettable).count();
    }

    private Stream<Acces> people(Function<AccesDeClasse, List<Acces>> which) {
        var seen = new java.util.HashSet<UUID>();
        return classes.stream().flatMap(c -> which.apply(c).stream()).filter(a -> seen.add(a.id()));
    }
}
