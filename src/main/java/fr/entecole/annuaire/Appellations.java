package fr.entecole.annuaire;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.annuaire.noms.Telephone;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How schools and people are called, for the pages of other modules.
@Component
public class Appellations {

    private static final String ECOLES = """
            select s.id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune
              from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
             where %s
             order by s.uai, s.id
            """;

    private static final String PERSONNES = """
            select id, prenom, nom from annuaire.eleve where id = any(:ids)
            union all select id, prenom, nom from annuaire.responsable where id = any(:ids)
            union all select id, prenom, nom from annuaire.personnel where id = any(:ids)
            union all select id, prenom, nom from annuaire.agent where id = any(:ids)
            """;

    private final JdbcClient jdbc;

    Appellations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static String personne(String prenom, String nom) {
        return Noms.complet(prenom, nom);
    }

    /// Nothing for one school, which goes without saying.
    public Lecture<Map<UUID, String>> ecolesIfSeveral(Collection<UUID> ids) {
        return ids.size() < 2
                ? Lecture.known(Map.of())
                : Lecture.whole(
                        ECOLES.formatted("s.id = any(:ids)"),
                        Map.of("ids", ids.toArray(UUID[]::new)),
                        Appellations::ecoles);
    }

    public Map<UUID, String> ecoles(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : read(jdbc.sql(ECOLES.formatted("s.id = any(:ids)")).param("ids", ids.toArray(UUID[]::new)));
    }

    /// Schools, open or not, whose name and commune have all these words.
    public Map<UUID, String> ecolesNommees(String saisie, int most) {
        var mots = saisie.strip().split("\\s+");
        return read(jdbc.sql(ECOLES.formatted("""
                        s.genre = 'ECOLE' and annuaire.cle(concat_ws(' ', s.nom_courant, s.nom_usage, c.nom))
                                              like all (select '%' || annuaire.cle(m) || '%' from unnest(:mots::text[]) m)
                        """) + " limit :most")
                .param("mots", mots)
                .param("most", most));
    }

    /// The school's number as people write it, empty where the directory has none.
    public Optional<String> telephone(UUID ecole) {
        return jdbc.sql("select telephone from annuaire.structure where id = :ecole and telephone <> ''")
                .param("ecole", ecole)
                .query(String.class)
                .optional()
                .map(Telephone::affiche);
    }

    /// The open schools that this member of staff directs, which may be fewer than those where they work.
    public Map<UUID, String> dirigeesPar(UUID personnel) {
        return read(jdbc.sql(ECOLES.formatted("""
                        s.id = any(array(select d.ecole_id from annuaire.dirige d where d.personnel_id = :personnel))
                        """)).param("personnel", personnel));
    }

    /// « Yvan Galy, pour Timéo Galy », of restrictions about pupils who are of these schools today: looked up when a
    /// head reads, and nowhere once either of them is forgotten.
    public Map<UUID, String> restrictions(Collection<UUID> ids, Collection<UUID> ecoles) {
        Map<UUID, String> noms = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select x.id, r.prenom as r_prenom, r.nom as r_nom, e.prenom, e.nom
                              from annuaire.restriction x
                              join annuaire.eleve e on e.id = x.eleve_id and e.structure_id = any(:ecoles)
                              join annuaire.responsable r on r.id = x.responsable_id
                             where x.id = any(:ids)
                            """)
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("ecoles", ecoles.toArray(UUID[]::new))
                    .query(rs -> {
                        noms.put(
                                Colonnes.uuid(rs, "id"),
                                t(
                                        "{0}, pour {1}",
                                        Noms.complet(rs.getString("r_prenom"), rs.getString("r_nom")),
                                        Noms.complet(rs.getString("prenom"), rs.getString("nom"))));
                    });
        }
        return noms;
    }

    public List<String> groupes(Collection<UUID> ids) {
        return jdbc.sql("select libelle from annuaire.groupe where id = any(:ids) order by libelle")
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, _) -> rs.getString(1))
                .list();
    }

    /// @param insee codes of communes
    public List<String> communes(Collection<String> insee) {
        return jdbc.sql("select nom from annuaire.commune where insee = any(:insee) order by nom")
                .param("insee", insee.toArray(String[]::new))
                .query((rs, _) -> Noms.commune(rs.getString("nom")))
                .list();
    }

    /// People of the directory by id, whatever they are in it, for a page that holds no more: one statement.
    public Map<UUID, String> personnes(Collection<UUID> ids) {
        Map<UUID, String> noms = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(PERSONNES).param("ids", ids.toArray(UUID[]::new)).query(rs -> {
                noms.put(Colonnes.uuid(rs, "id"), Noms.complet(rs.getString("prenom"), rs.getString("nom")));
            });
        }
        return noms;
    }

    /// The same for a page that reads several things at once.
    public Lecture<Map<UUID, String>> lecturePersonnes(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Lecture.known(Map.of())
                : Lecture.whole(PERSONNES, Map.of("ids", ids.toArray(UUID[]::new)), rs -> {
                    Map<UUID, String> noms = new LinkedHashMap<>();
                    while (rs.next()) {
                        noms.put(Colonnes.uuid(rs, "id"), Noms.complet(rs.getString("prenom"), rs.getString("nom")));
                    }
                    return noms;
                });
    }

    private static Map<UUID, String> read(JdbcClient.StatementSpec statement) {
        return statement.query((ResultSetExtractor<Map<UUID, String>>) Appellations::ecoles);
    }

    private static Map<UUID, String> ecoles(ResultSet rs) throws SQLException {
        Map<UUID, String> noms = new LinkedHashMap<>();
        while (rs.next()) {
            noms.put(Colonnes.uuid(rs, "id"), nom(rs));
        }
        return noms;
    }

    private static String nom(ResultSet rs) throws SQLException {
        return Noms.ecole(rs.getString("nom_courant"), rs.getString("commune"));
    }
}
