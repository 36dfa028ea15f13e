package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Schools as people name them, for those modules that only hold their ids. One statement.
@Component
public class NomsDEcoles {

    private final JdbcClient jdbc;

    NomsDEcoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, String> of(Collection<UUID> ecoles) {
        return jdbc
                .sql("""
                        select s.id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune
                          from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
                         where s.id = any(:ecoles)
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query((rs, _) -> Map.entry(
                        Colonnes.uuid(rs, "id"), Noms.ecole(rs.getString("nom_courant"), rs.getString("commune"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
