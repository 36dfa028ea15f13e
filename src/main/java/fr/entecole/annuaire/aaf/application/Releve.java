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

    private final JdbcClient jdbc;
    private final String academie;

    Releve(JdbcClient jdbc, String academie) {
        this.jdbc = jdbc;
        this.academie = academie;
    }

    /// In the caller's transaction, after the directory has changed.
    void write(String schema, Genre genre) {
        jdbc.sql("set local search_path to " + schema).update();
        jdbc.sql("set local annuaire.lot to 'oui'").update();
        run("create temporary table releve_avant on commit drop as"
                + " select * from annuaire.signalement where academie = :academie");
        if (genre == Genre.DELTA) {
            for (var sorte : Sorte.values()) {
                if (sorte != Sorte.STRUCTURE) {
                    forgetWhatIsReadAgain(sorte);
                    keepTheRest(sorte);
                }
            }
        }
        run("delete from annuaire.signalement where academie = :academie");
        insert("eleve", "select e.id, e.structure_id from annuaire.eleve e where e.suspendu_le is null");
        insert("responsable", """
                select r.id, e.structure_id from annuaire.responsable r
                  join annuaire.lien l on l.responsable_id = r.id and l.retire_le is null
                  join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                 where r.suspendu_le is null
                """);
        insert("personnel", """
                select p.id, f.structure_id from annuaire.personnel p
                  join annuaire.fonction f on f.personnel_id = p.id and f.code <> '-'
                 where p.suspendu_le is null
                """);
        sharedIne();
        missingGuardians();
        moves();
        jdbc.sql("set local annuaire.lot to ''").update();
    }

    /// All is written again each time: what is known of a school moves only where it says something else.
    private void moves() {
        run("""
                insert into annuaire.remaniement (ecole_id, numero)
                select structure_id, 1
                  from ((table releve_avant except select * from annuaire.signalement where academie = :academie)
                        union all
                        (select * from annuaire.signalement where academie = :academie except table releve_avant)) q
                 group by structure_id order by structure_id
                on conflict (ecole_id) do update set numero = remaniement.numero + 1
                """);
    }

    private void forgetWhatIsReadAgain(Sorte sorte) {
        var champs = Champs.of(sorte);
        var bits = IntStream.range(0, champs.size())
                .mapToObj(bit -> "(%d, '%s')".formatted(bit, champs.get(bit).attribut()))
                .collect(Collectors.joining(", "));
        run("""
                delete from annuaire.signalement g
                 using annuaire.%1$s t join %2$s s on s.aaf_id = t.aaf_id
                 where t.academie = :academie and g.personne_id = t.id
                   and (s.op in ('A', 'D')
                        or (s.op = 'M' and exists (
                            select 1 from (values %3$s, (50, 'ENTEleveAutoriteParentale'), (50, 'ENTPersonFonctions'),
                                                  (51, 'ENTEleveDateEntreeClasses'), (51, 'ENTEleveDateSortieClasses'),
                                                  (51, 'ENTPersonClasses'), (51, 'ENTEnsFonctionDir'), (52, 'ENTPersonGroupes')) v(bit, attribut)
                             where v.attribut = g.attribut and (s.liste >> v.bit) & 1 = 1)))
                """.formatted(sorte.code, sorte.table, bits));
    }

    private void keepTheRest(Sorte sorte) {
        run("""
                insert into s_signalement (sorte, aaf_id, code, attribut)
                select distinct '%1$s', t.aaf_id, g.code, g.attribut
                  from annuaire.signalement g join annuaire.%1$s t on t.id = g.personne_id
                 where g.academie = :academie and t.aaf_id is not null and g.code not in %2$s
                """.formatted(sorte.code, SEEN_IN_THE_DIRECTORY));
    }

    /// @param places people of this kind, with each school they are of
    private void insert(String sorte, String places) {
        run("""
                insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                select distinct q.structure_id, :academie, upper('%1$s'), t.id, x.code, x.attribut
                  from s_signalement x
                  join annuaire.%1$s t on t.academie = :academie and t.aaf_id = x.aaf_id
                  join (%2$s) q on q.id = t.id
                 where x.sorte = '%1$s' and q.structure_id is not null
                on conflict do nothing
                """.formatted(sorte, places));
    }

    private void sharedIne() {
        run("""
                insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                select e.structure_id, :academie, 'ELEVE', e.id, 'ine-double', 'ENTEleveINE'
                  from (select id, structure_id, count(*) over (partition by ine) as nombre from annuaire.eleve
                         where academie = :academie and ine is not null and suspendu_le is null) e
                 where e.nombre > 1 and e.structure_id is not null
                """);
    }

    private void missingGuardians() {
        run("""
                insert into annuaire.signalement (structure_id, academie, nature, personne_id, code, attribut)
                select distinct e.structure_id, :academie, 'ELEVE', e.id, 'lien-sans-personne',
                       'ENTEleveAutoriteParentale'
                  from annuaire.lien_en_attente a
                  join annuaire.eleve e on e.id = a.eleve_id and e.suspendu_le is null
                 where a.academie = :academie and e.structure_id is not null
                """);
    }

    private void run(String sql) {
        jdbc.sql(sql).param("academie", academie).update();
    }
}
