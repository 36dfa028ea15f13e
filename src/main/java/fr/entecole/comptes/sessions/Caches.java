package fr.entecole.comptes.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.Utilisateurs.Lu;
import fr.entecole.comptes.sessions.SessionEnt.Ligne;
import fr.entecole.socle.Utilisateur;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What a node remembers for a few seconds, so that a page costs no statement to know who asks for it. The time is also
/// how late, at worst, another node feels a sign-out, a suspension or the closing of a school.
@Configuration(proxyBeanMethods = false)
public class Caches {

    public static final Duration FEW_SECONDS = Duration.ofSeconds(5);

    @Bean
    Cache<ByteBuffer, Ligne> sessionsLues() {
        return sessions(Ticker.systemTicker());
    }

    /// From its read on: a last visit that is noted meanwhile is no news of the row.
    static Cache<ByteBuffer, Ligne> sessions(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<ByteBuffer, Ligne>creating((_, _) -> FEW_SECONDS))
                .ticker(ticker)
                .maximumSize(50_000)
                .build();
    }

    @Bean
    Cache<Lu, List<Utilisateur>> utilisateursLus() {
        return Caffeine.newBuilder()
                .expireAfterWrite(FEW_SECONDS)
                .maximumSize(50_000)
                .build();
    }

    @Bean
    Cache<UUID, List<Compte>> comptesDerriere() {
        return Caffeine.newBuilder()
                .expireAfterWrite(FEW_SECONDS)
                .maximumSize(50_000)
                .build();
    }
}
