package fr.entecole.conventions.regles;

import java.util.UUID;

/// A school of a convention’s list, as it was called when the list was established: later its name, its code or its
/// commune may change, not this.
///
/// @param type `E.M`, `E.E` or `E.P`, as the annex writes it
/// @param departement two or three signs: `34`
public record EcoleInscrite(UUID ecole, String uai, String type, String nom, String commune, String departement) {}
