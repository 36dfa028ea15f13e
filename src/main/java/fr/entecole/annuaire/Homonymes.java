package fr.entecole.annuaire;

import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Guardians whom the directory seems to know twice. It only suspects: who is one is told by the guardian's own codes.
@Component
public class Homonymes {

    static final String SQL = """
            select r.id
              from annuaire.responsable r
              join annuaire.responsable o on o.date_naissance = r.date_naissance and o.id <> r.id
                                         and o.suspendu_le is null
                                         and lower(o.nom) = lower(r.nom) and lower(o.prenom) = lower(r.prenom)
             where r.id = any(:responsables)
            union
            select r.id
              from annuaire.responsable r
              join annuaire.autorite(:jour) a on a.responsable_id = r.id
              join annuaire.autorite(:jour) b on b.eleve_id = a.eleve_id and b.responsable_id <> r.id
              join annuaire.responsable o on o.id = b.responsable_id and o.suspendu_le is null
                                         and lower(o.nom) = lower(r.nom) and lower(o.prenom) = lower(r.prenom)
             where r.id = any(:responsables)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Homonymes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @return those of these guardians whose names another one bears, who was born the same day or has the same child
    public Set<UUID> among(Collection<UUID> responsables) {
        if (responsables.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(SQL)
                .param("jour", LocalDate.now(clock))
                .param("responsables", responsables.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list());
    }
}
