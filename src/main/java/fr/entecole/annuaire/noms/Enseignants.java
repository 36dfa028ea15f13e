package fr.entecole.annuaire.noms;

import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those who teach a class, read with the class: what `annuaire.enseignants(classe)` gives, first attached first.
public final class Enseignants {

    private Enseignants() {}

    public static List<Enseignant> read(ResultSet rs) throws SQLException {
        return read(rs, "enseignants");
    }

    /// @param column of objects with `civilite`, `prenom` and `nom`
    public static List<Enseignant> read(ResultSet rs, String column) throws SQLException {
        return Colonnes.list(rs, column, Nomme[].class).stream()
                .map(p -> new Enseignant(Noms.civil(p.civilite, p.prenom, p.nom), Noms.personne(p.nom)))
                .toList();
    }

    private record Nomme(@Nullable String civilite, String prenom, String nom) {}
}
