package fr.entecole.annuaire.destinataires;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Pupils with their guardians in force, groups and colleagues inside what one may address, in one round trip: the
/// perimeter comes first, the words after (docs/adr/0018-search-by-name.md).
@Component
class LectureDuCarnet {

    private static final int MOST = 60;
    private static final int WHOLE_SCHOOL = 2_000;

    private static final String ELEVES = """
            with miens as materialized (
                select p.eleve_id as id, p.ecole_id from annuaire.present p
                 where p.ecole_id = any(:dirigees) or p.eleve_id = any(:eleves)),
            gardes as materialized (
                select g.eleve_id, r.id, r.prenom, r.nom, r.mots
                  from miens m join annuaire.garde(:jour) g on g.eleve_id = m.id
                  join annuaire.responsable r on r.id = g.personne_id)
            select e.id, m.ecole_id, e.prenom, e.nom,
                   (select jsonb_agg(jsonb_build_object('libelle', c.libelle, 'noms', array(
                               select p.nom from annuaire.enseigne n
                                 join annuaire.personnel p on p.id = n.personnel_id where n.classe_id = c.id))
                             order by c.libelle)
                      from annuaire.eleve_classe ec
                      join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null
                     where ec.eleve_id = e.id and ec.fini_le is null) as classes,
                   (select jsonb_agg(jsonb_build_object('id', g.id, 'prenom', g.prenom, 'nom', g.nom) order by g.id)
                      from gardes g where g.eleve_id = e.id) as responsables
              from miens m join annuaire.eleve e on e.id = m.id
             where :tous or e.mots @@ (select annuaire.demande(:saisie))
                or e.id in (select g.eleve_id from gardes g where g.mots @@ (select annuaire.demande(:saisie)))
             order by e.nom collate "fr-x-icu", e.prenom collate "fr-x-icu", e.id
             limit :limite
            """;

    private static final String GROUPES = """
            select g.id, g.structure_id as ecole_id, '' as prenom, g.libelle as nom from annuaire.groupe g
             where g.archive_le is null and g.structure_id = any(:ecoles)
               and (g.structure_id = any(:dirigees)
                    or exists (select 1 from annuaire.eleve_groupe eg
                                where eg.groupe_id = g.id and eg.fini_le is null and eg.eleve_id = any(:eleves)))
             order by g.libelle, g.id
            """;

    private static final String PERSONNELS = """
            select distinct p.id, q.ecole_id, p.prenom, p.nom
              from annuaire.equipe q join annuaire.personnel p on p.id = q.personne_id
             where q.ecole_id = any(:ecoles) and (:tous or p.mots @@ (select annuaire.demande(:saisie)))
             order by p.nom, p.prenom, p.id
             limit :limite
            """;

    private final Lectures lectures;
    private final Clock clock;

    LectureDuCarnet(Lectures lectures, Clock clock) {
        this.lectures = lectures;
        this.clock = clock;
    }

    /// Those whose name begins with what was typed, and all groups.
    Gens find(Utilisateur utilisateur, Champ champ, String saisie) {
        return read(utilisateur, champ, saisie, false);
    }

    /// All of them, when what was typed begins no name.
    Gens all(Utilisateur utilisateur, Champ champ) {
        return read(utilisateur, champ, "", true);
    }

    private Gens read(Utilisateur utilisateur, Champ champ, String saisie, boolean tous) {
        var perimetre = Perimetre.of(utilisateur);
        Map<String, Object> of = Map.of(
                "dirigees",
                perimetre.ecolesDirected().toArray(UUID[]::new),
                "eleves",
                perimetre.elevesTaught().toArray(UUID[]::new),
                "ecoles",
                ecoles(utilisateur, perimetre),
                "jour",
                LocalDate.now(clock),
                "saisie",
                saisie,
                "tous",
                tous,
                "limite",
                tous ? WHOLE_SCHOOL : MOST);
        return lectures.read(asked(
                        champ.etendues().contains(Etendue.ELEVES) || champ.holds(Etendue.PERSONNES, Qui.RESPONSABLES),
                        Lecture.of(ELEVES, of, LectureDuCarnet::eleve))
                .with(
                        asked(
                                champ.holds(Etendue.GROUPE, Qui.RESPONSABLES),
                                Lecture.of(GROUPES, of, LectureDuCarnet::groupe)),
                        (eleves, groupes) -> new Gens(eleves, groupes, List.of()))
                .with(
                        asked(
                                champ.holds(Etendue.PERSONNES, Qui.EQUIPE),
                                Lecture.of(PERSONNELS, of, LectureDuCarnet::personne)),
                        (gens, personnels) -> new Gens(gens.eleves, gens.groupes, personnels)));
    }

    private static UUID[] ecoles(Utilisateur utilisateur, Perimetre perimetre) {
        return utilisateur.ecoles().stream().filter(perimetre::worksIn).toArray(UUID[]::new);
    }

    private static <T> Lecture<List<T>> asked(boolean asked, Lecture<List<T>> lecture) {
        return asked ? lecture : Lecture.known(List.of());
    }

    private static Eleve eleve(ResultSet rs, int row) throws SQLException {
        return new Eleve(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                Colonnes.list(rs, "classes", Classe[].class).stream()
                        .map(Classe::words)
                        .collect(Collectors.joining(", ")),
                Colonnes.list(rs, "responsables", Responsable[].class).stream()
                        .map(r -> new Personne(r.id, new UUID(0, 0), Noms.complet(r.prenom, r.nom)))
                        .toList(),
                false);
    }

    private static Personne groupe(ResultSet rs, int row) throws SQLException {
        return new Personne(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "ecole_id"), rs.getString("nom"));
    }

    private static Personne personne(ResultSet rs, int row) throws SQLException {
        return new Personne(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Noms.complet(rs.getString("prenom"), rs.getString("nom")));
    }

    record Gens(List<Eleve> eleves, List<Personne> groupes, List<Personne> personnels) {

        /// Groups stay: they name nobody. So does a child, by whom the family is found, but not to be written to.
        Gens without(Predicate<UUID> hidden) {
            return new Gens(
                    eleves.stream()
                            .map(e -> new Eleve(
                                    e.id,
                                    e.ecole,
                                    e.nom,
                                    e.classes,
                                    without(e.responsables, hidden),
                                    hidden.test(e.id)))
                            .toList(),
                    groupes,
                    without(personnels, hidden));
        }

        private static List<Personne> without(List<Personne> all, Predicate<UUID> hidden) {
            return all.stream().filter(p -> !hidden.test(p.id)).toList();
        }
    }

    /// @param tu whose data are put aside: chosen one by one by the head alone
    record Eleve(UUID id, UUID ecole, String nom, String classes, List<Personne> responsables, boolean tu) {}

    /// A guardian, a colleague, or a group.
    record Personne(UUID id, UUID ecole, String nom) {}

    /// @param noms surnames of those who teach there, as the feed writes them
    private record Classe(String libelle, List<String> noms) {

        private String words() {
            return Noms.classe(
                    libelle,
                    noms.stream()
                            .map(nom -> new Enseignant("", Noms.personne(nom)))
                            .toList());
        }
    }

    private record Responsable(UUID id, String prenom, String nom) {}
}
