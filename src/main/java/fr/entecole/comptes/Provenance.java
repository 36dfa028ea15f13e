package fr.entecole.comptes;

import org.jspecify.annotations.Nullable;

/// From where someone knocks: the network's address, and the mark that this device bears or will bear ([Marque]).
record Provenance(String adresse, @Nullable String marque) {}
