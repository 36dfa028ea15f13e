package fr.entecole.comptes.feuilles;

import fr.entecole.socle.Lecture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where accounts stand: one statement for a list of people, one for the counts of a home or of a school.
@Component
class LectureDesAcces {

    private static final String TAUGHT = """
            with les_classes as materialized (
                select distinct n.classe_id from annuaire.enseigne n where n.personnel_id = :personnel),
            les_gardes as materialized (
                select e.eleve_id, g.personne_id, coalesce(a.active_le, c.active_le) is not null as venu
                  from (select distinct i.eleve_id from les_classes k
                          join annuaire.inscrit i on i.classe_id = k.classe_id) e
                  left join annuaire.garde(:jour) g on g.eleve_id = e.eleve_id
                  left join comptes.compte c on c.personne_id = g.personne_id
                  left join comptes.compte a on a.id = c.rejoint_id)
            select (select count(*) from les_classes) as classes,
                   array_agg(g.eleve_id) as jamais, array_agg(coalesce(g.personne_id, g.eleve_id)) as gardes
              from les_gardes g
             where g.eleve_id not in (select v.eleve_id from les_gardes v where v.venu)
            """;

    // Schools as an array: joined, PostgreSQL believes that they are many, and reads the pupils of the whole region.
    static final String DIRECTED = """
            with les_eleves as materialized (
                select f.ecole_id, f.eleve_id, c.active_le is not null as venu,
                       not annuaire.petit(f.niveau) as lecteur
                  from annuaire.present f
                  left join comptes.compte c on c.personne_id = f.eleve_id
                 where f.ecole_id = any(array(
                       select d.ecole_id from annuaire.dirige d
                        where d.personnel_id = :personnel and d.ecole_id = any(:ecoles)))),
            les_gardes as materialized (
                select e.ecole_id, e.eleve_id, g.personne_id, coalesce(a.active_le, c.active_le) is not null as venu
                  from les_eleves e
                  join annuaire.garde(:jour) g on g.eleve_id = e.eleve_id
                  left join comptes.compte c on c.personne_id = g.personne_id
                  left join comptes.compte a on a.id = c.rejoint_id)
            select e.ecole_id, coalesce(g.responsables, 0) as responsables,
                   coalesce(g.responsables_venus, 0) as responsables_venus, e.eleves, e.eleves_venus,
                   n.jamais, n.gardes
              from (select ecole_id, count(*) filter (where lecteur) as eleves,
                           count(*) filter (where lecteur and venu) as eleves_venus
                      from les_eleves group by ecole_id) e
              left join (select ecole_id, count(distinct personne_id) as responsables,
                                count(distinct personne_id) filter (where venu) as responsables_venus
                           from les_gardes group by ecole_id) g on g.ecole_id = e.ecole_id
              left join (select x.ecole_id, array_agg(x.eleve_id) as jamais,
                                array_agg(coalesce(y.personne_id, x.eleve_id)) as gardes
                           from les_eleves x left join les_gardes y on y.eleve_id = x.eleve_id
                          where x.eleve_id not in (select v.eleve_id from les_gardes v where v.venu)
                          group by x.ecole_id) n on n.ecole_id = e.ecole_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LectureDesAcces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param personnes people of the directory; those without an account are left out
    Map<UUID, Avancement> of(Collection<UUID> personnes) {
        Map<UUID, Avancement> avancements = new HashMap<>();
        if (personnes.isEmpty()) {
            return avancements;
        }
        jdbc.sql("""
                        select c.personne_id, c.login, a.active_le, k.remis_le, k.expire_le, k.fausses,
                               exists (select 1 from comptes.compte x where (x.id = a.id or x.rejoint_id = a.id)
                                          and x.nature in ('PERSONNEL', 'AGENT')) as personnel
                          from comptes.compte c
                          join comptes.compte a on a.id = coalesce(c.rejoint_id, c.id)
                          left join lateral (select max(k.created_at) as remis_le,
                                                    max(k.expire_le) filter (where k.utilise_le is null
                                                                               and k.annule_le is null) as expire_le,
                                                    coalesce((array_agg(k.annule_pour order by k.id desc))[1] = 'DATES',
                                                             false) as fausses
                                               from comptes.code k
                                              where k.compte_id = a.id) k on true
                         where c.personne_id = any(:personnes)
                        """)
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(LectureDesAcces::avancement)
                .list()
                .forEach(avancement -> avancements.put(avancement.personne(), avancement));
        return avancements;
    }

    /// One count for all classes that a teacher has.
    Lecture<Enseigne> taughtBy(UUID personnel) {
        return Lecture.of(
                        TAUGHT,
                        Map.of("jour", LocalDate.now(clock), "personnel", personnel),
                        (rs, _) -> new Enseigne(rs.getInt("classes"), families(rs)))
                .map(List::getFirst);
    }

    /// @param ecoles open schools of this person: those that they direct are counted
    Lecture<List<Comptage>> directedBy(UUID personnel, Collection<UUID> ecoles) {
        return Lecture.of(
                DIRECTED,
                Map.of("jour", LocalDate.now(clock), "personnel", personnel, "ecoles", ecoles.toArray(UUID[]::new)),
                LectureDesAcces::comptage);
    }

    private static Avancement avancement(ResultSet rs, int row) throws SQLException {
        return new Avancement(
                rs.getObject("personne_id", UUID.class),
                rs.getString("login"),
                instant(rs, "active_le"),
                instant(rs, "remis_le"),
                instant(rs, "expire_le"),
                rs.getBoolean("fausses"),
                rs.getBoolean("personnel"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Comptage comptage(ResultSet rs, int row) throws SQLException {
        return new Comptage(
                rs.getObject("ecole_id", UUID.class),
                rs.getInt("responsables"),
                rs.getInt("responsables_venus"),
                rs.getInt("eleves"),
                rs.getInt("eleves_venus"),
                families(rs));
    }

    /// Columns `jamais`, children none of whose guardians has come, and `gardes`, who answers for each: siblings are
    /// one family.
    private static int families(ResultSet rs) throws SQLException {
        var jamais = rs.getArray("jamais");
        if (jamais == null) {
            return 0;
        }
        var eleves = (UUID[]) jamais.getArray();
        var gardes = (UUID[]) rs.getArray("gardes").getArray();
        Map<UUID, List<UUID>> familles = new HashMap<>();
        for (int i = 0; i < eleves.length; i++) {
            familles.computeIfAbsent(eleves[i], _ -> new ArrayList<>()).add(gardes[i]);
        }
        return (int) Fratries.of(familles).values().stream().distinct().count();
    }

    /// @param famillesJamais families of whom nobody has come
    record Enseigne(int classes, int famillesJamais) {}

    /// @param eleves those who read; the others come in by their class's page
    /// @param famillesJamais families of whom nobody has come
    record Comptage(
            UUID ecole, int responsables, int responsablesVenus, int eleves, int elevesVenus, int famillesJamais) {}
}
