package fr.entecole.annuaire.aaf.comparaison;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.validation.Champ;
import fr.entecole.annuaire.aaf.validation.Champs;
import java.util.stream.Collectors;

/// What a batch does, told before it is applied: `e_ecart` person by person (which fields, never their values; which
/// classes), `e_ecole` counted by school, `e_rentree` what becomes of the classes of a school. The first batch of an
/// académie brings everyone: it is counted only. Of a batch that is held whole, those whom their school would hold back
/// count like all who would leave: accepted, it lets everyone go.
record Ecarts(Atelier atelier) {

    private static final String LIENS = "ENTEleveAutoriteParentale";

    /// A school of a guardian: that of a child, here first.
    private static final String ECOLE_DU_RESPONSABLE = """
            left join lateral (select e.structure_id from annuaire.lien l join annuaire.eleve e on e.id = l.eleve_id
                                where l.responsable_id = d.id and e.structure_id is not null
                                order by l.retire_le nulls first, e.id limit 1) k on true
            """;

    /// @param premier nobody was there before
    /// @param entier the batch is held whole
    void compute(boolean premier, boolean entier) {
        atelier.create(
                "e_ecart",
                premier
                        ? "select * from (" + pupils() + ") q where false"
                        : String.join(" union all ", pupils(), links(), guardians(), staff()));
        atelier.create("x_classe_tenue", CLASSES_TENUES.formatted(entier));
        atelier.create("e_ecole", premier ? FIRST : COUNTED + (entier ? tenus() : RETENUS) + CLASSES);
        atelier.create(
                "e_rentree",
                RENTREE.formatted(
                        atelier.genre() == Genre.COMPLET, ECOLE_DU_RESPONSABLE.replace("d.id", "x.id"), entier));
    }

    private static String changed(Sorte sorte) {
        var fields = Champs.of(sorte).stream()
                .filter(champ -> champ.complement() == null)
                .map(Ecarts::differs)
                .collect(Collectors.joining(", "));
        return "array_remove(array[" + fields + "]::text[], null)";
    }

    private static String differs(Champ champ) {
        return "case when t.%1$s is distinct from s.%1$s then '%2$s' end".formatted(champ.colonne(), champ.attribut());
    }

    private String reason() {
        return atelier.genre() == Genre.COMPLET ? "'absent'" : "'supprime'";
    }

    private String pupils() {
        return """
                select coalesce(d.structure_id, t.structure_id) as structure_id, d.id as personne_id, 'ELEVE' as nature,
                       d.verdict, case when d.verdict = 'suspended' then %1$s else '' end as raison,
                       case when t.structure_id <> d.structure_id then t.structure_id end as avant_id,
                       case when d.verdict in ('changed', 'moved', 'revived') then %2$s else '{}' end
                         || case when n.eleve_id is not null and d.verdict not in ('created', 'suspended')
                                 then array['%3$s'] else '{}' end as champs,
                       coalesce(q.quittees, '{}') as quittees, coalesce(q.rejointes, '{}') as rejointes
                  from d_eleve d
                  left join s_eleve s on s.seq = d.seq
                  left join annuaire.eleve t on t.id = d.id
                  left join (select eleve_id, array_agg(classe_id) filter (where verdict = 'archived') as quittees,
                                    array_agg(classe_id) filter (where verdict = 'created') as rejointes
                               from d_eleve_classe where verdict <> 'changed' group by eleve_id) q on q.eleve_id = d.id
                  left join (select distinct eleve_id from d_lien where verdict <> 'unchanged') n on n.eleve_id = d.id
                 where d.verdict <> 'unchanged'
                """.formatted(reason(), changed(Sorte.ELEVE), LIENS);
    }

    /// A change of links counts in the links only: it is told of the child whose guardians they are.
    private static String links() {
        return """
                select t.structure_id, t.id, 'ELEVE', 'lien', '', null::uuid, array['%s'], '{}'::uuid[], '{}'::uuid[]
                  from (select distinct eleve_id from d_lien where verdict <> 'unchanged') n
                  join annuaire.eleve t on t.id = n.eleve_id
                  left join d_eleve d on d.id = t.id
                 where coalesce(d.verdict, 'unchanged') = 'unchanged'
                """.formatted(LIENS);
    }

