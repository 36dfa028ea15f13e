package fr.entecole.conventions.regles;

/// Who signs for the State: the rector in office on that day, by delegation or not.
///
/// @param nom empty as long as the region has not said who: a model names nobody
/// @param qualite « Rectrice de la région académique Occitanie, Rectrice de l’académie de Montpellier »
/// @param delegant « la Rectrice de la région académique Occitanie »; empty when they sign for themselves
/// @param lieu where it is done
public record Signataire(String nom, String qualite, String delegant, String lieu) {}
