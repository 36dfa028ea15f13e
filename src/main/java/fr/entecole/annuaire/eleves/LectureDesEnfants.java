package fr.entecole.annuaire.eleves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Prenom;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Embleme;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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

/// Children with their class, as their family and they themselves see it: always found through who is looking, so that
/// a stranger finds nothing.
@Component
class LectureDesEnfants {

    // A row for each class in force of each pupil; one without class where there is none.
    private static final String ENFANTS = """
            select e.id as eleve_id, e.structure_id, e.prenom, e.nom, e.niveau,
                   coalesce(s.nom_usage, s.nom_courant, '') as nom_courant, co.nom as commune,
                   s.telephone, c.libelle, en.enseignants,
                   (select jsonb_agg(jsonb_build_object('civilite', p.civilite, 'prenom', p.prenom, 'nom', p.nom)
                                     order by p.nom)
                      from annuaire.equipe q join annuaire.personnel p on p.id = q.personne_id
                     where q.ecole_id = s.id and q.directeur) as direction,
                   (select o.ouverte_le from annuaire.ouverte o where o.ecole_id = s.id) is not null as ouverte,
                   (select x.motif from annuaire.ouverture x
                     where x.structure_id = s.id and x.fermee_le is not null
                     order by x.fermee_le desc limit 1) as motif
              from annuaire.eleve e
              left join annuaire.structure s on s.id = e.structure_id
              left join annuaire.commune co on co.insee = s.commune_insee
              left join (annuaire.eleve_classe ec
                         join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null)
                on ec.eleve_id = e.id and ec.fini_le is null
             cross join lateral annuaire.enseignants(c.id) en
             where e.id = any(case when not :famille then :eleves::uuid[] else array(
                       select a.eleve_id from annuaire.autorite(:jour) a
                        where a.responsable_id = any(:responsables)
                          and (cardinality(:eleves::uuid[]) = 0 or a.eleve_id = any(:eleves))) end)
             order by e.date_naissance, e.prenom, e.id, c.libelle
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Clock clock;

    LectureDesEnfants(JdbcClient jdbc, Lectures lectures, Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// The children of a guardian, whatever their schools, with their classes and teachers; never another family's.
    ///
    /// @param responsables all whom the directory knows this guardian as
    List<Enfant> childrenOf(Set<UUID> responsables) {
        return lectures.read(lectureOfChildren(responsables));
    }

    Lecture<List<Enfant>> lectureOfChildren(Set<UUID> responsables) {
        return enfants(true, responsables, Set.of());
    }

    /// One child of a guardian's own.
    Optional<Enfant> childOf(Set<UUID> responsables, UUID eleve) {
        return lectures.read(enfants(true, responsables, Set.of(eleve))).stream()
                .findFirst();
    }

    /// The class of a pupil: its name and teachers.
    Optional<Enfant> ofEleve(UUID eleve) {
        return lectures.read(lectureOfEleve(eleve));
    }

    Lecture<Optional<Enfant>> lectureOfEleve(UUID eleve) {
        return enfants(false, Set.of(), Set.of(eleve))
                .map(enfants -> enfants.stream().findFirst());
    }

    /// The first names of a pupil's classmates, as children say them: two of the same name have their initial.
    List<Camarade> classmates(UUID eleve) {
        Map<UUID, Embleme> emblemes = new HashMap<>();
        var all = jdbc.sql("""
                        select distinct on (2, 3, 1) e.id, e.prenom collate "fr-x-icu" as prenom, e.nom,
                               e.date_naissance, m.image, m.lettre
                          from annuaire.eleve_classe moi
                          join annuaire.classe c on c.id = moi.classe_id and c.archivee_le is null
                          join annuaire.inscrit i on i.classe_id = c.id
                          join annuaire.eleve e on e.id = i.eleve_id
                          left join annuaire.embleme m on m.classe_id = c.id and m.eleve_id = e.id
                         where moi.eleve_id = :eleve and moi.fini_le is null
                         order by 2, 3, 1
                        """)
                .param("eleve", eleve)
                .query((rs, _) -> {
                    var id = Colonnes.uuid(rs, "id");
                    var image = rs.getString("image");
                    if (image != null) {
                        emblemes.put(id, new Embleme(image, Objects.requireNonNullElse(rs.getString("lettre"), "")));
                    }
                    return new Prenom(
                            id,
                            Noms.personne(rs.getString("prenom")),
                            Noms.personne(rs.getString("nom")),
                            Objects.requireNonNull(rs.getObject("date_naissance", LocalDate.class)));
                })
                .list();
        var said = Prenom.asChildrenSay(all);
        return all.stream()
                .filter(e -> !e.eleve().equals(eleve))
                .map(e -> new Camarade(said.getOrDefault(e.eleve(), e.prenom()), emblemes.get(e.eleve())))
                .toList();
    }

    /// A pupil comes once, even with several classes.
    ///
    /// @param famille of these guardians; otherwise these pupils, whoever asks
    /// @param eleves all where there is none, of a family
    private Lecture<List<Enfant>> enfants(boolean famille, Set<UUID> responsables, Set<UUID> eleves) {
        return Lecture.of(
                        ENFANTS,
                        Map.of(
                                "famille",
                                famille,
                                "responsables",
                                responsables.toArray(UUID[]::new),
                                "eleves",
                                eleves.toArray(UUID[]::new),
                                "jour",
                                LocalDate.now(clock)),
                        LectureDesEnfants::enfant)
                .map(rows -> {
                    Map<UUID, Enfant> enfants = new LinkedHashMap<>();
                    rows.forEach(enfant -> enfants.merge(enfant.id(), enfant, Enfant::and));
                    return List.copyOf(enfants.values());
                });
    }

    private static Enfant enfant(ResultSet rs, int row) throws SQLException {
        var enseignants = Enseignants.read(rs);
        var libelle = rs.getString("libelle");
        var commune = rs.getString("commune");
        return new Enfant(
                Colonnes.uuid(rs, "eleve_id"),
                rs.getObject("structure_id", UUID.class),
                Noms.personne(rs.getString("prenom")),
                Noms.personne(rs.getString("nom")),
                rs.getString("niveau"),
                libelle == null ? null : Noms.classe(libelle, enseignants),
                Noms.ecole(rs.getString("nom_courant"), commune),
                commune == null ? "" : Noms.commune(commune),
                rs.getString("telephone"),
                enseignants,
                Enseignant.joined(Enseignants.read(rs, "direction")),
                rs.getBoolean("ouverte"),
                rs.getString("motif"));
    }

    /// @param embleme the picture by which a young child is known in their class
    record Camarade(String nom, @Nullable Embleme embleme) {

        /// What the ear says: « Le hibou. C’est Younes. »
        String dit() {
            return embleme == null ? nom : embleme.dit() + " " + t("C’est {0}.", nom);
        }
    }

    /// @param ecoleId null when the directory does not have the school
    /// @param classe null when the feed gives none, several joined by commas
    /// @param telephone of the school
    /// @param direction who directs the school, as families name them; empty when nobody is known to
    /// @param motif why the school closed last
    /// @param ouverte the school is open in the ENT
    record Enfant(
            UUID id,
            @Nullable UUID ecoleId,
            String prenom,
            String nom,
            @Nullable String niveau,
            @Nullable String classe,
            String ecole,
            String commune,
            @Nullable String telephone,
            List<Enseignant> enseignants,
            String direction,
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
            return new Enfant(
                    id, ecoleId, prenom, nom, niveau, labels, ecole, commune, telephone, all, direction, ouverte,
                    motif);
        }

        /// Who teaches, where the name of the class has not said it.
        String aussi() {
            return Enseignant.unsaid(classe, enseignants);
        }

        String avec() {
            return Enseignant.joined(enseignants);
        }
    }
}
