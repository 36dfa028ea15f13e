package fr.entecole.annuaire.aaf.application;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.validation.Champs;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes down, school by school, what a batch says is worth mending about whom: whole after a full; after a delta,
/// read again for the attributes that it lists and kept for the others, each person in the schools they are of now.
/// What is seen from the directory alone (a shared INE, a guardian who is missing) is asked of it each time.
final class Releve {

    private static final String SEEN_IN_THE_DIRECTORY = "('ine-double', 'lien-sans-personne')";

    private static final String SHARED_INE = """
            select e.structure_id, 'ELEVE', e.id, 'ine-double', 'ENTEleveINE'
              from (select ine from annuaire.eleve
                     where academie = :academie and ine is not null and suspendu_le is null
                     group by ine having count(*) > 1) d
              join annuaire.eleve e on e.ine = d.ine
             where e.academie = :academie and e.suspendu_le is null and e.structure_id is not null
            """;

    private static final String MISSING = """
            select e.structure_id, 'ELEVE', e.id, 'lien-sans-personne', 'ENTEleveAutoriteParentale'
              from annuaire.lien_en_attente a
              join annuaire.eleve e on e.id = a.eleve_id and e.suspendu_le is null
             where a.academie = :academie and e.structure_id is not null
            """;

    private final JdbcClient jdbc;
    private final String academie;

    Releve(JdbcClient jdbc, String academie) {
        this.jdbc = jdbc;
        this.academie = academie;
    }

    /// In the caller's transaction, after the directory has changed. What is as it was is not written again: nearly all
    /// of it, from one night to the next.
    void write(String schema, Genre genre) {
        jdbc.sql("set local search_path to " + schema).update();
        jdbc.sql("set local annuaire.lot to 'oui'").update();
        if (genre == Genre.DELTA) {
            keepWhatIsNotReadAgain();
        }
        run("create temporary table releve_apres on commit drop as "
                + String.join(" union ", said(), SHARED_INE, MISSING));
        run(
                "create temporary table releve_avant on commit drop as"
                        + " select structure_id, nature, personne_id, code, attribut from annuaire.signalement where academie = :academie");
        run("analyze releve_apres");
        run("analyze releve_avant");
        run("create temporary table releve_parti on commit drop as table releve_avant except table releve_apres");
        run("create temporary table releve_venu on commit drop as table releve_apres except table releve_avant");
        run("""
                delete from annuaire.signalement g using releve_parti p
                 where g.academie = :academie and g.structure_id = p.structure_id and g.personne_id = p.personne_id
                   and g.code = p.code and g.attribut = p.attribut
                """);
        run("""
                insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                select structure_id, :academie, nature, personne_id, code, attribut from releve_venu
                on conflict do nothing
                """);
        // what is known of a school moves only where it says something else
        run("""
                insert into annuaire.remaniement (ecole_id, numero)
                select structure_id, 1 from (table releve_parti union all table releve_venu) q
                 group by structure_id order by structure_id
                on conflict (ecole_id) do update set numero = remaniement.numero + 1
                """);
        jdbc.sql("set local annuaire.lot to ''").update();
    }

    /// Of the attributes that a delta does not list, and of whom it says nothing.
    private void keepWhatIsNotReadAgain() {
        for (var sorte : Sorte.values()) {
            if (sorte != Sorte.STRUCTURE) {
                run("""
                        insert into s_signalement (sorte, aaf_id, code, attribut)
                        select distinct '%1$s', t.aaf_id, g.code, g.attribut
                          from annuaire.signalement g
                          join annuaire.%1$s t on t.id = g.personne_id and t.academie = :academie
                          left join %2$s s on s.aaf_id = t.aaf_id
                         where g.academie = :academie and t.aaf_id is not null and g.code not in %3$s
                           and (s.op in ('A', 'D')
                                    or (s.op = 'M' and exists (
                                        select 1 from (values %4$s, (50, 'ENTEleveAutoriteParentale'), (50, 'ENTPersonFonctions'),
                                                              (51, 'ENTEleveDateEntreeClasses'), (51, 'ENTEleveDateSortieClasses'),
                                                              (51, 'ENTPersonClasses'), (51, 'ENTEnsFonctionDir'), (52, 'ENTPersonGroupes')) v(bit, attribut)
                                         where v.attribut = g.attribut and (s.liste >> v.bit) & 1 = 1))
                                    ) is not true
                        """.formatted(sorte.code, sorte.table, SEEN_IN_THE_DIRECTORY, bits(sorte)));
            }
        }
    }

    private static String bits(Sorte sorte) {
        var champs = Champs.of(sorte);
        return IntStream.range(0, champs.size())
                .mapToObj(bit -> "(%d, '%s')".formatted(bit, champs.get(bit).attribut()))
                .collect(Collectors.joining(", "));
    }

    /// People of each kind, with each school they are of.
    private static String said() {
        return String.join(
                " union ",
                said("eleve", "select e.id, e.structure_id from annuaire.eleve e where e.suspendu_le is null"),
                said("responsable", """
                        select r.id, e.structure_id from annuaire.responsable r
                          join annuaire.lien l on l.responsable_id = r.id and l.retire_le is null
                          join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                         where r.suspendu_le is null
                        """),
                said("personnel", """
                        select p.id, f.structure_id from annuaire.personnel p
                          join annuaire.fonction f on f.personnel_id = p.id and f.code <> '-'
                         where p.suspendu_le is null
                        """));
    }

    private static String said(String sorte, String places) {
        return """
                select q.structure_id, upper('%1$s') as nature, t.id as personne_id, x.code, x.attribut
                  from s_signalement x
                  join annuaire.%1$s t on t.academie = :academie and t.aaf_id = x.aaf_id
                  join (%2$s) q on q.id = t.id
                 where x.sorte = '%1$s' and q.structure_id is not null
                """.formatted(sorte, places);
    }

    private void run(String sql) {
        jdbc.sql(sql).param("academie", academie).update();
    }
}
