package fr.entecole.annuaire;

import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The classes of today as people name them, for rooms: those that someone teaches, directs, is in, or has children in.
/// Which these are is known with the account ([Perimetre]); their names cost one statement, whatever their number.
@Component
public class Classes {

    private static final String CLASSES = """
            select c.id, c.structure_id, c.libelle, c.annee, coalesce(s.nom_usage, s.nom_courant) as nom_courant,
                   co.nom as commune, en.enseignants, ef.eleves, ef.niveaux
              from annuaire.classe c
              join annuaire.structure s on s.id = c.structure_id
              join annuaire.ouverte o on o.ecole_id = s.id
              left join annuaire.commune co on co.insee = s.commune_insee
             cross join lateral annuaire.enseignants(c.id) en
             cross join lateral annuaire.effectif(c.id) ef
             where c.archivee_le is null and %s
             order by s.uai, ef.premier nulls last, c.libelle, c.id
            """;

    // School by school: joined, PostgreSQL reads the classes of the whole region.
    private static final String NOMS = """
            select c.id, c.libelle, en.enseignants
              from unnest(:ecoles::uuid[]) k (ecole_id)
             cross join lateral (select x.id, x.libelle from annuaire.classe x
                                  where x.structure_id = k.ecole_id and x.archivee_le is null offset 0) c
             cross join lateral annuaire.enseignants(c.id) en
            """;

    private final Lectures lectures;

    Classes(Lectures lectures) {
        this.lectures = lectures;
    }

    public List<Classe> taughtBy(Utilisateur utilisateur) {
        return read(Perimetre.of(utilisateur).classesTaught(), Set.of());
    }

    /// All those of the schools that this person directs.
    public List<Classe> directedBy(Utilisateur utilisateur) {
        return read(Set.of(), Perimetre.of(utilisateur).ecolesDirected());
    }

    /// Those that a pupil is in, or in which a guardian has children.
    public List<Classe> of(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return read(perimetre.classes().isEmpty() ? perimetre.classesOfEnfants() : perimetre.classes(), Set.of());
    }

    /// Classes by id, for a room that holds no more: who asks may see them by the room's own rule.
    public List<Classe> named(Collection<UUID> classes) {
        return read(classes, Set.of());
    }

    /// The same for a tile, or for a page that reads several things at once.
    public Lecture<List<Classe>> lectureNamed(Collection<UUID> classes) {
        return lecture(classes, Set.of());
    }

    /// How all classes of some schools are called, for a room that keeps it ([MemoireDesEcoles]).
    public static Lecture<Map<UUID, String>> noms(Collection<UUID> ecoles) {
        return Lecture.of(
                        NOMS,
                        Map.of("ecoles", ecoles.toArray(UUID[]::new)),
                        (rs, _) -> Map.entry(
                                Colonnes.uuid(rs, "id"), Noms.classe(rs.getString("libelle"), Enseignants.read(rs))))
                .map(noms -> noms.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// For a teacher or a head: what they teach and what they direct, once each.
    List<Classe> around(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return read(perimetre.classesTaught(), perimetre.ecolesDirected());
    }

    private List<Classe> read(Collection<UUID> classes, Collection<UUID> ecoles) {
        return lectures.read(lecture(classes, ecoles));
    }

    private static Lecture<List<Classe>> lecture(Collection<UUID> classes, Collection<UUID> ecoles) {
        return classes.isEmpty() && ecoles.isEmpty()
                ? Lecture.known(List.of())
                : Lecture.of(
                        CLASSES.formatted(which(ecoles)),
                        Map.of("classes", classes.toArray(UUID[]::new), "ecoles", ecoles.toArray(UUID[]::new)),
                        Classes::classe);
    }

    /// Asked for by class or by school at once, PostgreSQL reads every class: names alone are found by their index.
    private static String which(Collection<UUID> ecoles) {
        return ecoles.isEmpty()
                ? "c.id = any(:classes) and cardinality(:ecoles::uuid[]) = 0"
                : "(c.id = any(:classes) or c.structure_id = any(:ecoles))";
    }

    private static Classe classe(ResultSet rs, int row) throws SQLException {
        return new Classe(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "structure_id"),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                Noms.classe(rs.getString("libelle"), Enseignants.read(rs)),
                new AnneeScolaire(rs.getInt("annee")),
                Colonnes.strings(rs, "niveaux"),
                rs.getInt("eleves"));
    }

    /// @param libelle as its school names it: "CM1 Mme Estève"
    /// @param niveaux of its pupils, youngest first
    public record Classe(
            UUID id,
            UUID ecoleId,
            String ecole,
            String libelle,
            AnneeScolaire annee,
            List<String> niveaux,
            int eleves) {}
}
