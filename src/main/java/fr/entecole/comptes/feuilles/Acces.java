package fr.entecole.comptes.feuilles;

import fr.entecole.comptes.feuilles.Etat.Etape;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person on the lists of those who hand codes out: who they are, for whom, and where their account stands.
///
/// @param civil "Mme Aude Delmas", as a sheet addresses them
/// @param pour "Zoé": the children of a guardian; what a member of staff does
/// @param naissance said only where another of the list bears the same name
/// @param login empty without account
record Acces(
        UUID id,
        String nom,
        String civil,
        String pour,
        @Nullable LocalDate naissance,
        String login,
        @Nullable LocalDate venuLe,
        @Nullable LocalDate remisLe,
        @Nullable LocalDate expireLe,
        Etape etape,
        boolean remettable) {

    boolean venu() {
        return etape == Etape.VENU;
    }

    /// Whether a sheet is printed for them: never came, and a code may be handed to them.
    boolean imprimable() {
        return remettable && !venu();
    }

    /// Those who have not come first; the order of the names is kept.
    static List<Acces> sorted(List<Acces> acces) {
        return acces.stream().sorted(Comparator.comparing(Acces::etape)).toList();
    }
}
