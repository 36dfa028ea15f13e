package fr.entecole.courriel;

import java.util.UUID;

/// A message was put in the queue: once its transaction is committed, the sender need not wait for its next round.
record CourrielDepose(UUID id) {}
