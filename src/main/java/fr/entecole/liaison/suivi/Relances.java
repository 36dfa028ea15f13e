package fr.entecole.liaison.suivi;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.liaison.ActeLiaison;
import fr.entecole.liaison.CahierDeLiaison;
import fr.entecole.liaison.Mot;
import fr.entecole.liaison.SorteLiaison;
import fr.entecole.liaison.suivi.Suivi.Responsable;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminding those of whom an answer is awaited, within the delivery hours of their school, each at most once a day.
@Component
class Relances {

    private final JdbcClient jdbc;
    private final Nouvelles nouvelles;
    private final Journal journal;

    Relances(JdbcClient jdbc, Nouvelles nouvelles, Journal journal) {
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
        this.journal = journal;
    }

    /// When a reminder asked for now reaches them.
    Instant when(Mot mot) {
        return nouvelles.when(Public.ofEcole(mot.ecoleId(), Qui.RESPONSABLES));
    }

    /// @return how many are reminded: not who was already today
    @Transactional
    public int remind(Mot mot, Utilisateur auteur, Collection<Responsable> those, Instant now) {
        if (those.isEmpty()) {
            return 0;
        }
        var lot = UUID.randomUUID();
        var when = when(mot);
        var reminded = jdbc.sql("""
                        insert into liaison.relance
                               (ecole_id, mot_id, personne_id, jour, lot, auteur_id, fait_le, visible_le)
                        select :ecole, :mot, p, :jour, :lot, :auteur, :now, :visible
                          from unnest(:personnes::uuid[]) p
                        on conflict do nothing returning personne_id
                        """)
                .param("ecole", mot.ecoleId())
                .param("mot", mot.id())
                .param("jour", now.atZone(Calendrier.PARIS).toLocalDate())
                .param("lot", lot)
                .param("auteur", auteur.personneId())
                .param("now", CahierDeLiaison.utc(now))
                .param("visible", CahierDeLiaison.utc(when))
                .param("personnes", those.stream().map(Responsable::personne).toArray(UUID[]::new))
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .list();
        if (!reminded.isEmpty()) {
            nouvelles.deposit(
                    auteur.personneId(),
                    new Nouvelle(
                            SorteLiaison.RELANCE,
                            lot,
                            Public.ofPersonnes(mot.ecoleId(), reminded, Qui.RESPONSABLES),
                            "/liaison/mots/" + mot.id(),
                            mot.titre()),
                    when);
            journal.record(
                    Fait.of(ActeLiaison.RELANCE, mot.id()).by(auteur.compteId()).inEcole(mot.ecoleId()));
        }
        return reminded.size();
    }
}
