package fr.entecole.annuaire;

import fr.entecole.socle.Cles;
import fr.entecole.socle.Embleme;
import fr.entecole.socle.Profil;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who a person of the directory is today, as the door needs to know: profile, perimeter, and whether they may enter.
///
/// @param ecoles open schools only
/// @param embleme picture of a young pupil in their class, once it has one
/// @param titre what a header calls them, better than the profile: "Mère d’Inès et de Younes", "Enseignante"; null
/// where
///     the directory does not say
/// @param lieu what a header shows: the school, the commune, the region
/// @param cles what is for them, in open schools only
public record Identite(
        UUID personneId,
        Profil profil,
        String prenom,
        String nom,
        Set<UUID> ecoles,
        @Nullable String commune,
        @Nullable UUID circonscription,
        @Nullable String niveau,
        @Nullable Embleme embleme,
        String lieu,
        @Nullable String titre,
        Acces acces,
        Cles cles) {

    public enum Acces {
        OUVERT,
        /// no longer in the feed, or past the last day
        SUSPENDU,
        /// none of their schools is open
        ECOLE_FERMEE;

        static Acces of(boolean suspendu, boolean ouvert) {
            return suspendu ? SUSPENDU : ouvert ? OUVERT : ECOLE_FERMEE;
        }
    }
}
