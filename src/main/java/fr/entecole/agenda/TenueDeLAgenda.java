package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes events: published, changed, cancelled. Who may is judged by the caller.
@Component
class TenueDeLAgenda {

    private static final int LONGEST_NEWS = 160;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nouvelles nouvelles;

    TenueDeLAgenda(JdbcClient jdbc, Journal journal, Nouvelles nouvelles) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nouvelles = nouvelles;
    }

    /// The same event by the same author on the same day is one, however often it is sent.
    ///
    /// @param dates at least one
    /// @param tells whether bells ring
    @Transactional
    public UUID publish(
            List<Public> publics, Propos propos, List<Date> dates, Auteur auteur, Instant now, boolean tells) {
        var ecole = publics.getFirst().ecoleId();
        var print = EvenementForm.print(EvenementAccess.written(publics), propos, dates);
        var written = jdbc.sql("""
                        insert into agenda.evenement
                               (ecole_id, auteur_id, annee, jour, empreinte, genre, titre, texte, lieu, publie_le, change_le)
                        values (:ecole, :auteur, :annee, :jour, :empreinte, :genre, :titre, :texte, :lieu, :now, :now)
                        on conflict (ecole_id, auteur_id, jour, empreinte) where retire_le is null do nothing
                        returning id
                        """)
                .param("ecole", ecole)
                .param("auteur", auteur.personne)
                .param("annee", AnneeScolaire.of(dates.getLast().dernier).rentree())
                .param("jour", day(now))
                .param("empreinte", print)
                .param("genre", propos.genre.name())
                .param("titre", propos.titre)
                .param("texte", propos.texte)
                .param("lieu", propos.lieu)
                .param("now", utc(now))
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .optional();
        if (written.isEmpty()) {
            return standing(ecole, auteur, now, print);
        }
        var id = written.get();
        jdbc.sql("""
                        insert into agenda.destination (ecole_id, cle, evenement_id)
                        select :ecole, c, :id from unnest(:cles::text[]) c
                        """)
                .param("ecole", ecole)
                .param("id", id)
                .param("cles", EvenementAccess.written(publics).toArray(String[]::new))
                .update();
        for (var date : dates) {
            jdbc.sql("""
                            insert into agenda.seance (ecole_id, evenement_id, jour, dernier, debut, fin, change_le)
                            values (:ecole, :id, :jour, :dernier, :debut::time, :fin::time, :now)
                            """)
                    .param("ecole", ecole)
                    .param("id", id)
                    .param("jour", date.jour)
                    .param("dernier", date.dernier)
                    .param("debut", date.debut)
                    .param("fin", date.fin)
                    .param("now", utc(now))
                    .update();
        }
        journal.record(Fait.of(ActeAgenda.DATE_PUBLIEE, id).by(auteur.compte).inEcole(ecole));
        if (tells) {
            tell(auteur, id, publics, propos.titre);
        }
        return id;
    }

    private UUID standing(UUID ecole, Auteur auteur, Instant now, byte[] print) {
        return jdbc.sql("""
                        select id from agenda.evenement
                         where ecole_id = :ecole and auteur_id = :auteur and jour = :jour and empreinte = :empreinte
                           and retire_le is null
                        """)
                .param("ecole", ecole)
                .param("auteur", auteur.personne)
                .param("jour", day(now))
                .param("empreinte", print)
                .query((rs, _) -> rs.getObject(1, UUID.class))
                .single();
    }

    /// Changes what is said; of a weekly event the hours of all dates to come, of another its days too.
    ///
    /// @param version the one that was changed: another has been written since, nothing is overwritten
    /// @param date days and hours; of a weekly event the hours alone count
    @Transactional
    public Suite change(
            Evenement evenement,
            int version,
            Propos propos,
            Date date,
            boolean weekly,
            Auteur auteur,
            Instant now,
            boolean tells) {
        if (lock(evenement) != version) {
            return Suite.DEPASSE;
        }
        int moved = jdbc.sql("""
                        update agenda.seance s
                           set jour = case when :weekly then jour else :jour end,
                               dernier = case when :weekly then dernier else :dernier end,
                               debut = :debut::time, fin = :fin::time, numero = numero + 1, change_le = :now
                         where s.evenement_id = :id and s.annulee_le is null and s.dernier >= :aujourdhui
                           and (:autres
                                or (s.debut, s.fin) is distinct from (:debut::time, :fin::time)
                                or (not :weekly and (s.jour, s.dernier) is distinct from (:jour, :dernier)))
                        """)
                .param("id", evenement.id())
                .param("weekly", weekly)
                .param("autres", !propos.equals(Propos.of(evenement)))
                .param("jour", date.jour)
                .param("dernier", date.dernier)
                .param("debut", date.debut)
                .param("fin", date.fin)
                .param("aujourdhui", day(now))
                .param("now", utc(now))
                .update();
        if (moved == 0 && propos.equals(Propos.of(evenement))) {
            return Suite.INCHANGE;
        }
        jdbc.sql("""
                        update agenda.evenement
                           set genre = :genre, titre = :titre, texte = :texte, lieu = :lieu, version = version + 1,
                               annee = greatest(annee, :annee), change_le = :now
                         where id = :id
                        """)
                .param("genre", propos.genre.name())
                .param("titre", propos.titre)
                .param("texte", propos.texte)
                .param("lieu", propos.lieu)
                .param("annee", weekly ? 0 : AnneeScolaire.of(date.dernier).rentree())
                .param("now", utc(now))
                .param("id", evenement.id())
                .update();
        journal.record(Fait.of(ActeAgenda.DATE_CHANGEE, evenement.id())
                .by(auteur.compte)
                .inEcole(evenement.ecoleId()));
        if (tells) {
            tell(auteur, evenement.id(), evenement.publics(), t("Changé\u00a0: {0}", propos.titre));
        } else {
            nouvelles.rename(SorteAgenda.DATE_A_L_AGENDA, evenement.id(), propos.titre);
        }
        return Suite.CHANGE;
    }

    /// Cancels one date, or all that are to come; the news says which. Twice is once, and told once.
    ///
    /// @param seance null: all
    /// @return how many dates were
    @Transactional
    public int cancel(Evenement evenement, @Nullable UUID seance, Auteur auteur, Instant now) {
        lock(evenement);
        var cancelled = jdbc.sql("""
                        update agenda.seance set annulee_le = :now, change_le = :now, numero = numero + 1
                         where evenement_id = :id and annulee_le is null and dernier >= :aujourdhui
                           and (:toutes or id = :seance::uuid)
                        returning jour
                        """)
                .param("id", evenement.id())
                .param("toutes", seance == null)
                .param("seance", seance)
                .param("aujourdhui", day(now))
                .param("now", utc(now))
                .query((rs, _) -> LectureDeLAgenda.day(rs, "jour"))
                .list();
        if (!cancelled.isEmpty()) {
            moved(evenement, ActeAgenda.DATE_ANNULEE, auteur, now);
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
        if (lock(evenement) != version) {
            return 0;
        }
        var restored = jdbc.sql("""
                        update agenda.seance set annulee_le = null, change_le = :now, numero = numero + 1
                         where evenement_id = :id and dernier >= :aujourdhui
                           and annulee_le = (select max(annulee_le) from agenda.seance where evenement_id = :id)
                        returning jour
                        """)
                .param("id", evenement.id())
                .param("aujourdhui", day(now))
                .param("now", utc(now))
                .query((rs, _) -> LectureDeLAgenda.day(rs, "jour"))
                .list();
        if (!restored.isEmpty()) {
            moved(evenement, ActeAgenda.DATE_RETABLIE, auteur, now);
            boolean untold = nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, evenement.id());
            var still = days(evenement, true, now);
            if (!untold) {
                var said = t("Maintenu\u00a0: {0}, {1}", evenement.titre(), Horaires.dates(restored, still.isEmpty()));
                tell(auteur, evenement.id(), evenement.publics(), said);
            } else if (!still.isEmpty()) { // one news had told them together
                tellCancelled(evenement, still, auteur, now);
            }
        }
        return restored.size();
    }

    private void tellCancelled(Evenement evenement, List<LocalDate> jours, Auteur auteur, Instant now) {
        var which = Horaires.dates(jours, days(evenement, false, now).isEmpty());
        tell(auteur, evenement.id(), evenement.publics(), t("Annulé\u00a0: {0}, {1}", evenement.titre(), which));
    }

    /// Those to come, in order.
    private List<LocalDate> days(Evenement evenement, boolean cancelled, Instant now) {
        return jdbc.sql("""
                        select jour from agenda.seance
                         where evenement_id = :id and dernier >= :aujourdhui and (annulee_le is not null) = :annulees
                         order by jour
                        """)
                .param("id", evenement.id())
                .param("aujourdhui", day(now))
                .param("annulees", cancelled)
                .query((rs, _) -> LectureDeLAgenda.day(rs, "jour"))
                .list();
    }

    /// @return its version
    private int lock(Evenement evenement) {
        return jdbc.sql("select version from agenda.evenement where id = :id for update")
                .param("id", evenement.id())
                .query(Integer.class)
                .single();
    }

    private void moved(Evenement evenement, ActeAgenda acte, Auteur auteur, Instant now) {
        jdbc.sql("update agenda.evenement set version = version + 1, change_le = :now where id = :id")
                .param("id", evenement.id())
                .param("now", utc(now))
                .update();
        journal.record(Fait.of(acte, evenement.id()).by(auteur.compte).inEcole(evenement.ecoleId()));
    }

    /// Tells once more those for whom it is, what it was called before included.
    private void tell(Auteur auteur, UUID id, List<Public> publics, String titre) {
        nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, id);
        var when = publics.stream().map(nouvelles::when).min(Instant::compareTo).orElseThrow();
        var said = titre.length() > LONGEST_NEWS ? titre.substring(0, LONGEST_NEWS) : titre;
        nouvelles.deposit(
                auteur.personne,
                new Nouvelle(SorteAgenda.DATE_A_L_AGENDA, id, publics, "/agenda/evenements/" + id, said),
                when);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param compte who is signed in
    /// @param personne the member of staff
    record Auteur(UUID compte, UUID personne) {}

    /// What an event says.
    record Propos(Genre genre, String titre, String texte, String lieu) {

        static Propos of(Evenement evenement) {
            return new Propos(evenement.genre(), evenement.titre(), evenement.texte(), evenement.lieu());
        }
    }

    /// When it takes place.
    record Date(
            LocalDate jour,
            LocalDate dernier,
            @Nullable LocalTime debut,
            @Nullable LocalTime fin) {}

    /// What became of a change.
    enum Suite {
        CHANGE,
        INCHANGE,
        /// another change was written meanwhile
        DEPASSE
    }
}
