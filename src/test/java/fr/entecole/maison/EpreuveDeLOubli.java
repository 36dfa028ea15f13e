package fr.entecole.maison;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.DonneesPersonnelles.Reste;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A person asks for what is held about them, then is forgotten: their id must stand nowhere, but where a module says
/// that it keeps it, and nowhere at all once the term of that has come.
final class EpreuveDeLOubli {

    private static final int A_DAY = 24 * 3600;

    private final Collection<? extends DonneesPersonnelles> modules;
    private final Monde monde;
    private final Traces traces;
    private final TransactionTemplate undone;

    EpreuveDeLOubli(Monde monde, Collection<? extends DonneesPersonnelles> modules) {
        this.monde = monde;
        this.modules = modules;
        this.traces = new Traces(monde.jdbc());
        this.undone = new TransactionTemplate(monde.bean(PlatformTransactionManager.class));
    }

    /// @param ids of the person, and of their account
    /// @param forgets how the house comes to forget them
    /// @return what is wrong, each time in a sentence that says what to do; the person is still there afterwards
    List<String> faults(String who, UUID personne, Set<UUID> ids, Consumer<UUID> forgets) {
        List<String> faults = new ArrayList<>();
        undone.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var held = traces.of(ids);
            modules.forEach(module -> untold(module, who, personne, held, faults));
            forgets.accept(personne);
            var left = traces.of(ids);
            modules.forEach(module -> notForgotten(module, who, left, faults));
            modules.forEach(module -> age(module, ids));
            modules.forEach(DonneesPersonnelles::purge);
            var late = traces.of(ids);
            modules.forEach(module -> keptTooLong(module, who, late, faults));
        });
        return faults;
    }

    /// Each table must have a row, and each module one that names someone of this world: else forgetting proves
    /// nothing.
    List<String> unwritten(Collection<ExempleDeModule> exemples) {
        List<String> faults = new ArrayList<>();
        var everyone = traces.of(monde.everyone());
        for (var module : modules) {
            var empty = traces.empty(module.schema());
            if (!empty.isEmpty()) {
                faults.add(
                        "module %s has tables where no example writes (%s): write something about someone there, in show() of a class that implements ExempleDeModule in src/test/java/fr/entecole/%1$s"
                                .formatted(module.schema(), String.join(", ", empty)));
            }
            boolean without = exemples.stream()
                    .anyMatch(exemple -> exemple.module().equals(module.schema())
                            && !exemple.withoutPeople().isBlank());
            if (!without && here(module, everyone).isEmpty()) {
                faults.add(
                        "module %s names nobody of the world of the tests: write something about one of them in show(), or say in withoutPeople() why no row names anyone"
                                .formatted(module.schema()));
            }
        }
        return faults;
    }

    /// What each module says that it keeps must be somewhere, and end.
    List<String> undeclared() {
        List<String> faults = new ArrayList<>();
        for (var module : modules) {
            for (var reste : module.keeps()) {
                var place = module.schema() + "." + reste.lieu();
                if (!traces.hasColumn(module.schema(), reste.table(), column(reste))
                        || !traces.hasColumn(module.schema(), reste.table(), reste.depuis())) {
                    faults.add("%s says that it keeps %s from %s on, and there is no such column"
                            .formatted(module.schema(), place, reste.depuis()));
                }
                if (!reste.duree().isPositive() || reste.motif().isBlank()) {
                    faults.add("%s keeps %s and does not say how long, or what for: Reste has both"
                            .formatted(module.schema(), place));
                }
            }
        }
        return faults;
    }

    /// A person is told what stands about them in any place that goes with them; a trace that stays is told by whoever
    /// can say it in words (the journal's, by the account).
    private static void untold(
            DonneesPersonnelles module, String who, UUID personne, Set<String> held, List<String> faults) {
        var here = new ArrayList<>(here(module, held));
        here.removeAll(kept(module));
        if (!here.isEmpty() && module.export(personne).isEmpty()) {
            faults.add(
                    "%s holds something about %s (%s) and gives them nothing: return it from DonneesPersonnelles.export"
                            .formatted(module.schema(), who, String.join(", ", here)));
        }
    }

    private static void notForgotten(DonneesPersonnelles module, String who, Set<String> left, List<String> faults) {
        for (var place : here(module, left)) {
            if (!kept(module).contains(place)) {
                faults.add(
                        "%s.%s still holds the id of %s, who has been forgotten: take it away in DonneesPersonnelles.erase, or say in keeps() what it stays for and until when"
                                .formatted(module.schema(), place, who));
            }
        }
    }

    private static void keptTooLong(DonneesPersonnelles module, String who, Set<String> late, List<String> faults) {
        for (var place : here(module, late)) {
            if (kept(module).contains(place)) {
                faults.add(
                        "%s.%s still holds the id of %s after the term that keeps() gives it: take it away in DonneesPersonnelles.purge"
                                .formatted(module.schema(), place, who));
            }
        }
    }

    private static Set<String> kept(DonneesPersonnelles module) {
        return module.keeps().stream().map(Reste::lieu).collect(Collectors.toSet());
    }

    private void age(DonneesPersonnelles module, Set<UUID> ids) {
        module.keeps().stream()
                .collect(Collectors.toMap(reste -> reste.table() + "." + reste.depuis(), reste -> reste, (a, _) -> a))
                .values()
                .forEach(reste -> traces.age(
                        module.schema() + "." + reste.table(),
                        reste.depuis(),
                        reste.duree().toSeconds() + A_DAY,
                        ids));
    }

    /// @return `table.column`
    private static List<String> here(DonneesPersonnelles module, Set<String> places) {
        var prefix = module.schema() + ".";
        return places.stream()
                .filter(place -> place.startsWith(prefix))
                .map(place -> place.substring(prefix.length()))
                .toList();
    }

    private static String column(Reste reste) {
        return reste.lieu().substring(reste.lieu().indexOf('.') + 1);
    }
}
