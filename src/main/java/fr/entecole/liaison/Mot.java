package fr.entecole.liaison;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.redaction.TexteRiche;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mot in one of its versions: the last one for who writes, the last visible one for who reads.
///
/// @param publics whom it is for, guardians and, where it is for them too, pupils
/// @param auteur name of who wrote it, empty once forgotten
/// @param visibleLe when it reaches people, the first time
/// @param numero of the version, from 1 on
/// @param versionLe when this version reaches people
/// @param luLe when the reader first opened this version; null: not yet
public record Mot(
        UUID id,
        UUID ecoleId,
        @Nullable UUID auteurId,
        String auteur,
        AnneeScolaire annee,
        List<Public> publics,
        String titre,
        TexteRiche texte,
        Instant publieLe,
        Instant visibleLe,
        int numero,
        Instant versionLe,
        @Nullable Instant luLe) {

    boolean isVisible(Instant now) {
        return !visibleLe.isAfter(now);
    }

    /// Whether this version came after people could read another.
    boolean corrige() {
        return versionLe.isAfter(visibleLe);
    }

    boolean aussiEleves() {
        return publics.stream().anyMatch(pour -> pour.qui() == Qui.ELEVES);
    }

    /// The families alone: the pupils are the same ones.
    List<Public> familles() {
        return publics.stream().filter(pour -> pour.qui() == Qui.RESPONSABLES).toList();
    }
}
