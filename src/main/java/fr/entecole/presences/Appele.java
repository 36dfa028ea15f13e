package fr.entecole.presences;

import fr.entecole.calendrier.DemiJournee;
import java.util.UUID;

/// A class in a half-day: what a roll is about.
public record Appele(UUID ecole, UUID classe, DemiJournee demi) {}
