package fr.entecole.notifications;

import fr.entecole.direct.Direct;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes news of many things back at once, or puts them aside, because the things themselves are: in the caller's
/// transaction.
@Component
public class NouvellesRetirees {

    private final JdbcClient jdbc;
    private final Direct direct;
    private final Clock clock;

    NouvellesRetirees(JdbcClient jdbc, Direct direct, Clock clock) {
        this.jdbc = jdbc;
        this.direct = direct;
        this.clock = clock;
    }

    /// As [Nouvelles#cancel], on open pages too; where they were read, bells say `titre` in the place of what they
    /// said.
    @Transactional
    public void withdraw(Sorte sorte, Collection<UUID> choses, String titre) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var depots = jdbc.sql("""
                        update notifications.depot
                           set annule_le = coalesce(annule_le, :now), titre = :titre, titre_avant = null
                         where sorte = :sorte and chose = any(:choses)
                           and (annule_le is null or titre_avant is not null) returning id
                        """)
                .param("now", now)
                .param("titre", titre)
                .param("sorte", sorte.code())
                .param("choses", choses.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        silence(depots, now);
    }

    /// The same for now: [#release] brings it back as it was. Meanwhile bells in which it was read say `titre`, and
    /// lead nowhere.
    @Transactional
    public void hold(Sorte sorte, Collection<UUID> choses, String titre) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var depots = jdbc.sql("""
                        update notifications.depot set annule_le = :now, titre_avant = titre, titre = :titre
                         where sorte = :sorte and chose = any(:choses) and annule_le is null returning id
                        """)
                .param("now", now)
                .param("titre", titre)
                .param("sorte", sorte.code())
                .param("choses", choses.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        silence(depots, now);
    }

    private void silence(Collection<UUID> ids, OffsetDateTime now) {
        var of = Map.of("depots", ids.toArray(UUID[]::new), "now", now);
        jdbc.sql("""
                        update notifications.remise set annulee_le = :now
                         where depot_id = any(:depots) and livree_le is null and annulee_le is null
                        """).params(of).update();
        direct.tell(
                jdbc.sql("""
                        update notifications.ligne set retiree_le = :now
                         where depot_id = any(:depots) and lue_le is null and retiree_le is null returning personne_id
                        """)
                        .params(of)
                        .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                        .list(),
                PagesOuvertes.AVIS);
    }

    /// What was put aside is told as it was: what was read stays read, a line keeps its hour, and who waited for it is
    /// told at their hour. Where the thing has been told anew since, that stands.
    ///
    /// @param quand from when who had not been told is
    /// @return false where nothing of it was put aside
    @Transactional
    public boolean release(Sorte sorte, UUID chose, Instant quand) {
        var held = jdbc.sql("""
                        update notifications.depot set titre = titre_avant, titre_avant = null
                         where sorte = :sorte and chose = :chose and titre_avant is not null returning id
                        """)
                .param("sorte", sorte.code())
                .param("chose", chose)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        if (held.isEmpty()) {
            return false;
        }
        direct.tell(
                jdbc.sql("""
                        with d as (
                            select id, annule_le from notifications.depot d
                             where id = any(:held) and annule_le is not null
                               and not exists (select 1 from notifications.depot v
                                                where v.sorte = d.sorte and v.chose = d.chose and v.annule_le is null)
                             order by annule_le desc limit 1),
                        r as (
                            update notifications.remise r set annulee_le = null, due_le = greatest(r.due_le, :quand)
                              from d where r.depot_id = d.id and r.annulee_le = d.annule_le),
                        x as (
                            update notifications.depot x set annule_le = null from d where x.id = d.id)
                        update notifications.ligne l set retiree_le = null
                          from d where l.depot_id = d.id and l.retiree_le = d.annule_le returning l.personne_id
                        """)
                        .param("held", held.toArray(UUID[]::new))
                        .param("quand", quand.atOffset(ZoneOffset.UTC))
                        .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                        .list(),
                PagesOuvertes.AVIS);
        return true;
    }

    /// What was put aside does not come back.
    ///
    /// @param titre what its lines say from now on
    @Transactional
    public void settle(Sorte sorte, UUID chose, String titre) {
        jdbc.sql("""
                        update notifications.depot set titre = :titre, titre_avant = null
                         where sorte = :sorte and chose = :chose and titre_avant is not null
                        """)
                .param("titre", titre)
                .param("sorte", sorte.code())
                .param("chose", chose)
                .update();
    }

    /// People whose bell has led them to one of these things.
    @Transactional(readOnly = true)
    public Set<UUID> readers(Sorte sorte, Collection<UUID> choses) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select distinct l.personne_id from notifications.ligne l
                         where l.lue_le is not null
                           and l.depot_id in (select id from notifications.depot
                                               where sorte = :sorte and chose = any(:choses) and annule_le is null)
                        """)
                .param("sorte", sorte.code())
                .param("choses", choses.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list());
    }
}
