package fr.entecole.annuaire.aaf.comparaison;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.socle.AnneeScolaire;

/// Pupils, with the classes and groups that exist through them only. A class is keyed by its id; its label is
/// the last one seen. Bits 51 and 52 of `liste` say whether a record lists its classes and groups at all.
///
/// A record speaks for its own school only: a class or a group stays with the structure that has it, whoever names it
/// from elsewhere, and a pupil is in none of another school.
record DifferenceEleves(Atelier atelier, Departs departs) {

    void compute() {
        new Corrections(atelier).keep();
        new Reconnus(atelier).pupils();
        atelier.create("d_eleve", """
                select coalesce(t.id, uuidv7()) as id, s.seq, st.id as structure_id,
                       case when t.id is null then 'created'
                            when t.suspendu_le is not null then 'revived'
                            when t.structure_id <> st.id then 'moved'
                            when t.structure_id is distinct from st.id or %s then 'changed'
                            else 'unchanged' end as verdict
                  from s_eleve s
                  left join annuaire.eleve t on t.academie = :academie and t.aaf_id = s.aaf_id
                  left join x_structure st on st.aaf_id = s.structure_aaf
                 where s.op in ('A', 'M') and not exists (select 1 from x_eleve_reconnu m where m.aaf_id = s.aaf_id)
                union all
                select t.id, s.seq, st.id,
                       case when t.suspendu_le is not null then 'revived'
                            when t.structure_id <> st.id then 'moved'
                            else 'changed' end
                  from x_eleve_reconnu m
                  join s_eleve s on s.aaf_id = m.aaf_id and s.op in ('A', 'M')
                  join annuaire.eleve t on t.id = m.id
                  left join x_structure st on st.aaf_id = s.structure_aaf
                union all
                select t.id, null, null, 'suspended'
                  from annuaire.eleve t
                 where t.academie = :academie and t.aaf_id is not null and t.suspendu_le is null and %s
                """.formatted(Atelier.differs(Sorte.ELEVE), atelier.gone(Sorte.ELEVE)));
        departs.pupils(atelier);
        containers("classe", "archivee_le", 51, ", c.entree_le, c.sortie_le, c.entrees, c.sorties");
        containers("groupe", "archive_le", 52, "");
        atelier.create("x_eleve_classe", """
                select distinct on (x.eleve_id, c.id) x.eleve_id, c.id as classe_id, x.entree_le, x.sortie_le,
                       x.entrees, x.sorties
                  from x_dit_classe x
                  join d_classe c on c.aaf_id = x.aaf_id and c.structure_id = x.structure_id
                                 and c.verdict <> 'archived'
                 where x.chez_soi
                 order by x.eleve_id, c.id
                """);
        atelier.create("x_eleve_groupe", """
                select distinct x.eleve_id, g.id as groupe_id
                  from x_dit_groupe x
                  join d_groupe g on g.aaf_id = x.aaf_id and g.structure_id = x.structure_id
                                 and g.verdict <> 'archived'
                 where x.chez_soi
                """);
        atelier.create(
                "d_eleve_classe",
                """
                select x.eleve_id, x.classe_id,
                       case when x.entrees then x.entree_le else t.entree_le end as entree_le,
                       case when x.sorties then x.sortie_le else t.sortie_le end as sortie_le,
                       case when t.eleve_id is null then 'created' else 'changed' end as verdict
                  from x_eleve_classe x
                  left join annuaire.eleve_classe t
                    on t.eleve_id = x.eleve_id and t.classe_id = x.classe_id and t.fini_le is null
                 where t.eleve_id is null
                    or (x.entrees and t.entree_le is distinct from x.entree_le)
                    or (x.sorties and t.sortie_le is distinct from x.sortie_le)
                union all
                select * from (
                    select t.eleve_id, t.classe_id,
                           case when q.entrees then v.entree_le else t.entree_le end as entree_le,
                           case when q.sorties then v.sortie_le else t.sortie_le end as sortie_le, 'changed'
                      from s_date_classe q
                      join d_eleve d on d.seq = q.seq
                      join annuaire.eleve_classe t on t.eleve_id = d.id and t.fini_le is null
                      join annuaire.classe c on c.id = t.classe_id and c.structure_id = d.structure_id
                      left join s_date_classe v on v.seq = q.seq and v.aaf_id = c.aaf_id
                     where q.aaf_id = '' and c.aaf_id is not null
                       and ((q.entrees and t.entree_le is distinct from v.entree_le)
                         or (q.sorties and t.sortie_le is distinct from v.sortie_le))) dates
                union all
                """ + removed("classe", 51).formatted("t.eleve_id, t.classe_id, null, null, 'archived'"));
        atelier.create("d_eleve_groupe", """
                select x.eleve_id, x.groupe_id, 'created' as verdict
                  from x_eleve_groupe x
                  left join annuaire.eleve_groupe t
                    on t.eleve_id = x.eleve_id and t.groupe_id = x.groupe_id and t.fini_le is null
                 where t.eleve_id is null
                union all
                """ + removed("groupe", 52).formatted("t.eleve_id, t.groupe_id, 'archived'"));
        atelier.update("""
                update d_eleve d set verdict = 'changed'
                 where d.verdict = 'unchanged'
                   and d.id in (select eleve_id from d_eleve_classe union all select eleve_id from d_eleve_groupe)
                """);
        new AlertesEleves(atelier).warn();
    }

