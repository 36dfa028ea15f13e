package fr.entecole.annuaire;

import java.util.UUID;

/// A batch of an académie's feed was applied. Told inside the transaction that applied it, so that what others derive
/// from the directory (accounts) stands or falls with it.
public record LotApplique(UUID lotId, String academie) {}
