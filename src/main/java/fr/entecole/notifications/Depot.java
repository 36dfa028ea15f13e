package fr.entecole.notifications;

import java.util.UUID;

/// What is being delivered, as ways out of the ENT see it: without its title, which never leaves.
///
/// @param sorte code of its kind
/// @param adresse path of the page that shows it
public record Depot(UUID id, String sorte, String adresse) {}
