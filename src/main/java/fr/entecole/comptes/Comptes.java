package fr.entecole.comptes;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.LotApplique;
import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.PersonneSaisie;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Uuids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The accounts: one a person of the directory, born with its login and kept with it through name changes,
/// suspensions and returns.
@Component
public class Comptes {

    private static final String COLUMNS = "select id, personne_id, nature, login, langue, confort from comptes.compte ";

    /// The accounts behind the one of a session `s`, to be read with it: [#behind(Array)].
    public static final String BEHIND = """
            array(select concat_ws(' ', c.id, c.personne_id, c.nature, c.login, coalesce(c.langue, '-'),
                                   coalesce(c.confort, '-')) from comptes.compte c
                   where c.id = s.compte_id or c.rejoint_id = s.compte_id order by c.rejoint_le nulls first, c.id)""";

    private final JdbcClient jdbc;
    private final NaissanceDesComptes naissance;
    private final ApplicationEventPublisher evenements;
    private final Cache<UUID, List<Compte>> derriere;
    private final Fraicheur fraicheur;
    private final Journal journal;
    private final Clock clock;

    Comptes(
            JdbcClient jdbc,
            NaissanceDesComptes naissance,
            ApplicationEventPublisher evenements,
            Cache<UUID, List<Compte>> derriere,
            Fraicheur fraicheur,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.naissance = naissance;
        this.evenements = evenements;
        this.derriere = derriere;
        this.fraicheur = fraicheur;
        this.journal = journal;
        this.clock = clock;
    }

    /// Call it in the transaction that entered people, or after.
    ///
    /// @return how many accounts were born
    public int createMissing() {
        return naissance.createMissing();
    }

    @EventListener
    void on(LotApplique lot) {
        if (lot.personnes() == null) {
            naissance.createMissing();
        } else {
            naissance.create(lot.personnes());
        }
    }

    @EventListener
    void on(PersonneSaisie saisie) {
        naissance.create(List.of(saisie.personneId()));
    }

    /// The account by which this person comes in: their own, or the one it has joined.
    public Optional<UUID> ofPersonne(UUID personneId) {
        return jdbc.sql("select coalesce(rejoint_id, id) as id from comptes.compte where personne_id = :personne")
                .param("personne", personneId)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .optional();
    }

