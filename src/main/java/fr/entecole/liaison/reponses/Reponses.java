package fr.entecole.liaison.reponses;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.ActeLiaison;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.Repondu;
import fr.entecole.liaison.Repondu.Sens;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes what guardians answer. Who answers for a child that day is asked of the directory in the
/// same transaction; one answer of a guardian waits for the one before it, so that two windows leave one in force.
@Component
public class Reponses {

    private final JdbcClient jdbc;
    private final Genres genres;
    private final Journal journal;
    private final Direct direct;

    Reponses(JdbcClient jdbc, Genres genres, Journal journal, Direct direct) {
        this.jdbc = jdbc;
        this.genres = genres;
        this.journal = journal;
        this.direct = direct;
    }

    /// What a guardian answers for these children, in one gesture. Saying the same again writes nothing.
    ///
    /// @param mot as they have read it: nothing is written where it says something else by now
    /// @param champs what the kind asked besides
    @Transactional
    public Suite answer(
            Mot mot,
            Utilisateur responsable,
            Collection<UUID> eleves,
            Sens sens,
            String precision,
            Champs champs,
            Instant now) {
        var refused = refuse(mot, now);
        if (refused.isPresent()) {
            return refused.get();
        }
        var links = links(responsable, eleves, now);
        links.forEach((eleve, personne) -> {
            var said = new Dit(sens, precision, null);
            write(mot, eleve, personne, responsable.personnes(), said, now);
            genres.of(mot.genre()).answered(new Repondu(mot.id(), mot.ecoleId(), eleve, personne, sens, null), champs);
        });
        tell(mot);
        return links.isEmpty() ? Suite.SANS_OBJET : Suite.ECRITE;
    }

    /// Whether what was read can still be answered. It is held until the end of the transaction: a correction that
    /// comes at this instant waits for the answer, one that was first is seen.
    ///
    /// @param lu the mot as it was read
    /// @return why nothing is written; empty where it still says so
    @Transactional
    public Optional<Suite> refuse(Mot lu, Instant now) {
        if (!stands(lu)) {
            return Optional.of(Suite.SANS_OBJET);
        }
        // a statement of its own: the one that waited for the mot sees nothing that was written meanwhile
        int last = jdbc.sql("""
                        select coalesce(max(numero), :lu) from liaison.version
                         where mot_id = :mot and visible_le <= :now
                        """)
                .param("lu", lu.numero())
                .param("mot", lu.id())
                .param("now", CahierDeLiaison.utc(now))
                .query(Integer.class)
                .single();
        return last == lu.numero() ? Optional.empty() : Optional.of(Suite.CORRIGE);
    }

    /// For a kind that asks in a way of its own, and has asked whether it may ([#refuse]): this guardian has answered
    /// for this child. The kind is not told again.
    @Transactional
    public boolean record(Mot mot, Utilisateur responsable, UUID eleve, Sens sens, Instant now) {
        var personne = links(responsable, List.of(eleve), now).get(eleve);
        if (personne == null || !stands(mot)) {
            return false;
        }
        write(mot, eleve, personne, responsable.personnes(), new Dit(sens, "", null), now);
        tell(mot);
        return true;
    }

    /// For the same: they have answered no more (a booking was given back).
    @Transactional
    public void forget(Mot mot, Utilisateur responsable, UUID eleve, Instant now) {
        end(mot.id(), eleve, responsable.personnes(), now);
        tell(mot);
    }

    /// The same, where the school gives back or cancels what somebody had.
    @Transactional
    public void forget(Mot mot, Paire paire, Instant now) {
        end(mot.id(), paire.eleve, List.of(paire.personne), now);
        tell(mot);
    }

    /// What came back on paper, for one or several.
    ///
    /// @return how many were written: who answers for the child no more is not
    @Transactional
    public int tick(Mot mot, Utilisateur auteur, Collection<Paire> paires, Sens sens, Instant now) {
        if (!stands(mot)) {
            return 0;
        }
        int written = 0;
        for (var paire : inForce(mot, paires, now)) {
            var said = new Dit(sens, "", auteur.personneId());
            write(mot, paire.eleve, paire.personne, List.of(paire.personne), said, now);
            genres.of(mot.genre())
                    .answered(
                            new Repondu(
                                    mot.id(), mot.ecoleId(), paire.eleve, paire.personne, sens, auteur.personneId()),
                            Champs.VIDES);
            written++;
        }
        if (written > 0) {
            journal.record(Fait.of(ActeLiaison.REPONSE_SAISIE, mot.id())
                    .by(auteur.compteId())
                    .inEcole(mot.ecoleId()));
            tell(mot);
        }
        return written;
    }

