package fr.entecole.comptes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people whom a demonstration lets in by one click. The list is empty everywhere else.
@Component
public class EntreesDeDemonstration {

    private final JdbcClient jdbc;

    EntreesDeDemonstration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param montre what this person is there to show, in one line
    /// @param ordre place in the whole list; a group stands where its first person does
    public void add(UUID compteId, String groupe, String nom, String montre, int ordre) {
        jdbc.sql("""
                        insert into comptes.entree_demonstration (compte_id, groupe, nom, montre, ordre)
                        values (:compte, :groupe, :nom, :montre, :ordre)
                        on conflict (compte_id) do update
                           set groupe = excluded.groupe, nom = excluded.nom, montre = excluded.montre, ordre = excluded.ordre
                        """)
                .param("compte", compteId)
                .param("groupe", groupe)
                .param("nom", nom)
                .param("montre", montre)
                .param("ordre", ordre)
                .update();
    }

    public List<Groupe> groups() {
        var groups = new LinkedHashMap<String, List<Entree>>();
        jdbc.sql("select compte_id, groupe, nom, montre from comptes.entree_demonstration order by ordre, nom")
                .query((rs, _) -> groups.computeIfAbsent(rs.getString("groupe"), _ -> new ArrayList<>())
                        .add(new Entree(
                                rs.getObject("compte_id", UUID.class), rs.getString("nom"), rs.getString("montre"))))
                .list();
        return groups.entrySet().stream()
                .map(group -> new Groupe(group.getKey(), group.getValue()))
                .toList();
    }

    public boolean contains(UUID compteId) {
        return jdbc.sql("select exists (select 1 from comptes.entree_demonstration where compte_id = :compte)")
                .param("compte", compteId)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// People shown together on the sign-in page.
    public record Groupe(String nom, List<Entree> personnes) {}

    /// One button « Entrer comme … ».
    public record Entree(UUID compteId, String nom, String montre) {}
}
