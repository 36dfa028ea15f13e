package fr.entecole.annuaire.ecoles;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.MemoireDesEcoles;
import fr.entecole.annuaire.MemoireDesEcoles.Gardien;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Like;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.memoire.Souvenirs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Schools as communes and the region see them. What a commune sees carries no person: counts only, and none
/// under five.
@Component
class LectureDesEcoles {

    // Each school by itself: joined, PostgreSQL reads all communes and openings for the fifty that a page shows.
    private static final String RESUME = """
            select s.id, s.uai, coalesce(s.nom_usage, s.nom_courant) as nom_courant, c.nom as commune, s.telephone,
                   o.ouverte_le,
                   fin.motif, (coalesce(o.ouverte_le, fin.fermee_le) at time zone 'Europe/Paris')::date as depuis,
                   (select count(*) from annuaire.classe k
                     where k.structure_id = s.id and k.archivee_le is null) as classes,
                   (select count(*) from annuaire.eleve e
                     where e.structure_id = s.id and e.suspendu_le is null) as eleves
              from annuaire.structure s
              left join lateral (select k.nom from annuaire.commune k where k.insee = s.commune_insee limit 1) c on true
              left join lateral (select k.ouverte_le from annuaire.ouverte k where k.ecole_id = s.id limit 1) o on true
              left join lateral (select x.motif, x.fermee_le from annuaire.ouverture x
                                  where x.structure_id = s.id and x.fermee_le is not null
                                  order by x.fermee_le desc limit 1) fin on true
             where s.genre = 'ECOLE' and %s
            """;

    /// Fewer people than this are not counted in front of those who know no pupil.
    private static final int SMALLEST = 5;

    private final JdbcClient jdbc;
    private final MemoireDesEcoles<UUID, List<Departement>> departements;

    LectureDesEcoles(
            JdbcClient jdbc,
            Cache<Gardien<UUID>, Gardee<List<Departement>>> departements,
            Souvenirs souvenirs,
            Clock clock) {
        this.jdbc = jdbc;
        this.departements = new MemoireDesEcoles<>(departements, souvenirs, clock);
    }

    @Bean
    static Cache<Gardien<UUID>, Gardee<List<Departement>>> departementsGardes() {
        return Memoire.cache();
    }

    static Lecture<List<Ecole>> ofCommune(String insee) {
        return Lecture.of(
                RESUME.formatted("s.commune_insee = :insee order by nom_courant"),
                Map.of("insee", insee),
                LectureDesEcoles::ecole);
    }

    /// Those that an agent of the académie follows, by the circonscription and by what the region gave beside it.
    static Lecture<Suivies> followed(Utilisateur agent, LocalDate jour) {
        var circonscription = agent.circonscription();
        return Lecture.of(
                        RESUME.replace("select s.id,", """
                                select count(*) over () as toutes,
                                       coalesce(s.circonscription_id::text = :circonscription, false) as sienne, s.id,
                                """).formatted("""
                                        s.id = any(array(select x.ecole_id from annuaire.suivie(:jour) x
                                                          where x.agent_id = :agent))
                                         order by commune, nom_courant limit 200
                                        """),
                        Map.of(
                                "circonscription",
                                circonscription == null ? "" : circonscription.toString(),
                                "jour",
                                jour,
                                "agent",
                                agent.personneId()),
                        (rs, row) -> new Suivie(ecole(rs, row), rs.getInt("toutes"), rs.getBoolean("sienne")))
                .map(rows -> new Suivies(
                        rows.stream().map(Suivie::ecole).toList(),
                        rows.isEmpty() ? 0 : rows.getFirst().toutes(),
                        rows.stream().allMatch(Suivie::sienne)));
    }

    private record Suivie(Ecole ecole, int toutes, boolean sienne) {}

    /// @param ecoles the first ones
    /// @param toutes how many there are
    /// @param siennes all are of the agent's circonscription
    record Suivies(List<Ecole> ecoles, int toutes, boolean siennes) {}

    /// A page of the region's schools by UAI, after the last one of the page before; those without UAI come first. They
    /// are chosen first, in the order of an index, and what is said of them is asked of them only.
    List<Ecole> page(Recherche recherche, String apres, int taille) {
        var last = Ecole.read(apres);
        return recherche
                .in(jdbc.sql(RESUME.formatted("s.id = any(array(" + recherche.page() + "))")
                        + " order by coalesce(s.uai, ''), s.id"))
                .param("uai", last.getKey())
                .param("id", last.getValue())
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
                .in(jdbc.sql("select s.id from annuaire.structure s where s.genre = 'ECOLE'" + recherche.where()))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }

    /// What a search of schools asks: the start of a code or of a commune, a part of the name, and a state.
    ///
    /// @param etat `ouvertes`, `fermees`, `jamais`, or empty for all
    record Recherche(String mots, String etat) {

        private static final String MOTS = """
                 and (s.uai ilike :debut or s.nom_courant ilike :partout or s.nom_usage ilike :partout
                      or exists (select 1 from annuaire.commune c
                                  where c.insee = s.commune_insee and c.nom ilike :debut))
                """;
        private static final String OUVERTE = "exists (select 1 from annuaire.ouverte o where o.ecole_id = s.id)";
        private static final String CONNUE = "exists (select 1 from annuaire.ouverture x where x.structure_id = s.id)";

        String page() {
            return """
                    select s.id from annuaire.structure s
                     where s.genre = 'ECOLE' and (coalesce(s.uai, ''), s.id) > (:uai, :id) %s
                     order by coalesce(s.uai, ''), s.id limit :taille
                    """.formatted(where());
        }

        private String where() {
            return (mots.isEmpty() ? "" : MOTS)
                    + switch (etat) {
                        case "ouvertes" -> " and " + OUVERTE;
                        case "fermees" -> " and " + CONNUE + " and not " + OUVERTE;
                        case "jamais" -> " and not " + CONNUE;
                        default -> "";
                    };
        }

        private JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return mots.isEmpty()
                    ? statement
                    : statement.param("debut", Like.start(mots)).param("partout", Like.anywhere(mots));
        }
    }

    /// How many schools of each département are open, for the region's picture: counted once as long as none opens,
    /// closes, comes or goes.
    Lecture<List<Departement>> byDepartement(Utilisateur lecteur) {
        return departements.of(lecteur, Cle.PARTOUT, counted(), _ -> List.of());
    }

    private static Lecture<List<Departement>> counted() {
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

        /// From the beginning where it is none.
        static Map.Entry<String, UUID> read(String cle) {
            int blank = cle.indexOf(' ');
            try {
                return Map.entry(
                        cle.substring(0, Math.max(blank, 0)),
                        blank < 0 ? Cle.PARTOUT : UUID.fromString(cle.substring(blank + 1)));
            } catch (IllegalArgumentException _) {
                return Map.entry("", Cle.PARTOUT);
            }
        }

        /// "25 novembre 2026"; empty for a school that never opened.
        String depuis() {
            return jour == null ? "" : Dates.words(jour);
        }

        /// It was open and is no more; one that never opened is not closed.
        boolean fermee() {
            return !ouverte && jour != null;
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
