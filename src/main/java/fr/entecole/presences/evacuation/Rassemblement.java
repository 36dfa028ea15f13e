package fr.entecole.presences.evacuation;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.calendrier.DemiJournee.Moment;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A class as it should stand outside: who is there by its last roll of today. Where nobody has called, the whole class
/// is looked for.
///
/// @param appel null where there is none today
public record Rassemblement(
        Classe classe, @Nullable Dernier appel, List<Enfant> la, List<Enfant> absents, List<Enfant> partis) {

    public long retrouves() {
        return la.stream().filter(Enfant::retrouve).count();
    }

    /// @param faitLe when the last version was written
    public record Dernier(Moment moment, Instant faitLe, String auteur) {}

    /// @param arrive of who came late
    /// @param parti of who has left, or will
    /// @param retrouve somebody has them in front of them
    public record Enfant(
            UUID id,
            String nom,
            @Nullable LocalTime arrive,
            @Nullable LocalTime parti,
            boolean retrouve) {}
}
