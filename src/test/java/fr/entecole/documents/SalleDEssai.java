package fr.entecole.documents;

import fr.entecole.socle.Utilisateur;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// A room of the tests: a thing is for whom it was given to.
public class SalleDEssai implements LectureDePieces {

    public static final String SALLE = "essai";

    private static final ConcurrentMap<UUID, Set<UUID>> READERS = new ConcurrentHashMap<>();

    /// @return a new thing, for these people
    public static UUID chose(UUID... readers) {
        var id = UUID.randomUUID();
        READERS.put(id, Set.of(readers));
        return id;
    }

    @Override
    public String salle() {
        return SALLE;
    }

    @Override
    public boolean reads(Utilisateur utilisateur, UUID chose) {
        return READERS.getOrDefault(chose, Set.of()).contains(utilisateur.personneId());
    }
}
