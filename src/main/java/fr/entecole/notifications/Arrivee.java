package fr.entecole.notifications;

import fr.entecole.annuaire.Nature;
import java.util.UUID;

/// A line that has just come into someone's bell.
public record Arrivee(UUID compteId, UUID personneId, Nature nature) {}
