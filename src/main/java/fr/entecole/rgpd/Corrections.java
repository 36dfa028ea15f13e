package fr.entecole.rgpd;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.rgpd.Correction.Reponse;
import fr.entecole.rgpd.Fiche.Ligne;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The requests of people and the answers of schools.
@Component
class Corrections {

    /// Those of one person that may wait at a time: beyond, a head would read nothing else.
    static final int OPEN = 20;

    static final int PAGE = 50;

    private static final int LONGEST = 500;
    private static final String DIRECTORY = "annuaire/";

    private static final ZoneId ICI = ZoneId.of("Europe/Paris");
    private static final String COLUMNS =
            "select id, personne_id, demandeur_id, ligne, valeur, juste, demandee_le, reponse, mot, repondue_le from rgpd.correction";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    Corrections(JdbcClient jdbc, Journal journal, ApplicationEventPublisher evenements, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.evenements = evenements;
        this.clock = clock;
    }

    /// @return false when too many wait already
    @Transactional
    boolean ask(Utilisateur demandeur, Ligne ligne, UUID ecole, String juste) {
        int asked = jdbc.sql("""
                        insert into rgpd.correction (ecole_id, personne_id, demandeur_id, ligne, valeur, juste, demandee_le)
                        select :ecole, :personne, :demandeur, :ligne, :valeur, :juste, :le
                         where (select count(*) from rgpd.correction
                                 where demandeur_id = :demandeur and reponse is null) < :most
                        on conflict (demandeur_id, personne_id, ligne) where reponse is null
                        do update set valeur = excluded.valeur, juste = excluded.juste, ecole_id = excluded.ecole_id
                        """)
                .param("ecole", ecole)
                .param("personne", ligne.personne())
                .param("demandeur", demandeur.personneId())
                .param("ligne", ligne.cle())
                .param("valeur", said(ligne))
                .param("juste", juste)
                .param("le", OffsetDateTime.now(clock))
                .param("most", OPEN)
                .update();
        if (asked > 0) {
            record(ActeRgpd.CORRECTION_DEMANDEE, ligne.personne(), demandeur, ecole);
        }
        return asked > 0;
    }

    /// Of another module than the directory, nothing: what one did, and from where, is not for a head.
    private static String said(Ligne ligne) {
        var valeur = ligne.cle().startsWith(DIRECTORY) ? ligne.valeur() : "";
        return valeur.substring(0, Math.min(LONGEST, valeur.length()));
    }

    /// What this person has already said of this line, and waits for an answer.
    Optional<Correction> waiting(Utilisateur demandeur, Ligne ligne) {
        return jdbc.sql(COLUMNS + """
                         where demandeur_id = :demandeur and personne_id = :personne and ligne = :ligne
                           and reponse is null
                        """)
                .param("demandeur", demandeur.personneId())
                .param("personne", ligne.personne())
                .param("ligne", ligne.cle())
                .query(Corrections::correction)
                .optional();
    }

    /// What this person has asked: what waits, and what was answered.
    List<Correction> askedBy(Utilisateur demandeur) {
        return jdbc.sql(COLUMNS + """
                         where demandeur_id = any(:personnes) and lue_le is null
                         order by id desc limit :most
                        """)
                .param("personnes", demandeur.personnes().toArray(UUID[]::new))
                .param("most", PAGE)
                .query(Corrections::correction)
                .list();
    }

    /// What waits for the heads of these schools, the oldest first.
    List<Correction> waitingIn(Collection<UUID> ecoles) {
        return jdbc.sql(COLUMNS + " where ecole_id = any(:ecoles) and reponse is null order by id limit :most")
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("most", PAGE)
                .query(Corrections::correction)
                .list();
    }

    /// @return false when it is not theirs to answer, or has been answered
    @Transactional
    boolean answer(UUID id, Collection<UUID> ecoles, Reponse reponse, String mot, Utilisateur head) {
        var asked = jdbc.sql("""
                        update rgpd.correction
                           set reponse = :reponse, mot = :mot, repondue_par = :par, repondue_le = :le
                         where id = :id and ecole_id = any(:ecoles) and reponse is null
                        returning ecole_id, personne_id, demandeur_id
                        """)
                .param("id", id)
                .param("ecoles", ecoles.toArray(UUID[]::new))
                .param("reponse", reponse.name())
                .param("mot", mot)
                .param("par", head.personneId())
                .param("le", OffsetDateTime.now(clock))
                .query((rs, _) -> new UUID[] {
                    Colonnes.uuid(rs, "ecole_id"), Colonnes.uuid(rs, "personne_id"), Colonnes.uuid(rs, "demandeur_id")
                })
                .optional();
        asked.ifPresent(one -> {
            record(ActeRgpd.CORRECTION_REPONDUE, one[1], head, one[0]);
            evenements.publishEvent(new CorrectionRepondue(id, one[2], one[0]));
        });
        return asked.isPresent();
    }

    /// @return false when it is not theirs, or has no answer
    boolean read(UUID id, Utilisateur demandeur) {
        return jdbc.sql("""
                        update rgpd.correction set lue_le = coalesce(lue_le, :le)
                         where id = :id and demandeur_id = any(:personnes) and reponse is not null
                        """)
                        .param("le", OffsetDateTime.now(clock))
                        .param("id", id)
                        .param("personnes", demandeur.personnes().toArray(UUID[]::new))
                        .update()
                > 0;
    }

    private void record(ActeRgpd acte, UUID personne, Utilisateur by, UUID ecole) {
        journal.record(Fait.of(acte, personne).by(by.compteId()).inEcoles(List.of(ecole)));
    }

    private static Correction correction(ResultSet rs, int row) throws SQLException {
        var reponse = rs.getString("reponse");
        return new Correction(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "personne_id"),
                Colonnes.uuid(rs, "demandeur_id"),
                rs.getString("ligne"),
                rs.getString("valeur"),
                rs.getString("juste"),
                Objects.requireNonNull(day(rs, "demandee_le")),
                reponse == null ? null : Reponse.valueOf(reponse),
                rs.getString("mot"),
                day(rs, "repondue_le"));
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        var instant = rs.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.atZoneSameInstant(ICI).toLocalDate();
    }
}
