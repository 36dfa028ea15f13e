package fr.entecole.mesure;

import fr.entecole.mesure.Semaine.Part;
import fr.entecole.mesure.Territoires.Territoire;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Sceau;
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
            select ecole_id, date_trunc('week', jour)::date as semaine, service, appareil, heure,
                   sum(entrees) as entrees, sum(visites) as visites
              from mesure.compteur
             where ecole_id = any(:ecoles) and jour >= :depuis and jour < :fin
             group by grouping sets ((1, 2, service), (1, 2, appareil), (1, 2, heure))
            """;

    private final Lectures lectures;
    private final Sceau sceau;
    private final Clock clock;

    LectureDesUsages(Lectures lectures, Sceau sceau, Clock clock) {
        this.lectures = lectures;
        this.sceau = sceau;
        this.clock = clock;
    }

    Usages of(Territoire territoire) {
        var monday = Compteurs.monday(LocalDate.now(clock));
        return lectures.read(semaines(territoire, monday)
                .with(
                        comptes(territoire, monday),
                        (semaines, dits) -> new Usages(semaines, dits.services(), dits.appareils(), dits.heures())));
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

    /// Of the weeks that are over: of one under way, whoever asks twice would learn what happened in between.
    private Lecture<Dits> comptes(Territoire territoire, LocalDate monday) {
        var ecoles = territoire.region() ? new UUID[] {Cle.PARTOUT} : territoire.ids();
        return Lecture.whole(
                COMPTES, Map.of("ecoles", ecoles, "depuis", monday.minusWeeks(RECENT), "fin", monday), this::dits);
    }

    private Dits dits(ResultSet rs) throws SQLException {
        Map<String, Dits.Parts> weeks = new HashMap<>();
        while (rs.next()) {
            var tirage = new Tirage(sceau, rs.getString("ecole_id"), rs.getString("semaine"));
            var parts = weeks.computeIfAbsent(tirage.ecole() + tirage.lundi(), _ -> new Dits.Parts(tirage));
            if (rs.getString("service") != null) {
                parts.service(Service.valueOf(rs.getString("service")), rs.getLong("visites"));
            } else if (rs.getString("appareil") != null) {
                parts.appareil(Appareil.valueOf(rs.getString("appareil")), rs.getLong("entrees"));
            } else {
                parts.heure(rs.getInt("heure"), rs.getLong("entrees"));
            }
        }
        return Dits.of(weeks.values());
    }
}
