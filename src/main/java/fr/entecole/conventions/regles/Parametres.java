package fr.entecole.conventions.regles;

import fr.entecole.socle.AnneeScolaire;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the convention of a school year says, as the region has set it: nothing of it is a constant. Kept whole with
/// each version, so that a convention reads for ever what was in force when it was sent.
///
/// @param annee civil year of the rentrée: 2026 is 2026-2027
/// @param prix per school and school year, in cents, all taxes included
/// @param fin last day of the convention, included
/// @param preavis months of notice of a party that leaves; 0: the model knows no such notice
/// @param fenetre when an avenant may be received; null: the model has none
/// @param tolerance last day on which a renewal under way keeps schools open; null: none
/// @param tribunal where what is not settled goes; empty: the model names none
/// @param beaucoup schools beyond which the IEN establishes the list; 0: no such rule
/// @param profils who uses the ENT, as article 2 lists them
/// @param partie how the text calls the State’s side: « Région académique », « académie »
/// @param mots words of the text that changed from one year to another, by their variable
/// @param texte the document, with its variables ([Redaction])
public record Parametres(
        int annee,
        long prix,
        LocalDate fin,
        int preavis,
        @Nullable Fenetre fenetre,
        @Nullable LocalDate tolerance,
        String tribunal,
        int beaucoup,
        String profils,
        String partie,
        Signataire signataire,
        Map<String, String> mots,
        String texte) {

    public Parametres {
        mots = Map.copyOf(mots);
    }

    public AnneeScolaire anneeScolaire() {
        return new AnneeScolaire(annee);
    }

    public Montant prixParEcole() {
        return new Montant(prix);
    }

    public Montant montant(int ecoles) {
        return prixParEcole().times(ecoles);
    }

    /// The State’s side, as the text names it: « La région académique Occitanie ».
    public String etat() {
        return mots.getOrDefault("etat", partie);
    }

    /// The same for the year after: days a year later, nobody named, the words kept.
    public Parametres next() {
        return new Parametres(
                annee + 1,
                prix,
                fin.plusYears(1),
                preavis,
                fenetre == null
                        ? null
                        : new Fenetre(fenetre.du().plusYears(1), fenetre.au().plusYears(1)),
                tolerance == null ? null : tolerance.plusYears(1),
                tribunal,
                beaucoup,
                profils,
                partie,
                signataire,
                mots,
                texte);
    }
}
