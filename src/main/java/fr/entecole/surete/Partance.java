package fr.entecole.surete;

import fr.entecole.annuaire.Public;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Something that is about to leave.
///
/// @param ecole whose head decides where it is held
/// @param publics whom it is for
/// @param textes what it says, title and words, of which nothing is kept
public record Partance(UUID ecole, List<Public> publics, List<String> textes) {

    public Partance {
        publics = List.copyOf(publics);
        textes = List.copyOf(textes);
    }

    public static Partance of(UUID ecole, Collection<Public> publics, String... textes) {
        return new Partance(ecole, List.copyOf(publics), List.of(textes));
    }
}
