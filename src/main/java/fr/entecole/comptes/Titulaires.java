package fr.entecole.comptes;

import fr.entecole.annuaire.Appellations;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who holds an account, by name, for those who read the journal.
@Component
public class Titulaires {

    private final JdbcClient jdbc;

    Titulaires(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Names alone.
    public Map<UUID, String> noms(Collection<UUID> ids) {
        Map<UUID, String> noms = new HashMap<>();
        of(ids).forEach((id, titulaire) -> noms.put(id, titulaire.nom()));
        return noms;
    }

    /// One statement, whatever the number.
    ///
    /// @param ids accounts, or people of the directory
    /// @return who each is by the id that was asked for; who has been forgotten is left out
    public Map<UUID, Titulaire> of(Collection<UUID> ids) {
        Map<UUID, Titulaire> noms = new HashMap<>();
        if (ids.isEmpty()) {
            return noms;
        }
        // The ids come first, as a value, so that each table behind the view is entered by its key.
        jdbc.sql("""
                        with la_demande as materialized (
                            select id, personne_id from comptes.compte where id = any(:ids)
                            union all select u, u from unnest(:ids) u)
                        select d.id, t.prenom, t.nom,
                               t.nature in ('ELEVE', 'RESPONSABLE')
                               or exists (select 1 from comptes.compte x
                                           where x.rejoint_id = d.id and x.nature = 'RESPONSABLE') as famille
                          from annuaire.titulaire t join la_demande d on d.personne_id = t.id
                         where t.id = any(array(select personne_id from la_demande))
                        """).param("ids", ids.toArray(UUID[]::new)).query(rs -> {
            noms.put(
                    rs.getObject("id", UUID.class),
                    new Titulaire(
                            Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                            rs.getBoolean("famille")));
        });
        return noms;
    }

    /// @param famille a pupil, a guardian, or whoever is a guardian too
    public record Titulaire(String nom, boolean famille) {}
}
