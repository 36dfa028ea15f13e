package fr.entecole.annuaire.aaf.application;

import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.validation.Champs;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes the directory as the `d_…` tables say, inside the caller's transaction: one statement a set, never one a
/// row. Teachers' classes, terms of office, hand-made people and functions are not in its reach, nor are restrictions,
/// but for whom they are about, when they come back, and for guardians who are held (`RetenuesDuLot`).
final class Mutation {

    private static final List<String> TABLES = List.of(
            "structure",
            "classe",
            "groupe",
            "eleve",
            "eleve_classe",
            "eleve_groupe",
            "responsable",
            "lien",
            "lien_en_attente",
            "personnel",
            "fonction");

    /// Whom a file of the school had entered, or another académie, is this feed's from now on (Reconnus).
    private static final String OURS = "academie = :academie, aaf_id = s.aaf_id, source = 'AAF', ";

    private final JdbcClient jdbc;
    private final String academie;
    private final LocalDate jour;
    private final OffsetDateTime maintenant;
    private List<RetenuesDuLot.Retenue> retenues = List.of();

    /// @param jour of the batch: from that day on it is so, until that day it was
    /// @param maintenant from when terms run for those who have left
    Mutation(JdbcClient jdbc, String academie, LocalDate jour, OffsetDateTime maintenant) {
        this.jdbc = jdbc;
        this.academie = academie;
        this.jour = jour;
        this.maintenant = maintenant;
    }

    /// @param plein everyone is in the batch: sets are whole, and the planner should look at the result
    /// @return guardians held out until the head of the school decides
    List<RetenuesDuLot.Retenue> apply(String schema, boolean plein) {
        jdbc.sql("set local search_path to " + schema).update();
        jdbc.sql("set local work_mem to '128MB'").update();
        jdbc.sql("set local annuaire.lot to 'oui'").update();
        jdbc.sql("set local plan_cache_mode to auto").update();
        jdbc.sql("set local " + (plein ? "enable_nestloop to off" : "random_page_cost to 1.1"))
                .update();
        structures();
        containers("classe", "archivee_le");
        containers("groupe", "archive_le");
        eleves();
        responsables();
        personnels();
        run("""
                update annuaire.correction c set finie_le = :maintenant, finie = 'SOURCE'
                  from x_correction_finie f where f.id = c.id and c.finie_le is null
                """);
        run("""
                insert into annuaire.remaniement (ecole_id, numero)
                select id, 1 from annuaire.structure where academie = :academie and genre = 'ECOLE' order by id
                on conflict (ecole_id) do update set numero = remaniement.numero + 1
                """);
        jdbc.sql("set local annuaire.lot to ''").update();
        // once for all, not row by row
        jdbc.sql("select pg_notify('annuaire', '')").query((_, _) -> true).list();
        if (plein) {
            jdbc.sql("set local enable_nestloop to on").update();
            for (var table : TABLES) {
                jdbc.sql("analyze annuaire." + table).update();
            }
        }
        return retenues;
    }

    private void structures() {
        run("""
                insert into annuaire.commune (insee, nom, departement)
                select distinct on (commune_insee) commune_insee, coalesce(commune_nom, commune_insee),
                       coalesce(departement, '0' || left(commune_insee, 2))
                  from s_structure
                 where op in ('A', 'M') and commune_insee is not null
                   and not exists (select 1 from annuaire.commune c where c.insee = commune_insee)
                 order by commune_insee, seq desc
                on conflict (insee) do nothing
                """);
        insert(Sorte.STRUCTURE, "circonscription_id");
        run("""
                update annuaire.structure t
                   set aaf_id = s.aaf_id, circonscription_id = d.circonscription_id, %s
                  from d_structure d join s_structure s on s.seq = d.seq
                 where d.verdict = 'changed' and t.id = d.id
                """.formatted(Champs.columns(Sorte.STRUCTURE, "%s = s.%s")));
    }

    /// What is left goes first: its number may be another's from this batch on.
    private void containers(String quoi, String archive) {
        run("update annuaire.%1$s t set %2$s = :maintenant from d_%1$s d where d.verdict = 'archived' and t.id = d.id"
                .formatted(quoi, archive));
        run("""
                insert into annuaire.%1$s (id, structure_id, academie, aaf_id, libelle%2$s)
                select id, structure_id, :academie, aaf_id, libelle%2$s from d_%1$s where verdict = 'created'
                """.formatted(quoi, quoi.equals("classe") ? ", annee" : ""));
        run("""
                update annuaire.%1$s t set libelle = d.libelle, %2$s = null
                  from d_%1$s d
                 where d.verdict in ('changed', 'revived') and t.id = d.id
                """.formatted(quoi, archive));
        ended("eleve_" + quoi, "d_" + quoi + " d", "t." + quoi + "_id = d.id");
    }

