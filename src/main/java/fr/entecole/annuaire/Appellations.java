package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How schools and people are called, for the pages of other modules.
@Component
public class Appellations {

    private static final String ECOLES = """
            select s.id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune
              from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
             where %s
             order by s.uai, s.id
            """;

    private final JdbcClient jdbc;

    Appellations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static String personne(String prenom, String nom) {
        return Noms.complet(prenom, nom);
    }

    public Map<UUID, String> ecoles(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : read(jdbc.sql(ECOLES.formatted("s.id = any(:ids)")).param("ids", ids.toArray(UUID[]::new)));
    }

    /// The open schools that this member of staff directs, which may be fewer than those where they work.
    public Map<UUID, String> dirigeesPar(UUID personnel) {
        return read(jdbc.sql(ECOLES.formatted("""
                        s.id in (select q.ecole_id from annuaire.equipe q
                                  where q.personne_id = :personnel and q.directeur)
                        and exists (select 1 from annuaire.ouverture o
                                     where o.structure_id = s.id and o.fermee_le is null)
                        """)).param("personnel", personnel));
    }

    private static Map<UUID, String> read(JdbcClient.StatementSpec statement) {
        Map<UUID, String> noms = new LinkedHashMap<>();
        statement.query(rs -> {
            noms.put(Colonnes.uuid(rs, "id"), nom(rs));
        });
        return noms;
    }

    private static String nom(ResultSet rs) throws SQLException {
        return Noms.ecole(rs.getString("nom_courant"), rs.getString("commune"));
    }
}
