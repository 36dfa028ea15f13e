package fr.entecole.liaison;

import fr.entecole.socle.DonneesPersonnelles.Traitement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a part of the notebook holds about people in tables of its own, for the notebook's one answer to them
/// ([fr.entecole.socle.DonneesPersonnelles]).
public interface DonneesDUnePartie {

    /// @param duree how long a mot is kept
    List<Traitement> describe(Duration duree);

    /// One select of rows about `:id`, the first column `part` of which is a word of [#libelles]; a column that is null
    /// is not told.
    String export();

    /// French words of what it exports, in their order.
    Map<String, String> libelles();

    void erase(Collection<UUID> personnes);

    /// What does not go with a mot (`on delete cascade`).
    ///
    /// @param derniere the last school year whose term is past, by its rentrée
    default void purge(int derniere) {}
}
