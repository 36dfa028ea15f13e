package fr.entecole.annuaire;

import static fr.entecole.socle.Mots.t;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Classes as people see them: always found through who is looking, so that a stranger finds nothing.
@Component
class LectureDesClasses {

    // Who teaches is asked of both the link and the function: a teacher who has left the school keeps no class.
    static final String ENSEIGNANTS = """
            array(select coalesce(p.civilite, '') || '§' || p.prenom || '§' || p.nom
                    from annuaire.enseignement n
                    join annuaire.personnel p on p.id = n.personnel_id and p.suspendu_le is null
                   where n.classe_id = c.id
                     and exists (select 1 from annuaire.fonction f where f.personnel_id = p.id
                                    and f.structure_id = c.structure_id and f.code <> '-')
                   order by n.depuis, p.nom) as enseignants
            """;

    private static final String ECOLE =
            "c.structure_id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, co.nom as commune";

    // The classes first, each with its teachers once; then their pupils.
    private static final String ELEVES = """
            with la_classe as materialized (
                select c.id as classe_id, c.libelle, %s, %s
                  from annuaire.classe c
                  join annuaire.structure s on s.id = c.structure_id
                  join annuaire.ouverture o on o.structure_id = s.id and o.fermee_le is null
                  left join annuaire.commune co on co.insee = s.commune_insee
                 where c.archivee_le is null and %s)
            select k.*, e.id as eleve_id, e.prenom, e.nom, e.niveau
              from la_classe k
              left join annuaire.eleve_classe ec on ec.classe_id = k.classe_id
              left join annuaire.eleve e on e.id = ec.eleve_id and e.suspendu_le is null
             order by k.libelle, k.classe_id, e.nom collate "fr-x-icu", e.prenom collate "fr-x-icu"
            """;

    // A row for each class in force of each pupil; one without class where there is none.
    private static final String ENFANTS = """
            select e.id as eleve_id, e.prenom, e.nom, e.niveau,
                   coalesce(s.nom_usage, s.nom_courant, '') as nom_courant, co.nom as commune,
                   s.telephone, c.libelle, %s,
                   exists (select 1 from annuaire.ouverture o
                            where o.structure_id = s.id and o.fermee_le is null) as ouverte,
                   (select x.motif from annuaire.ouverture x
                     where x.structure_id = s.id and x.fermee_le is not null
                     order by x.fermee_le desc limit 1) as motif
              from annuaire.eleve e
              left join annuaire.structure s on s.id = e.structure_id
              left join annuaire.commune co on co.insee = s.commune_insee
              left join (annuaire.eleve_classe ec
                         join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null) on ec.eleve_id = e.id
             where %s
             order by e.date_naissance, e.prenom, e.id, c.libelle
            """;

    private static final String TAUGHT_BY = """
            c.id in (select n.classe_id from annuaire.enseignement n where n.personnel_id = :personnel)
            and exists (select 1 from annuaire.fonction f where f.personnel_id = :personnel
                           and f.structure_id = c.structure_id and f.code <> '-')
            """;

    private final JdbcClient jdbc;

    LectureDesClasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The classes of a teacher with their pupils, in one statement.
    List<Classe> taughtBy(UUID personnel) {
        return classes(jdbc.sql(ELEVES.formatted(ECOLE, ENSEIGNANTS, TAUGHT_BY)).param("personnel", personnel));
    }

    /// The children of a guardian, whatever their schools, with their classes and teachers; never another family's.
    ///
    /// @param responsables all whom the directory knows this guardian as
    List<Enfant> childrenOf(Set<UUID> responsables) {
        return enfants(jdbc.sql(
                        ENFANTS.formatted(
                                ENSEIGNANTS,
                                "e.id in (select a.eleve_id from annuaire.autorite a where a.responsable_id in (:responsables))"))
                .param("responsables", responsables));
    }

    /// The class of a pupil: its name and teachers.
    Optional<Enfant> ofEleve(UUID eleve) {
        return enfants(jdbc.sql(ENFANTS.formatted(ENSEIGNANTS, "e.id = :eleve")).param("eleve", eleve)).stream()
                .findFirst();
    }

