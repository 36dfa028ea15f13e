package fr.entecole.rgpd;

import java.util.List;
import java.util.UUID;

/// What is held about one person, in words: line by line to be read, and whole for the copy to take away.
///
/// @param titre the person's name, or what stands for it
record Fiche(String titre, List<Ligne> lignes, List<Bloc> blocs) {

    /// Values that belong together: one row of a table, or several.
    record Bloc(String titre, List<List<Valeur>> lignes) {}

    record Valeur(String libelle, String valeur) {}

    /// One thing that is held, where it comes from, until when, and by which key one says that it is wrong.
    ///
    /// @param personne whom it is about
    /// @param cle see [Lignes]
    /// @param valeur in words; empty where several rows say it
    /// @param champ what ONDE calls it, empty where it is corrected elsewhere
    record Ligne(
            UUID personne,
            String cle,
            String titre,
            String valeur,
            List<List<Valeur>> rangs,
            String source,
            String jusque,
            String champ) {}
}
