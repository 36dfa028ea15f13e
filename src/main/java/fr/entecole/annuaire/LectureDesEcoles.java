package fr.entecole.annuaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Schools as communes and the region see them. What a commune sees carries no person: counts only, and none
/// under five.
@Component
class LectureDesEcoles {

    private static final String RESUME = """
            select s.id, s.uai, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune, s.telephone,
                   o.ouverte_le,
                   (select x.motif from annuaire.ouverture x where x.structure_id = s.id and x.fermee_le is not null
                     order by x.fermee_le desc limit 1) as motif,
                   (select count(*) from annuaire.classe k
                     where k.structure_id = s.id and k.archivee_le is null) as classes,
                   (select count(*) from annuaire.eleve e
                     where e.structure_id = s.id and e.suspendu_le is null) as eleves
              from annuaire.structure s
              left join annuaire.commune c on c.insee = s.commune_insee
              left join annuaire.ouverture o on o.structure_id = s.id and o.fermee_le is null
             where s.genre = 'ECOLE' and %s
            """;

    private final JdbcClient jdbc;

    LectureDesEcoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ecole> ofCommune(String insee) {
        return jdbc.sql(RESUME.formatted("s.commune_insee = :insee order by nom_courant"))
                .param("insee", insee)
                .query(LectureDesEcoles::ecole)
                .list();
    }

    List<Ecole> ofCirconscription(UUID circonscription) {
        return jdbc.sql(RESUME.formatted("s.circonscription_id = :id order by commune, nom_courant limit 200"))
                .param("id", circonscription)
                .query(LectureDesEcoles::ecole)
                .list();
    }

    /// A page of the region's schools by UAI, after the last one of the page before.
    List<Ecole> page(String recherche, String apres, int taille) {
        return jdbc.sql(RESUME.formatted("""
                        s.uai > :apres and (:recherche = '' or s.uai ilike :debut or c.nom ilike :debut
                                            or s.nom_courant ilike :partout or s.nom_usage ilike :partout)
                        order by s.uai limit :taille
                        """))
                .param("apres", apres)
                .param("recherche", recherche)
                .param("debut", like(recherche) + "%")
                .param("partout", "%" + like(recherche) + "%")
                .param("taille", taille)
                .query(LectureDesEcoles::ecole)
                .list();
    }

    /// How many schools of each département are open, for the region's picture.
    List<Departement> byDepartement() {
        return jdbc.sql("""
                        select c.departement, count(*) as ecoles, count(o.structure_id) as ouvertes
                          from annuaire.structure s
                          join annuaire.commune c on c.insee = s.commune_insee
                          left join annuaire.ouverture o on o.structure_id = s.id and o.fermee_le is null
                         where s.genre = 'ECOLE'
                         group by c.departement order by c.departement
                        """)
                .query((rs, _) -> new Departement(rs.getString(1), rs.getInt(2), rs.getInt(3)))
                .list();
    }

    private static Ecole ecole(ResultSet rs, int row) throws SQLException {
        var ouverte = rs.getObject("ouverte_le", java.time.OffsetDateTime.class);
        var commune = rs.getString("commune");
        return new Ecole(
                Annuaire.uuid(rs, "id"),
                rs.getString("uai"),
                Noms.ecole(rs.getString("nom_courant"), commune),
                commune == null ? "" : Noms.commune(commune),
                rs.getString("telephone"),
                ouverte != null,
                rs.getString("motif"),
                rs.getInt("classes"),
                rs.getInt("eleves"));
    }

    /// @param motif why it closed last, null when it never opened
    record Ecole(
            UUID id,
            @Nullable String uai,
            String nom,
            String commune,
            @Nullable String telephone,
            boolean ouverte,
            @Nullable String motif,
            int classes,
            int eleves) {}

    record Departement(String code, int ecoles, int ouvertes) {}

    private static String like(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
