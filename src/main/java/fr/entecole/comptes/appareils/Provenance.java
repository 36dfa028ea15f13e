package fr.entecole.comptes.appareils;

import org.jspecify.annotations.Nullable;

/// From where someone knocks: the network's address, and the mark that this device bears or will bear ([Appareil]).
public record Provenance(String adresse, @Nullable String appareil) {}
