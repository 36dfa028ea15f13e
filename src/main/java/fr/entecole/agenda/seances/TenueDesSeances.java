package fr.entecole.agenda.seances;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.agenda.ActeAgenda;
import fr.entecole.agenda.Evenement;
import fr.entecole.agenda.Horaires;
import fr.entecole.agenda.LectureDeLAgenda;
import fr.entecole.agenda.Seance;
import fr.entecole.agenda.SorteAgenda;
import fr.entecole.agenda.TenueDeLAgenda;
import fr.entecole.agenda.TenueDeLAgenda.Auteur;
import fr.entecole.agenda.TenueDeLAgenda.Date;
import fr.entecole.agenda.TenueDeLAgenda.Suite;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves and cancels dates. Who may is judged by the caller.
@Component
public class TenueDesSeances {

    private final JdbcClient jdbc;
    private final TenueDeLAgenda tenue;
    private final Nouvelles nouvelles;

    TenueDesSeances(JdbcClient jdbc, TenueDeLAgenda tenue, Nouvelles nouvelles) {
        this.jdbc = jdbc;
        this.tenue = tenue;
        this.nouvelles = nouvelles;
    }

    /// As [TenueDeLAgenda#brake].
    void brake(Utilisateur auteur, Evenement evenement, Erreurs erreurs) {
        tenue.brake(auteur, evenement.publics(), evenement.titre(), erreurs);
    }

    /// Moves one date to another day or other hours; those after it by as many days, to the same hours.
    ///
    /// @param version the one that was read: another has been written since, nothing is overwritten
    /// @param seance still to come and not cancelled
    /// @param suivantes those that are moved with it
    /// @param sansClasse of these, those which would fall on a day without class: they are cancelled
    @Transactional
    public Suite move(
            Evenement evenement,
            int version,
            Seance seance,
            Date date,
            List<Seance> suivantes,
            Collection<UUID> sansClasse,
            Auteur auteur,
            Instant now,
            boolean tells) {
        if (tenue.lock(evenement) != version) {
            return Suite.DEPASSE;
        }
        long days = ChronoUnit.DAYS.between(seance.jour(), date.jour());
        int moved = move(seance.id(), date, now);
        var last = date.dernier();
        for (var other : suivantes) {
            if (sansClasse.contains(other.id())) {
                moved += cancelOne(other.id(), now);
            } else {
                var day = other.jour().plusDays(days);
                moved += move(other.id(), new Date(day, day, date.debut(), date.fin()), now);
                last = day.isAfter(last) ? day : last;
            }
        }
        if (moved == 0) {
            return Suite.INCHANGE;
        }
        jdbc.sql("update agenda.evenement set annee = greatest(annee, :annee) where id = :id")
                .param("annee", AnneeScolaire.of(last).rentree())
                .param("id", evenement.id())
                .update();
        tenue.moved(evenement, ActeAgenda.DATE_CHANGEE, auteur, now);
        if (tells) {
            var said = suivantes.isEmpty()
                    ? t("Déplacé\u00a0: {0}, {1}", evenement.titre(), Horaires.quand(date))
                    : t("Déplacé\u00a0: {0}, à partir du {1}", evenement.titre(), Horaires.quand(date));
            tenue.tell(auteur, evenement.id(), evenement.publics(), said);
        }
        return Suite.CHANGE;
    }

    private int move(UUID seance, Date date, Instant now) {
        return jdbc.sql("""
                        update agenda.seance
                           set jour = :jour, dernier = :dernier, debut = :debut::time, fin = :fin::time,
                               numero = numero + 1, change_le = :now
                         where id = :id and annulee_le is null
                           and (jour, dernier, debut, fin)
                               is distinct from (:jour::date, :dernier::date, :debut::time, :fin::time)
                        """)
                .param("id", seance)
                .param("jour", date.jour())
                .param("dernier", date.dernier())
                .param("debut", date.debut())
                .param("fin", date.fin())
                .param("now", TenueDeLAgenda.utc(now))
                .update();
    }

