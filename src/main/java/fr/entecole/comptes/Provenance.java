package fr.entecole.comptes;

import org.jspecify.annotations.Nullable;

/// From where someone knocks: the network's address, and the mark that this device bears or will bear ([Appareil]).
record Provenance(String adresse, @Nullable String appareil) {}
