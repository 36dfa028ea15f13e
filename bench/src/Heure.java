package fr.entecole.bench;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Another hour for the application's one clock, which runs on from there: school mornings are measured at any time.
@Component
@ConditionalOnProperty("bench.decalage")
class Heure implements BeanPostProcessor {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /// Between the machine's clock and that of the application, for what the bench writes itself.
    private static Duration decalage = Duration.ZERO;

    private final Duration mine;

    Heure(Environment environment) {
        this.mine = Duration.parse(environment.getRequiredProperty("bench.decalage"));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Clock clock ? Clock.offset(clock, mine) : bean;
    }

    /// @return the setting of an application that starts now
    static String at(ZonedDateTime there) {
        decalage = Duration.between(ZonedDateTime.now(), there);
        return "bench.decalage=" + decalage;
    }

    /// At 8:25, today or on the first to come. Nobody is asked whether there is class.
    static ZonedDateTime monday() {
        var today = LocalDate.now(PARIS);
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).atTime(8, 25).atZone(PARIS);
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now().plus(decalage);
    }
}
