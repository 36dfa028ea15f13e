package fr.entecole.cahierdetextes;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.direct.Direct;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a pupil says they have done. A tick that is taken away ends, and another may begin.
@Component
class Coches {

    private final JdbcClient jdbc;
    private final Direct direct;

    Coches(JdbcClient jdbc, Direct direct) {
        this.jdbc = jdbc;
        this.direct = direct;
    }

    /// @param montres what the page showed, all of it for this pupil: what is not ticked among them is so no more
    /// @param faits what is ticked of them
    @Transactional
    public void tick(UUID ecole, UUID eleve, Collection<UUID> montres, Collection<UUID> faits, Instant now) {
        int changed = jdbc.sql("""
                        insert into cahierdetextes.coche (ecole_id, travail_id, eleve_id, faite_le)
                        select :ecole, t, :eleve, :maintenant from unnest(:faits::uuid[]) t
                        on conflict (travail_id, eleve_id) where defaite_le is null do nothing
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("maintenant", CahierDeTextes.utc(now))
                .param("faits", faits.stream().filter(montres::contains).toArray(UUID[]::new))
                .update();
        changed += jdbc.sql("""
                        update cahierdetextes.coche set defaite_le = :maintenant
                         where eleve_id = :eleve and travail_id = any(:montres) and travail_id <> all(:faits)
                           and defaite_le is null
                        """)
                .param("maintenant", CahierDeTextes.utc(now))
                .param("eleve", eleve)
                .param("montres", montres.toArray(UUID[]::new))
                .param("faits", faits.toArray(UUID[]::new))
                .update();
        if (changed > 0) {
            tell(eleve, now);
        }
    }

    /// The open pages of the pupil, of those who answer for them that day, and of who teaches them.
    void tell(UUID eleve, Instant now) {
        LocalDate day = now.atZone(Calendrier.PARIS).toLocalDate();
        direct.tell(
                jdbc.sql("""
                                select personnel_id as qui from annuaire.instruit where eleve_id = :eleve
                                union select personne_id from annuaire.garde(:jour) where eleve_id = :eleve
                                union select :eleve::uuid
                                """)
                        .param("eleve", eleve)
                        .param("jour", day)
                        .query((rs, _) -> Colonnes.uuid(rs, "qui"))
                        .list(),
                "travail");
    }
}