    private String guardians() {
        return """
                select coalesce(c.structure_id, k.structure_id), d.id, 'RESPONSABLE', d.verdict,
                       case when d.verdict <> 'suspended' then '' when d.sans_enfant then 'sans-enfant' else %1$s end,
                       null::uuid, case when d.verdict in ('changed', 'revived') and s.seq is not null then %2$s else '{}' end,
                       '{}'::uuid[], '{}'::uuid[]
                  from d_responsable d
                  left join s_responsable s on s.seq = d.seq
                  left join annuaire.responsable t on t.id = d.id
                  left join (select distinct on (x.responsable_id) x.responsable_id, e.structure_id
                               from x_lien x join d_eleve e on e.id = x.eleve_id
                              where e.structure_id is not null
                              order by x.responsable_id, e.id) c on c.responsable_id = d.id
                  %3$s
                 where d.verdict <> 'unchanged'
                """.formatted(reason(), changed(Sorte.RESPONSABLE), ECOLE_DU_RESPONSABLE);
    }

    private String staff() {
        return """
                select coalesce(x.structure_id, k.structure_id), d.id, 'PERSONNEL', d.verdict,
                       case when d.verdict = 'suspended' then %1$s else '' end, null::uuid,
                       case when d.verdict in ('changed', 'revived') then %2$s else '{}' end
                         || case when n.personnel_id is not null and d.verdict in ('changed', 'revived')
                                 then array['ENTPersonFonctions'] else '{}' end,
                       '{}'::uuid[], '{}'::uuid[]
                  from d_personnel d
                  left join s_personnel s on s.seq = d.seq
                  left join annuaire.personnel t on t.id = d.id
                  left join (select distinct on (personnel_id) personnel_id, structure_id
                               from x_fonction order by personnel_id, structure_id) x on x.personnel_id = d.id
                  left join (select distinct personnel_id from d_fonction) n on n.personnel_id = d.id
                  left join lateral (select f.structure_id from annuaire.fonction f
                                      where f.personnel_id = d.id and f.source = 'AAF'
                                      order by f.fini_le nulls first, f.structure_id limit 1) k on true
                 where d.verdict <> 'unchanged'
                """.formatted(reason(), changed(Sorte.PERSONNEL));
    }

    private static final String CLASSES = """
            select structure_id, 'CLASSE', verdict, '', count(*) from d_classe where verdict <> 'unchanged' group by 1, 3
            """;

    private static final String COUNTED = """
            select structure_id as ecole, nature, verdict, raison, count(*) as nombre
              from e_ecart where verdict <> 'lien' group by 1, 2, 3, 4
            union all
            select avant_id, nature, 'left', '', count(*) from e_ecart where avant_id is not null group by 1, 2
            union all
            """;

    private static final String RETENUS = """
            select structure_id, 'ELEVE', 'held', '', partants from x_ecole_retenue
            union all
            """;

    /// Classes of which nothing is left once those who are held back have gone too.
    private static final String CLASSES_TENUES = """
            select t.id, t.structure_id
              from annuaire.classe t
              join x_ecole_retenue r on r.structure_id = t.structure_id
             where t.academie = :academie and t.aaf_id is not null and t.archivee_le is null and %s
               and not exists (select 1 from d_classe d where d.id = t.id and d.verdict = 'archived')
               and not exists (select 1 from x_dit_classe x
                                where x.aaf_id = t.aaf_id and x.structure_id = t.structure_id and x.chez_soi)
               and not exists (select 1 from annuaire.eleve_classe m
                                 join annuaire.eleve p on p.id = m.eleve_id and p.suspendu_le is null
                                where m.classe_id = t.id and m.fini_le is null
                                  and not exists (select 1 from d_eleve d where d.id = p.id)
                                  and not exists (select 1 from x_retenu x where x.nature = 'ELEVE' and x.id = p.id))
            """;

