package fr.entecole.annuaire;

import java.util.List;
import java.util.UUID;

/// The directory has forgotten these people for good: whoever keeps something about them forgets it in the same
/// transaction.
public record PersonnesOubliees(List<UUID> personnes) {}
