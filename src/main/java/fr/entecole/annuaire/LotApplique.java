package fr.entecole.annuaire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch of an académie's feed was applied. Told inside the transaction that applied it, so that what others derive
/// from the directory (accounts) stands or falls with it.
///
/// @param personnes whom it brings or changes, who may be new to others; null: anyone
public record LotApplique(
        UUID lotId, String academie, @Nullable List<UUID> personnes) {

    public LotApplique(UUID lotId, String academie) {
        this(lotId, academie, null);
    }
}
