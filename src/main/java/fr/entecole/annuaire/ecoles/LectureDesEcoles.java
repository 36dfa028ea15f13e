package fr.entecole.annuaire.ecoles;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
                   fin.motif, (coalesce(o.ouverte_le, fin.fermee_le) at time zone 'Europe/Paris')::date as depuis,
                   (select count(*) from annuaire.classe k
                     where k.structure_id = s.id and k.archivee_le is null) as classes,
                   (select count(*) from annuaire.eleve e
                     where e.structure_id = s.id and e.suspendu_le is null) as eleves
              from annuaire.structure s
              left join annuaire.commune c on c.insee = s.commune_insee
              left join annuaire.ouverte o on o.ecole_id = s.id
              left join lateral (select x.motif, x.fermee_le from annuaire.ouverture x
                                  where x.structure_id = s.id and x.fermee_le is not null
                                  order by x.fermee_le desc limit 1) fin on true
             where s.genre = 'ECOLE' and %s
            """;

    /// Fewer people than this are not counted in front of those who know no pupil.
    private static final int SMALLEST = 5;

    private final JdbcClient jdbc;

    LectureDesEcoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Lecture<List<Ecole>> ofCommune(String insee) {
        return Lecture.of(
                RESUME.formatted("s.commune_insee = :insee order by nom_courant"),
                Map.of("insee", insee),
                LectureDesEcoles::ecole);
    }

    static Lecture<List<Ecole>> ofCirconscription(UUID circonscription) {
        return Lecture.of(
                RESUME.formatted("s.circonscription_id = :id order by commune, nom_courant limit 200"),
                Map.of("id", circonscription),
                LectureDesEcoles::ecole);
    }

    /// A page of the region's schools by UAI, after the last one of the page before; those without UAI come first.
    List<Ecole> page(Recherche recherche, String apres, int taille) {
        return recherche
                .in(jdbc.sql(RESUME.formatted(Recherche.CLE + " > :apres and " + Recherche.WHERE + " order by "
                        + Recherche.CLE + " limit :taille")))
                .param("apres", apres)
                .param("taille", taille)
                .query(LectureDesEcoles::ecole)
                .list();
    }

    Optional<Ecole> one(UUID id) {
        return jdbc.sql(RESUME.formatted("s.id = :id"))
                .param("id", id)
                .query(LectureDesEcoles::ecole)
                .optional();
    }

    /// Every school that a search finds.
    List<UUID> ids(Recherche recherche) {
        return recherche
                .in(jdbc.sql("""
                        select s.id from annuaire.structure s
                          left join annuaire.commune c on c.insee = s.commune_insee
                          left join annuaire.ouverte o on o.ecole_id = s.id
                         where s.genre = 'ECOLE' and
                        """ + Recherche.WHERE))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }

    /// What a search of schools asks: the start of a code or of a commune, a part of the name, and a state.
    ///
    /// @param etat `ouvertes`, `fermees`, `jamais`, or empty for all
    record Recherche(String mots, String etat) {

        static final String CLE = "coalesce(s.uai, '') || ' ' || s.id";

        private static final String WHERE = """
                (:recherche = '' or s.uai ilike :debut or c.nom ilike :debut
                                 or s.nom_courant ilike :partout or s.nom_usage ilike :partout)
                and case :etat when 'ouvertes' then o.ecole_id is not null
                               when 'fermees' then o.ecole_id is null and exists (
                                    select 1 from annuaire.ouverture x where x.structure_id = s.id)
                               when 'jamais' then not exists (
                                    select 1 from annuaire.ouverture x where x.structure_id = s.id)
                               else true end
                """;

        private JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return statement
                    .param("recherche", mots)
                    .param("debut", Like.start(mots))
                    .param("partout", Like.anywhere(mots))
                    .param("etat", etat);
        }
    }

    /// How many schools of each département are open, for the region's picture.
    static Lecture<List<Departement>> byDepartement() {
        return Lecture.of("""
                        select c.departement, count(*) as ecoles, count(o.ecole_id) as ouvertes
                          from annuaire.structure s
                          join annuaire.commune c on c.insee = s.commune_insee
                          left join annuaire.ouverte o on o.ecole_id = s.id
                         where s.genre = 'ECOLE'
                         group by c.departement order by c.departement
                        """, Map.of(), (rs, _) -> new Departement(rs.getString(1), rs.getInt(2), rs.getInt(3)));
    }

    private static Ecole ecole(ResultSet rs, int row) throws SQLException {
        var ouverte = rs.getObject("ouverte_le", java.time.OffsetDateTime.class);
        var commune = rs.getString("commune");
        return new Ecole(
                Colonnes.uuid(rs, "id"),
                rs.getString("uai"),
                Noms.ecole(rs.getString("nom_courant"), commune),
                commune == null ? "" : Noms.commune(commune),
                rs.getString("telephone"),
                ouverte != null,
                rs.getString("motif"),
                rs.getObject("depuis", LocalDate.class),
                rs.getInt("classes"),
                rs.getInt("eleves"));
    }

    /// @param motif why it closed last, null when it never did
    /// @param jour since when it is open, or closed
    record Ecole(
            UUID id,
            @Nullable String uai,
            String nom,
            String commune,
            @Nullable String telephone,
            boolean ouverte,
            @Nullable String motif,
            @Nullable LocalDate jour,
            int classes,
            int eleves) {

        /// Where a list goes on after this school.
        String cle() {
            return (uai == null ? "" : uai) + " " + id;
        }

        /// "25 novembre 2026"; empty for a school that never opened.
        String depuis() {
            return jour == null ? "" : Dates.words(jour);
        }

        boolean masquee() {
            return eleves < SMALLEST;
        }
    }

    /// How many pupils these schools have together; nothing when one of them is masked, for the others would tell it.
    static OptionalInt total(List<Ecole> ecoles) {
        return ecoles.stream().anyMatch(Ecole::masquee)
                ? OptionalInt.empty()
                : OptionalInt.of(ecoles.stream().mapToInt(Ecole::eleves).sum());
    }

    record Departement(String code, int ecoles, int ouvertes) {}
}
