package fr.entecole.annuaire;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Schools as heads, communes and the region see them. What a commune sees carries no person: counts only, and none
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
                          left join annuaire.ouverture o on o.structure_id = s.id and o.fermee_le is null
                         where s.genre = 'ECOLE' and
                        """ + Recherche.WHERE))
                .query((rs, _) -> Annuaire.uuid(rs, "id"))
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
                and case :etat when 'ouvertes' then o.structure_id is not null
                               when 'fermees' then o.structure_id is null and exists (
                                    select 1 from annuaire.ouverture x where x.structure_id = s.id)
                               when 'jamais' then not exists (
                                    select 1 from annuaire.ouverture x where x.structure_id = s.id)
                               else true end
                """;

        private JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return statement
                    .param("recherche", mots)
                    .param("debut", like(mots) + "%")
                    .param("partout", "%" + like(mots) + "%")
                    .param("etat", etat);
        }
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

    /// The schools that a person directs, each with its classes, pupils per class and teachers, in one statement.
    List<EcoleDirigee> directedBy(UUID personnel) {
        Map<UUID, EcoleDirigee> ecoles = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.id as ecole_id, coalesce(s.nom_usage, s.nom_courant) as nom_courant, co.nom as commune,
                               s.uai, c.id as classe_id, c.libelle,
                               (select count(*) from annuaire.eleve_classe ec
                                  join annuaire.eleve e on e.id = ec.eleve_id and e.suspendu_le is null
                                 where ec.classe_id = c.id) as eleves,
                               %s
                          from annuaire.structure s
                          join annuaire.ouverture o on o.structure_id = s.id and o.fermee_le is null
                          left join annuaire.commune co on co.insee = s.commune_insee
                          left join annuaire.classe c on c.structure_id = s.id and c.archivee_le is null
                         where s.id in (select f.structure_id from annuaire.fonction f
                                         where f.personnel_id = :personnel and f.directeur)
                         order by nom_courant, s.id,
                                  (select min(e.niveau_code) from annuaire.eleve_classe ec
                                     join annuaire.eleve e on e.id = ec.eleve_id where ec.classe_id = c.id), c.libelle
                        """.formatted(LectureDesClasses.ENSEIGNANTS))
                .param("personnel", personnel)
                .query(rs -> {
                    var id = Annuaire.uuid(rs, "ecole_id");
                    var ecole = ecoles.get(id);
                    if (ecole == null) {
                        ecole = new EcoleDirigee(
                                id,
                                Noms.ecole(rs.getString("nom_courant"), rs.getString("commune")),
                                rs.getString("uai"),
                                new ArrayList<>());
                        ecoles.put(id, ecole);
                    }
                    if (rs.getObject("classe_id") != null) {
                        var enseignants = LectureDesClasses.enseignants(rs);
                        ecole.classes()
                                .add(new ClasseDirigee(
                                        Annuaire.uuid(rs, "classe_id"),
                                        Noms.classe(rs.getString("libelle"), enseignants),
                                        rs.getInt("eleves"),
                                        enseignants));
                    }
                });
        return List.copyOf(ecoles.values());
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
            int eleves) {

        /// Where a list goes on after this school.
        String cle() {
            return (uai == null ? "" : uai) + " " + id;
        }
    }

    record Departement(String code, int ecoles, int ouvertes) {}

    record EcoleDirigee(UUID id, String nom, @Nullable String uai, List<ClasseDirigee> classes) {

        int eleves() {
            return classes.stream().mapToInt(ClasseDirigee::eleves).sum();
        }

        /// Share of the fullest class, 0 to 100.
        int part(ClasseDirigee classe) {
            int fullest = classes.stream().mapToInt(ClasseDirigee::eleves).max().orElse(0);
            return fullest == 0 ? 0 : 100 * classe.eleves() / fullest;
        }
    }

    record ClasseDirigee(UUID id, String libelle, int eleves, List<LectureDesClasses.Enseignant> enseignants) {

        String avec() {
            return LectureDesClasses.Enseignant.joined(enseignants);
        }
    }

    static String like(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
