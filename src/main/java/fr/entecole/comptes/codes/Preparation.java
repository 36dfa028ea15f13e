package fr.entecole.comptes.codes;

import java.util.Map;
import java.util.UUID;

/// Codes that are drawn, and of which the base knows nothing yet: they open once they are kept, when the sheets that
/// carry them are whole.
///
/// @param codes as they are printed, by person
/// @param keep makes them good, in the transaction of who calls
/// @param drop makes those that were kept void: nobody has received them
public record Preparation(Map<UUID, String> codes, Runnable keep, Runnable drop) {}
