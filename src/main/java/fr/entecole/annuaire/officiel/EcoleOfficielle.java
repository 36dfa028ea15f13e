package fr.entecole.annuaire.officiel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A public school, as a line of the file says it; what a file lacks is null.
///
/// @param nom as people write it, null for one in capitals
/// @param nomBrut as the file writes it
/// @param departement in three characters
record EcoleOfficielle(
        String uai,
        String academie,
        String nomBrut,
        @Nullable String nom,
        @Nullable String insee,
        @Nullable String commune,
        @Nullable String departement,
        @Nullable String codePostal,
        @Nullable String siret,
        @Nullable String circonscription,
        @Nullable String nomCirconscription,
        @Nullable String nature,
        @Nullable String rpi,
        boolean rpiConcentre,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean ouverte,
        @Nullable LocalDate maj) {}
