package fr.entecole.agenda;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of something to come, and whom it is for; when it takes place stands in its [Seance]s.
///
/// @param auteur name of who wrote it, empty once forgotten, and where it is not asked for
/// @param texte plain, perhaps empty
/// @param version moves with each change
public record Evenement(
        UUID id,
        UUID ecoleId,
        @Nullable UUID auteurId,
        String auteur,
        AnneeScolaire annee,
        List<Public> publics,
        Genre genre,
        String titre,
        String texte,
        String lieu,
        int version,
        Instant changeLe) {

    /// Of chosen people, or of the team among itself: outside the ENT it says only what kind of thing it is.
    public boolean discret() {
        return publics.stream()
                .allMatch(pour -> pour.etendue() == Etendue.ELEVES
                        || pour.etendue() == Etendue.PERSONNES
                        || pour.qui() == Qui.EQUIPE);
    }

    boolean aussiEleves() {
        return publics.stream().anyMatch(pour -> pour.qui() == Qui.ELEVES);
    }

    /// Without the pupils, who are the same ones as their families.
    List<Public> adultes() {
        var adults = publics.stream().filter(pour -> pour.qui() != Qui.ELEVES).toList();
        return adults.isEmpty() ? publics : adults;
    }
}