    private String tenus() {
        return """
                select e.structure_id, 'ELEVE', 'suspended', %1$s, count(*)
                  from x_retenu x join annuaire.eleve e on e.id = x.id where x.nature = 'ELEVE' group by 1
                union all
                select k.structure_id, 'RESPONSABLE', 'suspended',
                       case when %3$s then %1$s else 'sans-enfant' end, count(*)
                  from x_retenu x join annuaire.responsable t on t.id = x.id %2$s
                 where x.nature = 'RESPONSABLE' group by 1, 4
                union all
                select k.structure_id, 'PERSONNEL', 'suspended', %1$s, count(*)
                  from x_retenu x
                  left join lateral (select f.structure_id from annuaire.fonction f
                                      where f.personnel_id = x.id and f.source = 'AAF'
                                      order by f.fini_le nulls first, f.structure_id limit 1) k on true
                 where x.nature = 'PERSONNEL' group by 1
                union all
                select structure_id, 'CLASSE', 'archived', '', count(*) from x_classe_tenue group by 1
                union all
                """.formatted(reason(), ECOLE_DU_RESPONSABLE.replace("d.id", "x.id"), atelier.gone(Sorte.RESPONSABLE));
    }

    private static final String FIRST = """
            select structure_id as ecole, 'ELEVE' as nature, verdict, '' as raison, count(*) as nombre
              from d_eleve where verdict <> 'unchanged' group by 1, 3
            union all
            select e.structure_id, 'RESPONSABLE', 'created', '', count(distinct x.responsable_id)
              from x_lien x join d_eleve e on e.id = x.eleve_id group by 1
            union all
            select structure_id, 'PERSONNEL', 'created', '', count(distinct personnel_id) from x_fonction group by 1
            union all
            """ + CLASSES;

    /// What a full does to the year of a school: classes that begin and end, pupils of the last level who leave, staff
    /// whose class ends, guardians who lose their access.
    private static final String RENTREE = """
            select ecole, sum(nouvelles)::int as nouvelles, sum(finies)::int as finies, sum(cm2)::int as cm2,
                   sum(enseignants)::int as enseignants, sum(responsables)::int as responsables,
                   (select jsonb_agg(c.libelle order by c.libelle) from annuaire.classe c
                     where c.structure_id = ecole
                       and c.id in (select id from d_classe where verdict = 'archived'
                                    union all select id from x_classe_tenue)) as closes
              from (select structure_id as ecole, count(*) filter (where verdict = 'created') as nouvelles,
                           count(*) filter (where verdict = 'archived') as finies, 0 as cm2, 0 as enseignants,
                           0 as responsables
                      from d_classe group by 1
                    union all
                    select t.structure_id, 0, 0, count(*), 0, 0
                      from d_eleve d join annuaire.eleve t on t.id = d.id and t.niveau = 'CM2'
                     where d.verdict in ('suspended', 'moved') group by 1
                    union all
                    select d.structure_id, 0, 0, 0, count(distinct n.personnel_id), 0
                      from (select id, structure_id from d_classe where verdict = 'archived'
                            union all select id, structure_id from x_classe_tenue) d
                      join annuaire.enseignement n on n.classe_id = d.id and n.fini_le is null group by 1
                    union all
                    select structure_id, 0, count(*), 0, 0, 0 from x_classe_tenue group by 1
                    union all
                    select t.structure_id, 0, 0, count(*), 0, 0
                      from x_retenu x join annuaire.eleve t on t.id = x.id and t.niveau = 'CM2'
                     where x.nature = 'ELEVE' and %3$s group by 1
                    union all
                    select k.structure_id, 0, 0, 0, 0, count(*)
                      from x_retenu x %2$s where x.nature = 'RESPONSABLE' and %3$s group by 1
                    union all
                    select structure_id, 0, 0, 0, 0, count(*)
                      from e_ecart where nature = 'RESPONSABLE' and verdict = 'suspended' group by 1) q
             where %1$s and ecole is not null
             group by ecole
            having sum(nouvelles) + sum(finies) + sum(cm2) + sum(enseignants) + sum(responsables) > 0
            """;
}
