package fr.entecole.annuaire.aaf;

import java.util.List;
import java.util.UUID;

/// An import waits, goes on or is over: pages that show it have something new.
///
/// @param personnes who administers the region
public record LotAvance(List<UUID> personnes) {}
