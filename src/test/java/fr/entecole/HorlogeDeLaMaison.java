package fr.entecole;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The clock of the whole application under test: the real one, until a test moves it to a day of its own. Who moves it
/// puts it back: all test classes share it.
public final class HorlogeDeLaMaison extends Clock {

    /// Months go by between two pages of a journey: until it is put back, no stay ends.
    private static final String NO_STAY_ENDS = """
            create or replace function comptes.reste_ouverte() returns trigger language plpgsql as $$
            begin
                new.expire_le := timestamptz '2200-01-01 00:00Z';
                return new;
            end $$;
            create or replace trigger reste_ouverte before insert or update on comptes.session
                for each row execute function comptes.reste_ouverte()
            """;

    private final Clock real;
    private volatile @Nullable Clock moved;

    HorlogeDeLaMaison(Clock real) {
        this.real = real;
    }

    /// It goes on from there, second by second.
    public void move(Instant instant) {
        execute(NO_STAY_ENDS);
        moved = Clock.offset(real, Duration.between(real.instant(), instant));
    }

    /// Stays that begin from now on end as they do for everyone.
    public void putBack() {
        if (moved != null) {
            execute("drop trigger if exists reste_ouverte on comptes.session");
        }
        moved = null;
    }

    private static void execute(String sql) {
        try (var connection = BaseDeTest.instance().proprietaire().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant instant() {
        var clock = moved;
        return clock == null ? real.instant() : clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
