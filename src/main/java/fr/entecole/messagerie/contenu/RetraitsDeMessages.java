package fr.entecole.messagerie.contenu;

import fr.entecole.direct.Direct;
import fr.entecole.messagerie.Correspondance;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes messages away for good: who had read one finds that it was, nobody else finds anything of it.
@Component
class RetraitsDeMessages {

    private static final String READ = """
            from messagerie.message m
            join messagerie.participant p on p.conversation_id = m.conversation_id
           where m.id = any(:ids) and p.personne_id is distinct from m.auteur_id and p.lu_le >= m.remis_le
           """;

    private final JdbcClient jdbc;
    private final Direct direct;

    RetraitsDeMessages(JdbcClient jdbc, Direct direct) {
        this.jdbc = jdbc;
        this.direct = direct;
    }

    /// Whoever reads meanwhile is waited for ([Correspondance#see] shares what is locked here).
    ///
    /// @return people who had read one of them
    @Transactional
    public Set<UUID> withdraw(Collection<UUID> messages, Instant now) {
        Map<String, Object> of = Map.of("ids", messages.toArray(UUID[]::new), "now", now.atOffset(ZoneOffset.UTC));
        jdbc.sql("""
                        select c.id from messagerie.conversation c
                         where c.id in (select conversation_id from messagerie.message where id = any(:ids))
                         order by c.id for update
                        """).params(of).query((rs, _) -> Colonnes.uuid(rs, "id")).list();
        var fresh = jdbc.sql("""
                        update messagerie.message
                           set retire_le = :now, masque_le = null, pour = '{}',
                               annule_le = case when remis_le is null then coalesce(annule_le, :now) else annule_le end
                         where id = any(:ids) and retire_le is null returning id
                        """)
                .params(of)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        var first = Map.of("ids", fresh.toArray(UUID[]::new));
        jdbc.sql("insert into messagerie.lecture_retiree (ecole_id, message_id, personne_id) "
                        + "select m.ecole_id, m.id, p.personne_id " + READ + " on conflict do nothing")
                .params(first)
                .update();
        jdbc.sql("""
                        update messagerie.participant p set non_lus = greatest(0, p.non_lus - n.combien)
                          from (select q.conversation_id, q.personne_id, count(*) as combien
                                  from messagerie.message m
                                  join messagerie.participant q on q.conversation_id = m.conversation_id
                                 where m.id = any(:ids) and m.remis_le is not null
                                   and q.personne_id is distinct from m.auteur_id
                                   and (q.lu_le is null or q.lu_le < m.remis_le)
                                 group by 1, 2) n
                         where p.conversation_id = n.conversation_id and p.personne_id = n.personne_id
                        """).params(first).update();
        direct.tell(inside(fresh), Correspondance.MOT);
        return readers(messages);
    }

    Set<UUID> readers(Collection<UUID> messages) {
        return new LinkedHashSet<>(jdbc.sql("select distinct p.personne_id " + READ)
                .param("ids", messages.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list());
    }

    private List<UUID> inside(List<UUID> messages) {
        return jdbc.sql("""
                        select distinct p.personne_id from messagerie.message m
                          join messagerie.participant p on p.conversation_id = m.conversation_id
                         where m.id = any(:ids)
                        """)
                .param("ids", messages.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
    }
}
