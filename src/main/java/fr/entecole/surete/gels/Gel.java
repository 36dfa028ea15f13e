package fr.entecole.surete.gels;

import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Those whose sending is frozen, where and since when.
///
/// @param ecole the school; [fr.entecole.socle.Cle#PARTOUT] beyond one
/// @param publics codes of [fr.entecole.annuaire.Public]
/// @param lieu where, in words
/// @param finiLe when all can be sent again; null as long as nobody has said so
record Gel(
        UUID id,
        UUID ecole,
        List<String> publics,
        String lieu,
        String motif,
        Instant poseLe,
        @Nullable Instant finiLe,
        List<Etape> etapes) {

    Palier palier() {
        return etapes.getLast().palier();
    }
}
