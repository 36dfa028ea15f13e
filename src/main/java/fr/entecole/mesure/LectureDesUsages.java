package fr.entecole.mesure;

import fr.entecole.mesure.Semaine.Part;
import fr.entecole.mesure.Territoires.Territoire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.contrats.ServiceMesure.Service;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Reads the figures of a territory, all of them in one round trip. Of the whole region, what was counted once for the
/// region; of several schools their sum, in which a family of two schools stands twice. A school of which it is not
/// said how many came has no part in that sum: the sum less the others would say it.
@Component
class LectureDesUsages {

    private static final int SEMAINES = 10;
    private static final int RECENT = 4;

    private static final String VENUS = """
            with lues as (
                select ecole_id, semaine, profil, venus, inscrits from mesure.semaine
                 where semaine >= :depuis and (:tout or ecole_id = any(:ecoles))
                union all
                select ecole_id, semaine, profil, count(*)::int, 0 from mesure.marque
                 where semaine >= :depuis and (:tout or ecole_id = any(:ecoles)) group by 1, 2, 3),
            par_ecole as (
                select ecole_id, semaine, profil, max(inscrits) as inscrits,
                       case when max(inscrits) > 0 then least(max(venus), max(inscrits)) else max(venus) end as venus
                  from lues group by 1, 2, 3)
            select semaine, profil, sum(venus) as venus, sum(inscrits) as inscrits from par_ecole
             where not :somme or venus >= 5 or venus = 0
             group by 1, 2
            """;

    private static final String COMPTES = """
            select service, appareil, heure, sum(entrees) as entrees, sum(visites) as visites
              from mesure.compteur where ecole_id = any(:ecoles) and jour >= :depuis
             group by service, appareil, heure
            """;

    private final Lectures lectures;
    private final Clock clock;

    LectureDesUsages(Lectures lectures, Clock clock) {
        this.lectures = lectures;
        this.clock = clock;
    }

    Usages of(Territoire territoire) {
        var monday = Compteurs.monday(LocalDate.now(clock));
        return lectures.read(semaines(territoire, monday)
                .with(
                        comptes(territoire, monday.minusWeeks(RECENT - 1)),
                        (semaines, comptes) ->
                                new Usages(semaines, comptes.services, comptes.appareils, comptes.heures)));
    }

    private static Lecture<List<Semaine>> semaines(Territoire territoire, LocalDate monday) {
        var first = monday.minusWeeks(SEMAINES - 1);
        return Lecture.whole(
                VENUS,
                Map.of(
                        "depuis",
                        first,
                        "tout",
                        territoire.region(),
                        "ecoles",
                        territoire.ids(),
                        "somme",
                        territoire.severalEcoles()),
                rs -> semaines(rs, first, monday));
    }

    /// Weeks in which nobody came are there too.
    private static List<Semaine> semaines(ResultSet rs, LocalDate first, LocalDate last) throws SQLException {
        Map<LocalDate, Map<ProfilMesure, Part>> found = new TreeMap<>();
        for (var week = first; !week.isAfter(last); week = week.plusWeeks(1)) {
            found.put(week, new EnumMap<>(ProfilMesure.class));
        }
        while (rs.next()) {
            var parts = found.get(rs.getObject("semaine", LocalDate.class));
            if (parts != null) {
                parts.put(
                        ProfilMesure.valueOf(rs.getString("profil")),
                        new Part(rs.getLong("venus"), rs.getLong("inscrits")));
            }
        }
        List<Semaine> semaines = new ArrayList<>();
        found.forEach((lundi, parts) -> semaines.add(new Semaine(lundi, parts)));
        return semaines;
    }

    private static Lecture<Comptes> comptes(Territoire territoire, LocalDate depuis) {
        var ecoles = territoire.region() ? new UUID[] {Cle.PARTOUT} : territoire.ids();
        return Lecture.whole(COMPTES, Map.of("ecoles", ecoles, "depuis", depuis), rs -> {
            var comptes = new Comptes(new EnumMap<>(Service.class), new EnumMap<>(Appareil.class), new HashMap<>());
            while (rs.next()) {
                comptes.services.merge(Service.valueOf(rs.getString("service")), rs.getLong("visites"), Long::sum);
                comptes.appareils.merge(Appareil.valueOf(rs.getString("appareil")), rs.getLong("entrees"), Long::sum);
                if (rs.getInt("heure") >= 0) {
                    comptes.heures.merge(rs.getInt("heure"), rs.getLong("entrees"), Long::sum);
                }
            }
            return comptes;
        });
    }

    private record Comptes(Map<Service, Long> services, Map<Appareil, Long> appareils, Map<Integer, Long> heures) {}
}
