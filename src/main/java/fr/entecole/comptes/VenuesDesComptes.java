package fr.entecole.comptes;

import fr.entecole.annuaire.saisies.Venues;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the directory who has come in: by their own account, or by the one that theirs has joined.
@Component
class VenuesDesComptes implements Venues {

    private final JdbcClient jdbc;
    private final Clock clock;

    VenuesDesComptes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<UUID, LocalDate> of(Collection<UUID> personnes) {
        Map<UUID, LocalDate> venues = new HashMap<>();
        jdbc.sql("""
                        select c.personne_id,
                               (coalesce(a.active_le, c.active_le) at time zone 'Europe/Paris')::date as venu_le
                          from comptes.compte c
                          left join comptes.compte a on a.id = c.rejoint_id
                         where c.personne_id = any(:personnes) and coalesce(a.active_le, c.active_le) is not null
                        """).param("personnes", personnes.toArray(UUID[]::new)).query(rs -> {
            venues.put(
                    Colonnes.uuid(rs, "personne_id"), Objects.requireNonNull(rs.getObject("venu_le", LocalDate.class)));
        });
        return venues;
    }

    @Override
    public Map<UUID, LocalDate> askedAgain(Collection<UUID> personnes) {
        Map<UUID, LocalDate> demandes = new HashMap<>();
        jdbc.sql("""
                        select d.personne_id, min((d.demandee_le at time zone 'Europe/Paris')::date) as demandee_le
                          from comptes.demande_en_cours(:jour) d
                         where d.personne_id = any(:personnes) group by d.personne_id
                        """)
                .param("jour", LocalDate.now(clock))
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(rs -> {
                    demandes.put(
                            Colonnes.uuid(rs, "personne_id"),
                            Objects.requireNonNull(rs.getObject("demandee_le", LocalDate.class)));
                });
        return demandes;
    }
}
