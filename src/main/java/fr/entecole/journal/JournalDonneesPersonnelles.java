package fr.entecole.journal;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The trace of who did what. It outlives the person's data until its own term: that is what a trace is for.
@Component
class JournalDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteJournal() {
        return ActiviteDeclaree.of(
                "journal",
                () -> new Activite(
                        t("Journal des actes"),
                        t("Savoir qui a fait quoi, pour protéger les comptes et répondre d’un abus."),
                        Base.OBLIGATION,
                        t("Toute personne qui a un compte"),
                        t("La direction de l’école, l’administration régionale")));
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JournalReglages reglages;
    private final Actes actes;

    JournalDonneesPersonnelles(JdbcClient jdbc, Clock clock, JournalReglages reglages, Actes actes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reglages = reglages;
        this.actes = actes;
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
                        Duration.ofDays(reglages.conservation().toTotalMonths() * 30))
                .of("faits", "journal"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    /// Facts about the person, in words; what they did themselves is exported with their account. What a head does to
    /// protect a child is told to nobody else, nor is a fact that has no sentence yet.
    @Override
    public Map<String, Object> export(UUID personneId) {
        var faits = jdbc
                .sql("select fait_le, action from journal.fait where objet_id = :id order by id desc")
                .param("id", personneId.toString())
                .query((rs, _) -> new Dit(rs.getString("fait_le"), rs.getString("action")))
                .list()
                .stream()
                .filter(dit -> actes.find(dit.action())
                        .filter(acte -> acte.famille() != Famille.RESTRICTIONS)
                        .isPresent())
                .map(dit -> Map.of("date", dit.le(), "fait", actes.phrase(dit.action(), null, t("vous"))))
                .toList();
        return faits.isEmpty() ? Map.of() : Map.of("faits", faits);
    }

    private record Dit(String le, String action) {}

    @Override
    public Map<String, String> libelles() {
        return Map.of(
                "faits", t("Ce qui a été fait pour cette personne"), "faits.date", t("Quand"), "faits.fait", t("Quoi"));
    }

    /// Nothing: the trace goes at its own term.
    @Override
    public void erase(UUID personneId) {}

    @Override
    public List<Reste> keeps() {
        var now = OffsetDateTime.now(clock);
        var duree = Duration.between(now.minus(reglages.conservation()), now);
        return Stream.of("fait.acteur_compte", "fait.objet_id", "fait.details")
                .map(lieu -> new Reste(lieu, "fait_le", duree, t("La trace de qui a fait quoi, et quand")))
                .toList();
    }

    @Override
    public void purge() {
        var terme = OffsetDateTime.now(clock).minus(reglages.conservation());
        for (var table : List.of("fait_ecole", "fait")) {
            jdbc.sql("delete from journal." + table + " where fait_le < :terme")
                    .param("terme", terme)
                    .update();
        }
    }
}
