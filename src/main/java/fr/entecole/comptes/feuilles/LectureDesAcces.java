package fr.entecole.comptes.feuilles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private static final String COUNTS = """
            select g.ecole_id, count(distinct g.classe_id) as classes,
                   count(distinct g.personne_id) filter (where g.nature = 'RESPONSABLE') as responsables,
                   count(distinct g.personne_id) filter (where g.nature = 'RESPONSABLE' and g.venu) as responsables_venus,
                   count(distinct g.personne_id) filter (where g.nature = 'ELEVE' and g.lecteur) as eleves,
                   count(distinct g.personne_id) filter (where g.nature = 'ELEVE' and g.lecteur and g.venu) as eleves_venus,
                   count(distinct g.eleve_id)
                   - count(distinct g.eleve_id) filter (where g.nature = 'RESPONSABLE' and g.venu) as familles_jamais
              from (select f.ecole_id, f.classe_id, f.eleve_id, f.personne_id, f.nature, a.active_le is not null as venu,
                           coalesce(f.niveau, '') not in ('TPS', 'PS', 'MS', 'GS', 'CP', 'CE1') as lecteur
                      from %s
                      left join comptes.compte c on c.personne_id = f.personne_id
                      left join comptes.compte a on a.id = coalesce(c.rejoint_id, c.id)) g
             group by g.ecole_id
            """;

    private final JdbcClient jdbc;

    LectureDesAcces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param personnes people of the directory; those without an account are left out
    Map<UUID, Etat> of(Collection<UUID> personnes) {
        Map<UUID, Etat> etats = new HashMap<>();
        if (personnes.isEmpty()) {
            return etats;
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
                .query(LectureDesAcces::etat)
                .list()
                .forEach(etat -> etats.put(etat.personne(), etat));
        return etats;
    }

    /// One count for all classes that a teacher has, none when they have none.
    List<Comptage> taughtBy(UUID personnel) {
        return jdbc.sql(COUNTS.formatted("""
                        (select distinct n.classe_id from annuaire.enseigne n where n.personnel_id = :personnel) n
                        join annuaire.famille f on f.classe_id = n.classe_id"""))
                .param("personnel", personnel)
                .query(LectureDesAcces::comptage)
                .list();
    }

    /// @param ecoles open schools of this person: those that they direct are counted
    List<Comptage> directedBy(UUID personnel, Collection<UUID> ecoles) {
        return jdbc.sql(COUNTS.formatted("""
                        annuaire.equipe q join annuaire.famille f on f.ecole_id = q.ecole_id
                           and q.personne_id = :personnel and q.directeur and q.ecole_id = any(:ecoles)"""))
                .param("personnel", personnel)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .query(LectureDesAcces::comptage)
                .list();
    }

    private static Etat etat(ResultSet rs, int row) throws SQLException {
        return new Etat(
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
                rs.getInt("classes"),
                rs.getInt("responsables"),
                rs.getInt("responsables_venus"),
                rs.getInt("eleves"),
                rs.getInt("eleves_venus"),
                rs.getInt("familles_jamais"));
    }

    /// @param classes those that have pupils
    /// @param eleves those who read; the others come in by their class's page
    /// @param famillesJamais children none of whose guardians has come
    record Comptage(
            UUID ecole,
            int classes,
            int responsables,
            int responsablesVenus,
            int eleves,
            int elevesVenus,
            int famillesJamais) {}
}
