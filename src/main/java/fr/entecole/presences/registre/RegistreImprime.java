package fr.entecole.presences.registre;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Classes.Classe;
import fr.entecole.papier.Feuillet;
import fr.entecole.presences.registre.Signatures.Signee;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Dates;
import java.util.List;
import java.util.Map;

/// The register of a class on paper, as it is known: one lying sheet a month, with who signed it, when, and the seal.
final class RegistreImprime {

    private RegistreImprime() {}

    static Feuillet of(Classe classe, Mois mois) {
        return of(classe, "", List.of(mois));
    }

    /// Headed by a page that says of each month what it counts and who signed it.
    static Feuillet of(Classe classe, AnneeScolaire annee, List<Mois> mois) {
        return of(classe, annee.toString(), mois);
    }

    private static Feuillet of(Classe classe, String annee, List<Mois> mois) {
        return Feuillet.styled(
                "presences/registre/imprime",
                Map.of("classe", classe, "annee", annee, "mois", mois),
                "/fr/entecole/presences/registre/imprime.css");
    }

    static String signed(Signee signee) {
        return t(
                "Signé par {0} le {1}, {2}.",
                signee.auteur(), Dates.words(Dates.day(signee.signeeLe())), Dates.heure(signee.signeeLe()));
    }

    /// @param signees of that month, the first first: a counter-entry is signed again
    record Mois(FeuilleDuMois feuille, List<Signee> signees) {

        /// Whether the sheet says something else than what was signed last.
        boolean changed() {
            return !signees.isEmpty() && !signees.getLast().contenu().equals(feuille.csv());
        }
    }
}
