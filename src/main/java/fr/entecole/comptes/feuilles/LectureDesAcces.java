package fr.entecole.comptes.feuilles;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.Etats;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where accounts stand: one statement for a list of people, one for the counts of schools, which are kept as long as
/// they are right.
@Component
class LectureDesAcces {

    // Schools as an array: joined, PostgreSQL believes that they are many, and reads the pupils of the whole region.
    static final String COMPTES = """
            with les_eleves as materialized (
                select f.ecole_id, f.eleve_id, c.active_le is not null as venu,
                       not annuaire.petit(f.niveau) as lecteur
                  from annuaire.present f
                  left join comptes.compte c on c.personne_id = f.eleve_id
                 where f.ecole_id = any(:ecoles)),
            les_gardes as materialized (
                select e.ecole_id, e.eleve_id, g.personne_id, coalesce(a.active_le, c.active_le) is not null as venu
                  from les_eleves e
                  join annuaire.garde(:jour) g on g.eleve_id = e.eleve_id
                  left join comptes.compte c on c.personne_id = g.personne_id
                  left join comptes.compte a on a.id = c.rejoint_id)
            select k.ecole_id, coalesce(g.responsables, 0) as responsables,
                   coalesce(g.responsables_venus, 0) as responsables_venus, coalesce(e.tous, 0) as tous,
                   coalesce(e.eleves, 0) as eleves, coalesce(e.eleves_venus, 0) as eleves_venus,
                   n.jamais, n.gardes
              from unnest(:ecoles::uuid[]) k (ecole_id)
              left join (select ecole_id, count(*) as tous, count(*) filter (where lecteur) as eleves,
                                count(*) filter (where lecteur and venu) as eleves_venus
                           from les_eleves group by ecole_id) e on e.ecole_id = k.ecole_id
              left join (select ecole_id, count(distinct personne_id) as responsables,
                                count(distinct personne_id) filter (where venu) as responsables_venus
                           from les_gardes group by ecole_id) g on g.ecole_id = k.ecole_id
              left join (select x.ecole_id, array_agg(x.eleve_id) as jamais,
                                array_agg(coalesce(y.personne_id, x.eleve_id)) as gardes
                           from les_eleves x left join les_gardes y on y.eleve_id = x.eleve_id
                          where x.eleve_id not in (select v.eleve_id from les_gardes v where v.venu)
                          group by x.ecole_id) n on n.ecole_id = k.ecole_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Etats etats;
    private final Memoire<UUID, Comptage> comptages;

    LectureDesAcces(JdbcClient jdbc, Clock clock, Etats etats, Cache<UUID, Gardee<Comptage>> comptages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.etats = etats;
        this.comptages = new Memoire<>(comptages);
    }

    @Bean
    static Cache<UUID, Gardee<Comptage>> comptagesGardes() {
        return Memoire.cache();
    }

    /// @param personnes people of the directory; those without an account are left out
    Map<UUID, Avancement> of(Collection<UUID> personnes) {
        Map<UUID, Avancement> avancements = new HashMap<>();
        if (personnes.isEmpty()) {
            return avancements;
        }
        jdbc.sql("""
                        select c.personne_id, c.login, a.active_le, k.remis_le, k.expire_le, k.fausses,
                               a.nature in ('PERSONNEL', 'AGENT')
                               or exists (select 1 from comptes.compte x where x.rejoint_id = a.id
                                             and x.nature in ('PERSONNEL', 'AGENT')) as personnel
                          from comptes.compte c
                          join comptes.compte a on a.id = coalesce(c.rejoint_id, c.id)
                          left join (select k.compte_id, max(k.created_at) as remis_le,
                                            max(k.expire_le) filter (where k.utilise_le is null
                                                                       and k.annule_le is null) as expire_le,
                                            (array_agg(k.annule_pour order by k.id desc))[1] = 'DATES' as fausses
                                       from comptes.code k
                                      where k.compte_id = any(array(
                                            select coalesce(x.rejoint_id, x.id) from comptes.compte x
                                             where x.personne_id = any(:personnes)))
                                      group by k.compte_id) k on k.compte_id = a.id
                         where c.personne_id = any(:personnes)
                        """)
                .param("personnes", personnes.toArray(UUID[]::new))
                .query(LectureDesAcces::avancement)
                .list()
                .forEach(avancement -> avancements.put(avancement.personne(), avancement));
        return avancements;
    }

    /// Counted once as long as nothing moves there: a home asks for the state only.
    ///
    /// @return of each of these schools
    Lecture<Map<UUID, Comptage>> in(Collection<UUID> ecoles) {
        return comptages.of(etats.of(ecoles), this::counted);
    }

    Lecture<Map<UUID, Comptage>> counted(Collection<UUID> ecoles) {
        return Lecture.of(
                        COMPTES,
                        Map.of("jour", LocalDate.now(clock), "ecoles", ecoles.toArray(UUID[]::new)),
                        LectureDesAcces::comptage)
                .map(rows -> rows.stream().collect(Collectors.toMap(Comptage::ecole, c -> c)));
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
                Colonnes.uuid(rs, "ecole_id"),
                rs.getInt("responsables"),
                rs.getInt("responsables_venus"),
                rs.getInt("tous"),
                rs.getInt("eleves"),
                rs.getInt("eleves_venus"),
                jamais(rs));
    }

    /// Columns `jamais`, children none of whose guardians has come, and `gardes`, who answers for each.
    private static Map<UUID, List<UUID>> jamais(ResultSet rs) throws SQLException {
        Map<UUID, List<UUID>> jamais = new HashMap<>();
        var eleves = rs.getArray("jamais");
        if (eleves != null) {
            var gardes = (UUID[]) rs.getArray("gardes").getArray();
            int i = 0;
            for (var eleve : (UUID[]) eleves.getArray()) {
                jamais.computeIfAbsent(eleve, _ -> new ArrayList<>()).add(gardes[i++]);
            }
            jamais.values().forEach(Collections::sort);
        }
        return jamais;
    }

    /// @param tous pupils of the school
    /// @param eleves those who read; the others come in by their class's page
    /// @param jamais children none of whose guardians has come, with these
    record Comptage(
            UUID ecole,
            int responsables,
            int responsablesVenus,
            int tous,
            int eleves,
            int elevesVenus,
            Map<UUID, List<UUID>> jamais) {

        /// Siblings are one family, whose children never came.
        int famillesJamais() {
            return families(jamais);
        }

        static int families(Map<UUID, List<UUID>> jamais) {
            return (int) Fratries.of(jamais).values().stream().distinct().count();
        }
    }
}
