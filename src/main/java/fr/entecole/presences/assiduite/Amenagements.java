package fr.entecole.presences.assiduite;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Auteur;
import fr.entecole.presences.Lignes;
import fr.entecole.presences.Plage;
import fr.entecole.socle.Colonnes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Arrangements of a child's half-days: dated rows that end.
@Component
class Amenagements {

    private final JdbcClient jdbc;
    private final Journal journal;

    Amenagements(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Transactional
    void arrange(UUID ecole, UUID eleve, Plage plage, String motif, Auteur auteur, Instant now) {
        jdbc.sql("""
                        insert into presences.amenagement (ecole_id, eleve_id, du, au, moment, motif, auteur_id, pose_le)
                        values (:ecole, :eleve, :du, :au, :moment::text, :motif, :auteur, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("du", plage.du())
                .param("au", plage.au())
                .param("moment", plage.moment() == null ? null : plage.moment().name())
                .param("motif", motif)
                .param("auteur", auteur.personne())
                .param("maintenant", Lignes.utc(now))
                .update();
        record(ecole, auteur);
    }

    /// What was said under it stays: from now on the child is expected again.
    @Transactional
    boolean end(UUID ecole, UUID eleve, UUID id, Auteur auteur, Instant now) {
        boolean ended = jdbc.sql("""
                                update presences.amenagement set fini_le = :maintenant
                                 where id = :id and ecole_id = :ecole and eleve_id = :eleve and fini_le is null
                                """)
                        .param("maintenant", Lignes.utc(now))
                        .param("id", id)
                        .param("ecole", ecole)
                        .param("eleve", eleve)
                        .update()
                == 1;
        if (ended) {
            record(ecole, auteur);
        }
        return ended;
    }

    List<Amenagement> of(UUID ecole, UUID eleve) {
        return jdbc.sql("""
                        select id, motif, du, au, jour_semaine, moment from presences.amenagement
                         where ecole_id = :ecole and eleve_id = :eleve and fini_le is null order by du
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .query((rs, _) -> new Amenagement(Colonnes.uuid(rs, "id"), rs.getString("motif"), Lignes.plage(rs)))
                .list();
    }

    private void record(UUID ecole, Auteur auteur) {
        journal.record(Fait.of(ActePresences.AMENAGEMENT_POSE, ecole)
                .by(auteur.compte())
                .inEcole(ecole));
    }

    record Amenagement(UUID id, String motif, Plage plage) {}
}
