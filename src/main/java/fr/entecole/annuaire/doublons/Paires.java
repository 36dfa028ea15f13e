package fr.entecole.annuaire.doublons;

import fr.entecole.annuaire.Nature;
import fr.entecole.socle.Colonnes;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pairs of a school that look like one person and of which nothing is decided, each with what makes them alike.
@Component
class Paires {

    private static final int MOST = 50;

    private static final String SQL = """
            with ailleurs as materialized (
                select a.id as ici, b.id as la
                  from annuaire.eleve a
                  join annuaire.eleve b on b.ine = a.ine and b.date_naissance = a.date_naissance
                       and b.structure_id is distinct from a.structure_id
                 where a.structure_id = :ecole and a.suspendu_le is null),
            ici as materialized (
                select l.responsable_id, l.eleve_id
                  from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id
                 where e.structure_id = :ecole and e.suspendu_le is null and l.retire_le is null
                union
                select l.responsable_id, j.ici
                  from ailleurs j join annuaire.lien l on l.eleve_id = j.la and l.retire_le is null),
            qui as materialized (
                select r.id, annuaire.colle(r.nom) as nom, annuaire.colle(r.prenom) as prenom, r.date_naissance
                  from annuaire.responsable r where r.id in (select responsable_id from ici)),
            proche as (
                select a.id as un, b.id as autre
                  from qui a join qui b on a.id < b.id and a.nom = b.nom and a.prenom = b.prenom
                union
                select a.responsable_id, b.responsable_id
                  from ici a join ici b on a.eleve_id = b.eleve_id and a.responsable_id < b.responsable_id),
            paire as (
                select 'RESPONSABLE' as nature, p.un, p.autre, annuaire.signes(x, y)
                       || case when exists (select 1 from ici a join ici b on a.eleve_id = b.eleve_id
                                             where a.responsable_id = p.un and b.responsable_id = p.autre)
                               then array['ENFANT'] else '{}' end
                       || case when x.date_naissance = y.date_naissance then array['NE'] else '{}' end
                       || case when annuaire.presque(x, y) then array['PRESQUE'] else '{}' end as signes
                  from proche p
                  join annuaire.responsable x on x.id = p.un
                  join annuaire.responsable y on y.id = p.autre
                 where lower(x.prenom) <> 'organisme' and annuaire.colle(x.prenom) = annuaire.colle(y.prenom)
                    or 'NOMS' = any(annuaire.signes(x, y)) or annuaire.presque(x, y)
                union all
                select 'ELEVE', least(a.id, b.id), greatest(a.id, b.id),
                       case when annuaire.cle(a.prenom || ' ' || a.nom) = annuaire.cle(b.prenom || ' ' || b.nom)
                            then array['NOMS']
                            when annuaire.son(a.prenom) = annuaire.son(b.prenom)
                             and annuaire.son(a.nom) = annuaire.son(b.nom) then array['PRESQUE'] else '{}' end
                       || case when a.date_naissance = b.date_naissance then array['NE'] else '{}' end
                       || case when a.ine = b.ine then array['INE'] else '{}' end
                  from annuaire.eleve a
                  join annuaire.eleve b on b.structure_id = a.structure_id and b.id <> a.id
                       and b.date_naissance = a.date_naissance and (b.ine = a.ine or annuaire.colle(b.nom) = annuaire.colle(a.nom)
                            or (a.aaf_id is null or b.aaf_id is null) and annuaire.son(b.nom) = annuaire.son(a.nom))
                       and (b.suspendu_le is not null or a.id < b.id)
                 where a.structure_id = :ecole and a.suspendu_le is null
                   and (annuaire.colle(a.prenom) = annuaire.colle(b.prenom) or a.ine = b.ine
                        or (a.aaf_id is null or b.aaf_id is null) and annuaire.son(a.prenom) = annuaire.son(b.prenom))
                union all
                select 'ELEVE', least(ici, la), greatest(ici, la), array['INE', 'NE'] from ailleurs
                union all
                select 'PERSONNEL', a.id, b.id, array['NOMS']
                  from (select distinct p.* from annuaire.exerce f join annuaire.personnel p on p.id = f.personnel_id
                         where f.structure_id = :ecole) a
                  join (select distinct p.* from annuaire.exerce f join annuaire.personnel p on p.id = f.personnel_id
                         where f.structure_id = :ecole) b
                    on a.id < b.id and annuaire.colle(a.nom) = annuaire.colle(b.nom)
                   and annuaire.colle(a.prenom) = annuaire.colle(b.prenom))
            select p.nature, p.un, p.autre, p.signes
              from paire p
             where (cardinality(p.signes) > 1 or p.nature = 'PERSONNEL')
               and not exists (select 1 from annuaire.reunion u
                                where u.annulee_le is null and least(u.garde_id, u.autre_id) = p.un
                                  and greatest(u.garde_id, u.autre_id) = p.autre)
             order by p.nature, p.un limit :most
            """;

    private final JdbcClient jdbc;

    Paires(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param un the lesser of the two ids
    /// @param signes `NOMS`, `PRESQUE`, `NE`, …
    record Deux(Nature nature, UUID un, UUID autre, List<String> signes) {}

    List<Deux> of(UUID ecole) {
        return jdbc.sql(SQL)
                .param("ecole", ecole)
                .param("most", MOST)
                .query((rs, _) -> new Deux(
                        Nature.valueOf(rs.getString("nature")),
                        Colonnes.uuid(rs, "un"),
                        Colonnes.uuid(rs, "autre"),
                        Colonnes.strings(rs, "signes")))
                .list();
    }
}
