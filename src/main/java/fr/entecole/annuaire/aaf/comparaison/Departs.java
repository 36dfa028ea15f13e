package fr.entecole.annuaire.aaf.comparaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Colonnes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Schools that would lose too many of their pupils at once: what a batch says of them looks cut. Nobody leaves them
/// until the region has decided; what it brings or corrects there is applied like anywhere else.
///
/// @param seuil per cent of the pupils of a school that may leave it unasked
/// @param auMoins fewer than this hold nothing
/// @param acceptees schools whose departures were accepted
/// @param tous all were
public record Departs(double seuil, int auMoins, Set<UUID> acceptees, boolean tous) {

    /// A school that holds its people back.
    public record Ecole(UUID id, int presents, int partants) {}

    /// Pupils, once their verdicts are known and before what depends on who is here.
    void pupils(Atelier atelier) {
        atelier.create("x_ecole_retenue", """
                select t.structure_id, count(*)::int as presents, count(d.id)::int as partants
                  from annuaire.eleve t
                  left join d_eleve d on d.id = t.id and d.verdict = 'suspended'
                 where t.academie = :academie and t.aaf_id is not null and t.suspendu_le is null
                   and t.structure_id in (select g.structure_id from d_eleve p join annuaire.eleve g on g.id = p.id
                                           where p.verdict = 'suspended')
                   and not t.structure_id = any('{%s}'::uuid[]) and %s
                 group by t.structure_id
                having count(d.id) >= %d and count(d.id) * 100.0 > count(*) * %s
                """.formatted(
                        acceptees.stream().map(UUID::toString).collect(Collectors.joining(",")),
                        !tous,
                        auMoins,
                        Double.toString(seuil)));
        atelier.create("x_retenu", """
                select 'ELEVE' as nature, d.id
                  from d_eleve d
                  join annuaire.eleve t on t.id = d.id
                  join x_ecole_retenue r on r.structure_id = t.structure_id
                 where d.verdict = 'suspended'
                """);
        atelier.update("delete from d_eleve d using x_retenu x where x.nature = 'ELEVE' and x.id = d.id");
        atelier.warn(
                "departs-retenus",
                t("Une école perdrait trop d’élèves d’un coup : personne n’en part tant que la région n’a pas décidé."),
                atelier.ids("""
                        select coalesce(s.uai, s.aaf_id) from x_ecole_retenue r
                          join annuaire.structure s on s.id = r.structure_id
                        """));
    }

    /// Those who answer for a pupil who is held back stay too.
    void guardians(Atelier atelier) {
        atelier.update("""
                insert into x_retenu
                select 'RESPONSABLE', p.id from x_parti p
                 where exists (select 1 from annuaire.lien l
                                 join x_retenu x on x.nature = 'ELEVE' and x.id = l.eleve_id
                                where l.responsable_id = p.id and l.retire_le is null)
                """);
        atelier.update("delete from x_parti p using x_retenu x where x.nature = 'RESPONSABLE' and x.id = p.id");
    }

    void staff(Atelier atelier) {
        atelier.update("""
                insert into x_retenu
                select 'PERSONNEL', d.id from d_personnel d
                 where d.verdict = 'suspended'
                   and exists (select 1 from annuaire.fonction f
                                 join x_ecole_retenue r on r.structure_id = f.structure_id
                                where f.personnel_id = d.id and f.source = 'AAF' and f.fini_le is null)
                """);
        atelier.update("delete from d_personnel d using x_retenu x where x.nature = 'PERSONNEL' and x.id = d.id");
    }

    static List<Ecole> schools(Atelier atelier) {
        return atelier.jdbc()
                .sql("select structure_id, presents, partants from x_ecole_retenue order by structure_id")
                .query((rs, _) ->
                        new Ecole(Colonnes.uuid(rs, "structure_id"), rs.getInt("presents"), rs.getInt("partants")))
                .list();
    }

    /// How many are held back, by the words of the report.
    static Map<String, Long> held(Atelier atelier) {
        Map<String, Long> nombres = new HashMap<>();
        atelier.jdbc().sql("""
                        select case nature when 'ELEVE' then 'eleves' when 'RESPONSABLE' then 'responsables'
                                    else 'personnels' end, count(*) from x_retenu group by 1
                        """).query(rs -> {
            nombres.put(rs.getString(1), rs.getLong(2));
        });
        return nombres;
    }
}
