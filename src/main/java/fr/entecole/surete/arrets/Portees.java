package fr.entecole.surete.arrets;

import fr.entecole.socle.contrats.Envois;
import fr.entecole.socle.contrats.Envois.Auteur;
import fr.entecole.socle.contrats.Envois.Envoi;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far what a stopped account has sent reaches, room by room. It is hidden and counted in one transaction: nobody
/// reads it afterwards, so what was counted stays true.
@Component
class Portees {

    private static final int ALL = 20_000;

    private final JdbcClient jdbc;
    private final ObjectProvider<Envois> envois;

    Portees(JdbcClient jdbc, ObjectProvider<Envois> envois) {
        this.jdbc = jdbc;
        this.envois = envois;
    }

    void hide(UUID arret, UUID ecole, Auteur auteur, Instant depuis, Instant now) {
        for (var room : rooms()) {
            var choses = room.sent(auteur, depuis, ALL).stream().map(Envoi::id).toList();
            if (!choses.isEmpty()) {
                keep(arret, ecole, room.genre(), room.reach(auteur, depuis));
                room.hold(choses, now);
            }
        }
    }

    /// What was hidden reaches its readers again.
    void show(Auteur auteur, Instant depuis, Instant now) {
        rooms().forEach(room -> room.sent(auteur, depuis, ALL).forEach(envoi -> room.release(envoi.id(), now)));
    }

    /// Counted from another instant: what was its holder's after all reaches its readers, what was not is hidden too.
    void move(Arret arret, Auteur auteur, Instant depuis, Instant now) {
        for (var room : rooms()) {
            var kept = room.sent(auteur, depuis, ALL).stream().map(Envoi::id).collect(Collectors.toSet());
            room.sent(auteur, arret.depuis(), ALL).stream()
                    .map(Envoi::id)
                    .filter(id -> !kept.contains(id))
                    .forEach(id -> room.release(id, now));
        }
        jdbc.sql("delete from surete.portee where arret_id = :id")
                .param("id", arret.id())
                .update();
        jdbc.sql("delete from surete.lecteur where arret_id = :id")
                .param("id", arret.id())
                .update();
        hide(arret.id(), arret.ecole(), auteur, depuis, now);
    }

    private void keep(UUID arret, UUID ecole, String genre, Envois.Portee portee) {
        jdbc.sql("""
                        insert into surete.portee (ecole_id, arret_id, genre, envois, personnes, lecteurs)
                        values (:ecole, :arret, :genre, :envois, :personnes, :lecteurs)
                        """)
                .param("ecole", ecole)
                .param("arret", arret)
                .param("genre", genre)
                .param("envois", portee.envois())
                .param("personnes", portee.personnes())
                .param("lecteurs", portee.lecteurs().size())
                .update();
        jdbc.sql("""
                        insert into surete.lecteur (ecole_id, arret_id, personne_id)
                        select :ecole, :arret, p from unnest(:personnes::uuid[]) p on conflict do nothing
                        """)
                .param("ecole", ecole)
                .param("arret", arret)
                .param("personnes", new TreeSet<>(portee.lecteurs()).toArray(UUID[]::new))
                .update();
    }

    List<Part> of(UUID arret) {
        var phrases = rooms().stream().collect(Collectors.toMap(Envois::genre, room -> room));
        return jdbc.sql("""
                        select genre, envois, personnes, lecteurs from surete.portee where arret_id = :arret order by genre
                        """)
                .param("arret", arret)
                .query((rs, _) -> {
                    int sent = rs.getInt("envois");
                    var room = phrases.get(rs.getString("genre"));
                    return new Part(
                            room == null ? Integer.toString(sent) : room.phrase(sent),
                            sent,
                            rs.getInt("personnes"),
                            rs.getInt("lecteurs"));
                })
                .list();
    }

    private List<Envois> rooms() {
        return envois.orderedStream().toList();
    }

    /// @param phrase « 3 mots de l’école »
    /// @param personnes whom these are for
    /// @param lecteurs how many of them had read one
    record Part(String phrase, int envois, int personnes, int lecteurs) {}
}
