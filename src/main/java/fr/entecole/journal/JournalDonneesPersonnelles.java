package fr.entecole.journal;

import static fr.entecole.socle.Mots.t;

import fr.entecole.socle.DonneesPersonnelles;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The trace of who did what. It outlives the person's data until its own term: that is what a trace is for.
@Component
class JournalDonneesPersonnelles implements DonneesPersonnelles {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JournalReglages reglages;

    JournalDonneesPersonnelles(JdbcClient jdbc, Clock clock, JournalReglages reglages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reglages = reglages;
    }

    @Override
    public String schema() {
        return "journal";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                t("Journal de sécurité : qui a fait quoi, quand, et l’adresse d’où l’on se connecte"),
                t("Vos visites"),
                Duration.ofDays(reglages.conservation().toTotalMonths() * 30)));
    }

    /// Facts about the person; what they did themselves is exported with their account.
    @Override
    public Map<String, Object> export(UUID personneId) {
        return Map.of(
                "faits",
                jdbc.sql("select fait_le::text, action from journal.fait where objet_id = :id order by id")
                        .param("id", personneId.toString())
                        .query()
                        .listOfRows());
    }

    /// Nothing: the trace goes at its own term.
    @Override
    public void erase(UUID personneId) {}

    @Override
    public void purge() {
        jdbc.sql("delete from journal.fait where fait_le < :terme")
                .param("terme", OffsetDateTime.now(clock).minus(reglages.conservation()))
                .update();
    }
}
