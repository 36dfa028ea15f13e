package fr.entecole.comptes.delegations;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.interims.Interims;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Perissable;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives and ends what a head entrusts. Whether one may is judged by the caller.
@Component
@Transactional
public class Delegations implements Perissable {

    static final Duration GARDE = Duration.ofDays(90);

    private static final String RETURNING = " returning id, ecole_id, genre, personne_id";

    private final JdbcClient jdbc;
    private final Interims interims;
    private final ApplicationEventPublisher evenements;
    private final Journal journal;
    private final Clock clock;

    Delegations(
            JdbcClient jdbc, Interims interims, ApplicationEventPublisher evenements, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.interims = interims;
        this.evenements = evenements;
        this.journal = journal;
        this.clock = clock;
    }

    /// One that begins today counts at once.
    ///
    /// @return false where this person has one of this kind already
    boolean give(UUID ecole, Genre genre, UUID personne, LocalDate du, LocalDate au, Utilisateur par) {
        var id = Uuids.v7();
        int written = jdbc.sql("""
                        insert into comptes.delegation (id, ecole_id, genre, personne_id, du, au, donnee_le, donnee_par)
                        values (:id, :ecole, :genre, :personne, :du, :au, :maintenant, :par)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("ecole", ecole)
                .param("genre", genre.name())
                .param("personne", personne)
                .param("du", du)
                .param("au", au)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par.personneId())
                .update();
        if (written > 0) {
            record(ActeComptes.DELEGATION_DONNEE, new Une(id, ecole, genre, personne), par.compteId());
            evenements.publishEvent(new Comptes.Delegue(
                    id, ecole, personne, genre.famille() ? Nature.RESPONSABLE : Nature.PERSONNEL, genre.mot()));
            begin();
        }
        return written > 0;
    }

    /// @return whether this school had such a one that was not over
    boolean end(UUID ecole, UUID id, Utilisateur par) {
        var found = jdbc.sql("""
                        update comptes.delegation set finie_le = :maintenant, finie_par = :par
                         where id = :id and ecole_id = :ecole and finie_le is null
                        """ + RETURNING)
                .param("id", id)
                .param("ecole", ecole)
                .param("par", par.personneId())
                .param("maintenant", OffsetDateTime.now(clock))
                .query(Delegations::une)
                .optional();
        found.ifPresent(one -> close(one, par.compteId()));
        return found.isPresent();
    }

    /// The schools at whose desk this person stands today.
    @Transactional(readOnly = true)
    public List<UUID> guichets(UUID personne) {
        return jdbc.sql("select ecole_id from comptes.au_guichet(:jour) where personne_id = :personne")
                .param("jour", LocalDate.now(clock))
                .param("personne", personne)
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
    }

    /// In whose place: the head of that school, none where it has none, or where this person is not at its desk.
    @Transactional(readOnly = true)
    public Optional<UUID> inPlaceOf(UUID ecole, UUID personne) {
        return jdbc.sql("""
                        select d.personnel_id from annuaire.dirige d
                         where d.ecole_id = :ecole
                           and exists (select 1 from comptes.au_guichet(:jour) g
                                        where g.ecole_id = d.ecole_id and g.personne_id = :personne)
                         order by d.personnel_id limit 1
                        """)
                .param("ecole", ecole)
                .param("personne", personne)
                .param("jour", LocalDate.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "personnel_id"))
                .optional();
    }

    int begin() {
        var begun = jdbc.sql("""
                        update comptes.delegation set ouverte_le = :maintenant
                         where genre = 'INTERIM' and ouverte_le is null and finie_le is null
                           and du <= :jour and au >= :jour
                        """ + RETURNING)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("jour", LocalDate.now(clock))
                .query(Delegations::une)
                .list();
        begun.forEach(one -> interims.open(one.ecole, one.personne));
        return begun.size();
    }

    int finish() {
        var over = jdbc.sql("""
                        update comptes.delegation set finie_le = :maintenant where finie_le is null and au < :jour
                        """ + RETURNING)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("jour", LocalDate.now(clock))
                .query(Delegations::une)
                .list();
        over.forEach(one -> close(one, null));
        return over.size();
    }

    private void close(Une one, @Nullable UUID par) {
        if (one.genre == Genre.INTERIM) {
            interims.close(one.ecole, one.personne);
        }
        record(ActeComptes.DELEGATION_FINIE, one, par);
    }

    private void record(ActeComptes acte, Une one, @Nullable UUID par) {
        journal.record(Fait.of(acte, one.personne).by(par).inEcole(one.ecole).with(Map.of("raison", one.genre.path())));
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.delegation where finie_le < :avant")
                .param("avant", OffsetDateTime.now(clock).minus(GARDE))
                .update();
    }

    private static Une une(ResultSet rs, int row) throws SQLException {
        return new Une(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Genre.valueOf(rs.getString("genre")),
                Colonnes.uuid(rs, "personne_id"));
    }

    private record Une(UUID id, UUID ecole, Genre genre, UUID personne) {}
}
