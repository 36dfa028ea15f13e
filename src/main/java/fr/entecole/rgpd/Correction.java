package fr.entecole.rgpd;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line that someone says is wrong, and what the school answered.
///
/// @param ligne its key, see [Lignes]
/// @param valeur what the line said that day; empty where it is not the directory's, or says several things
/// @param juste what would be right, in the asker's words; may be empty
record Correction(
        UUID id,
        UUID personne,
        UUID demandeur,
        String ligne,
        String valeur,
        String juste,
        LocalDate demandeeLe,
        @Nullable Reponse reponse,
        String mot,
        @Nullable LocalDate repondueLe) {

    /// The month within which an answer is due (RGPD, article 12).
    LocalDate due() {
        return demandeeLe.plusMonths(1);
    }

    enum Reponse {
        CORRIGEE,
        JUSTE
    }
}
