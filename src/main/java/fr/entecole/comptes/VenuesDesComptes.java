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
        read("null::date", personnes).forEach((personne, venue) -> venues.put(personne, venue.le()));
        return venues;
    }

    @Override
    public Map<UUID, Venue> ofResponsables(Collection<UUID> personnes) {
        return read("""
                (select min((d.demandee_le at time zone 'Europe/Paris')::date)
                   from comptes.demande_en_cours(:jour) d where d.personne_id = c.personne_id)
                """, personnes);
    }

    private Map<UUID, Venue> read(String demandee, Collection<UUID> personnes) {
        Map<UUID, Venue> venues = new HashMap<>();
        jdbc.sql("""
                        select c.personne_id, %s as demandee_le,
                               (coalesce(a.active_le, c.active_le) at time zone 'Europe/Paris')::date as venu_le
                          from comptes.compte c
                          left join comptes.compte a on a.id = c.rejoint_id
                         where c.personne_id = any(:personnes) and coalesce(a.active_le, c.active_le) is not null
                        """.formatted(demandee))
                .param("jour", LocalDate.now(clock))
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(rs -> {
                    venues.put(
                            Colonnes.uuid(rs, "personne_id"),
                            new Venue(
                                    Objects.requireNonNull(rs.getObject("venu_le", LocalDate.class)),
                                    rs.getObject("demandee_le", LocalDate.class)));
                });
        return venues;
    }
}
