package fr.entecole.comptes;

import java.util.List;
import java.util.UUID;

/// The one-click entries of a demonstration, as the sign-in page shows them.
public class EntreesDeDemonstration {

    /// A heading and the people under it.
    public record Groupe(String nom, List<Entree> personnes) {}

    /// One person: the account to enter with, the name, and what entering so shows.
    public record Entree(UUID compteId, String nom, String montre) {}
}
