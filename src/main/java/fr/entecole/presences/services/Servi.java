package fr.entecole.presences.services;

import fr.entecole.presences.Choix.Quoi;
import java.util.UUID;

/// A child whom the commune serves that day.
///
/// @param nom « Amara, Ilyes »
public record Servi(UUID classe, Quoi service, String nom) {}
