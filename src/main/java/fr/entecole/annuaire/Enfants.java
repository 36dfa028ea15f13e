package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The children that guardians answer for today: none from whom a restriction keeps them.
@Component
public class Enfants {

    private final JdbcClient jdbc;
    private final Clock clock;

    Enfants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param responsables all whom the directory knows one guardian as
    public List<Enfant> of(Collection<UUID> responsables) {
        return jdbc.sql("""
                        select distinct e.id, e.prenom, e.nom, e.date_naissance
                          from annuaire.autorite(:jour) a join annuaire.eleve e on e.id = a.eleve_id
                         where a.responsable_id = any(:responsables)
                         order by e.date_naissance, e.prenom, e.id
                        """)
                .param("jour", LocalDate.now(clock))
                .param("responsables", responsables.toArray(UUID[]::new))
                .query((rs, _) ->
                        new Enfant(Colonnes.uuid(rs, "id"), Noms.complet(rs.getString("prenom"), rs.getString("nom"))))
                .list();
    }

    public record Enfant(UUID id, String nom) {}
}
