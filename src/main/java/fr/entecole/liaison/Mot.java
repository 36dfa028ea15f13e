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
/// @param genre code of its [GenreDeMot]
/// @param depuis number of the first version whose signatures count for this one
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
        @Nullable Instant luLe,
        String genre,
        Demande demande,
        int depuis) {

    public boolean isVisible(Instant now) {
        return !visibleLe.isAfter(now);
    }

    /// Whether this version came after people could read another.
    public boolean corrige() {
        return versionLe.isAfter(visibleLe);
    }

    public boolean aussiEleves() {
        return publics.stream().anyMatch(pour -> pour.qui() == Qui.ELEVES);
    }

    /// The families alone: the pupils are the same ones.
    public List<Public> familles() {
        return publics.stream().filter(pour -> pour.qui() == Qui.RESPONSABLES).toList();
    }

    /// Where a page begins: after this one.
    record Apres(int lu, Instant le, UUID id) {

        static @Nullable Apres parse(String words) {
            var parts = words.split("_", 4);
            if (parts.length != 4) {
                return null;
            }
            try {
                return new Apres(
                        Integer.parseInt(parts[0]),
                        Instant.ofEpochSecond(Long.parseLong(parts[1]), Long.parseLong(parts[2])),
                        UUID.fromString(parts[3]));
            } catch (RuntimeException notOne) {
                return null;
            }
        }

        @Override
        public String toString() {
            return lu + "_" + le.getEpochSecond() + "_" + le.getNano() + "_" + id;
        }
    }
}
