package fr.entecole.annuaire.aaf.comparaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Sorte;

/// Staff and their functions: what the feed says of where they work. Functions given by hand are another source and
/// are never looked at here. Nobody directs a structure where they have no function; bit 51 of `liste` says whether a
/// record lists its directions at all.
record DifferencePersonnels(Atelier atelier, Departs departs) {

    void compute() {
        atelier.create("d_personnel", """
                select coalesce(t.id, uuidv7()) as id, s.seq, st.id as structure_rattachement_id,
                       case when t.id is null then 'created'
                            when t.suspendu_le is not null then 'revived'
                            when t.structure_rattachement_id is distinct from st.id or %s then 'changed'
                            else 'unchanged' end as verdict
                  from s_personnel s
                  left join annuaire.personnel t on t.academie = :academie and t.aaf_id = s.aaf_id
                  left join x_structure st on st.aaf_id = s.rattachement_aaf
                 where s.op in ('A', 'M')
                union all
                select t.id, null, null, 'suspended'
                  from annuaire.personnel t
                 where t.academie = :academie and t.aaf_id is not null and t.suspendu_le is null and %s
                """.formatted(Atelier.differs(Sorte.PERSONNEL), atelier.gone(Sorte.PERSONNEL)));
        departs.staff(atelier);
        atelier.create("x_fonction", """
                select distinct on (d.id, st.id, f.code, f.specialite_code)
                       d.id as personnel_id, st.id as structure_id, f.code, f.libelle, f.specialite_code,
                       f.specialite_libelle, f.directeur
                  from s_fonction f
                  join d_personnel d on d.seq = f.seq
                  join x_structure st on st.aaf_id = f.structure_aaf
                 order by d.id, st.id, f.code, f.specialite_code, f.directeur desc, f.n
                """);
        directionsAlone();
        atelier.create("d_fonction", """
                select x.*, case when t.personnel_id is null then 'created' else 'changed' end as verdict
                  from x_fonction x
                  left join annuaire.fonction t
                    on t.personnel_id = x.personnel_id and t.structure_id = x.structure_id and t.code = x.code
                   and t.specialite_code = x.specialite_code and t.source = 'AAF' and t.fini_le is null
                 where t.personnel_id is null
                    or (t.libelle, t.specialite_libelle, t.directeur)
                       is distinct from (x.libelle, x.specialite_libelle, x.directeur)
                union all
                select t.personnel_id, t.structure_id, t.code, t.libelle, t.specialite_code, t.specialite_libelle,
                       t.directeur, 'archived'
                  from annuaire.fonction t
                  join d_personnel d on d.id = t.personnel_id and d.verdict <> 'created'
                  join s_personnel s on s.seq = d.seq and (s.liste >> 50) & 1 = 1
                 where t.source = 'AAF' and t.fini_le is null
                   and not exists (select 1 from x_fonction x
                                    where x.personnel_id = t.personnel_id and x.structure_id = t.structure_id
                                      and x.code = t.code and x.specialite_code = t.specialite_code)
                """);
        atelier.update("""
                update d_personnel d set verdict = 'changed'
                 where d.verdict = 'unchanged' and d.id in (select personnel_id from d_fonction)
                """);
        withoutFunction();
        var sans = """
                        select s.aaf_id from d_personnel d join s_personnel s on s.seq = d.seq
                         where (s.rattachement_aaf is not null and d.structure_rattachement_id is null)
                            or exists (select 1 from s_fonction f
                                        where f.seq = s.seq
                                          and not exists (select 1 from x_structure st
                                                           where st.aaf_id = f.structure_aaf))
                        """;
        atelier.warn(
                "fonction-sans-structure",
                t(
                        "L’école ou le service d’une fonction ou d’un rattachement n’est pas dans l’annuaire : ce poste est ignoré."),
                atelier.ids(sans));
        atelier.keep(Sorte.PERSONNEL, "fonction-sans-structure", "ENTPersonFonctions", sans);
    }

    /// A delta that lists the directions and not the functions: they are those that the directory has.
    private void directionsAlone() {
        atelier.update("""
                insert into x_fonction
                select d.id, t.structure_id, t.code, t.libelle, t.specialite_code, t.specialite_libelle,
                       t.specialite_code = 'D0000' or coalesce(t.specialite_libelle, '') = 'DIRECTION'
                       or (exists (select 1 from s_direction q join x_structure st on st.aaf_id = q.structure_aaf
                                    where q.seq = s.seq and st.id = t.structure_id)
                           and not exists (select 1 from annuaire.fonction o
                                            where o.personnel_id = d.id and o.structure_id = t.structure_id
                                              and o.source = 'AAF' and o.fini_le is null
                                              and (o.specialite_code = 'D0000' or o.specialite_libelle = 'DIRECTION')))
                  from d_personnel d
                  join s_personnel s on s.seq = d.seq and (s.liste >> 50) & 1 = 0 and (s.liste >> 51) & 1 = 1
                  join annuaire.fonction t on t.personnel_id = d.id and t.source = 'AAF' and t.fini_le is null
                """);
    }

    private void withoutFunction() {
        var sans = """
                select distinct s.aaf_id
                  from s_direction q
                  join d_personnel d on d.seq = q.seq
                  join s_personnel s on s.seq = q.seq
                 where not exists (select 1 from x_fonction x join x_structure st on st.id = x.structure_id
                                    where x.personnel_id = d.id and st.aaf_id = q.structure_aaf)
                """;
        atelier.warn(
                "direction-sans-fonction",
                t("La direction est dite d’une école ou d’un service où la personne n’a pas de fonction : ignorée."),
                atelier.ids(sans));
        atelier.keep(Sorte.PERSONNEL, "direction-sans-fonction", "ENTEnsFonctionDir", sans);
    }
}
