package fr.entecole.annuaire.aaf.application;

import fr.entecole.socle.Colonnes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Guardians whom a batch newly links to a child that a restriction protects: held out until the head of the school
/// decides, whatever number, spelling or order of names they come under. A child is the same under another number by
/// its INE or its names, and its birth date. ADR 0019.
final class RetenuesDuLot {

    /// Who comes back after having been away when the restriction was decided: its head did not see them either.
    private static final String REVENUS = """
            create temp table revenu on commit drop as
            select t.id, t.suspendu_le from d_responsable d
              join annuaire.responsable t on t.id = d.id and t.suspendu_le is not null
             where d.verdict = 'revived'
            """;

    private static final String RETENIR = """
            with protege as materialized (select * from annuaire.protege(:aujourdhui)),
            nouveau as materialized (
                select d.eleve_id, d.responsable_id, true as lie, null::timestamptz as absent_depuis
                  from d_lien d where d.verdict in ('created', 'revived')
                union all
                select l.eleve_id, l.responsable_id, false, v.suspendu_le
                  from d_responsable d
                  join annuaire.lien l on l.responsable_id = d.id and l.retire_le is null
                  left join revenu v on v.id = d.id
                 where d.verdict in ('changed', 'revived')),
            enfant as materialized (
                select p.restriction_id, p.eleve_id from protege p
                union
                select p.restriction_id, e.id
                  from protege p
                  join annuaire.eleve x on x.id = p.eleve_id
                  join annuaire.eleve e on e.ine = x.ine and e.date_naissance = x.date_naissance
                union
                select p.restriction_id, e.id
                  from protege p
                  join annuaire.eleve x on x.id = p.eleve_id
                  join annuaire.eleve e on e.date_naissance = x.date_naissance
                       and annuaire.cle(e.prenom || ' ' || e.nom) = annuaire.cle(x.prenom || ' ' || x.nom)
                 where e.id in (select eleve_id from nouveau)),
            retenu as (
                select distinct on (n.eleve_id, n.responsable_id)
                       n.eleve_id, n.responsable_id, p.restriction_id
                  from nouveau n
                  join enfant c on c.eleve_id = n.eleve_id
                  join protege p on p.restriction_id = c.restriction_id
                  join annuaire.responsable r on r.id = n.responsable_id and lower(r.prenom) <> 'organisme'
                  left join annuaire.responsable k on k.id = p.responsable_id
                 where (n.lie or n.absent_depuis < p.posee_le or 'NOMS' = any(annuaire.signes(r, k)))
                   and not exists (select 1 from annuaire.restriction y
                                    where y.eleve_id = n.eleve_id and y.responsable_id = n.responsable_id
                                      and (y.levee_le > p.posee_le
                                           or y.levee_le is null and (y.jusque is null or y.jusque >= :aujourdhui)))
                   and not exists (select 1 from annuaire.lien l
                                    where l.eleve_id = n.eleve_id and l.responsable_id = n.responsable_id and n.lie
                                      and l.depuis <= (p.posee_le at time zone 'Europe/Paris')::date
                                      and l.retire_le > p.posee_le
                                      and not coalesce('NOMS' = any(annuaire.signes(r, k)), false))
                 order by n.eleve_id, n.responsable_id, cardinality(annuaire.signes(r, k)) desc nulls last, p.posee_le),
            faite as (
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, jusque, preuve, posee_le, retenue_de)
                select t.eleve_id, t.responsable_id, :aujourdhui,
                       (select case when bool_or(p.jusque is null) then null else max(p.jusque) end
                          from enfant c join protege p on p.restriction_id = c.restriction_id
                         where c.eleve_id = t.eleve_id),
                       '', :maintenant, t.restriction_id
                  from retenu t
                returning id, eleve_id)
            select f.id, e.structure_id from faite f join annuaire.eleve e on e.id = f.eleve_id
             where e.structure_id is not null
            """;

    private final JdbcClient jdbc;
    private final OffsetDateTime maintenant;
    private boolean protege;

    RetenuesDuLot(JdbcClient jdbc, OffsetDateTime maintenant) {
        this.jdbc = jdbc;
        this.maintenant = maintenant;
    }

    /// Before anyone is changed.
    void look() {
        protege = jdbc.sql("select exists (select 1 from annuaire.protege(:aujourdhui))")
                .param("aujourdhui", today())
                .query((rs, _) -> rs.getBoolean(1))
                .single();
        if (protege) {
            jdbc.sql(REVENUS).update();
        }
    }

    /// Once people and links are as the batch says.
    List<Retenue> hold() {
        return protege
                ? jdbc.sql(RETENIR)
                        .param("aujourdhui", today())
                        .param("maintenant", maintenant)
                        .query((rs, _) -> new Retenue(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "structure_id")))
                        .list()
                : List.of();
    }

    private LocalDate today() {
        return maintenant.toLocalDate();
    }

    /// @param ecole of the child, whose head decides
    record Retenue(UUID id, UUID ecole) {}
}
