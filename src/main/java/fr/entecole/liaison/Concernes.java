package fr.entecole.liaison;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.Publics;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// For which of their children a mot reaches a guardian.
@Component
public class Concernes {

    private final Lectures lectures;
    private final Publics publics;

    Concernes(Lectures lectures, Publics publics) {
        this.lectures = lectures;
        this.publics = publics;
    }

    /// The children for whom this guardian answers. One statement, none for who is no guardian.
    public List<Enfant> enfants(Utilisateur utilisateur) {
        return lectures.read(lecture(utilisateur));
    }

    public Lecture<List<Enfant>> lecture(Utilisateur utilisateur) {
        var ids = Perimetre.of(utilisateur).enfants();
        return ids.isEmpty()
                ? Lecture.known(List.of())
                : Lecture.of(
                        """
                        select p.eleve_id, p.ecole_id, t.prenom, t.nom,
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
                                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                                Objects.requireNonNullElse(rs.getString("prenom"), ""),
                                Colonnes.uuids(rs, "classes")));
    }

    /// Those of them by whom they are asked something, exactly: of a group, the directory says who is in it.
    public List<Enfant> asked(List<Enfant> enfants, Mot mot) {
        var members = new HashSet<UUID>();
        mot.familles().stream()
                .filter(pour -> pour.etendue() == Public.Etendue.GROUPE)
                .map(pour -> new Public(pour.etendue(), Qui.ELEVES, pour.ecoleId(), pour.cibles()))
                .forEach(pour -> publics.each(pour, membre -> members.add(membre.personneId())));
        return enfants.stream()
                .filter(e -> members.contains(e.id) || mot.familles().stream().anyMatch(e::isMeantBy))
                .toList();
    }

    /// « Inès Benali », « Inès Benali, Younes Benali ». Where none is found by class or by name (a group, a class that
    /// is over), the children of that school.
    public static String noms(List<Enfant> enfants, Mot mot) {
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

    public record Enfant(UUID id, UUID ecole, String nom, String prenom, Set<UUID> classes) {

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
