package fr.entecole.notifications;

import fr.entecole.direct.Direct;
import fr.entecole.socle.Colonnes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes news of many things back at once, because the things themselves are: in the caller's transaction.
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

    /// As [Nouvelles#cancel], on open pages too; where they were read, bells say `titre` in the place of what they said.
    @Transactional
    public void withdraw(Sorte sorte, Collection<UUID> choses, String titre) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var depots = jdbc.sql("""
                        update notifications.depot set annule_le = :now, titre = :titre
                         where sorte = :sorte and chose = any(:choses) and annule_le is null returning id
                        """)
                .param("now", now)
                .param("titre", titre)
                .param("sorte", sorte.code())
                .param("choses", choses.toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list()
                .toArray(UUID[]::new);
        var of = Map.of("depots", depots, "now", now);
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
