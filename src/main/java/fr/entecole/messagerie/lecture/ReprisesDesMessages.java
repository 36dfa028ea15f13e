package fr.entecole.messagerie.lecture;

import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.messagerie.ActeMessagerie;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.messagerie.SorteMessagerie;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Questions;
import fr.entecole.surete.Departs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An author who changes their mind.
@Component
class ReprisesDesMessages {

    private final JdbcClient jdbc;
    private final Nouvelles nouvelles;
    private final Direct direct;
    private final Departs departs;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    ReprisesDesMessages(
            JdbcClient jdbc,
            Nouvelles nouvelles,
            Direct direct,
            Departs departs,
            Journal journal,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
        this.direct = direct;
        this.departs = departs;
        this.journal = journal;
    }

    /// Its author changes their mind before it is delivered.
    ///
    /// @return false when it is too late
    @Transactional
    public boolean cancel(Utilisateur auteur, UUID message, Instant now) {
        departs.lock(Correspondance.GENRE, message);
        var ecole = jdbc.sql("""
                        update messagerie.message set annule_le = :now, pour = '{}'
                         where id = :id and auteur_id = any(:moi) and remis_le is null and annule_le is null
                        returning ecole_id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", message)
                .param("moi", auteur.personnes().toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .optional();
        ecole.ifPresent(where -> {
            departs.cancelled(auteur, Correspondance.GENRE, message);
            journal.record(Fait.of(ActeMessagerie.MESSAGE_ANNULE, message)
                    .by(auteur.compteId())
                    .inEcole(where));
            takenBack(message, now);
        });
        return ecole.isPresent();
    }

    /// Nothing is left of the conversation that it began.
    private void takenBack(UUID message, Instant now) {
        jdbc.sql("""
                        select m.conversation_id from messagerie.message m
                         where m.id = :id and not exists (
                               select 1 from messagerie.message o where o.conversation_id = m.conversation_id
                                  and o.annule_le is null and o.rappele_le is null)
                        """)
                .param("id", message)
                .query((rs, _) -> Colonnes.uuid(rs, "conversation_id"))
                .optional()
                .ifPresent(conversation -> events.publishEvent(new Questions.Reprise(conversation, now)));
    }

    /// Its author takes it back once it is delivered, as long as nobody has read it. Who reads holds the conversation
    /// as well: neither misses the other.
    ///
    /// @return false when somebody has read it
    @Transactional
    public boolean recall(Utilisateur auteur, UUID message, Instant now) {
        var found = jdbc.sql("""
                        select c.id, c.ecole_id from messagerie.message m
                          join messagerie.conversation c on c.id = m.conversation_id
                         where m.id = :id and m.auteur_id = any(:moi) and m.remis_le is not null
                           and m.rappele_le is null and m.retire_le is null
                           for update of c
                        """)
                .param("id", message)
                .param("moi", auteur.personnes().toArray(UUID[]::new))
                .query((rs, _) -> new Fil(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "ecole_id")))
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        int recalled = jdbc.sql("""
                        update messagerie.message m set rappele_le = :now
                         where m.id = :id
                           and not exists (select 1 from messagerie.participant p
                                            where p.conversation_id = m.conversation_id
                                              and p.personne_id <> all(:moi) and p.lu_le >= m.remis_le)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", message)
                .param("moi", auteur.personnes().toArray(UUID[]::new))
                .update();
        if (recalled == 0) {
            return false;
        }
        var fil = found.get();
        var told = jdbc.sql("""
                        with dit as (
                            select m.auteur_id, m.remis_le, coalesce(m.remis_le, m.ecrit_le) as le
                              from messagerie.message m
                             where m.conversation_id = :conversation and m.rappele_le is null and m.annule_le is null
                               and m.masque_le is null)
                        update messagerie.participant p
                           set non_lus = greatest(0, p.non_lus - 1),
                               dernier_le = coalesce((select max(d.le) from dit d
                                                      where d.remis_le is not null or d.auteur_id = p.personne_id),
                                                     p.dernier_le),
                               classe_le = case when p.garde_le is not null and not exists (
                                                     select 1 from dit d where d.le >= p.garde_le
                                                        and (d.remis_le is not null or d.auteur_id = p.personne_id))
                                                then p.garde_le else p.classe_le end
                         where p.conversation_id = :conversation and p.personne_id <> all(:moi)
                        returning p.personne_id
                        """)
                .param("conversation", fil.id)
                .param("moi", auteur.personnes().toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
        nouvelles.cancel(SorteMessagerie.MESSAGE, fil.id);
        direct.tell(told, Correspondance.MOT);
        journal.record(Fait.of(ActeMessagerie.MESSAGE_RAPPELE, message)
                .by(auteur.compteId())
                .inEcole(fil.ecole));
        takenBack(message, now);
        return true;
    }

    private record Fil(UUID id, UUID ecole) {}
}
