package fr.entecole.conventions.regles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list that replaces the one before it.
///
/// @param recuLe when the académie received it
/// @param signeLe the day of its last signature; null: one is missing
public record Avenant(
        Set<UUID> ecoles, Instant recuLe, @Nullable LocalDate signeLe) {

    public Avenant {
        ecoles = Set.copyOf(ecoles);
    }
}
