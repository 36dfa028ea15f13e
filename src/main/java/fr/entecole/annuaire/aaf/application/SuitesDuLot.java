package fr.entecole.annuaire.aaf.application;

import fr.entecole.annuaire.aaf.comparaison.Departs;
import fr.entecole.socle.Colonnes;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stays of a batch once its tables are gone: how many of each kind in each school, whether it was applied or
/// held; of an applied one, what it did to each person, and the schools that nobody left yet. In the caller's
/// transaction.
final class SuitesDuLot {

    private final JdbcClient jdbc;

    SuitesDuLot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param schema where it is staged
    void schools(UUID lot, String schema) {
        jdbc.sql("""
                        update annuaire.lot
                           set ecoles = (select jsonb_agg(to_jsonb(e)) from %1$s.e_ecole e),
                               rentree = (select jsonb_agg(to_jsonb(r)) from %1$s.e_rentree r)
                         where id = :lot
                        """.formatted(schema)).param("lot", lot).update();
    }

    void people(UUID lot, String schema) {
        jdbc.sql("""
                        insert into annuaire.ecart (structure_id, lot_id, personne_id, nature, verdict, raison, avant_id,
                                                    champs, quittees, rejointes)
                        select structure_id, :lot, personne_id, nature, verdict, raison, avant_id, champs, quittees,
                               rejointes
                          from %s.e_ecart
                         order by structure_id
                        """.formatted(schema)).param("lot", lot).update();
    }

    /// Whom it brings or changes.
    List<UUID> concerned(String schema) {
        return jdbc.sql("select personne_id from %s.e_ecart where verdict not in ('suspended', 'lien')"
                        .formatted(schema))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
    }

    void departures(UUID lot, List<Departs.Ecole> ecoles) {
        ecoles.forEach(ecole -> jdbc.sql("""
                        insert into annuaire.depart_retenu (structure_id, lot_id, presents, partants)
                        values (:ecole, :lot, :presents, :partants)
                        """)
                .param("ecole", ecole.id())
                .param("lot", lot)
                .param("presents", ecole.presents())
                .param("partants", ecole.partants())
                .update());
    }
}
