package fr.entecole.annuaire;

import java.util.UUID;

/// A head has kept a guardian out of one child's pages, or let them back in. Told inside the transaction that did it,
/// to those who remember for a few seconds whose guardian one is.
public record RestrictionDecidee(UUID responsableId) {}