    /// Everyone has come, but these people and those of these classes: a demonstration begins in the middle of a year.
    public void come(Instant at, Collection<UUID> butPersonnes, Collection<UUID> butClasses) {
        jdbc.sql("""
                        update comptes.compte c set active_le = :at, created_at = least(created_at, :at)
                         where c.active_le is null and c.rejoint_id is null and c.personne_id <> all(:personnes)
                           and not exists (select 1 from annuaire.famille(:jour) f
                                            where f.personne_id = c.personne_id and f.classe_id = any(:classes))
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("jour", LocalDate.ofInstant(at, ZoneId.of("Europe/Paris")))
                .param("personnes", butPersonnes.toArray(UUID[]::new))
                .param("classes", butClasses.toArray(UUID[]::new))
                .update();
    }

    /// Makes one account of two: the other's login stays good, with the password of the first; its own is forgotten and
    /// its stays end. Who may ask for it is judged by the caller.
    ///
    /// @param ecoles of both, whose heads may read of it
    /// @return false when one of them is part of another joining already, or is a pupil's
    @Transactional
    public boolean join(UUID compte, UUID autre, Collection<UUID> ecoles) {
        // In the order of their ids: two joinings at once never wait for each other.
        jdbc.sql("select id from comptes.compte where id in (:compte, :autre) order by id for update")
                .param("compte", compte)
                .param("autre", autre)
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list();
        int joined = jdbc.sql("""
                        update comptes.compte c set rejoint_id = a.id, rejoint_le = :now, mot_de_passe = null, force = null
                          from comptes.compte a
                         where a.id = :compte and c.id = :autre and a.id <> c.id
                           and a.rejoint_id is null and c.rejoint_id is null
                           and a.nature <> 'ELEVE' and c.nature <> 'ELEVE'
                           and not exists (select 1 from comptes.compte r where r.rejoint_id = c.id)
                        """)
                .param("compte", compte)
                .param("autre", autre)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (joined == 0) {
            return false;
        }
        jdbc.sql("delete from comptes.entree_demonstration where compte_id = :autre")
                .param("autre", autre)
                .update();
        evenements.publishEvent(new ComptesDeconnectes(List.of(autre)));
        evenements.publishEvent(new ComptesReunis(compte, autre));
        derriere.invalidateAll(List.of(compte, autre));
        journal.record(Fait.of(ActeComptes.COMPTE_REJOINT, autre).by(compte).inEcoles(ecoles));
        return true;
    }

    /// Undoes a joining: the other account comes in by its own login again, once a code has given it a password. Who
    /// may ask for it is judged by the caller.
    ///
    /// @param par account of who does it
    /// @param ecoles of both, whose heads may read of it
    /// @return false when it has not joined this account, or not any more
    @Transactional
    public boolean part(UUID compte, Compte autre, UUID par, Collection<UUID> ecoles) {
        int parted =
                jdbc.sql("""
                        update comptes.compte set rejoint_id = null, rejoint_le = null, active_le = null
                         where id = :autre and rejoint_id = :compte
                        """).param("autre", autre.id()).param("compte", compte).update();
        if (parted == 0) {
            return false;
        }
        evenements.publishEvent(new Separes(compte, autre.id(), autre.personneId()));
        derriere.invalidateAll(List.of(compte, autre.id()));
        journal.record(Fait.of(ActeComptes.COMPTE_SEPARE, autre.id()).by(par).inEcoles(ecoles));
        return true;
    }

    /// In the transaction in which its holder has chosen another password, or another code has become it.
    public void renew(UUID compte) {
        evenements.publishEvent(new AccesRenouvele(compte));
    }

    /// Its holder hears that what lets one into it has changed; a pupil, who has no way of their own, does not.
    public void tell(UUID compte, ProtectionChangee.Quoi quoi) {
        known(compte).stream()
                .findFirst()
                .filter(one -> one.nature() != Nature.ELEVE)
                .ifPresent(one -> evenements.publishEvent(
                        new ProtectionChangee(Uuids.v7(), one.personneId(), one.nature(), quoi)));
    }

    /// Nobody comes in any more with the password that the account had; a code does.
    @Transactional
    public void lock(UUID compte) {
        jdbc.sql("update comptes.compte set mot_de_passe = null, force = null where id = :id")
                .param("id", compte)
                .update();
        evenements.publishEvent(new ComptesDeconnectes(List.of(compte)));
    }

    /// The account itself and those that have joined it, itself first.
    public List<Compte> behind(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id or rejoint_id = :id order by rejoint_le nulls first, id")
                .param("id", id)
                .query(Comptes::compte)
                .list();
    }

    /// The same, asked anew, and known from then on.
    List<Compte> behindAnew(UUID id) {
        long before = fraicheur.now(derriere);
        var all = behind(id);
        fraicheur.keep(derriere, id, all, before);
        return all;
    }

    /// The same, as this node knows it: the read of a session tells it.
    public List<Compte> known(UUID id) {
        return Objects.requireNonNull(fraicheur.read(derriere, id, this::behind));
    }

    public static List<Compte> behind(Array told) throws SQLException {
        return Stream.of((String[]) told.getArray())
                .map(row -> row.split(" ", 6))
                .map(row -> new Compte(
                        UUID.fromString(row[0]),
                        UUID.fromString(row[1]),
                        Nature.valueOf(row[2]),
                        row[3],
                        said(row[4]),
                        said(row[5])))
                .toList();
    }

    public Optional<Compte> byId(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Comptes::compte)
                .optional();
    }

    public String login(UUID id) {
        return byId(id).orElseThrow().login();
    }

    /// Who had joined a forgotten account keeps its password and second proofs, on the first of those that are left.
    void promote(Collection<UUID> forgotten) {
        jdbc.sql("""
                        with premier as (
                            select distinct on (c.rejoint_id) c.id, c.rejoint_id from comptes.compte c
                             where c.rejoint_id in (:comptes) and c.id not in (:comptes)
                             order by c.rejoint_id, c.rejoint_le, c.id),
                        autres as (
                            update comptes.compte c set rejoint_id = p.id from premier p
                             where c.rejoint_id = p.rejoint_id and c.id <> p.id),
                        facteurs as (
                            update comptes.facteur f set compte_id = p.id from premier p where f.compte_id = p.rejoint_id),
                        secours as (
                            update comptes.code_secours s set compte_id = p.id from premier p
                             where s.compte_id = p.rejoint_id)
                        update comptes.compte c
                           set rejoint_id = null, rejoint_le = null, mot_de_passe = a.mot_de_passe, force = a.force,
                               active_le = a.active_le, langue = coalesce(c.langue, a.langue),
                               confort = coalesce(c.confort, a.confort)
                          from premier p join comptes.compte a on a.id = p.rejoint_id
                         where c.id = p.id
                        """).param("comptes", forgotten).update();
    }

    private static Compte compte(ResultSet rs, int row) throws SQLException {
        return new Compte(
                rs.getObject("id", UUID.class),
                rs.getObject("personne_id", UUID.class),
                Nature.valueOf(rs.getString("nature")),
                rs.getString("login"),
                rs.getString("langue"),
                rs.getString("confort"));
    }

    private static @Nullable String said(String word) {
        return word.equals("-") ? null : word;
    }

    /// @param langue in which its holder reads, null: as the device does
    /// @param confort as [fr.entecole.socle.Preferences] writes it, null: as the device does
    public record Compte(
            UUID id,
            UUID personneId,
            Nature nature,
            String login,
            @Nullable String langue,
            @Nullable String confort) {}

    /// An account has left the one that it had joined: told in the transaction that decides it.
    ///
    /// @param personne whose account the other is, in the directory
    public record Separes(UUID compte, UUID autre, UUID personne) {}

    /// A school has entrusted something to somebody: told in the transaction that decides it.
    ///
    /// @param personne in the directory
    /// @param quoi in words
    public record Delegue(UUID id, UUID ecole, UUID personne, Nature nature, String quoi) {}

    /// The holder of an account has chosen another password, with the old one or with a code: told in that transaction.
    public record AccesRenouvele(UUID compte) {}
}
