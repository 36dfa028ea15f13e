package fr.entecole.notifications.push;

import fr.entecole.annuaire.Nature;
import fr.entecole.notifications.Arrivee;
import fr.entecole.notifications.Depot;
import fr.entecole.notifications.Voie;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down which devices are to ring for a deposit: those of adults who want it of this kind.
@Component
class Sonneries implements Voie {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sonneries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void tell(Depot depot, List<Arrivee> arrivees) {
        var adultes = arrivees.stream()
                .filter(arrivee -> arrivee.nature() != Nature.ELEVE)
                .map(Arrivee::compteId)
                .toArray(UUID[]::new);
        jdbc.sql("""
                        insert into notifications.envoi (abonnement_id, depot_id, prochain_le)
                        select a.id, :depot, :now from notifications.abonnement a
                          left join notifications.preference p on p.compte_id = a.compte_id and p.sorte = :sorte
                         where a.compte_id = any(:comptes) and a.ferme_le is null and coalesce(p.appareils, true)
                        on conflict (depot_id, abonnement_id) do nothing
                        """)
                .param("depot", depot.id())
                .param("now", OffsetDateTime.now(clock))
                .param("sorte", depot.sorte())
                .param("comptes", adultes)
                .update();
    }
}
