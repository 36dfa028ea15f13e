package fr.entecole.liaison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer as it has just been written: of one guardian for one child.
///
/// @param personne the guardian, as the directory links them to this child
/// @param saisiPar who ticked it from paper; null: the guardian themself
public record Repondu(
        UUID mot,
        UUID ecole,
        UUID eleve,
        UUID personne,
        Sens sens,
        @Nullable UUID saisiPar) {

    public enum Sens {
        SIGNE,
        OUI,
        NON
    }
}
