package fr.entecole.surete;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import fr.entecole.comptes.Fraicheur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// The thresholds as the region has set them; what was set before stays, with its end.
@Component
public class Seuils {

    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final Fraicheur fraicheur;
    private final Cache<String, Map<Seuil, Integer>> seuils;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    Seuils(
            JdbcClient jdbc,
            Fraicheur fraicheur,
            Cache<String, Map<Seuil, Integer>> seuils,
            ApplicationEventPublisher evenements,
            Clock clock) {
        this.jdbc = jdbc;
        this.fraicheur = fraicheur;
        this.seuils = seuils;
        this.evenements = evenements;
        this.clock = clock;
    }

    @Bean
    static Cache<String, Map<Seuil, Integer>> seuilsLus() {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Map<Seuil, Integer>>creating((_, _) -> Fraicheur.FEW_SECONDS))
                .maximumSize(1)
                .build();
    }

    public int of(Seuil seuil) {
        return all().getOrDefault(seuil, seuil.defaut());
    }

    private Map<Seuil, Integer> all() {
        return Objects.requireNonNull(fraicheur.read(seuils, ALL, _ -> {
            Map<Seuil, Integer> read = new EnumMap<>(Seuil.class);
            jdbc.sql("select cle, valeur from surete.seuil where remplace_le is null")
                    .query(rs -> {
                        var valeur = rs.getInt("valeur");
                        Seuil.of(rs.getString("cle")).ifPresent(seuil -> read.put(seuil, valeur));
                    });
            return read;
        }));
    }

    /// @return the row that says it
    @Transactional
    public UUID set(Seuil seuil, int valeur, UUID par) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("update surete.seuil set remplace_le = :maintenant where cle = :cle and remplace_le is null")
                .param("maintenant", now)
                .param("cle", seuil.cle())
                .update();
        var id = jdbc.sql("""
                        insert into surete.seuil (cle, valeur, par_id, pose_le) values (:cle, :valeur, :par, :maintenant)
                        returning id
                        """)
                .param("cle", seuil.cle())
                .param("valeur", valeur)
                .param("par", par)
                .param("maintenant", now)
                .query(UUID.class)
                .single();
        evenements.publishEvent(new TenuesChangees());
        return id;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TenuesChangees changees) {
        fraicheur.changed(seuils);
        seuils.invalidateAll();
    }
}
