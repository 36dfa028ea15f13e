package fr.entecole;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that a test moves by hand.
public final class HorlogeDeTest extends Clock {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Instant now = Instant.parse("2026-11-25T09:00:00Z");

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
