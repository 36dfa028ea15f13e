package fr.entecole.comptes.feuilles;

import fr.entecole.annuaire.Nature;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone whom the person who is signed in may hand a code to.
///
/// @param nom as screens show it
/// @param qualite "responsable de Zoé, CM1", "élève de CM1", or where they work
/// @param login what a pupil types beside their words
/// @param ecole the school through which the code is handed, null for the region's
/// @param lieu the school or the place, for the head of a sheet
/// @param petit comes in by the class's page: no code
record Destinataire(
        UUID id,
        Nature nature,
        String nom,
        String qualite,
        String login,
        @Nullable UUID ecole,
        String lieu,
        boolean petit) {

    boolean eleve() {
        return nature == Nature.ELEVE;
    }

    boolean parent() {
        return nature == Nature.RESPONSABLE;
    }
}
