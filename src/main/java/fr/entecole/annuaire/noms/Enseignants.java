package fr.entecole.annuaire.noms;

import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Those who teach a class, read with the class: a column of its row, first attached first.
public final class Enseignants {

    /// The column `enseignants` of the class `c`. Who teaches is asked of both the link and the function: a teacher who
    /// has left the school keeps no class.
    public static final String OF_CLASSE = """
            array(select coalesce(p.civilite, '') || '§' || p.prenom || '§' || p.nom
                    from annuaire.enseignement n
                    join annuaire.personnel p on p.id = n.personnel_id and p.suspendu_le is null
                   where n.classe_id = c.id
                     and exists (select 1 from annuaire.fonction f where f.personnel_id = p.id
                                    and f.structure_id = c.structure_id and f.code <> '-')
                   order by n.depuis, p.nom) as enseignants
            """;

    private Enseignants() {}

    public static List<Enseignant> read(ResultSet rs) throws SQLException {
        return read(rs, "enseignants");
    }

    /// @param column of `civilite§prenom§nom`
    public static List<Enseignant> read(ResultSet rs, String column) throws SQLException {
        return Colonnes.strings(rs, column).stream()
                .map(joined -> joined.split("§", 3))
                .map(parts -> new Enseignant(Noms.civil(parts[0], parts[1], parts[2]), Noms.personne(parts[2])))
                .toList();
    }
}
