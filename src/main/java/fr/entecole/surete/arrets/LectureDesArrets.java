package fr.entecole.surete.arrets;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads stopped accounts, and where somebody is whose account is to be stopped.
@Component
public class LectureDesArrets {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    LectureDesArrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Arret> one(UUID id) {
        return jdbc.sql("select * from surete.arret where id = :id")
                .param("id", id)
                .query(LectureDesArrets::arret)
                .optional();
    }

    /// The one that stands for this account, else the last one.
    Optional<Arret> last(UUID compte) {
        return jdbc.sql("""
                        select * from surete.arret where compte_id = :compte
                         order by fini_le is null desc, arrete_le desc limit 1
                        """)
                .param("compte", compte)
                .query(LectureDesArrets::arret)
                .optional();
    }

    /// Those that stand first, then the last ones.
    public List<Ligne> of(Utilisateur utilisateur) {
        return jdbc
                .sql("""
                        select * from surete.arret where :region or ecole_id = any(:ecoles)
                         order by fini_le is not null, arrete_le desc limit :most
                        """)
                .param("region", utilisateur.is(Profil.ADMINISTRATEUR))
                .param("ecoles", Perimetre.of(utilisateur).ecolesDirected().toArray(UUID[]::new))
                .param("most", MOST)
                .query(LectureDesArrets::arret)
                .list()
                .stream()
                .filter(ArretAccess.of(utilisateur)::decides)
                .map(arret -> new Ligne(
                        arret.id(), arret.personne(), arret.arreteLe(), arret.ouvert(), arret.retireLe() != null))
                .toList();
    }

    List<Etape> etapes(UUID arret) {
        return jdbc.sql("select palier, des_le from surete.palier where arret_id = :id order by des_le, id")
                .param("id", arret)
                .query((rs, _) -> new Etape(
                        Palier.valueOf(rs.getString("palier")), Objects.requireNonNull(instant(rs, "des_le"))))
                .list();
    }

    /// Schools where someone is pupil, guardian or staff.
    List<UUID> ecoles(UUID personne) {
        return jdbc.sql("""
                        select ecole_id from annuaire.foyer where personne_id = :personne
                        union
                        select ecole_id from annuaire.equipe where personne_id = :personne
                        """)
                .param("personne", personne)
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
    }

    /// Of those, where someone directs: whoever decides about them stands above the school.
    boolean directs(UUID personne) {
        return jdbc.sql("select exists (select 1 from annuaire.dirige where personnel_id = :personne)")
                .param("personne", personne)
                .query(Boolean.class)
                .single();
    }

    /// When the account has first come in by a device that it did not know, the last time within a month.
    Optional<Instant> newDevice(UUID compte, Instant since) {
        return jdbc.sql("""
                        select vu_le from surete.appareil
                         where compte_id = :compte and not premier and vu_le > :depuis order by vu_le desc limit 1
                        """)
                .param("compte", compte)
                .param("depuis", since.atOffset(java.time.ZoneOffset.UTC))
                .query((rs, _) -> Objects.requireNonNull(instant(rs, "vu_le")))
                .optional();
    }

    /// Some of those who had read something of it.
    List<UUID> lecteurs(UUID arret, int most) {
        return jdbc.sql("select personne_id from surete.lecteur where arret_id = :id order by personne_id limit :most")
                .param("id", arret)
                .param("most", most)
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
    }

    /// Whether this reader had read something that is taken back.
    boolean hadRead(UUID arret, Utilisateur lecteur) {
        return jdbc.sql("""
                        select exists (select 1 from surete.lecteur l join surete.arret a on a.id = l.arret_id
                                        where a.id = :id and a.retrait_le is not null
                                          and l.personne_id = any(:personnes))
                        """)
                .param("id", arret)
                .param("personnes", lecteur.personnes().toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    private static Arret arret(ResultSet rs, int row) throws SQLException {
        return new Arret(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "compte_id"),
                Colonnes.uuid(rs, "personne_id"),
                Objects.requireNonNull(instant(rs, "depuis")),
                Arret.Par.valueOf(rs.getString("par")),
                rs.getString("motif"),
                Objects.requireNonNull(instant(rs, "arrete_le")),
                instant(rs, "renouvele_le"),
                instant(rs, "retrait_le"),
                instant(rs, "retire_le"),
                instant(rs, "fini_le"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /// @param arrete its sending is still stopped
    public record Ligne(UUID id, UUID personne, Instant arreteLe, boolean arrete, boolean retire) {}
}