    private boolean stands(Mot mot) {
        return jdbc.sql("select 1 from liaison.mot where id = :mot and retire_le is null for share")
                .param("mot", mot.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void write(Mot mot, UUID eleve, UUID personne, Collection<UUID> personnes, Dit said, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:mot || :eleve || :personne, 0))")
                .param("mot", mot.id().toString())
                .param("eleve", eleve.toString())
                .param("personne", personne.toString())
                .query((_, _) -> 1)
                .single();
        if (said.equals(standing(mot, eleve, personnes))) {
            return;
        }
        end(mot.id(), eleve, personnes, now);
        jdbc.sql("""
                        insert into liaison.reponse (ecole_id, mot_id, eleve_id, personne_id, numero, sens, precision,
                                                     saisi_par, voie, fait_le)
                        values (:ecole, :mot, :eleve, :personne, :numero, :sens, :precision, :par::uuid, :voie, :now)
                        """)
                .param("ecole", mot.ecoleId())
                .param("mot", mot.id())
                .param("eleve", eleve)
                .param("personne", personne)
                .param("numero", mot.numero())
                .param("sens", said.sens.name())
                .param("precision", said.precision)
                .param("par", said.par)
                .param("voie", said.par == null ? "ENT" : "PAPIER")
                .param("now", CahierDeLiaison.utc(now))
                .update();
    }

    /// What they said last of this version.
    private @Nullable Dit standing(Mot mot, UUID eleve, Collection<UUID> personnes) {
        return jdbc
                .sql("""
                        select sens, precision, saisi_par from liaison.reponse
                         where mot_id = :mot and eleve_id = :eleve and personne_id = any(:personnes)
                           and fini_le is null and numero = :numero
                        """)
                .param("mot", mot.id())
                .param("eleve", eleve)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("numero", mot.numero())
                .query((rs, _) -> new Dit(
                        Sens.valueOf(rs.getString("sens")),
                        Objects.requireNonNull(rs.getString("precision")),
                        rs.getObject("saisi_par", UUID.class)))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void end(UUID mot, UUID eleve, Collection<UUID> personnes, Instant now) {
        jdbc.sql("""
                        update liaison.reponse set fini_le = :now
                         where mot_id = :mot and eleve_id = :eleve and personne_id = any(:personnes) and fini_le is null
                        """)
                .param("mot", mot)
                .param("eleve", eleve)
                .param("personnes", personnes.toArray(UUID[]::new))
                .param("now", CahierDeLiaison.utc(now))
                .update();
    }

    /// Each child with the entry of the directory by which this person answers for them today.
    private Map<UUID, UUID> links(Utilisateur responsable, Collection<UUID> eleves, Instant now) {
        Map<UUID, UUID> links = new HashMap<>();
        jdbc.sql("""
                        select g.eleve_id, g.personne_id from annuaire.garde(:jour) g
                         where g.eleve_id = any(:eleves) and g.personne_id = any(:personnes)
                         order by g.personne_id = :moi desc, g.personne_id
                        """)
                .param("jour", day(now))
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("personnes", responsable.personnes().toArray(UUID[]::new))
                .param("moi", responsable.personneId())
                .query(rs -> {
                    links.putIfAbsent(Colonnes.uuid(rs, "eleve_id"), Colonnes.uuid(rs, "personne_id"));
                });
        return links;
    }

    /// On paper a body answers too. What a guardian has said here, paper does not change.
    private List<Paire> inForce(Mot mot, Collection<Paire> paires, Instant now) {
        return jdbc.sql("""
                        select distinct a.eleve_id, a.responsable_id
                          from unnest(:eleves::uuid[], :personnes::uuid[]) p (eleve, personne)
                          join annuaire.autorite(:jour) a on a.eleve_id = p.eleve and a.responsable_id = p.personne
                         where not exists (select 1 from liaison.reponse r
                                            where r.mot_id = :mot and r.eleve_id = p.eleve and r.personne_id = p.personne
                                              and r.fini_le is null and r.voie = 'ENT' and r.numero >= :depuis)
                         order by 1, 2
                        """)
                .param("jour", day(now))
                .param("mot", mot.id())
                .param("depuis", mot.depuis())
                .param("eleves", paires.stream().map(Paire::eleve).toArray(UUID[]::new))
                .param("personnes", paires.stream().map(Paire::personne).toArray(UUID[]::new))
                .query((rs, _) -> new Paire(Colonnes.uuid(rs, "eleve_id"), Colonnes.uuid(rs, "responsable_id")))
                .list();
    }

    private void tell(Mot mot) {
        var auteur = mot.auteurId();
        if (auteur != null) {
            direct.tell(List.of(auteur), "lectures");
        }
    }

    private static LocalDate day(Instant now) {
        return now.atZone(Calendrier.PARIS).toLocalDate();
    }

    /// What became of an answer.
    public enum Suite {
        ECRITE,
        /// it says something else than what was read
        CORRIGE,
        /// it was taken back, or they answer for none of these children any more
        SANS_OBJET
    }

    /// A guardian and a child for whom they answer.
    public record Paire(UUID eleve, UUID personne) {}

    /// @param par who ticked it from paper
    private record Dit(
            Sens sens, String precision, @Nullable UUID par) {}
}
