package fr.entecole.surete;

import java.time.Instant;

/// From when on something may be sent, and how much.
public record Etape(Palier palier, Instant des) {}
