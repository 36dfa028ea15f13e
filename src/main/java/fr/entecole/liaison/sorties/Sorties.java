package fr.entecole.liaison.sorties;

import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Outings, and what families write for their day.
@Component
class Sorties {

    private final JdbcClient jdbc;

    Sorties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// With the last version of the mot, which alone says it until another does.
    void keep(UUID mot, UUID ecole, Sortie sortie) {
        jdbc.sql("""
                        insert into liaison.sortie
                               (mot_id, numero, ecole_id, jour, depart, retour, lieu, apporter, prix)
                        select :mot, max(v.numero), :ecole, :jour, :depart, :retour, :lieu, :apporter, :prix
                          from liaison.version v where v.mot_id = :mot
                        on conflict (mot_id, numero) do update
                           set jour = excluded.jour, depart = excluded.depart, retour = excluded.retour,
                               lieu = excluded.lieu, apporter = excluded.apporter, prix = excluded.prix
                        """)
                .param("mot", mot)
                .param("ecole", ecole)
                .param("jour", sortie.jour())
                .param("depart", sortie.depart())
                .param("retour", sortie.retour())
                .param("lieu", sortie.lieu())
                .param("apporter", sortie.apporter())
                .param("prix", sortie.prix())
                .update();
    }

    /// As this version of the mot says it.
    Lecture<Optional<Sortie>> lecture(Mot mot) {
        return upTo(mot).map(told -> Optional.ofNullable(told.lastEntry()).map(Map.Entry::getValue));
    }

    /// As each version said it, up to this one.
    Lecture<NavigableMap<Integer, Sortie>> upTo(Mot mot) {
        return Lecture.of(
                        """
                        select numero, jour, depart, retour, lieu, apporter, prix from liaison.sortie
                         where mot_id = :mot and numero <= :numero
                        """,
                        Map.of("mot", mot.id(), "numero", mot.numero()),
                        (rs, _) -> Map.entry(rs.getInt("numero"), sortie(rs)))
                .map(rows -> {
                    NavigableMap<Integer, Sortie> told = new TreeMap<>();
                    rows.forEach(row -> told.put(row.getKey(), row.getValue()));
                    return told;
                });
    }

    private static Sortie sortie(ResultSet rs) throws SQLException {
        return new Sortie(
                Objects.requireNonNull(rs.getObject("jour", LocalDate.class)),
                Objects.requireNonNull(rs.getObject("depart", LocalTime.class)),
                Objects.requireNonNull(rs.getObject("retour", LocalTime.class)),
                Objects.requireNonNull(rs.getString("lieu")),
                Objects.requireNonNull(rs.getString("apporter")),
                Objects.requireNonNull(rs.getString("prix")));
    }

    /// What this guardian wrote, for any of their children; the last one.
    Lecture<Precaution> precautions(UUID mot, Utilisateur responsable) {
        return Lecture.of(
                        """
                        select eleve_id, personne_id, allergies, telephone from liaison.precaution
                         where mot_id = :mot and personne_id = any(:personnes) order by ecrit_le desc limit 1
                        """,
                        Map.of("mot", mot, "personnes", responsable.personnes().toArray(UUID[]::new)),
                        Sorties::precaution)
                .map(found -> found.isEmpty() ? Precaution.NONE : found.getFirst());
    }

    Lecture<List<Precaution>> precautions(UUID mot) {
        return Lecture.of(
                "select eleve_id, personne_id, allergies, telephone from liaison.precaution where mot_id = :mot",
                Map.of("mot", mot),
                Sorties::precaution);
    }

    private static Precaution precaution(ResultSet rs, int row) throws SQLException {
        return new Precaution(
                Colonnes.uuid(rs, "eleve_id"),
                Colonnes.uuid(rs, "personne_id"),
                rs.getString("allergies"),
                rs.getString("telephone"));
    }

    void write(Repondu repondu, String allergies, String telephone, Instant now) {
        if (allergies.isEmpty() && telephone.isEmpty()) {
            jdbc.sql("""
                            delete from liaison.precaution
                             where mot_id = :mot and eleve_id = :eleve and personne_id = :personne
                            """)
                    .param("mot", repondu.mot())
                    .param("eleve", repondu.eleve())
                    .param("personne", repondu.personne())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into liaison.precaution
                               (ecole_id, mot_id, eleve_id, personne_id, allergies, telephone, ecrit_le)
                        values (:ecole, :mot, :eleve, :personne, :allergies, :telephone, :now)
                        on conflict (mot_id, eleve_id, personne_id) do update
                           set allergies = excluded.allergies, telephone = excluded.telephone,
                               ecrit_le = excluded.ecrit_le
                        """)
                .param("ecole", repondu.ecole())
                .param("mot", repondu.mot())
                .param("eleve", repondu.eleve())
                .param("personne", repondu.personne())
                .param("allergies", allergies)
                .param("telephone", telephone)
                .param("now", CahierDeLiaison.utc(now))
                .update();
    }

    void forget(UUID mot) {
        jdbc.sql("delete from liaison.precaution where mot_id = :mot")
                .param("mot", mot)
                .update();
    }

    /// What a family wrote for the day of an outing.
    record Precaution(UUID eleve, UUID personne, String allergies, String telephone) {

        private static final UUID NOBODY = new UUID(0, 0);
        static final Precaution NONE = typed("", "");

        /// As it is being written.
        static Precaution typed(String allergies, String telephone) {
            return new Precaution(NOBODY, NOBODY, allergies, telephone);
        }
    }
}
