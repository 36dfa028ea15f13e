package fr.entecole.calendrier.annonces;

import fr.entecole.calendrier.DemiJournee.Moment;
import fr.entecole.socle.Utilisateur;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A guardian has announced that a child will be missing. Heard in the transaction of who says it, and stored nowhere.
///
/// @param prenom of the child
/// @param chaque only that day of the week; null: every day of class
/// @param moment only that half; null: the whole day
/// @param motif code of a reason (code de l'éducation, L131-8)
/// @param texte what the guardian adds, empty for nothing
public record AbsenceAnnoncee(
        UUID id,
        UUID ecole,
        UUID eleve,
        String prenom,
        Utilisateur auteur,
        LocalDate du,
        LocalDate au,
        @Nullable DayOfWeek chaque,
        @Nullable Moment moment,
        String motif,
        String texte) {

    /// The room with which what is attached to it is filed.
    public static final String SALLE = "presences";

    /// Its author takes it back.
    public record Retiree(UUID id, Utilisateur auteur) {}
}
