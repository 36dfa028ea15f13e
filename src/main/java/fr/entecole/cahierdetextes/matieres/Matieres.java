package fr.entecole.cahierdetextes.matieres;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The subjects of a school's classes.
@Component
public class Matieres {

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final ReglagesDesMatieres reglages;
    private final Journal journal;
    private final Clock clock;

    Matieres(JdbcClient jdbc, Lectures lectures, ReglagesDesMatieres reglages, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.reglages = reglages;
        this.journal = journal;
        this.clock = clock;
    }

    /// Of a class of these levels, for a page that reads other things too.
    public Lecture<List<String>> lecture(UUID ecole, Collection<String> niveaux) {
        var cycle = Cycle.of(niveaux);
        return written(ecole).map(written -> of(cycle, written));
    }

    public List<String> of(UUID ecole, Collection<String> niveaux) {
        return lectures.read(lecture(ecole, niveaux));
    }

    /// Those of this school, cycle by cycle.
    Map<Cycle, List<String>> of(UUID ecole, List<Cycle> cycles) {
        var written = lectures.read(written(ecole));
        Map<Cycle, List<String>> all = new EnumMap<>(Cycle.class);
        cycles.forEach(cycle -> all.put(cycle, of(cycle, written)));
        return all;
    }

    List<String> origin(Cycle cycle) {
        return reglages.matieres().isEmpty() ? cycle.programmes() : reglages.matieres();
    }

    private List<String> of(Cycle cycle, Map<Cycle, List<String>> written) {
        var ofSchool = written.getOrDefault(cycle, List.of());
        return ofSchool.isEmpty() ? origin(cycle) : ofSchool;
    }

    private static Lecture<Map<Cycle, List<String>>> written(UUID ecole) {
        return Lecture.of(
                        "select cycle, noms from cahierdetextes.matieres where ecole_id = :ecole and remplace_le is null",
                        Map.of("ecole", ecole),
                        (rs, _) -> Map.entry(Cycle.valueOf(rs.getString("cycle")), Colonnes.strings(rs, "noms")))
                .map(rows -> {
                    Map<Cycle, List<String>> all = new EnumMap<>(Cycle.class);
                    rows.forEach(row -> all.put(row.getKey(), row.getValue()));
                    return all;
                });
    }

    /// @param noms none: those of the programmes again
    @Transactional
    public void write(UUID ecole, Cycle cycle, List<String> noms, Utilisateur par) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('matieres' || :ecole || :cycle, 0))")
                .param("ecole", ecole.toString())
                .param("cycle", cycle.name())
                .query((_, _) -> 1)
                .single();
        jdbc.sql("""
                        update cahierdetextes.matieres set remplace_le = :maintenant
                         where ecole_id = :ecole and cycle = :cycle and remplace_le is null
                        """)
                .param("maintenant", now)
                .param("ecole", ecole)
                .param("cycle", cycle.name())
                .update();
        jdbc.sql("""
                        insert into cahierdetextes.matieres (id, ecole_id, cycle, noms, decide_le)
                        values (:id, :ecole, :cycle, :noms, :maintenant)
                        """)
                .param("id", Uuids.v7())
                .param("ecole", ecole)
                .param("cycle", cycle.name())
                .param("noms", noms.toArray(String[]::new))
                .param("maintenant", now)
                .update();
        journal.record(
                Fait.of(ActeMatieres.MATIERES_REGLEES, ecole).by(par.compteId()).inEcole(ecole));
    }
}
