package fr.entecole.socle.contrats;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

/// Work that a module does by itself at certain hours, once for all nodes. It may be stopped anywhere and begun again:
/// after a node that died, another one does it from the start.
public interface Travail {

    /// Never changes, `comptes.seances`: the database keeps its hours under this name.
    String nom();

    /// What it does, as the region's administrator reads it: « Oublier ce qui a passé son terme : comptes ».
    String phrase();

    Rythme rythme();

    /// Does it.
    ///
    /// @return what was done, counted, under words of the module's own; kept, and said by [#bilan]
    /// @throws RuntimeException when it could not be done: the region is told, and it is tried again
    Map<String, Long> run();

    /// What [#run] counted, in one sentence; empty when there is nothing to say.
    default String bilan(Map<String, Long> compte) {
        return "";
    }

    /// When it is done, by the clock of Paris.
    sealed interface Rythme {

        /// Each night at this hour.
        record Nuit(LocalTime heure) implements Rythme {}

        /// As long after its end.
        record Toutes(Duration duree) implements Rythme {}
    }
}
