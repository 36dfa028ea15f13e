package fr.entecole.liaison;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// For which of their children a mot reaches a guardian.
@Component
class Concernes {

    private final JdbcClient jdbc;

    Concernes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The children for whom this guardian answers. One statement, none for who is no guardian.
    List<Enfant> enfants(Utilisateur utilisateur) {
        var ids = Perimetre.of(utilisateur).enfants();
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select p.eleve_id, p.ecole_id, t.prenom, t.nom,
                                       array(select i.classe_id from annuaire.inscrit i
                                              where i.eleve_id = p.eleve_id) as classes
                                  from annuaire.present p join annuaire.titulaire t on t.id = p.eleve_id
                                 where p.eleve_id = any(:enfants)
                                 order by t.prenom, p.eleve_id
                                """)
                        .param("enfants", ids.toArray(UUID[]::new))
                        .query((rs, _) -> new Enfant(
                                Colonnes.uuid(rs, "eleve_id"),
                                Colonnes.uuid(rs, "ecole_id"),
                                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                                Colonnes.uuids(rs, "classes")))
                        .list();
    }

    /// « Inès Benali », « Inès Benali, Younes Benali ». Where none is found by class or by name (a group, a class that
    /// is over), the children of that school.
    static String noms(List<Enfant> enfants, Mot mot) {
        var exact = enfants.stream()
                .filter(e -> mot.familles().stream().anyMatch(e::isMeantBy))
                .toList();
        return (exact.isEmpty()
                        ? enfants.stream()
                                .filter(e -> e.ecole.equals(mot.ecoleId()))
                                .toList()
                        : exact)
                .stream().map(Enfant::nom).collect(Collectors.joining(", "));
    }

    record Enfant(UUID id, UUID ecole, String nom, Set<UUID> classes) {

        private boolean isMeantBy(Public pour) {
            var ids = List.of(pour.ids());
            return switch (pour.etendue()) {
                case ELEVES -> ids.contains(id);
                case CLASSE -> ids.stream().anyMatch(classes::contains);
                case ECOLE -> pour.ecoleId().equals(ecole);
                default -> false;
            };
        }
    }
}
