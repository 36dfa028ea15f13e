package fr.entecole.signalement;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.signalement.Dossier.Decision;
import fr.entecole.signalement.Dossier.Echelon;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Question;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads reports: for those who decide, those of their school or their circonscription; for who has reported, theirs.
@Component
class LectureDesDossiers {

    private static final int MOST = 50;

    private static final String DOSSIER = """
            select d.*, x.sens, x.motif, x.decidee_le,
                   (select count(*) from signalement.signalement s where s.dossier_id = d.id) as personnes
              from signalement.dossier d
              left join lateral (select x.sens, x.motif, x.decidee_le from signalement.decision x
                                  where x.dossier_id = d.id order by x.id desc limit 1) x on true
            """;

    /// Which of them somebody may decide about; [DossierAccess] says it again of each.
    private static final String A_DECIDER = """
            (d.echelon = 'ECOLE' and (d.ecole_id = any(:dirigees) or d.classes && :classes::uuid[])
             or d.echelon = 'AU_DESSUS' and (:region or d.circonscription_id = any(:circonscription::uuid[])))
            and (d.auteur_id is null or d.auteur_id <> all(:personnes))
            """;

    private static final String ATTENDENT =
            "select count(*) as combien, (array_agg(d.id order by d.ouvert_le))[1] as id from signalement.dossier d where d.clos_le is null and "
                    + A_DECIDER + " having count(*) > 0";

    private final JdbcClient jdbc;

    LectureDesDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dossier> one(UUID id) {
        return jdbc.sql(DOSSIER + " where d.id = :id")
                .param("id", id)
                .query(LectureDesDossiers::dossier)
                .optional();
    }

    /// Those that wait first, then the last decided.
    List<Dossier> toDecide(Utilisateur utilisateur) {
        return jdbc
                .sql(DOSSIER + " where " + A_DECIDER
                        + " order by d.clos_le is not null, d.clos_le desc, d.due_le limit " + MOST)
                .params(of(utilisateur))
                .query(LectureDesDossiers::dossier)
                .list()
                .stream()
                .filter(DossierAccess.of(utilisateur)::decides)
                .toList();
    }

    /// How many await someone, on their home: what a node remembers.
    static Lecture<List<Attente>> waiting(Souvenirs souvenirs, Utilisateur utilisateur, LocalDate today) {
        return souvenirs.of(
                utilisateur,
                today,
                ATTENDENT,
                () -> new Question<>(
                        Question.mots("signalements", lieux(utilisateur)),
                        of(utilisateur),
                        (rs, _) -> new Attente(rs.getInt("combien"), Colonnes.uuid(rs, "id"))));
    }

    /// Whatever someone may decide about stands in one of these, in the words of the triggers.
    private static UUID[] lieux(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        return utilisateur.is(Profil.ADMINISTRATEUR)
                ? new UUID[] {Cle.PARTOUT}
                : Stream.of(
                                perimetre.ecolesDirected(),
                                perimetre.classesTaught(),
                                utilisateur.circonscription() == null
                                        ? Set.<UUID>of()
                                        : Set.of(utilisateur.circonscription()))
                        .flatMap(Collection::stream)
                        .toArray(UUID[]::new);
    }

    private static Map<String, Object> of(Utilisateur utilisateur) {
        var perimetre = Perimetre.of(utilisateur);
        var circonscription = utilisateur.circonscription();
        boolean school = utilisateur.is(Profil.DIRECTEUR, Profil.ENSEIGNANT);
        Map<String, Object> of = new HashMap<>();
        of.put("dirigees", school ? perimetre.ecolesDirected().toArray(UUID[]::new) : new UUID[0]);
        of.put("classes", school ? perimetre.classesTaught().toArray(UUID[]::new) : new UUID[0]);
        of.put("region", utilisateur.is(Profil.ADMINISTRATEUR));
        of.put(
                "circonscription",
                circonscription == null || !utilisateur.is(Profil.IEN) ? new UUID[0] : new UUID[] {circonscription});
        of.put("personnes", utilisateur.personnes().toArray(UUID[]::new));
        return of;
    }

    List<Dossier> reportedBy(Utilisateur utilisateur) {
        return jdbc.sql(DOSSIER + """
                         where d.id in (select s.dossier_id from signalement.signalement s
                                         where s.par_id = any(:personnes))
                         order by d.id desc limit 50
                        """)
                .param("personnes", utilisateur.personnes().toArray(UUID[]::new))
                .query(LectureDesDossiers::dossier)
                .list();
    }

    boolean reported(UUID dossier, Utilisateur utilisateur) {
        return jdbc.sql("""
                        select exists (select 1 from signalement.signalement
                                        where dossier_id = :id and par_id = any(:personnes))
                        """)
                .param("id", dossier)
                .param("personnes", utilisateur.personnes().toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /// For those who decide.
    List<Dit> said(UUID dossier) {
        return jdbc.sql("""
                        select par_id, categorie, mots, fait_le from signalement.signalement
                         where dossier_id = :id order by id
                        """)
                .param("id", dossier)
                .query((rs, _) -> new Dit(
                        rs.getObject("par_id", UUID.class),
                        Categorie.valueOf(rs.getString("categorie")),
                        rs.getString("mots"),
                        Objects.requireNonNull(instant(rs, "fait_le"))))
                .list();
    }

    private static Dossier dossier(ResultSet rs, int row) throws SQLException {
        var sens = rs.getString("sens");
        return new Dossier(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                rs.getString("genre"),
                Colonnes.uuid(rs, "chose"),
                rs.getString("titre"),
                rs.getString("adresse"),
                rs.getObject("auteur_id", UUID.class),
                rs.getString("auteur"),
                uuids(rs.getArray("classes")),
                Echelon.valueOf(rs.getString("echelon")),
                rs.getObject("circonscription_id", UUID.class),
                Objects.requireNonNull(instant(rs, "ouvert_le")),
                Objects.requireNonNull(instant(rs, "due_le")),
                rs.getObject("danger_le") != null,
                rs.getObject("rappele_le") != null,
                instant(rs, "masque_le"),
                sens == null
                        ? null
                        : new Decision(
                                Sens.valueOf(sens),
                                rs.getString("motif"),
                                Objects.requireNonNull(instant(rs, "decidee_le"))),
                rs.getInt("personnes"));
    }

    private static Set<UUID> uuids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    record Attente(int combien, UUID id) {}

    /// @param par null once forgotten
    record Dit(@Nullable UUID par, Categorie categorie, String mots, Instant faitLe) {}
}
