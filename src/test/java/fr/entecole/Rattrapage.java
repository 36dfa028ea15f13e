package fr.entecole;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.Fraicheur;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/// A node hears what was written some milliseconds late (ADR 0030). Here whoever asks for a page after a write waits
/// until the node has heard it, so that what a page costs does not depend on who was quicker. `NoeudsTests` judges the
/// hearing.
public final class Rattrapage implements Filter {

    private static final int BYTES = 32;
    private static final long SHORTEST = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(2);

    private final Fraicheur fraicheur;
    private final Cache<Object, Object> sessions;

    @SuppressWarnings("unchecked")
    Rattrapage(Fraicheur fraicheur, Cache<?, ?> sessions) {
        this.fraicheur = fraicheur;
        this.sessions = (Cache<Object, Object>) sessions;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Avant {

        @Bean
        FilterRegistrationBean<Rattrapage> rattrapage(
                Fraicheur fraicheur, @Qualifier("sessionsLues") Cache<?, ?> sessions) {
            var registration = new FilterRegistrationBean<>(new Rattrapage(fraicheur, sessions));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }

    /// For who asks beans, not pages, after a write.
    public static void hear(ApplicationContext context) {
        ((Rattrapage) context.getBean("rattrapage", FilterRegistrationBean.class)
                        .getFilter())
                .catchUp();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ComptageSql.writtenSinceAsked()) {
            catchUp();
        }
        chain.doFilter(request, response);
    }

    /// Words are heard in the order of commits: once a stay of nobody is told over, so is all that came before.
    private void catchUp() {
        await(fraicheur::hears);
        var print = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(print);
        var key = ByteBuffer.wrap(print);
        sessions.put(key, print);
        try (var connection = BaseDeTest.instance().unheard();
                var say = connection.prepareStatement("select pg_notify('sessions', ?)")) {
            say.setString(1, HexFormat.of().formatHex(print));
            say.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        await(() -> sessions.getIfPresent(key) == null);
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        long step = SHORTEST;
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(step); // the answer comes from processes that need this core
            step = Math.min(2 * step, LONGEST);
        }
    }
}
