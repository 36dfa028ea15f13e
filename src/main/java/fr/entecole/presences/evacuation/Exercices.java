package fr.entecole.presences.evacuation;

import fr.entecole.calendrier.Calendrier;
import fr.entecole.direct.Direct;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.presences.ActePresences;
import fr.entecole.presences.Lignes;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes evacuations. Who may is judged by the caller.
@Component
class Exercices {

    private static final String COLONNES =
            "select id, ecole_id, genre, debut_le, fini_le, attendus, manquants, remarques, auteur_id from presences.exercice";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Direct direct;

    Exercices(JdbcClient jdbc, Journal journal, Direct direct) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.direct = direct;
    }

    /// Nothing where one runs already: whoever touches second joins it.
    @Transactional
    void begin(UUID ecole, Genre genre, int attendus, Utilisateur auteur, Instant now) {
        int begun = jdbc.sql("""
                        insert into presences.exercice (ecole_id, annee, genre, debut_le, attendus, auteur_id)
                        values (:ecole, :annee, :genre, :maintenant, :attendus, :auteur)
                        on conflict (ecole_id) where fini_le is null do nothing
                        """)
                .param("ecole", ecole)
                .param(
                        "annee",
                        AnneeScolaire.of(now.atZone(Calendrier.PARIS).toLocalDate())
                                .rentree())
                .param("genre", genre.name())
                .param("maintenant", Lignes.utc(now))
                .param("attendus", attendus)
                .param("auteur", auteur.personneId())
                .update();
        if (begun == 1) {
            record(ActePresences.EVACUATION_COMMENCEE, ecole, auteur);
            tell(ecole);
        }
    }

    /// What one has in front of oneself, of those whom one was shown; what one ticked by mistake is taken back.
    ///
    /// @return false where it does not run any more
    @Transactional
    boolean tick(UUID ecole, UUID exercice, Collection<UUID> shown, Collection<UUID> found, UUID auteur, Instant now) {
        if (running(ecole).filter(e -> e.id().equals(exercice)).isEmpty()) {
            return false;
        }
        jdbc.sql("""
                        insert into presences.retrouve as r (ecole_id, exercice_id, eleve_id, auteur_id, trouve_le)
                        select :ecole, :exercice, q.eleve, :auteur, :maintenant from unnest(:la::uuid[]) q (eleve)
                        on conflict (exercice_id, eleve_id, auteur_id) do update set repris_le = null
                         where r.repris_le is not null
                        """)
                .param("ecole", ecole)
                .param("exercice", exercice)
                .param("auteur", auteur)
                .param("maintenant", Lignes.utc(now))
                .param("la", found.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        update presences.retrouve set repris_le = :maintenant
                         where ecole_id = :ecole and exercice_id = :exercice and auteur_id = :auteur and repris_le is null
                           and eleve_id = any(:montres) and eleve_id <> all(:la)
                        """)
                .param("ecole", ecole)
                .param("exercice", exercice)
                .param("auteur", auteur)
                .param("maintenant", Lignes.utc(now))
                .param("montres", shown.toArray(UUID[]::new))
                .param("la", found.toArray(UUID[]::new))
                .update();
        tell(ecole);
        return true;
    }

    @Transactional
    boolean end(Exercice exercice, int manquants, String remarques, Utilisateur auteur, Instant now) {
        boolean ended = jdbc.sql("""
                                update presences.exercice
                                   set fini_le = :maintenant, manquants = :manquants, remarques = :remarques
                                 where id = :id and ecole_id = :ecole and fini_le is null
                                """)
                        .param("maintenant", Lignes.utc(now))
                        .param("manquants", manquants)
                        .param("remarques", remarques)
                        .param("id", exercice.id())
                        .param("ecole", exercice.ecole())
                        .update()
                == 1;
        if (ended) {
            record(ActePresences.EVACUATION_FINIE, exercice.ecole(), auteur);
            tell(exercice.ecole());
        }
        return ended;
    }

    Optional<Exercice> running(UUID ecole) {
        return jdbc.sql(COLONNES + " where ecole_id = :ecole and fini_le is null")
                .param("ecole", ecole)
                .query(LectureDuRassemblement::exercice)
                .optional();
    }

    /// Those of a school year that are over, the last first.
    List<Exercice> of(UUID ecole, AnneeScolaire annee) {
        return jdbc.sql(COLONNES
                        + " where ecole_id = :ecole and annee = :annee and fini_le is not null order by debut_le desc")
                .param("ecole", ecole)
                .param("annee", annee.rentree())
                .query(LectureDuRassemblement::exercice)
                .list();
    }

    /// Open pages of who teaches or directs there.
    private void tell(UUID ecole) {
        direct.tell(
                jdbc.sql("select q.personne_id from annuaire.equipe q where q.ecole_id = :ecole")
                        .param("ecole", ecole)
                        .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                        .list(),
                "evacuation");
    }

    private void record(ActePresences acte, UUID ecole, Utilisateur auteur) {
        journal.record(Fait.of(acte, ecole).by(auteur.compteId()).inEcole(ecole));
    }
}
