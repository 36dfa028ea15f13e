package fr.entecole.notifications.lettres;

import fr.entecole.notifications.Cadence;
import fr.entecole.notifications.Sorte;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What each account wants of each kind; what it has not said is as the kind says.
@Component
class Preferences {

    private final JdbcClient jdbc;
    private final Resumes resumes;
    private final Clock clock;

    Preferences(JdbcClient jdbc, Resumes resumes, Clock clock) {
        this.jdbc = jdbc;
        this.resumes = resumes;
        this.clock = clock;
    }

    List<Choix> of(UUID compte, List<Sorte> sortes) {
        Map<String, Choix> said = new HashMap<>();
        jdbc.sql("select sorte, cadence, appareils from notifications.preference where compte_id = :compte")
                .param("compte", compte)
                .query(rs -> {
                    said.put(
                            rs.getString("sorte"),
                            new Choix(
                                    rs.getString("sorte"),
                                    Cadence.valueOf(rs.getString("cadence")),
                                    rs.getBoolean("appareils")));
                });
        return sortes.stream()
                .map(sorte -> said.getOrDefault(sorte.code(), new Choix(sorte.code(), sorte.cadence(), true)))
                .toList();
    }

    /// @param heure of the summary, in Paris
    @Transactional
    void say(Utilisateur utilisateur, List<Choix> choix, int heure) {
        var now = OffsetDateTime.now(clock);
        var all = new ArrayList<>(choix);
        jdbc.sql("""
                        insert into notifications.preference (compte_id, sorte, personne_id, cadence, appareils, dite_le)
                        select :compte, c.sorte, :personne, c.cadence, c.appareils, :now
                          from unnest(:sortes::text[], :cadences::text[], :appareils::boolean[]) c (sorte, cadence, appareils)
                        on conflict (compte_id, sorte)
                        do update set cadence = excluded.cadence, appareils = excluded.appareils, dite_le = excluded.dite_le
                        """)
                .param("compte", utilisateur.compteId())
                .param("personne", utilisateur.personneId())
                .param("now", now)
                .param("sortes", all.stream().map(Choix::sorte).toArray(String[]::new))
                .param("cadences", all.stream().map(c -> c.cadence.name()).toArray(String[]::new))
                .param("appareils", all.stream().map(Choix::appareils).toArray(Boolean[]::new))
                .update();
        resumes.set(utilisateur.compteId(), utilisateur.personneId(), heure, now.toInstant());
    }

    /// @param sorte code of the kind
    /// @param appareils also told to the devices that have asked for it
    record Choix(String sorte, Cadence cadence, boolean appareils) {}
}
