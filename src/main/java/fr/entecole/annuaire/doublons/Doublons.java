package fr.entecole.annuaire.doublons;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.RestrictionDecidee;
import fr.entecole.annuaire.declarations.ActeAnnuaire;
import fr.entecole.annuaire.doublons.LectureDesDoublons.Cote;
import fr.entecole.annuaire.doublons.LectureDesDoublons.Paire;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes one of two sheets, tells them apart, and takes it back. Nothing is rewritten: the sheet that is given up is
/// suspended, and the kept one is given what it lacks, each by rows that end.
@Component
@Transactional
class Doublons {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Doublons(JdbcClient jdbc, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// @return false when it was decided meanwhile
    boolean join(UUID ecole, Paire paire, Cote kept, Utilisateur par) {
        var other = paire.other(kept);
        if (!lock(ecole, kept.id(), other.id())) {
            return false;
        }
        var now = OffsetDateTime.now(clock);
        var id = insert(ecole, paire.nature(), kept, other, true, par, now);
        switch (paire.nature()) {
            case RESPONSABLE -> {
                moveLinks(id, "responsable_id", "eleve_id", kept.id(), other.id(), true, now);
                followRestrictions(id, "responsable_id", "eleve_id", kept.id(), other.id());
            }
            case ELEVE -> {
                moveLinks(
                        id,
                        "eleve_id",
                        "responsable_id",
                        kept.id(),
                        other.id(),
                        !kept.source().equals("AAF"),
                        now);
                followRestrictions(id, "eleve_id", "responsable_id", kept.id(), other.id());
            }
            case PERSONNEL -> moveClasses(id, kept.id(), other.id(), par);
            case AGENT -> throw new IllegalArgumentException("agents are of no school");
        }
        suspend(paire.nature(), other.id(), now);
        record(ActeAnnuaire.FICHES_REUNIES, kept.id(), ecole, par);
        return true;
    }

    /// They are two people: they are not proposed again.
    boolean part(UUID ecole, Paire paire, Utilisateur par) {
        if (!lock(ecole, paire.un().id(), paire.autre().id())) {
            return false;
        }
        insert(ecole, paire.nature(), paire.un(), paire.autre(), false, par, OffsetDateTime.now(clock));
        return true;
    }

    /// One decision about two sheets at a time.
    private boolean lock(UUID ecole, UUID un, UUID autre) {
        jdbc.sql("select id from annuaire.structure where id = :ecole for no key update")
                .param("ecole", ecole)
                .query(UUID.class)
                .single();
        return jdbc.sql("""
                        select not exists (select 1 from annuaire.reunion
                                            where annulee_le is null
                                              and (garde_id in (:un, :autre) and autre_id in (:un, :autre)))
                        """)
                .param("un", un)
                .param("autre", autre)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    private UUID insert(
            UUID ecole, Nature nature, Cote kept, Cote other, boolean same, Utilisateur par, OffsetDateTime now) {
        var id = Uuids.v7();
        jdbc.sql("""
                        insert into annuaire.reunion (id, ecole_id, nature, garde_id, autre_id, memes, present,
                                                      decidee_le, decidee_par)
                        values (:id, :ecole, :nature, :garde, :autre, :memes, :present, :maintenant, :par)
                        """)
                .param("id", id)
                .param("ecole", ecole)
                .param("nature", nature.name())
                .param("garde", kept.id())
                .param("autre", other.id())
                .param("memes", same)
                .param("present", !other.suspendu())
                .param("maintenant", now)
                .param("par", par.personneId())
                .update();
        return id;
    }

    /// @param mine,theirs columns of the link: the sheet's, and whom it is linked to
    /// @param fed also those that a feed says; else the feed of the kept sheet says who answers for the child
    private void moveLinks(
            UUID reunion, String mine, String theirs, UUID kept, UUID other, boolean fed, OffsetDateTime now) {
        var parameters = Map.of(
                "reunion",
                reunion,
                "garde",
                kept,
                "autre",
                other,
                "nourris",
                fed,
                "jour",
                LocalDate.now(clock),
                "maintenant",
                now);
        jdbc.sql("""
                        insert into annuaire.reunion_suite (reunion_id, quoi, cible_id, ajoute)
                        select :reunion, 'LIEN', l.%2$s,
                               not exists (select 1 from annuaire.lien k
                                            where k.%1$s = :garde and k.%2$s = l.%2$s and k.retire_le is null)
                          from annuaire.lien l
                         where l.%1$s = :autre and l.retire_le is null and (:nourris or l.source <> 'AAF')
                        """.formatted(mine, theirs)).params(parameters).update();
        jdbc.sql("""
                        insert into annuaire.lien (%1$s, %2$s, code, depuis, source, motif, jusque)
                        select :garde, l.%2$s, l.code, :jour, 'MANUEL', l.motif, l.jusque
                          from annuaire.lien l
                          join annuaire.reunion_suite s
                            on s.reunion_id = :reunion and s.quoi = 'LIEN' and s.cible_id = l.%2$s and s.ajoute
                         where l.%1$s = :autre and l.retire_le is null
                        on conflict (responsable_id, eleve_id, depuis)
                        do update set retire_le = null, fin_source = null, fin_motif = null, fin_decision = null,
                                      fin_auteur = null
                        """.formatted(mine, theirs)).params(parameters).update();
        jdbc.sql("""
                        update annuaire.lien l set retire_le = :maintenant from annuaire.reunion_suite s
                         where s.reunion_id = :reunion and s.quoi = 'LIEN' and s.cible_id = l.%2$s
                           and l.%1$s = :autre and l.retire_le is null
                        """.formatted(mine, theirs)).params(parameters).update();
    }

    /// Whoever was kept out is kept out under the sheet that is kept; of a child, all who were.
    private void followRestrictions(UUID reunion, String mine, String theirs, UUID kept, UUID other) {
        tell(jdbc.sql("""
                        with copiee as (
                            insert into annuaire.restriction (%1$s, %2$s, depuis, jusque, preuve, auteur_personnel_id,
                                                              posee_le)
                            select :garde, p.%2$s, x.depuis, x.jusque, x.preuve, x.auteur_personnel_id, x.posee_le
                              from annuaire.protege(:jour) p
                              join annuaire.restriction x on x.id = p.restriction_id
                             where p.%1$s = :autre
                               and not exists (select 1 from annuaire.protege(:jour) q
                                                where q.%1$s = :garde and q.%2$s = p.%2$s)
                            returning id, responsable_id),
                        suite as (
                            insert into annuaire.reunion_suite (reunion_id, quoi, cible_id, ajoute)
                            select :reunion, 'RESTRICTION', id, true from copiee)
                        select distinct responsable_id from copiee
                        """.formatted(mine, theirs))
                .param("garde", kept)
                .param("autre", other)
                .param("reunion", reunion)
                .param("jour", LocalDate.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "responsable_id"))
                .list());
    }

    private void tell(List<UUID> responsables) {
        responsables.forEach(responsable -> events.publishEvent(new RestrictionDecidee(responsable)));
    }

    private void moveClasses(UUID reunion, UUID kept, UUID other, Utilisateur par) {
        jdbc.sql("""
                        with ajoutee as (
                            insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
                            select :garde, n.classe_id, :jour, :par from annuaire.enseignement n
                             where n.personnel_id = :autre and n.fini_le is null
                            on conflict do nothing returning classe_id)
                        insert into annuaire.reunion_suite (reunion_id, quoi, cible_id, ajoute)
                        select :reunion, 'CLASSE', classe_id, true from ajoutee
                        """)
                .param("garde", kept)
                .param("autre", other)
                .param("reunion", reunion)
                .param("jour", LocalDate.now(clock))
                .param("par", par.personneId().toString())
                .update();
    }

    private void suspend(Nature nature, UUID id, @Nullable OffsetDateTime when) {
        jdbc.sql(
                        "update annuaire.%s set suspendu_le = :quand where id = :id and (suspendu_le is null or :quand::timestamptz is null)"
                                .formatted(table(nature)))
                .param("quand", when)
                .param("id", id)
                .update();
    }

    private static String table(Nature nature) {
        return switch (nature) {
            case ELEVE -> "eleve";
            case RESPONSABLE -> "responsable";
            case PERSONNEL -> "personnel";
            case AGENT -> throw new IllegalArgumentException("agents are of no school");
        };
    }

    private record Decidee(Nature nature, UUID garde, UUID autre, boolean present) {}

    /// Gives back what was, within thirty days.
    ///
    /// @return false when it is too late, or taken back already
    boolean undo(UUID reunion, UUID ecole, Utilisateur par) {
        var found = jdbc.sql("""
                        update annuaire.reunion set annulee_le = :maintenant, annulee_par = :par
                         where id = :id and ecole_id = :ecole and memes and annulee_le is null and decidee_le > :depuis
                        returning nature, garde_id, autre_id, present
                        """)
                .param("id", reunion)
                .param("ecole", ecole)
                .param("par", par.personneId())
                .param("maintenant", OffsetDateTime.now(clock))
                .param("depuis", OffsetDateTime.now(clock).minusDays(LectureDesDoublons.JOURS))
                .query((rs, _) -> new Decidee(
                        Nature.valueOf(rs.getString("nature")),
                        Colonnes.uuid(rs, "garde_id"),
                        Colonnes.uuid(rs, "autre_id"),
                        rs.getBoolean("present")))
                .optional();
        found.ifPresent(decidee -> {
            if (decidee.nature() == Nature.PERSONNEL) {
                giveBackClasses(reunion, decidee);
            } else {
                boolean pupil = decidee.nature() == Nature.ELEVE;
                giveBackLinks(
                        reunion, decidee, pupil ? "eleve_id" : "responsable_id", pupil ? "responsable_id" : "eleve_id");
                liftRestrictions(reunion);
            }
            if (decidee.present()) {
                suspend(decidee.nature(), decidee.autre(), null);
            }
            record(ActeAnnuaire.REUNION_ANNULEE, decidee.garde(), ecole, par);
        });
        return found.isPresent();
    }

    private void giveBackLinks(UUID reunion, Decidee decidee, String mine, String theirs) {
        jdbc.sql("""
                        update annuaire.lien l set retire_le = :maintenant
                          from annuaire.reunion_suite s
                         where s.reunion_id = :reunion and s.quoi = 'LIEN' and s.ajoute and l.%1$s = :garde
                           and l.%2$s = s.cible_id and l.retire_le is null and l.source = 'MANUEL'
                        """.formatted(mine, theirs))
                .param("reunion", reunion)
                .param("garde", decidee.garde())
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("""
                        update annuaire.lien l set retire_le = null
                          from annuaire.reunion_suite s, annuaire.reunion u
                         where u.id = :reunion and s.reunion_id = u.id and s.quoi = 'LIEN' and l.%1$s = :autre
                           and l.%2$s = s.cible_id and l.retire_le = u.decidee_le
                        """.formatted(mine, theirs))
                .param("reunion", reunion)
                .param("autre", decidee.autre())
                .update();
    }

    private void liftRestrictions(UUID reunion) {
        tell(jdbc.sql("""
                        update annuaire.restriction x set levee_le = :maintenant, levee_motif = ''
                          from annuaire.reunion_suite s
                         where s.reunion_id = :reunion and s.quoi = 'RESTRICTION' and x.id = s.cible_id
                           and x.levee_le is null
                        returning x.responsable_id
                        """)
                .param("reunion", reunion)
                .param("maintenant", OffsetDateTime.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "responsable_id"))
                .list());
    }

    private void giveBackClasses(UUID reunion, Decidee decidee) {
        jdbc.sql("""
                        update annuaire.enseignement n set fini_le = greatest(n.depuis, :jour), fini_par = ''
                          from annuaire.reunion_suite s
                         where s.reunion_id = :reunion and s.quoi = 'CLASSE' and n.personnel_id = :garde
                           and n.classe_id = s.cible_id and n.fini_le is null
                        """)
                .param("reunion", reunion)
                .param("garde", decidee.garde())
                .param("jour", LocalDate.now(clock))
                .update();
    }

    private void record(ActeAnnuaire acte, UUID personne, UUID ecole, Utilisateur par) {
        journal.record(Fait.of(acte, personne).by(par.compteId()).inEcole(ecole));
    }
}
