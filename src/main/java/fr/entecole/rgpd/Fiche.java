package fr.entecole.rgpd;

import java.util.List;

/// What is held about one person, in words, ready to be shown or written in a file.
///
/// @param titre the person's name, or what stands for it
record Fiche(String titre, List<Bloc> blocs) {

    /// Values that belong together: one row of a table, or several.
    record Bloc(String titre, List<List<Valeur>> lignes) {}

    record Valeur(String libelle, String valeur) {}
}