    /// Classes or groups: created and renamed by any batch, archived by a full when nobody present is left in
    /// them. A class is of one year: the number of a class of last year, seen again, is another class. From
    /// August on a class that nobody knows yet is of the year to come.
    ///
    /// @param dates columns of the staged table that go with the membership
    private void containers(String quoi, String archive, int bit, String dates) {
        boolean classe = quoi.equals("classe");
        int annee = AnneeScolaire.of(atelier.jour()).rentree();
        var encore = classe ? "and t.annee >= " + annee : "";
        var passee = classe ? "t.annee < " + annee + " or" : "";
        var prochaine = AnneeScolaire.of(atelier.jour().plusMonths(1)).rentree();
        boolean plein = atelier.genre() == Genre.COMPLET;
        said(quoi, dates);
        if (plein) {
            left(quoi, archive, bit);
        }
        holders(quoi, archive, encore, plein);
        var archived = plein ? """
                union all
                select t.aaf_id, t.id, t.structure_id, t.libelle, null, 'archived'
                  from annuaire.%1$s t
                 where t.academie = :academie and t.aaf_id is not null and t.%2$s is null
                   and (%3$s not exists (%4$s))
                   and not exists (select 1 from x_reste_%1$s r where r.id = t.id)
                """.formatted(quoi, archive, passee, saidAtHome(quoi)) : "";
        atelier.create("d_" + quoi, """
                select aaf_id, id, structure_id, libelle, %4$d as annee,
                       case when nouveau then 'created'
                            when archive then 'revived'
                            when differe then 'changed'
                            else 'unchanged' end as verdict
                  from (select distinct on (x.aaf_id) x.aaf_id, coalesce(t.id, uuidv7()) as id, x.structure_id,
                               coalesce(nullif(x.libelle, ''), t.libelle, x.aaf_id) as libelle,
                               t.id is null as nouveau, t.%2$s is not null as archive,
                               t.libelle is distinct from coalesce(nullif(x.libelle, ''), t.libelle, x.aaf_id)
                                   as differe
                          from x_dit_%1$s x
                          join x_ecole_%1$s h on h.aaf_id = x.aaf_id and h.structure_id = x.structure_id
                          left join annuaire.%1$s t on t.academie = :academie and t.aaf_id = x.aaf_id
                                                   and t.structure_id = x.structure_id %3$s
                         where x.chez_soi
                         order by x.aaf_id, x.seq desc, t.%2$s desc nulls first) vus
                """.formatted(quoi, archive, encore, prochaine) + archived);
    }

    /// What each record says of its classes or groups, and whether it says it of its own school.
    private void said(String quoi, String dates) {
        atelier.create("x_dit_" + quoi, """
                select c.seq, c.aaf_id, c.libelle, d.id as eleve_id, d.structure_id,
                       coalesce(st.id = d.structure_id, false) as chez_soi%2$s
                  from s_%1$s c
                  join d_eleve d on d.seq = c.seq
                  join x_structure st on st.aaf_id = c.structure_aaf
                 where c.aaf_id <> ''
                """.formatted(quoi, dates));
    }

    private static String saidAtHome(String quoi) {
        return "select 1 from x_dit_" + quoi
                + " x where x.aaf_id = t.aaf_id and x.structure_id = t.structure_id and x.chez_soi";
    }

    /// Those of the directory in which someone stays of whom the batch says nothing.
    private void left(String quoi, String archive, int bit) {
        atelier.create("x_reste_" + quoi, """
                select distinct t.id
                  from annuaire.%1$s t
                  join annuaire.eleve_%1$s m on m.%1$s_id = t.id and m.fini_le is null
                  join annuaire.eleve p on p.id = m.eleve_id and p.suspendu_le is null
                  left join d_eleve d on d.id = p.id
                  left join s_eleve s on s.seq = d.seq
                 where t.academie = :academie and t.aaf_id is not null and t.%2$s is null
                   and (d.id is null
                        or (d.seq is not null and (s.liste >> %3$d) & 1 = 0 and d.structure_id = t.structure_id))
                """.formatted(quoi, archive, bit));
    }

    /// Which structure has each number: the one that has it in the directory while it still stands there, else the one
    /// of most of the records that name it, the first of them when there are as many.
    private void holders(String quoi, String archive, String encore, boolean plein) {
        var reste = plein
                ? "and (exists (%s) or exists (select 1 from x_reste_%s r where r.id = t.id))"
                        .formatted(saidAtHome(quoi), quoi)
                : "";
        atelier.create("x_ecole_" + quoi, """
                select distinct on (aaf_id) aaf_id, structure_id
                  from (select t.aaf_id, t.structure_id, 1 as rang, 0 as nombre, 0 as premier
                          from annuaire.%1$s t
                         where t.academie = :academie and t.aaf_id is not null and t.%2$s is null %3$s %4$s
                        union all
                        select x.aaf_id, x.structure_id, 2, count(*), min(x.seq)
                          from x_dit_%1$s x
                         where x.chez_soi
                         group by x.aaf_id, x.structure_id) q
                 order by aaf_id, rang, nombre desc, premier
                """.formatted(quoi, archive, encore, reste));
    }

    /// Memberships of the directory that a record of the batch no longer lists, or that are of a school which is no
    /// longer the pupil's; those of hand-made classes stay.
    private static String removed(String quoi, int bit) {
        return """
                select %%s
                  from annuaire.eleve_%1$s t
                  join d_eleve d on d.id = t.eleve_id and d.verdict <> 'created'
                  join s_eleve s on s.seq = d.seq
                  join annuaire.%1$s c on c.id = t.%1$s_id
                       and (c.aaf_id is not null or exists (select 1 from x_eleve_reconnu m where m.id = t.eleve_id))
                 where t.fini_le is null
                   and ((s.liste >> %2$d) & 1 = 1 or c.structure_id is distinct from d.structure_id)
                   and not exists (select 1 from x_eleve_%1$s x
                                    where x.eleve_id = t.eleve_id and x.%1$s_id = t.%1$s_id)
                """.formatted(quoi, bit);
    }
}
