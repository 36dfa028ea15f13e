package fr.entecole.annuaire.aaf.comparaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Sorte;

/// Structures: matched by id, else by UAI (an id may change, a school's code does not). One that is missing from a full
/// is kept, with a warning. Under its former id a school is still itself, for the records that a delta completes.
record DifferenceStructures(Atelier atelier) {

    void compute() {
        atelier.create("x_adoption", """
                select distinct on (u.id) u.id, s.aaf_id
                  from s_structure s
                  join annuaire.structure u on u.academie = :academie and u.uai = s.uai
                 where s.op in ('A', 'M')
                   and s.uai ~ '^[0-9]{7}[A-Z]$'
                   and not exists (select 1 from annuaire.structure t
                                    where t.academie = :academie and t.aaf_id = s.aaf_id)
                   and not exists (select 1 from s_structure o where o.aaf_id = u.aaf_id and o.op in ('A', 'M'))
                 order by u.id, s.seq
                """);
        atelier.create("x_structure", """
                select s.aaf_id, coalesce(t.id, a.id, uuidv7()) as id, s.seq, t.id is null and a.id is null as nouveau
                  from s_structure s
                  left join annuaire.structure t on t.academie = :academie and t.aaf_id = s.aaf_id
                  left join x_adoption a on a.aaf_id = s.aaf_id
                 where s.op in ('A', 'M')
                union all
                select t.aaf_id, t.id, null, false
                  from annuaire.structure t
                 where t.academie = :academie and t.aaf_id is not null
                   and not exists (select 1 from s_structure s where s.aaf_id = t.aaf_id and s.op in ('A', 'M'))
                """);
        staysASchool();
        atelier.create("d_structure", """
                select x.id, x.seq, c.id as circonscription_id,
                       case when x.nouveau then 'created'
                            when t.aaf_id is distinct from s.aaf_id
                              or t.circonscription_id is distinct from c.id
                              or %s then 'changed'
                            else 'unchanged' end as verdict
                  from x_structure x
                  join s_structure s on s.seq = x.seq
                  left join annuaire.structure t on t.id = x.id
                  left join x_structure c on c.aaf_id = s.circonscription_aaf
                """.formatted(Atelier.differs(Sorte.STRUCTURE)));
        warnings();
    }

    /// A school that is open has people in it: a type that is new to us, or changed by mistake, does not turn them out.
    private void staysASchool() {
        atelier.warn(
                "type-inattendu",
                t("Une école ouverte n’a plus un type d’école publique : elle reste une école et ses personnes entrent,"
                        + " vérifiez son type ou fermez-la."),
                atelier.returning("""
                        update s_structure s set genre = 'ECOLE'
                          from x_structure x
                          join annuaire.structure t on t.id = x.id
                         where x.seq = s.seq and t.academie = :academie and t.genre = 'ECOLE'
                           and s.genre is distinct from 'ECOLE'
                           and exists (select 1 from annuaire.ouverte o where o.ecole_id = t.id)
                        returning s.aaf_id
                        """));
    }

    private void warnings() {
        atelier.warn(
                "circonscription-inconnue",
                t("La circonscription de l’école n’est pas dans l’annuaire : le rattachement attendra."),
                atelier.ids("""
                        select s.aaf_id from d_structure d join s_structure s on s.seq = d.seq
                         where s.circonscription_aaf is not null and d.circonscription_id is null
                        """));
        atelier.warn(
                "uai-double",
                t("Deux écoles portent le même code UAI : elles restent deux, chacune s’ouvre à part."),
                atelier.ids("""
                        select s.aaf_id from d_structure d join s_structure s on s.seq = d.seq
                         where s.uai in (
                               select uai
                                 from (select b.uai, g.id from d_structure g join s_structure b on b.seq = g.seq
                                       union all
                                       select t.uai, t.id from annuaire.structure t
                                        where not exists (select 1 from d_structure g where g.id = t.id)) toutes
                                where uai is not null
                                group by uai having count(distinct id) > 1)
                        """));
        var absentes = """
                select t.aaf_id from annuaire.structure t
                 where t.academie = :academie and t.aaf_id is not null
                   and not exists (select 1 from x_structure x where x.id = t.id and x.seq is not null) and
                """ + atelier.gone(Sorte.STRUCTURE);
        atelier.warn(
                "structure-absente",
                t("L’école n’est plus dans l’envoi : elle est gardée, vérifiez si elle a fermé."),
                atelier.ids(absentes));
    }
}
