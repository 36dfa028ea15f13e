package fr.entecole.comptes.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.comptes.Utilisateurs.Lu;
import fr.entecole.comptes.sessions.SessionEnt.Ligne;
import fr.entecole.socle.Utilisateur;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What a node remembers, so that a page costs no statement to know who asks for it: for as long as [Fraicheur] allows.
@Configuration(proxyBeanMethods = false)
public class Caches {

    private static final int MOST = 50_000;

    @Bean
    Cache<ByteBuffer, Ligne> sessionsLues(Fraicheur fraicheur) {
        return memory(fraicheur, Ticker.systemTicker());
    }

    @Bean
    Cache<Lu, List<Utilisateur>> utilisateursLus(Fraicheur fraicheur) {
        return memory(fraicheur, Ticker.systemTicker());
    }

    @Bean
    Cache<UUID, List<Compte>> comptesDerriere(Fraicheur fraicheur) {
        return memory(fraicheur, Ticker.systemTicker());
    }

    /// From its read on: a last visit that is noted meanwhile is no news of the row.
    static <K, V> Cache<K, V> memory(Fraicheur fraicheur, Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<K, V>creating((_, _) -> fraicheur.duration()))
                .ticker(ticker)
                .maximumSize(MOST)
                .build();
    }
}
