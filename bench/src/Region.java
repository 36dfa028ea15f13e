package fr.entecole.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// A base of the size of the region beside the named world: a feed of invented people, their schools open, a teacher in
/// each class, two families of three who have come, half of the answers to the charter.
final class Region {

    /// Of each profile, in an order that goes from school to school.
    static final Map<String, String> ACCOUNTS = Map.of(
            "teacher", """
                    select c.id from comptes.compte c join (select distinct personnel_id from annuaire.enseigne n
                             where not exists (select 1 from annuaire.dirige d where d.personnel_id = n.personnel_id)) n
                        on n.personnel_id = c.personne_id order by md5(c.id::text)""",
            "parent", """
                    select c.id from comptes.compte c join (select distinct f.personne_id from annuaire.famille(current_date) f
                             join annuaire.ouverte o on o.ecole_id = f.ecole_id where f.nature = 'RESPONSABLE') f
                        on f.personne_id = c.personne_id where c.rejoint_id is null order by md5(c.id::text)""",
            "head", """
                    select c.id from comptes.compte c join (select distinct personnel_id from annuaire.dirige) d
                        on d.personnel_id = c.personne_id order by md5(c.id::text)""",
            "administrator", """
                    select c.id from comptes.compte c join annuaire.agent a on a.id = c.personne_id
                     where a.profil = 'ADMINISTRATEUR' order by c.id""");

    private static final List<String> LIFE = List.of(
            """
            insert into annuaire.enseignement (personnel_id, classe_id, depuis, ajoute_par)
            select p.personnel_id, k.id, date '2026-09-01', 'banc'
              from (select id, structure_id, row_number() over (partition by structure_id order by id) as n
                      from annuaire.classe where academie = '99' and archivee_le is null) k
              join (select personnel_id, ecole_id, row_number() over (partition by ecole_id order by personnel_id) as n,
                           count(*) over (partition by ecole_id) as all_of_them
                      from annuaire.peut_enseigner) p on p.ecole_id = k.structure_id and p.n = (k.n - 1) % p.all_of_them + 1
            """,
            """
            update comptes.compte set active_le = now()
             where active_le is null and nature <> 'ELEVE' and abs(hashtext(id::text)) % 3 > 0
            """,
            """
            insert into comptes.accord (compte_id, charte_id, empreinte, reponse, eleve_id, fait_le)
            select c.id, v.id, v.empreinte, case when petit then 'ENTENDUE' else 'ACCEPTEE' end,
                   case when petit then f.eleve_id end, now()
              from (select distinct on (p.eleve_id) p.eleve_id, annuaire.petit(p.niveau) as petit,
                           case when annuaire.petit(p.niveau) then g.personne_id else p.eleve_id end as personne_id
                      from annuaire.present p join annuaire.garde(current_date) g on g.eleve_id = p.eleve_id
                     where abs(hashtext(p.eleve_id::text)) % 2 = 0) f
              join comptes.compte c on c.personne_id = f.personne_id
              join (select distinct on (texte) id, texte, empreinte from comptes.charte
                     where langue = 'fr' order by texte, version desc) v
                on v.texte = case when petit then 'ELEVE_CYCLE_1_2' else 'ELEVE_CYCLE_3' end
            """);

    private Region() {}

    /// A feed of académie 11 comes in as an académie of the bench's own, beside the named world's.
    static void grow(Path donnees, Path flux, int schools) throws Exception {
        var other = List.of(
                "-Xmx1g", "-Dent.aaf.academies.MONTPELLIER=99", "-Dent.aaf.departements.99=011,030,034,048,066");
        Application.command(
                donnees,
                Application.OPTIONS,
                "feed",
                "--academie",
                "11",
                "--schools",
                "" + schools,
                "--seed",
                "1",
                "" + flux);
        Application.command(donnees, other, "import", "aaf", "--academie", "99", "" + flux);
        Application.command(donnees, Application.OPTIONS, "ecole", "ouvrir", "--toutes");
    }

    /// What is written is delivered at once, whatever the hour and the day of the run.
    static void deliverAlways(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from calendrier.remise");
            statement.execute("""
                    insert into calendrier.remise (ecole_id, effet, ouvre, ferme, samedi, vacances, feries, created_at)
                    select ecole_id, current_date - 1, '00:00', '23:59:59', '23:59:59', true, true, now() from annuaire.ouverte
                    """);
        }
    }

    /// What no feed says. Row by row triggers would count each answer: here once for all, at the end.
    static void live(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var sql : LIFE) {
                statement.execute(sql);
            }
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze");
        }
    }

    static String size(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select (select count(*) from annuaire.structure where genre = 'ECOLE'),
                               (select count(*) from annuaire.titulaire)
                        """)) {
            rows.next();
            return "%,d schools and %,d people".formatted(rows.getLong(1), rows.getLong(2));
        }
    }
}
