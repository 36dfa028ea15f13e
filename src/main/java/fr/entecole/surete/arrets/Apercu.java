package fr.entecole.surete.arrets;

import java.time.Instant;
import java.util.List;

/// What would be taken back: how many things, and the first of them.
record Apercu(int combien, List<Ligne> lignes) {

    /// @param sorte « un mot de l’école »
    /// @param titre without the words of what is private
    record Ligne(String sorte, String titre, Instant ecritLe) {}
}