    private void eleves() {
        insert(Sorte.ELEVE, "structure_id");
        run("""
                update annuaire.restriction x
                   set eleve_id = d.id, eleve_academie = null, eleve_aaf_id = null, oubliee_le = null
                  from d_eleve d join annuaire.eleve e on e.id = d.id
                 where d.verdict = 'created' and x.eleve_academie = :academie and x.eleve_aaf_id = e.aaf_id
                """);
        update(Sorte.ELEVE, OURS + "structure_id = d.structure_id, ");
        run("""
                update annuaire.eleve t set suspendu_le = :maintenant
                  from d_eleve d where d.verdict = 'suspended' and t.id = d.id
                """);
        ended("eleve_classe", "d_eleve_classe d", "t.eleve_id = d.eleve_id and t.classe_id = d.classe_id");
        run("""
                insert into annuaire.eleve_classe (eleve_id, classe_id, depuis, entree_le, sortie_le)
                select eleve_id, classe_id, :jour, entree_le, sortie_le from d_eleve_classe where verdict = 'created'
                 order by classe_id, eleve_id
                """);
        run("""
                update annuaire.eleve_classe t set entree_le = d.entree_le, sortie_le = d.sortie_le
                  from d_eleve_classe d
                 where d.verdict = 'changed' and t.eleve_id = d.eleve_id and t.classe_id = d.classe_id
                   and t.fini_le is null
                """);
        run("""
                update annuaire.classe c set archivee_le = :maintenant
                 where c.academie = :academie and c.aaf_id is null and c.archivee_le is null
                   and c.id in (select d.classe_id from d_eleve_classe d
                                  join x_eleve_reconnu m on m.id = d.eleve_id
                                 where d.verdict = 'archived')
                   and not exists (select 1 from annuaire.inscrit i where i.classe_id = c.id)
                """);
        ended("eleve_groupe", "d_eleve_groupe d", "t.eleve_id = d.eleve_id and t.groupe_id = d.groupe_id");
        run("""
                insert into annuaire.eleve_groupe (eleve_id, groupe_id, depuis)
                select eleve_id, groupe_id, :jour from d_eleve_groupe where verdict = 'created'
                """);
    }

    private void responsables() {
        var deLot = new RetenuesDuLot(jdbc, maintenant);
        deLot.look();
        insert(Sorte.RESPONSABLE, "");
        run("""
                update annuaire.restriction x
                   set responsable_id = d.id, responsable_academie = null, responsable_aaf_id = null
                  from d_responsable d join annuaire.responsable r on r.id = d.id
                 where d.verdict = 'created' and x.responsable_academie = :academie
                   and x.responsable_aaf_id = r.aaf_id
                """);
        update(Sorte.RESPONSABLE, OURS + "suspendu_sans_enfant = false, ");
        run("""
                update annuaire.responsable t set suspendu_le = null, suspendu_sans_enfant = false
                  from d_responsable d where d.verdict = 'revived' and d.seq is null and t.id = d.id
                """);
        run("""
                update annuaire.responsable t set suspendu_le = :maintenant, suspendu_sans_enfant = d.sans_enfant
                  from d_responsable d where d.verdict = 'suspended' and t.id = d.id
                """);
        run("""
                delete from annuaire.lien t using d_lien d
                 where d.verdict = 'revived' and t.eleve_id = d.eleve_id and t.responsable_id = d.responsable_id
                   and t.depuis >= :jour
                """);
        run("""
                insert into annuaire.lien (eleve_id, responsable_id, code, depuis)
                select eleve_id, responsable_id, code, :jour from d_lien where verdict in ('created', 'revived')
                 order by responsable_id, eleve_id
                """);
        run("""
                update annuaire.lien t
                   set code = d.code, source = 'AAF', motif = null, jusque = null, retire_le = case when d.verdict = 'archived' then :maintenant end
                  from d_lien d
                 where d.verdict in ('changed', 'archived') and t.retire_le is null
                   and t.eleve_id = d.eleve_id and t.responsable_id = d.responsable_id
                """);
        withoutEnfant();
        retenues = deLot.hold();
        run("""
                delete from annuaire.lien_en_attente t using d_attente d
                 where d.verdict = 'archived' and t.eleve_id = d.eleve_id and t.responsable_aaf = d.responsable_aaf
                """);
        run("""
                insert into annuaire.lien_en_attente (academie, eleve_id, responsable_aaf, code)
                select :academie, eleve_id, responsable_aaf, code from d_attente where verdict = 'created'
                on conflict (eleve_id, responsable_aaf) do update set code = excluded.code
                """);
    }

