package fr.entecole.conventions.region;

import fr.entecole.conventions.ActeConventions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Utilisateur;
import org.springframework.stereotype.Component;

/// What leaves the ENT is kept by whoever has it: that it left is recorded.
@Component
class Emports {

    private final Journal journal;

    Emports(Journal journal) {
        this.journal = journal;
    }

    void record(Utilisateur auteur) {
        journal.record(
                Fait.of(ActeConventions.TABLEAU_EMPORTE).by(auteur.compteId()).ofRegion());
    }
}
