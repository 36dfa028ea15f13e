package fr.entecole.notifications;

import java.time.Instant;
import java.util.UUID;

/// What came of a deposit.
///
/// @param depot its id here
/// @param quand when the first of those whom it means is reached
/// @param attend whether it waits for delivery hours, and may be cancelled until then
public record Remise(UUID depot, Instant quand, boolean attend) {}