    /// A pupil comes once, even with several classes.
    private static List<Enfant> enfants(JdbcClient.StatementSpec statement) {
        Map<UUID, Enfant> enfants = new LinkedHashMap<>();
        statement
                .query(LectureDesClasses::enfant)
                .list()
                .forEach(enfant -> enfants.merge(enfant.id(), enfant, Enfant::and));
        return List.copyOf(enfants.values());
    }

    private static List<Classe> classes(JdbcClient.StatementSpec statement) {
        Map<UUID, Classe> classes = new LinkedHashMap<>();
        statement.query(rs -> {
            var id = Annuaire.uuid(rs, "classe_id");
            var classe = classes.get(id);
            if (classe == null) {
                var enseignants = enseignants(rs);
                classe = new Classe(
                        id,
                        Noms.classe(rs.getString("libelle"), enseignants),
                        Annuaire.uuid(rs, "structure_id"),
                        Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                        enseignants,
                        new ArrayList<>());
                classes.put(id, classe);
            }
            if (rs.getObject("eleve_id") != null) {
                classe.eleves()
                        .add(new Eleve(
                                Annuaire.uuid(rs, "eleve_id"),
                                Noms.personne(rs.getString("prenom")),
                                Noms.personne(rs.getString("nom")),
                                rs.getString("niveau")));
            }
        });
        return List.copyOf(classes.values());
    }

    private static Enfant enfant(ResultSet rs, int row) throws SQLException {
        var enseignants = enseignants(rs);
        var libelle = rs.getString("libelle");
        var commune = rs.getString("commune");
        return new Enfant(
                Annuaire.uuid(rs, "eleve_id"),
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                rs.getString("niveau"),
                libelle == null ? null : Noms.classe(libelle, enseignants),
                Noms.ecole(rs.getString("nom_courant"), commune),
                commune == null ? "" : Noms.commune(commune),
                rs.getString("telephone"),
                enseignants,
                rs.getBoolean("ouverte"),
                rs.getString("motif"));
    }

    static List<Enseignant> enseignants(ResultSet rs) throws SQLException {
        return Annuaire.strings(rs.getArray("enseignants")).stream()
                .map(joined -> joined.split("§", 3))
                .map(parts -> new Enseignant(Noms.civil(parts[0], parts[1], parts[2]), Noms.personne(parts[2])))
                .toList();
    }

    /// @param eleves sorted as a French list is
    record Classe(
            UUID id, String libelle, UUID ecoleId, String ecole, List<Enseignant> enseignants, List<Eleve> eleves) {

        boolean plusieursNiveaux() {
            return eleves.stream().map(Eleve::niveau).distinct().count() > 1;
        }

        String avec() {
            return Enseignant.joined(enseignants);
        }
    }

    record Eleve(
            UUID id, String prenom, String nom, @Nullable String niveau) {

        String nomComplet() {
            return (prenom + " " + nom).strip();
        }
    }

    /// @param civil "Mme Estève"
    record Enseignant(String civil, String nom) {

        static String joined(List<Enseignant> enseignants) {
            return enseignants.stream().map(Enseignant::civil).collect(Collectors.joining(t(" et ")));
        }
    }

    /// @param classe null when the feed gives none, several joined by commas
    /// @param telephone of the school
    /// @param motif why the school closed last
    /// @param ouverte the school is open in the ENT
    record Enfant(
            UUID id,
            String prenom,
            String nom,
            @Nullable String niveau,
            @Nullable String classe,
            String ecole,
            String commune,
            @Nullable String telephone,
            List<Enseignant> enseignants,
            boolean ouverte,
            @Nullable String motif) {

        String nomComplet() {
            return (prenom + " " + nom).strip();
        }

        /// The same child, in this class and in that one.
        Enfant and(Enfant other) {
            var labels =
                    Stream.of(classe, other.classe).filter(Objects::nonNull).collect(Collectors.joining(", "));
            var all = Stream.concat(enseignants.stream(), other.enseignants.stream())
                    .distinct()
                    .toList();
            return new Enfant(id, prenom, nom, niveau, labels, ecole, commune, telephone, all, ouverte, motif);
        }

        String avec() {
            return Enseignant.joined(enseignants);
        }
    }
}
