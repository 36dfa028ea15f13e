package fr.entecole.presences.tableaux;

import fr.entecole.presences.Choix.Quoi;
import fr.entecole.presences.Taux;
import fr.entecole.socle.Colonnes;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Half-days counted by the register's rule: for a child, from the first one in which they were there this year.
@Component
class LectureDesTaux {

    private static final String COMPTEES = """
            with dite as (
                select ecole_id, classe_id, eleve_id, jour, moment, etat from presences.dernier
                 where ecole_id = any(:ecoles) and jour >= :rentree and jour < :apres
                   and etat in ('PRESENT', 'ABSENT', 'RETARD')),
            depuis as (
                select distinct on (ecole_id, eleve_id) ecole_id, eleve_id, jour, moment from dite
                 where etat <> 'ABSENT' order by ecole_id, eleve_id, jour, moment desc),
            comptee as (
                select d.* from dite d join depuis f using (ecole_id, eleve_id)
                 where d.jour > f.jour or d.jour = f.jour and d.moment <= f.moment)
            """;

    private final JdbcClient jdbc;

    LectureDesTaux(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// By class, then by day of the week.
    Map<UUID, Map<DayOfWeek, Taux>> byClasse(UUID ecole, LocalDate rentree, LocalDate apres) {
        Map<UUID, Map<DayOfWeek, Taux>> all = new LinkedHashMap<>();
        jdbc.sql(COMPTEES + """
                        select classe_id, extract(isodow from jour)::int as semaine, count(*) as possibles,
                               count(*) filter (where etat = 'ABSENT') as absences
                          from comptee group by classe_id, semaine order by classe_id, semaine
                        """)
                .param("ecoles", new UUID[] {ecole})
                .param("rentree", rentree)
                .param("apres", apres)
                .query(rs -> {
                    all.computeIfAbsent(Colonnes.uuid(rs, "classe_id"), _ -> new EnumMap<>(DayOfWeek.class))
                            .put(
                                    DayOfWeek.of(rs.getInt("semaine")),
                                    new Taux(rs.getLong("possibles"), rs.getLong("absences")));
                });
        return all;
    }

    /// By school, of the whole year so far.
    Map<UUID, Taux> byEcole(Collection<UUID> ecoles, LocalDate rentree, LocalDate apres) {
        Map<UUID, Taux> all = new LinkedHashMap<>();
        jdbc.sql(COMPTEES + """
                        select ecole_id, count(*) as possibles, count(*) filter (where etat = 'ABSENT') as absences
                          from comptee group by ecole_id
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("rentree", rentree)
                .param("apres", apres)
                .query(rs -> {
                    all.put(Colonnes.uuid(rs, "ecole_id"), new Taux(rs.getLong("possibles"), rs.getLong("absences")));
                });
        return all;
    }

    /// How many eat, stay and study that day, where the head wants it counted.
    Map<UUID, Map<Quoi, Integer>> counts(Collection<UUID> ecoles, LocalDate jour) {
        Map<UUID, Map<Quoi, Integer>> all = new LinkedHashMap<>();
        jdbc.sql("""
                        select k.ecole_id, k.service, sum(k.nombre)::int as nombre
                          from (select distinct on (ecole_id, classe_id, service) ecole_id, classe_id, service, nombre
                                  from presences.nombre where ecole_id = any(:ecoles) and jour = :jour
                                 order by ecole_id, classe_id, service, dit_le desc, id desc) k
                          join presences.choix c on c.ecole_id = k.ecole_id and c.quoi = k.service and c.fini_le is null
                         group by k.ecole_id, k.service
                        """)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("jour", jour)
                .query(rs -> {
                    all.computeIfAbsent(Colonnes.uuid(rs, "ecole_id"), _ -> new EnumMap<>(Quoi.class))
                            .put(Quoi.valueOf(rs.getString("service")), rs.getInt("nombre"));
                });
        return all;
    }
}
