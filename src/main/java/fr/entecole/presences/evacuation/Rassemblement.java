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
/// @param appel null where none holds today
/// @param repris the one after it that was taken back whole; null where there is none
public record Rassemblement(
        Classe classe,
        @Nullable Dernier appel,
        @Nullable Dernier repris,
        List<Enfant> la,
        List<Enfant> absents,
        List<Enfant> partis) {

    public long retrouves() {
        return la.stream().filter(Enfant::retrouve).count();
    }

    /// @param faitLe when the last version was written
    public record Dernier(Moment moment, Instant faitLe, String auteur) {}

    /// @param arrive of who came late
    /// @param parti of who has left, or will
    /// @param annonce a family said that they would be missing, and no roll has come since
    /// @param retrouve somebody has them in front of them
    public record Enfant(
            UUID id,
            String nom,
            @Nullable LocalTime arrive,
            @Nullable LocalTime parti,
            boolean annonce,
            boolean retrouve) {}
}
