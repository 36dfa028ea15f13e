package fr.entecole.annuaire.aaf.comparaison;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.socle.AnneeScolaire;

/// Pupils, with the classes and groups that exist through them only. A class is keyed by its id; its label is
/// the last one seen. Bits 51 and 52 of `liste` say whether a record lists its classes and groups at all.
record DifferenceEleves(Atelier atelier) {

    void compute() {
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
                 where s.op in ('A', 'M')
                union all
                select t.id, null, null, 'suspended'
                  from annuaire.eleve t
                 where t.academie = :academie and t.aaf_id is not null and t.suspendu_le is null and %s
                """.formatted(Atelier.differs(Sorte.ELEVE), atelier.gone(Sorte.ELEVE)));
        containers("classe", "archivee_le", 51);
        containers("groupe", "archive_le", 52);
        atelier.create("x_eleve_classe", """
                select distinct on (d.id, c.id) d.id as eleve_id, c.id as classe_id,
                       sc.entree_le, sc.sortie_le, sc.dates
                  from s_classe sc
                  join d_eleve d on d.seq = sc.seq
                  join d_classe c on c.aaf_id = sc.aaf_id and c.verdict <> 'archived'
                 order by d.id, c.id
                """);
        atelier.create("x_eleve_groupe", """
                select distinct d.id as eleve_id, g.id as groupe_id
                  from s_groupe sg
                  join d_eleve d on d.seq = sg.seq
                  join d_groupe g on g.aaf_id = sg.aaf_id and g.verdict <> 'archived'
                """);
        atelier.create(
                "d_eleve_classe",
                """
                select x.eleve_id, x.classe_id, x.entree_le, x.sortie_le,
                       case when t.eleve_id is null then 'created' else 'changed' end as verdict
                  from x_eleve_classe x
                  left join annuaire.eleve_classe t
                    on t.eleve_id = x.eleve_id and t.classe_id = x.classe_id and t.fini_le is null
                 where t.eleve_id is null
                    or (x.dates and (t.entree_le, t.sortie_le) is distinct from (x.entree_le, x.sortie_le))
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
    private void containers(String quoi, String archive, int bit) {
        boolean classe = quoi.equals("classe");
        int annee = AnneeScolaire.of(atelier.jour()).rentree();
        var encore = classe ? "and t.annee >= " + annee : "";
        var passee = classe ? "t.annee < " + annee + " or" : "";
        var prochaine = AnneeScolaire.of(atelier.jour().plusMonths(1)).rentree();
        var archived = atelier.genre() == Genre.DELTA ? "" : """
                union all
                select t.aaf_id, t.id, t.structure_id, t.libelle, null, 'archived'
                  from annuaire.%1$s t
                 where t.academie = :academie and t.aaf_id is not null and t.%2$s is null
                   and (%4$s not exists (
                       select 1 from s_%1$s c join s_eleve e on e.seq = c.seq and e.op in ('A', 'M')
                        where c.aaf_id = t.aaf_id))
                   and not exists (
                       select 1
                         from annuaire.eleve_%1$s m
                         join annuaire.eleve p on p.id = m.eleve_id and p.suspendu_le is null
                         left join d_eleve d on d.id = p.id
                         left join s_eleve s on s.seq = d.seq
                        where m.%1$s_id = t.id and m.fini_le is null
                          and (d.id is null or (d.seq is not null and (s.liste >> %3$d) & 1 = 0)))
                """.formatted(quoi, archive, bit, passee);
        atelier.create("d_" + quoi, """
                select aaf_id, id, structure_id, libelle, %4$d as annee,
                       case when nouveau then 'created'
                            when archive then 'revived'
                            when differe then 'changed'
                            else 'unchanged' end as verdict
                  from (select distinct on (c.aaf_id) c.aaf_id, coalesce(t.id, uuidv7()) as id,
                               st.id as structure_id, coalesce(nullif(c.libelle, ''), t.libelle, c.aaf_id) as libelle,
                               t.id is null as nouveau, t.%2$s is not null as archive,
                               (t.structure_id, t.libelle) is distinct from
                               (st.id, coalesce(nullif(c.libelle, ''), t.libelle, c.aaf_id)) as differe
                          from s_%1$s c
                          join s_eleve e on e.seq = c.seq and e.op in ('A', 'M')
                          join x_structure st on st.aaf_id = c.structure_aaf
                          left join annuaire.%1$s t on t.academie = :academie and t.aaf_id = c.aaf_id %3$s
                         where c.aaf_id <> ''
                         order by c.aaf_id, c.seq desc) vus
                """.formatted(quoi, archive, encore, prochaine) + archived);
    }

    /// Memberships of the directory that a record of the batch no longer lists; those of hand-made classes
    /// stay.
    private static String removed(String quoi, int bit) {
        return """
                select %%s
                  from annuaire.eleve_%1$s t
                  join d_eleve d on d.id = t.eleve_id and d.verdict <> 'created'
                  join s_eleve s on s.seq = d.seq and (s.liste >> %2$d) & 1 = 1
                  join annuaire.%1$s c on c.id = t.%1$s_id and c.aaf_id is not null
                 where t.fini_le is null
                   and not exists (select 1 from x_eleve_%1$s x
                                    where x.eleve_id = t.eleve_id and x.%1$s_id = t.%1$s_id)
                """.formatted(quoi, bit);
    }
}
