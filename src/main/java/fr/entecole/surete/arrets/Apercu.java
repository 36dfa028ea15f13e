package fr.entecole.surete.arrets;

import fr.entecole.surete.Vu;
import java.time.Instant;
import java.util.List;

/// What would be taken back: how many things, and the first of them.
record Apercu(int combien, List<Ligne> lignes) {

    /// By which whoever confirms is known to have read it.
    String vu(Arret arret) {
        return Vu.of(arret.id(), arret.depuis(), combien);
    }

    /// @param sorte « un mot de l’école »
    /// @param titre without the words of what is private
    record Ligne(String sorte, String titre, Instant ecritLe) {}
}
