package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.DonneesPersonnelles;
import fr.entecole.socle.contrats.ActiviteDeclaree;
import fr.entecole.socle.contrats.ActiviteDeclaree.Activite;
import fr.entecole.socle.contrats.ActiviteDeclaree.Base;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reservations of who made them, until the end of the school year in which they take place.
@Component
class ReservationsDonneesPersonnelles implements DonneesPersonnelles {

    @Bean
    static ActiviteDeclaree activiteReservations() {
        return ActiviteDeclaree.of(
                "reservations",
                () -> new Activite(
                        t("Réservations"),
                        t("Partager les salles et le matériel d’une école."),
                        Base.MISSION,
                        t("Équipe de l’école"),
                        t("L’équipe de l’école")));
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ReservationsDonneesPersonnelles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String schema() {
        return "reservations";
    }

    @Override
    public List<Traitement> describe() {
        return List.of(new Traitement(
                        t("Ce que vous avez réservé à l’école, jusqu’à la fin de l’année scolaire"),
                        t("Vous"),
                        Duration.ofDays(366))
                .of("reservations"));
    }

    @Override
    public int enonces() {
        return 1;
    }

    @Override
    public Map<String, Object> export(UUID personneId) {
        var rows = jdbc.sql("""
                        select c.nom as chose, lower(r.moment)::text as de, upper(r.moment)::text as a, r.motif
                          from reservations.reservation r join reservations.chose c on c.id = r.chose_id
                         where r.personne_id = :id order by lower(r.moment)
                        """).param("id", personneId).query().listOfRows();
        return rows.isEmpty() ? Map.of() : Map.of("reservations", rows);
    }

    @Override
    public Map<String, String> libelles() {
        Map<String, String> mots = new LinkedHashMap<>();
        mots.put("reservations", t("Ce que vous avez réservé"));
        mots.put("reservations.chose", t("Quoi"));
        mots.put("reservations.de", t("De"));
        mots.put("reservations.a", t("À"));
        mots.put("reservations.motif", t("Pourquoi"));
        return mots;
    }

    @Override
    public void erase(UUID personneId) {
        erase(List.of(personneId));
    }

    /// The hour stays taken, by nobody that is named.
    @Override
    public void erase(Collection<UUID> personnes) {
        jdbc.sql("""
                        update reservations.reservation set personne_id = null, motif = ''
                         where personne_id = any(:ids)
                        """).param("ids", personnes.toArray(UUID[]::new)).update();
    }

    @Override
    public void purge() {
        var begun = AnneeScolaire.of(LocalDate.ofInstant(clock.instant(), Calendrier.PARIS))
                .debut();
        jdbc.sql("delete from reservations.reservation where upper(moment) <= :debut")
                .param("debut", begun.atStartOfDay())
                .update();
        jdbc.sql("""
                        delete from reservations.chose c
                         where c.retire_le is not null
                           and not exists (select 1 from reservations.reservation r where r.chose_id = c.id)
                        """).update();
    }
}
