package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a teacher may say is theirs, what they have said, and the answer; what a head is asked.
@Component
class LectureDesDemandes {

    /// How long an answer stays on the teacher's home.
    static final Duration ANSWER = Duration.ofDays(10);

    // Classes of others only when asked for, or while the teacher has none: that is when counting pupils is worth it.
    // As
    // arrays: joined, PostgreSQL reads the classes of the whole region.
    private static final String CLASSES = """
            with les_miennes as materialized (
                select n.classe_id from annuaire.enseigne n where n.personnel_id = :personnel),
            les_ecoles as materialized (
                select q.ecole_id from annuaire.equipe q
                  join annuaire.ouverte o on o.ecole_id = q.ecole_id
                 where q.personne_id = :personnel),
            les_demandes as materialized (
                select distinct on (d.classe_id) d.*
                  from annuaire.demande_classe d
                 where d.personnel_id = :personnel and d.decision is distinct from 'RETIREE'
                   and (d.decidee_le is null or d.decidee_le > :depuis)
                 order by d.classe_id, d.demandee_le desc),
            les_classes as materialized (
                select classe_id from les_demandes union select classe_id from les_miennes
                 union select k.id from annuaire.classe k
                        where k.structure_id = any(array(select ecole_id from les_ecoles)) and k.archivee_le is null
                          and (:toutes or not exists (select 1 from les_miennes)))
            select c.id, c.libelle, coalesce(s.nom_usage, s.nom_courant) as nom_courant, co.nom as commune,
                   c.id in (select classe_id from les_miennes) as mienne,
                   c.archivee_le is null and c.structure_id in (select ecole_id from les_ecoles) as possible,
                   d.id as demande_id, (d.demandee_le at time zone 'Europe/Paris')::date as demandee, d.decision, d.mot,
                   n.eleves, n.niveaux, en.enseignants
              from annuaire.classe c
              join annuaire.structure s on s.id = c.structure_id
              left join annuaire.commune co on co.insee = s.commune_insee
              left join les_demandes d on d.classe_id = c.id
             cross join lateral annuaire.effectif(c.id) n
             cross join lateral annuaire.enseignants(c.id) en
             where c.id = any(array(select classe_id from les_classes))
             order by nom_courant, c.structure_id, n.premier, c.libelle
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Clock clock;

    LectureDesDemandes(JdbcClient jdbc, Lectures lectures, Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.clock = clock;
    }

    /// @param toutes also the classes of others when the teacher has one already
    List<Possible> of(Utilisateur enseignant, boolean toutes) {
        return lectures.read(lectureOf(enseignant, toutes));
    }

    Lecture<List<Possible>> lectureOf(Utilisateur enseignant, boolean toutes) {
        return Lecture.of(
                CLASSES,
                Map.of(
                        "personnel",
                        enseignant.personneId(),
                        "depuis",
                        OffsetDateTime.now(clock).minus(ANSWER),
                        "toutes",
                        toutes),
                (rs, _) -> possible(rs, new Enseignant("", enseignant.nom())));
    }

    /// A request that still waits, as the head of its school reads it.
    Optional<Demande> pending(Utilisateur head, UUID demande) {
        return jdbc.sql("""
                        select d.id, c.structure_id, c.libelle, p.civilite, p.prenom, p.nom,
                               (d.demandee_le at time zone 'Europe/Paris')::date as demandee,
                               d.decidee_le is null and c.archivee_le is null and p.suspendu_le is null
                               and exists (select 1 from annuaire.equipe q
                                            where q.personne_id = p.id and q.ecole_id = s.id) as attend,
                               n.eleves, n.niveaux, en.enseignants
                          from annuaire.demande_classe d
                          join annuaire.classe c on c.id = d.classe_id
                          join annuaire.structure s on s.id = c.structure_id
                          join annuaire.personnel p on p.id = d.personnel_id
                         cross join lateral annuaire.effectif(c.id) n
                         cross join lateral annuaire.enseignants(c.id) en
                         where d.id = :demande
                           and (:partout or exists (select 1 from annuaire.dirige q
                                                   where q.personnel_id = :qui and q.ecole_id = s.id))
                        """)
                .param("partout", DirectionAccess.everywhere(head))
                .param("demande", demande)
                .param("qui", head.personneId())
                .query((rs, _) -> {
                    var enseignants = Enseignants.read(rs);
                    return new Demande(
                            Colonnes.uuid(rs, "id"),
                            Colonnes.uuid(rs, "structure_id"),
                            Noms.classe(
                                    rs.getString("libelle"),
                                    and(enseignants, new Enseignant("", Noms.personne(rs.getString("nom"))))),
                            Noms.civil(rs.getString("civilite"), rs.getString("prenom"), rs.getString("nom")),
                            date(rs),
                            rs.getInt("eleves"),
                            LectureDeLaDirection.niveaux(rs),
                            Enseignant.joined(enseignants),
                            rs.getBoolean("attend"));
                })
                .optional();
    }

    /// @param moi whose name in capitals a class may bear before it is theirs
    private static Possible possible(ResultSet rs, Enseignant moi) throws SQLException {
        var enseignants = Enseignants.read(rs);
        var demande = rs.getObject("demande_id", UUID.class);
        return new Possible(
                Colonnes.uuid(rs, "id"),
                Noms.classe(rs.getString("libelle"), and(enseignants, moi)),
                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                LectureDeLaDirection.niveaux(rs),
                rs.getInt("eleves"),
                Enseignant.joined(enseignants),
                rs.getBoolean("mienne"),
                rs.getBoolean("possible"),
                demande == null ? null : new Reponse(demande, date(rs), rs.getString("decision"), rs.getString("mot")));
    }

    private static List<Enseignant> and(List<Enseignant> enseignants, Enseignant other) {
        return Stream.concat(enseignants.stream(), Stream.of(other)).toList();
    }

    private static String date(ResultSet rs) throws SQLException {
        return Dates.jour(Objects.requireNonNull(rs.getObject("demandee", LocalDate.class)));
    }

    /// A class that the teacher has, has asked for, or may ask for.
    ///
    /// @param possible it is there, in an open school where they teach
    record Possible(
            UUID id,
            String libelle,
            String ecole,
            String niveaux,
            int eleves,
            String avec,
            boolean mienne,
            boolean possible,
            @Nullable Reponse demande) {

        boolean attend() {
            return demande != null && demande.decision() == null && !mienne;
        }

        boolean mayBeAsked() {
            return possible && !mienne && !attend();
        }
    }

    /// @param decision null while the head has not answered
    /// @param mot the head's
    record Reponse(
            UUID id,
            String le,
            @Nullable String decision,
            @Nullable String mot) {

        boolean confirmee() {
            return "CONFIRMEE".equals(decision);
        }

        boolean refusee() {
            return "REFUSEE".equals(decision);
        }
    }

    /// @param attend false once it is answered, or without effect
    record Demande(
            UUID id,
            UUID ecoleId,
            String classe,
            String civil,
            String le,
            int eleves,
            String niveaux,
            String avec,
            boolean attend) {}
}
