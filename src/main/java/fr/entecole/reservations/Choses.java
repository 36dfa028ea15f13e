package fr.entecole.reservations;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.reservations.Chose.Pour;
import fr.entecole.reservations.Chose.Sorte;
import fr.entecole.reservations.ReservationsPerdues.Perdue;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What schools have to lend, kept by their heads.
@Component
class Choses {

    private static final String CHOSES = """
            select id, ecole_id, sorte, nom, nombre, pour, ouvre, ferme from reservations.chose
             where retire_le is null and ecole_id = any(:ecoles)
            """;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ReservationsPerdues perdues;
    private final Clock clock;

    Choses(JdbcClient jdbc, Journal journal, ReservationsPerdues perdues, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.perdues = perdues;
        this.clock = clock;
    }

    List<Chose> of(Utilisateur utilisateur) {
        return jdbc.sql(CHOSES + " order by ecole_id, nom collate \"fr-x-icu\", id")
                .param("ecoles", ReservationAccess.of(utilisateur).ecoles())
                .query(Choses::chose)
                .list();
    }

    Optional<Chose> one(Utilisateur utilisateur, UUID id) {
        return jdbc.sql(CHOSES + " and id = :id")
                .param("ecoles", ReservationAccess.of(utilisateur).ecoles())
                .param("id", id)
                .query(Choses::chose)
                .optional();
    }

    private static Chose chose(ResultSet rs, int row) throws SQLException {
        return new Chose(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Sorte.valueOf(rs.getString("sorte")),
                rs.getString("nom"),
                rs.getInt("nombre"),
                Pour.valueOf(rs.getString("pour")),
                Objects.requireNonNull(rs.getObject("ouvre", LocalTime.class)),
                Objects.requireNonNull(rs.getObject("ferme", LocalTime.class)));
    }

    /// @param dite its id is given by the database
    /// @return empty when the school has one of that name already
    @Transactional
    public Optional<UUID> add(Chose dite, UUID compte) {
        var added = jdbc.sql("""
                        insert into reservations.chose (ecole_id, sorte, nom, nombre, pour, ouvre, ferme, cree_le)
                        values (:ecole, :sorte, :nom, :nombre, :pour, :ouvre, :ferme, :now)
                        on conflict (ecole_id, lower(nom)) where retire_le is null do nothing
                        returning id
                        """)
                .param("ecole", dite.ecoleId())
                .param("sorte", dite.sorte().name())
                .param("nom", dite.nom())
                .param("nombre", dite.nombre())
                .param("pour", dite.pour().name())
                .param("ouvre", dite.ouvre())
                .param("ferme", dite.ferme())
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
        added.ifPresent(id -> journal.record(
                Fait.of(ActeReservations.CHOSE_AJOUTEE, id).by(compte).inEcole(dite.ecoleId())));
        return added;
    }

    /// Is called or lent otherwise from now on. What is reserved stays, whatever the hours are now.
    ///
    /// @param dite its school and id count for nothing
    @Transactional
    public Suite change(Chose chose, Chose dite, UUID compte) {
        jdbc.sql("select id from reservations.chose where id = :id for update")
                .param("id", chose.id())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        if (jdbc.sql("""
                        select exists (select 1 from reservations.chose
                                        where ecole_id = :ecole and lower(nom) = lower(:nom) and retire_le is null
                                          and id <> :id)
                        """)
                .param("ecole", chose.ecoleId())
                .param("nom", dite.nom())
                .param("id", chose.id())
                .query(Boolean.class)
                .single()) {
            return Suite.NOM_PRIS;
        }
        if (jdbc.sql("""
                        select exists (select 1 from reservations.reservation
                                        where chose_id = :id and annulee_le is null and upper(moment) > :ici
                                          and exemplaire > :nombre)
                        """)
                .param("id", chose.id())
                .param("ici", Reservations.here(clock))
                .param("nombre", dite.nombre())
                .query(Boolean.class)
                .single()) {
            return Suite.OCCUPEE;
        }
        jdbc.sql("""
                        update reservations.chose
                           set sorte = :sorte, nom = :nom, nombre = :nombre, pour = :pour, ouvre = :ouvre, ferme = :ferme
                         where id = :id and retire_le is null
                        """)
                .param("sorte", dite.sorte().name())
                .param("nom", dite.nom())
                .param("nombre", dite.nombre())
                .param("pour", dite.pour().name())
                .param("ouvre", dite.ouvre())
                .param("ferme", dite.ferme())
                .param("id", chose.id())
                .update();
        journal.record(
                Fait.of(ActeReservations.CHOSE_CHANGEE, chose.id()).by(compte).inEcole(chose.ecoleId()));
        return Suite.CHANGEE;
    }

    /// What became of a change.
    enum Suite {
        CHANGEE,
        /// the school has another one of that name
        NOM_PRIS,
        /// one that would be no more is reserved
        OCCUPEE
    }

    /// Is lent no more; what was reserved and is to come is given back with it, and who had it is told.
    @Transactional
    public void withdraw(Chose chose, Utilisateur par) {
        var now = OffsetDateTime.now(clock);
        int gone = jdbc.sql("update reservations.chose set retire_le = :now where id = :id and retire_le is null")
                .param("now", now)
                .param("id", chose.id())
                .update();
        if (gone > 0) {
            var given = jdbc.sql("""
                            update reservations.reservation set annulee_le = :now
                             where chose_id = :id and annulee_le is null and upper(moment) > :ici
                            returning id, personne_id, lower(moment) as de, upper(moment) as a
                            """)
                    .param("now", now)
                    .param("id", chose.id())
                    .param("ici", Reservations.here(clock))
                    .query(Perdue::of)
                    .list();
            journal.record(Fait.of(ActeReservations.CHOSE_RETIREE, chose.id())
                    .by(par.compteId())
                    .inEcole(chose.ecoleId()));
            perdues.withdrawn(chose, given, par);
        }
    }
}
