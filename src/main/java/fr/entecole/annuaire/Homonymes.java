package fr.entecole.annuaire;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Guardians whom the directory seems to know twice. It only suspects: who is one is told by the guardian's own codes.
@Component
public class Homonymes {

    private final JdbcClient jdbc;

    Homonymes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return those of these guardians whose names another one bears, who was born the same day or has the same child
    public Set<UUID> among(Collection<UUID> responsables) {
        if (responsables.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select distinct r.id
                          from annuaire.responsable r
                          join annuaire.responsable o on lower(o.nom) = lower(r.nom) and lower(o.prenom) = lower(r.prenom)
                                                     and o.id <> r.id and o.suspendu_le is null
                         where r.id = any(:responsables)
                           and (o.date_naissance = r.date_naissance
                                or exists (select 1 from annuaire.autorite a
                                             join annuaire.autorite b on b.eleve_id = a.eleve_id
                                            where a.responsable_id = r.id and b.responsable_id = o.id))
                        """)
                .param("responsables", responsables.toArray(UUID[]::new))
                .query((rs, _) -> Annuaire.uuid(rs, "id"))
                .list());
    }
}
