package fr.entecole.agenda;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.surete.Departs;
import fr.entecole.surete.Partance;
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

/// The one place that writes events: published, changed. Of their dates alone, see `seances`. Who may is judged by the
/// caller.
@Component
public class TenueDeLAgenda {

    private static final int LONGEST_NEWS = 160;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nouvelles nouvelles;
    private final Departs departs;

    TenueDeLAgenda(JdbcClient jdbc, Journal journal, Nouvelles nouvelles, Departs departs) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.nouvelles = nouvelles;
        this.departs = departs;
    }

    /// Before bells ring for many from where nobody knows ([Departs#again]): the date may be written without.
    public void brake(Utilisateur auteur, List<Public> publics, String titre, Erreurs erreurs) {
        departs.again(auteur, Partance.of(publics.getFirst().ecoleId(), publics, titre))
                .ifPresent(refused -> erreurs.add("prevenir", refused));
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
        address(id, ecole, publics);
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

    private void address(UUID id, UUID ecole, List<Public> publics) {
        jdbc.sql("""
                        insert into agenda.destination (ecole_id, cle, evenement_id)
                        select :ecole, c, :id from unnest(:cles::text[]) c
                        """)
                .param("ecole", ecole)
                .param("id", id)
                .param("cles", EvenementAccess.written(publics).toArray(String[]::new))
                .update();
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

    /// Changes what is said and whom it is for; of a weekly event the hours of all dates to come that have those of the
    /// next one, of another its days too.
    ///
    /// @param version the one that was changed: another has been written since, nothing is overwritten
    /// @param publics of its school
    /// @param avant the next date, as it was
    /// @param date days and hours; of a weekly event the hours alone count
    @Transactional
    public Suite change(
            Evenement evenement,
            int version,
            List<Public> publics,
            Propos propos,
            Date avant,
            Date date,
            boolean weekly,
            Auteur auteur,
            Instant now,
            boolean tells) {
        if (lock(evenement) != version) {
            return Suite.DEPASSE;
        }
        boolean others = !EvenementAccess.written(publics).equals(EvenementAccess.written(evenement.publics()));
        int moved = jdbc.sql("""
                        update agenda.seance s
                           set jour = case when :weekly then jour else :jour end,
                               dernier = case when :weekly then dernier else :dernier end,
                               debut = case when :weekly and (debut, fin) is distinct from (:debutAvant::time, :finAvant::time)
                                            then debut else :debut::time end,
                               fin = case when :weekly and (debut, fin) is distinct from (:debutAvant::time, :finAvant::time)
                                          then fin else :fin::time end,
                               numero = numero + 1, change_le = :now
                         where s.evenement_id = :id and s.annulee_le is null and s.dernier >= :aujourdhui
                           and (:autres
                                or ((s.debut, s.fin) is distinct from (:debut::time, :fin::time)
                                    and (not :weekly
                                         or (s.debut, s.fin) is not distinct from (:debutAvant::time, :finAvant::time)))
                                or (not :weekly and (s.jour, s.dernier) is distinct from (:jour, :dernier)))
                        """)
                .param("id", evenement.id())
                .param("weekly", weekly)
                .param("autres", !propos.equals(Propos.of(evenement)))
                .param("jour", date.jour)
                .param("dernier", date.dernier)
                .param("debut", date.debut)
                .param("fin", date.fin)
                .param("debutAvant", avant.debut)
                .param("finAvant", avant.fin)
                .param("aujourdhui", day(now))
                .param("now", utc(now))
                .update();
        if (moved == 0 && !others && propos.equals(Propos.of(evenement))) {
            return Suite.INCHANGE;
        }
        if (others) {
            jdbc.sql("delete from agenda.destination where evenement_id = :id")
                    .param("id", evenement.id())
                    .update();
            address(evenement.id(), evenement.ecoleId(), publics);
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
            tell(auteur, evenement.id(), publics, t("Changé\u00a0: {0}", propos.titre));
        } else if (others) { // who has it no more is sent nowhere
            nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, evenement.id());
        } else {
            nouvelles.rename(SorteAgenda.DATE_A_L_AGENDA, evenement.id(), propos.titre);
        }
        return Suite.CHANGE;
    }

    /// In the caller's transaction.
    ///
    /// @return its version
    public int lock(Evenement evenement) {
        return jdbc.sql("select version from agenda.evenement where id = :id for update")
                .param("id", evenement.id())
                .query(Integer.class)
                .single();
    }

    /// It is another version from now on, and the journal says why.
    public void moved(Evenement evenement, ActeAgenda acte, Auteur auteur, Instant now) {
        jdbc.sql("update agenda.evenement set version = version + 1, change_le = :now where id = :id")
                .param("id", evenement.id())
                .param("now", utc(now))
                .update();
        journal.record(Fait.of(acte, evenement.id()).by(auteur.compte).inEcole(evenement.ecoleId()));
    }

    /// Tells once more those for whom it is, what it was called before included.
    public void tell(Auteur auteur, UUID id, List<Public> publics, String titre) {
        nouvelles.cancel(SorteAgenda.DATE_A_L_AGENDA, id);
        var when = publics.stream().map(nouvelles::when).min(Instant::compareTo).orElseThrow();
        var said = titre.length() > LONGEST_NEWS ? titre.substring(0, LONGEST_NEWS) : titre;
        nouvelles.deposit(
                auteur.personne,
                new Nouvelle(SorteAgenda.DATE_A_L_AGENDA, id, publics, "/agenda/evenements/" + id, said),
                when);
    }

    public static LocalDate day(Instant instant) {
        return instant.atZone(Calendrier.PARIS).toLocalDate();
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param compte who is signed in
    /// @param personne the member of staff
    public record Auteur(UUID compte, UUID personne) {}

    /// What an event says.
    public record Propos(Genre genre, String titre, String texte, String lieu) {

        static Propos of(Evenement evenement) {
            return new Propos(evenement.genre(), evenement.titre(), evenement.texte(), evenement.lieu());
        }
    }

    /// When it takes place.
    public record Date(
            LocalDate jour,
            LocalDate dernier,
            @Nullable LocalTime debut,
            @Nullable LocalTime fin) {}

    /// What became of a change.
    public enum Suite {
        CHANGE,
        INCHANGE,
        /// another change was written meanwhile
        DEPASSE
    }
}
