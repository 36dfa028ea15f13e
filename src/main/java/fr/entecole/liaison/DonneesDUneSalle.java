package fr.entecole.liaison;

import fr.entecole.socle.DonneesPersonnelles.Traitement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a part of the notebook keeps of people in tables of its own, for [LiaisonDonneesPersonnelles], which answers
/// for the whole schema.
public interface DonneesDUneSalle {

    List<Traitement> describe(Duration duree);

    /// In one statement.
    Map<String, Object> export(UUID personneId);

    Map<String, String> libelles();

    void erase(Collection<UUID> personnes);

    /// @param derniere the last school year whose term is past, by its rentrée
    void purge(int derniere);
}