    private int cancelOne(UUID seance, Instant now) {
        return jdbc.sql("""
                        update agenda.seance set annulee_le = :now, change_le = :now, numero = numero + 1
                         where id = :id and annulee_le is null
                        """)
                .param("id", seance)
                .param("now", TenueDeLAgenda.utc(now))
                .update();
    }

    /// Cancels one date, it and those after it, or all that are to come; the news says which. Twice is once, and told
    /// once.
    ///
    /// @param seance null: all
    /// @param suivantes those after it too
    /// @return how many dates were
    @Transactional
    public int cancel(Evenement evenement, @Nullable UUID seance, boolean suivantes, Auteur auteur, Instant now) {
        tenue.lock(evenement);
        var cancelled = jdbc.sql("""
                        update agenda.seance set annulee_le = :now, change_le = :now, numero = numero + 1
                         where evenement_id = :id and annulee_le is null and dernier >= :aujourdhui
                           and (:toutes or id = :seance::uuid
                                or (:suivantes and jour >= (select x.jour from agenda.seance x
                                                             where x.id = :seance::uuid and x.evenement_id = :id)))
                        returning jour
                        """)
                .param("id", evenement.id())
                .param("toutes", seance == null)
                .param("seance", seance)
                .param("suivantes", suivantes)
                .param("aujourdhui", TenueDeLAgenda.day(now))
                .param("now", TenueDeLAgenda.utc(now))
                .query((rs, _) -> LectureDeLAgenda.day(rs, "jour"))
                .list();
        if (!cancelled.isEmpty()) {
            tenue.moved(evenement, ActeAgenda.DATE_ANNULEE, auteur, now);
            boolean untold = nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, evenement.id());
            tellCancelled(evenement, untold ? days(evenement, true, now) : cancelled, auteur, now);
        }
        return cancelled.size();
    }

    /// Takes back what was cancelled last, as long as nothing has been written since. Its news is withdrawn; who has
    /// been told already is told that it takes place.
    ///
    /// @param version the one that cancelling has left
    /// @return how many dates take place again
    @Transactional
    public int restore(Evenement evenement, int version, Auteur auteur, Instant now) {
        if (tenue.lock(evenement) != version) {
            return 0;
        }
        var restored = jdbc.sql("""
                        update agenda.seance set annulee_le = null, change_le = :now, numero = numero + 1
                         where evenement_id = :id and dernier >= :aujourdhui
                           and annulee_le = (select max(annulee_le) from agenda.seance where evenement_id = :id)
                        returning jour
                        """)
                .param("id", evenement.id())
                .param("aujourdhui", TenueDeLAgenda.day(now))
                .param("now", TenueDeLAgenda.utc(now))
                .query((rs, _) -> LectureDeLAgenda.day(rs, "jour"))
                .list();
        if (!restored.isEmpty()) {
            tenue.moved(evenement, ActeAgenda.DATE_RETABLIE, auteur, now);
            boolean untold = nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, evenement.id());
            var still = days(evenement, true, now);
            if (!untold) {
                var said = t("Maintenu\u00a0: {0}, {1}", evenement.titre(), Horaires.dates(restored, still.isEmpty()));
                tenue.tell(auteur, evenement.id(), evenement.publics(), said);
            } else if (!still.isEmpty()) { // one news had told them together
                tellCancelled(evenement, still, auteur, now);
            }
        }
        return restored.size();
    }

    private void tellCancelled(Evenement evenement, List<LocalDate> jours, Auteur auteur, Instant now) {
        var which = Horaires.dates(jours, days(evenement, false, now).isEmpty());
        tenue.tell(auteur, evenement.id(), evenement.publics(), t("Annulé\u00a0: {0}, {1}", evenement.titre(), which));
    }

    /// Those to come, in order.
    private List<LocalDate> days(Evenement evenement, boolean cancelled, Instant now) {
        return jdbc.sql("""
                        select jour from agenda.seance
                         where evenement_id = :id and dernier >= :aujourdhui and (annulee_le is not null) = :annulees
                         order by jour
                        """)
                .param("id", evenement.id())
                .param("aujourdhui", TenueDeLAgenda.day(now))
                .param("annulees", cancelled)
                .query((rs, _) -> LectureDeLAgenda.day(rs, "jour"))
                .list();
    }
}
