package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Familles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /// The children in the order of their names, each with who answers for them.
    List<Foyer> foyers() {
        var adultes = byId(responsables);
        var enfants = byId(eleves);
        return classe.eleves().stream()
                .map(eleve -> new Foyer(
                        eleve,
                        Objects.requireNonNull(enfants.get(eleve.id())),
                        eleve.responsables().stream()
                                .map(r -> new Foyer.Proche(Objects.requireNonNull(adultes.get(r.id())), r.lien()))
                                .toList()))
                .toList();
    }

    /// How many families nobody of whom has come, as a home counts them: siblings are one.
    int famillesJamais() {
        Map<UUID, List<UUID>> gardes = new HashMap<>();
        foyers().stream()
                .filter(foyer -> foyer.venue() == Foyer.Venue.PERSONNE)
                .forEach(foyer -> gardes.put(
                        foyer.enfant().id(),
                        foyer.proches().stream()
                                .filter(p -> p.acces().etape() != Avancement.Etape.SANS_COMPTE)
                                .map(p -> p.acces().id())
                                .toList()));
        return LectureDesAcces.Comptage.families(gardes);
    }

    private static Map<UUID, Acces> byId(List<Acces> liste) {
        return liste.stream().collect(Collectors.toMap(Acces::id, a -> a, (a, _) -> a));
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
