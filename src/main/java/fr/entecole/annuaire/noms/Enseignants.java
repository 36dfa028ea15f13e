package fr.entecole.annuaire.noms;

import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Those who teach a class, read with the class: what `annuaire.enseignants(classe)` gives, first attached first.
public final class Enseignants {

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
