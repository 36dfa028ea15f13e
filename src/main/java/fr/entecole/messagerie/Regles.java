package fr.entecole.messagerie;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may write to whom: what the region says, what a school takes away from it. Answering whoever has written needs
/// no rule, unless they want no answer.
@Component
public class Regles {

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Journal journal;
    private final Clock clock;

    Regles(JdbcClient jdbc, Lectures lectures, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.journal = journal;
        this.clock = clock;
    }

    /// Those in force in these schools. One statement.
    public Matrice of(Collection<UUID> ecoles) {
        return lectures.read(lecture(ecoles));
    }

    public Lecture<Matrice> lecture(Collection<UUID> ecoles) {
        return Lecture.of(
                        """
                        select ecole_id, droit, permis, retenu from messagerie.regle
                         where ecole_id = any(:ecoles) and remplacee_le is null
                        """,
                        Map.of(
                                "ecoles",
                                Stream.concat(Stream.of(Cle.PARTOUT), ecoles.stream())
                                        .toArray(UUID[]::new)),
                        (rs, _) -> Map.entry(
                                new Case(Colonnes.uuid(rs, "ecole_id"), rs.getString("droit")),
                                new Regle(rs.getBoolean("permis"), rs.getBoolean("retenu"))))
                .map(rows -> {
                    Map<Case, Regle> all = new HashMap<>();
                    rows.forEach(row -> all.put(row.getKey(), row.getValue()));
                    return new Matrice(all);
                });
    }

    /// Ends what stood and says this from now on.
    ///
    /// @param ecole [Cle#PARTOUT]: the region, for all schools
    @Transactional
    public void put(Utilisateur auteur, UUID ecole, Droit droit, Regle regle) {
        var now = OffsetDateTime.now(clock);
        int same = jdbc.sql("""
                        select count(*) from messagerie.regle
                         where ecole_id = :ecole and droit = :droit and remplacee_le is null
                           and permis = :permis and retenu = :retenu
                        """)
                .params(of(ecole, droit, regle))
                .query(Integer.class)
                .single();
        if (same > 0) {
            return;
        }
        jdbc.sql("""
                        update messagerie.regle set remplacee_le = :now
                         where ecole_id = :ecole and droit = :droit and remplacee_le is null
                        """)
                .param("now", now)
                .param("ecole", ecole)
                .param("droit", droit.name())
                .update();
        jdbc.sql("""
                        insert into messagerie.regle (ecole_id, droit, permis, retenu, posee_par, posee_le)
                        values (:ecole, :droit, :permis, :retenu, :par, :now)
                        """)
                .params(of(ecole, droit, regle))
                .param("par", auteur.personneId())
                .param("now", now)
                .update();
        journal.record(Fait.of(ActeMessagerie.REGLE_CHANGEE)
                .by(auteur.compteId())
                .with(Map.<String, Object>of("droit", droit.name()))
                .inEcole(ecole.equals(Cle.PARTOUT) ? null : ecole));
    }

    private static Map<String, Object> of(UUID ecole, Droit droit, Regle regle) {
        return Map.of("ecole", ecole, "droit", droit.name(), "permis", regle.permis, "retenu", regle.retenu);
    }

    /// @param retenu what is written waits until the teacher has read it
    public record Regle(boolean permis, boolean retenu) {}

    public record Case(UUID ecole, String droit) {}

    /// The rules of some schools.
    public record Matrice(Map<Case, Regle> dites) {

        public Regle ofRegion(Droit droit) {
            return dites.getOrDefault(new Case(Cle.PARTOUT, droit.name()), new Regle(droit.dAbord(), true));
        }

        /// What the school has said; by default all that the region permits, held where it is held.
        public Regle ofEcole(UUID ecole, Droit droit) {
            return dites.getOrDefault(new Case(ecole, droit.name()), ofRegion(droit));
        }

        public boolean permits(UUID ecole, Droit droit) {
            return ofRegion(droit).permis && ofEcole(ecole, droit).permis;
        }

        public boolean retains(UUID ecole, Droit droit) {
            return droit.seRetient() && (ofRegion(droit).retenu || ofEcole(ecole, droit).retenu);
        }
    }
}
