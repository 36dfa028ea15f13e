package fr.entecole.comptes.langues;

import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What people have said in another room: « je lis plus facilement en… ».
public interface LanguesDites {

    /// One statement, whatever the number.
    ///
    /// @param personnes of the directory
    /// @return the code of a language, of those who have said one
    Lecture<Map<UUID, String>> of(Collection<UUID> personnes);

    /// Of rows with `personne_id` and `langue`.
    static Map<UUID, String> codes(ResultSet rs) throws SQLException {
        Map<UUID, String> codes = new HashMap<>();
        while (rs.next()) {
            codes.put(Colonnes.uuid(rs, "personne_id"), rs.getString("langue"));
        }
        return codes;
    }
}
