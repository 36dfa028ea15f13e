package fr.entecole.liaison.reponses;

import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.liaison.Concernes.Enfant;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A mot that may still be answered, with what a guardian has answered of what it says now. What another guardian has
/// answered changes nothing here: it would tell.
///
/// @param cles whom it is for
/// @param dites children for whom they have answered
/// @param repondu they have answered for one at least, perhaps of an older version
public record Attente(UUID mot, UUID ecole, Set<String> cles, Set<UUID> dites, boolean repondu) {

    private static final String GROUPE = prefix(Etendue.GROUPE);

    public static Attente read(ResultSet rs) throws SQLException {
        return new Attente(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Set.copyOf(Colonnes.strings(rs, "cles")),
                Colonnes.uuids(rs, "dites"),
                rs.getBoolean("repondu"));
    }

    /// One of these children has no answer of their guardian’s yet.
    public boolean awaits(Collection<Enfant> enfants) {
        return enfants.stream().anyMatch(e -> e.ecole().equals(ecole) && !dites.contains(e.id()) && isFor(e));
    }

    /// Those of these children that it still asks about; nobody where it is for a group, of which only the mot’s own
    /// page says who is in it.
    public List<Enfant> about(Collection<Enfant> enfants) {
        return cles.stream().anyMatch(cle -> cle.startsWith(GROUPE))
                ? List.of()
                : enfants.stream().filter(e -> awaits(List.of(e))).toList();
    }

    /// Of a group, a home does not ask who is in it: of their guardians, until they have answered for one child.
    private boolean isFor(Enfant enfant) {
        return cles.contains(prefix(Etendue.ELEVES) + enfant.id())
                || cles.contains(prefix(Etendue.ECOLE) + ecole)
                || enfant.classes().stream().anyMatch(classe -> cles.contains(prefix(Etendue.CLASSE) + classe))
                || (!repondu && cles.stream().anyMatch(cle -> cle.startsWith(GROUPE)));
    }

    private static String prefix(Etendue etendue) {
        return etendue + "." + Qui.RESPONSABLES + ".";
    }
}
