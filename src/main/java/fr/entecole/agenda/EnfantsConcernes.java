package fr.entecole.agenda;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// For which of their children something is to a guardian.
final class EnfantsConcernes {

    private EnfantsConcernes() {}

    /// The children for whom this guardian answers; nothing is asked for who is no guardian.
    static Lecture<List<Enfant>> lecture(Utilisateur utilisateur) {
        var ids = Perimetre.of(utilisateur).enfants();
        return ids.isEmpty()
                ? Lecture.known(List.of())
                : Lecture.of(
                        """
                        select p.eleve_id, p.ecole_id, t.prenom,
                               array(select i.classe_id from annuaire.inscrit i
                                      where i.eleve_id = p.eleve_id) as classes
                          from annuaire.present p
                          left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                              where n.id = p.eleve_id limit 1) t on true
                         where p.eleve_id = any(:enfants)
                         order by t.prenom, p.eleve_id
                        """,
                        Map.of("enfants", ids.toArray(UUID[]::new)),
                        (rs, _) -> new Enfant(
                                Colonnes.uuid(rs, "eleve_id"),
                                Colonnes.uuid(rs, "ecole_id"),
                                Appellations.personne(rs.getString("prenom"), ""),
                                Colonnes.uuids(rs, "classes")));
    }

    /// Where none is found by class or by name (a group), the children of that school.
    static List<Enfant> of(Evenement evenement, List<Enfant> enfants) {
        var exact = enfants.stream()
                .filter(enfant -> evenement.publics().stream().anyMatch(enfant::isMeantBy))
                .toList();
        return exact.isEmpty()
                ? enfants.stream()
                        .filter(enfant -> enfant.ecole.equals(evenement.ecoleId()))
                        .toList()
                : exact;
    }

    /// @param prenom as screens show it
    record Enfant(UUID id, UUID ecole, String prenom, Set<UUID> classes) {

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
