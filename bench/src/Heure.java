package fr.entecole.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Another hour for the application's one clock, which runs on from there: school mornings are measured at any time.
@Component
@ConditionalOnProperty("bench.decalage")
class Heure implements BeanPostProcessor {

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

    static OffsetDateTime now() {
        return OffsetDateTime.now().plus(decalage);
    }
}
