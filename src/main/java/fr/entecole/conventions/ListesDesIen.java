package fr.entecole.conventions;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists of communes of many schools, which their IEN establishes (2020-21, annexe 1): the commune declares them as
/// they are. Another one replaces the last, which stays.
@Component
public class ListesDesIen {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ListesDesIen(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// The schools of the last list; none: no list.
    public List<UUID> of(String insee, int annee) {
        return jdbc.sql("""
                        select ecole from conventions.liste l cross join lateral unnest(l.ecoles) ecole
                         where l.id = (select id from conventions.liste
                                        where commune_insee = :insee and annee = :annee order by id desc limit 1)
                        """)
                .param("insee", insee)
                .param("annee", annee)
                .query((rs, _) -> Colonnes.uuid(rs, "ecole"))
                .list();
    }

    @Transactional
    public void establish(String insee, int annee, Collection<UUID> ecoles, Utilisateur ien) {
        var id = jdbc.sql("""
                        insert into conventions.liste (commune_insee, annee, ecoles, etablie_le, par_id)
                        values (:insee, :annee, :ecoles, :now, :par) returning id
                        """)
                .param("insee", insee)
                .param("annee", annee)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("now", OffsetDateTime.now(clock))
                .param("par", ien.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        journal.record(
                Fait.of(ActeConventions.LISTE_ETABLIE, id).by(ien.compteId()).inEcoles(List.copyOf(ecoles)));
    }
}