    /// Guardians whom no feed brings are here as long as a child of theirs is.
    private void withoutEnfant() {
        boolean some = jdbc.sql(
                        "select exists (select 1 from annuaire.responsable where academie = :academie and aaf_id is null)")
                .param("academie", academie)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
        if (some) {
            run("""
                    update annuaire.responsable r
                       set suspendu_le = case when r.suspendu_le is null then :maintenant end,
                           suspendu_sans_enfant = r.suspendu_le is null
                     where r.academie = :academie and r.aaf_id is null
                       and (r.suspendu_le is null or r.suspendu_sans_enfant)
                       and (r.suspendu_le is null) = not exists (
                           select 1 from annuaire.lien l
                             join annuaire.eleve e on e.id = l.eleve_id and e.suspendu_le is null
                            where l.responsable_id = r.id and l.retire_le is null)
                    """);
        }
    }

    private void personnels() {
        insert(Sorte.PERSONNEL, "structure_rattachement_id");
        update(Sorte.PERSONNEL, "structure_rattachement_id = d.structure_rattachement_id, ");
        run("""
                update annuaire.personnel t set suspendu_le = :maintenant
                  from d_personnel d where d.verdict = 'suspended' and t.id = d.id
                """);
        ended("fonction", "d_fonction d", """
                t.source = 'AAF' and t.personnel_id = d.personnel_id and t.structure_id = d.structure_id
                   and t.code = d.code and t.specialite_code = d.specialite_code""");
        run("""
                insert into annuaire.fonction (personnel_id, structure_id, code, libelle, specialite_code,
                                               specialite_libelle, directeur, source, depuis)
                select personnel_id, structure_id, code, libelle, specialite_code, specialite_libelle, directeur, 'AAF',
                       :jour
                  from d_fonction where verdict = 'created'
                """);
        run("""
                update annuaire.fonction t
                   set libelle = d.libelle, specialite_libelle = d.specialite_libelle, directeur = d.directeur
                  from d_fonction d
                 where d.verdict = 'changed' and t.source = 'AAF' and t.personnel_id = d.personnel_id
                   and t.structure_id = d.structure_id and t.code = d.code and t.specialite_code = d.specialite_code
                   and t.fini_le is null
                """);
    }

    /// Rows end on the day of the batch. What began that very day has never been: a day with two batches leaves the
    /// last.
    private void ended(String table, String archived, String which) {
        run(
                "delete from annuaire.%s t using %s where d.verdict = 'archived' and %s and t.fini_le is null and t.depuis >= :jour"
                        .formatted(table, archived, which));
        run("update annuaire.%s t set fini_le = :jour from %s where d.verdict = 'archived' and %s and t.fini_le is null"
                .formatted(table, archived, which));
    }

    private void insert(Sorte sorte, String resolue) {
        run("""
                insert into annuaire.%1$s (id, academie, aaf_id, %2$s%3$s)
                select d.id, :academie, s.aaf_id, %4$s%5$s
                  from d_%1$s d join s_%1$s s on s.seq = d.seq
                 where d.verdict = 'created'
                 order by d.id
                """.formatted(
                        sorte.code,
                        resolue.isEmpty() ? "" : resolue + ", ",
                        Champs.columns(sorte, "%s"),
                        resolue.isEmpty() ? "" : "d." + resolue + ", ",
                        Champs.columns(sorte, "s.%s")));
    }

    /// The same row comes back: revived people keep their identifier, hence their account.
    private void update(Sorte sorte, String resolue) {
        run("""
                update annuaire.%1$s t
                   set suspendu_le = null, %2$s%3$s
                  from d_%1$s d join s_%1$s s on s.seq = d.seq
                 where d.verdict in ('changed', 'moved', 'revived') and t.id = d.id
                """.formatted(sorte.code, resolue, Champs.columns(sorte, "%s = s.%s")));
    }

    private void run(String sql) {
        jdbc.sql(sql)
                .param("academie", academie)
                .param("jour", jour)
                .param("maintenant", maintenant)
                .param("aujourdhui", maintenant.toLocalDate())
                .update();
    }
}
