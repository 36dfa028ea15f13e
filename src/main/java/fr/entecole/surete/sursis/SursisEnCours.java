package fr.entecole.surete.sursis;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Comptes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Envois;
import fr.entecole.surete.ActeSurete;
import fr.entecole.surete.AnnonceDesSursis;
import fr.entecole.surete.Appareils;
import fr.entecole.surete.sursis.Sursis.Sens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is held, and what becomes of it. Who may is judged by the caller; of two at once, one decides.
@Component
public class SursisEnCours {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final ObjectProvider<Envois> envois;
    private final Comptes comptes;
    private final Appareils appareils;
    private final AnnonceDesSursis annonce;
    private final Journal journal;
    private final Clock clock;

    SursisEnCours(
            JdbcClient jdbc,
            ObjectProvider<Envois> envois,
            Comptes comptes,
            Appareils appareils,
            AnnonceDesSursis annonce,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.envois = envois;
        this.comptes = comptes;
        this.appareils = appareils;
        this.annonce = annonce;
        this.journal = journal;
        this.clock = clock;
    }

    Optional<Sursis> one(UUID id) {
        return jdbc.sql("select * from surete.sursis where id = :id")
                .param("id", id)
                .query(SursisEnCours::sursis)
                .optional();
    }

    /// Those that wait for this person's decision, the oldest first.
    public List<Attente> waiting(Utilisateur utilisateur) {
        return jdbc
                .sql("""
                        select * from surete.sursis
                         where sorte = 'DECISION' and decide_le is null and (:region or ecole_id = any(:ecoles))
                         order by pose_le limit :most
                        """)
                .param("region", utilisateur.is(Profil.ADMINISTRATEUR))
                .param("ecoles", Perimetre.of(utilisateur).ecolesDirected().toArray(UUID[]::new))
                .param("most", MOST)
                .query(SursisEnCours::sursis)
                .list()
                .stream()
                .filter(SursisAccess.of(utilisateur)::decides)
                .map(s -> new Attente(s.id(), s.auteur(), s.personnes(), s.poseLe()))
                .toList();
    }

    /// What it says, as far as its room lets those who decide read it.
    Optional<Envois.Envoi> content(Sursis sursis) {
        return room(sursis).flatMap(room -> room.one(sursis.chose()));
    }

    private Optional<Envois> room(Sursis sursis) {
        return envois.stream()
                .filter(room -> room.genre().equals(sursis.genre()))
                .findFirst();
    }

    /// @return false when it waits no more
    @Transactional
    public boolean release(Sursis sursis, Utilisateur par) {
        return decided(sursis, Sens.PARTI, null, par).isPresent()
                && done(sursis, ActeSurete.ENVOI_LIBERE, par, room -> room.release(sursis.chose(), clock.instant()));
    }

    @Transactional
    public boolean refuse(Sursis sursis, String motif, Utilisateur par) {
        return decided(sursis, Sens.REFUSE, motif, par).isPresent()
                && done(sursis, ActeSurete.ENVOI_REFUSE, par, room -> room.drop(sursis.chose(), clock.instant()));
    }

    /// By who wrote it.
    @Transactional
    public boolean takeBack(Sursis sursis, Utilisateur par) {
        if (decided(sursis, Sens.ANNULE, null, par).isEmpty()) {
            return false;
        }
        appareils.forgetSendings(sursis.compte());
        return done(sursis, ActeSurete.ENVOI_ANNULE, par, room -> room.drop(sursis.chose(), clock.instant()));
    }

    private boolean done(Sursis sursis, ActeSurete acte, Utilisateur par, Consumer<Envois> what) {
        room(sursis).ifPresent(what);
        journal.record(Fait.of(acte, sursis.id()).by(par.compteId()).inEcole(sursis.ecole()));
        if (acte == ActeSurete.ENVOI_ANNULE) {
            annonce.cancelled(sursis.id());
        } else {
            annonce.decided(sursis.id(), sursis.auteur(), qui(sursis), acte == ActeSurete.ENVOI_LIBERE);
        }
        return true;
    }

    private Qui qui(Sursis sursis) {
        return comptes.behind(sursis.compte()).stream()
                .filter(compte -> compte.personneId().equals(sursis.auteur()))
                .map(compte -> switch (compte.nature()) {
                    case ELEVE -> Qui.ELEVES;
                    case RESPONSABLE -> Qui.RESPONSABLES;
                    case PERSONNEL, AGENT -> Qui.EQUIPE;
                })
                .findFirst()
                .orElse(Qui.EQUIPE);
    }

    private Optional<UUID> decided(Sursis sursis, Sens sens, @Nullable String motif, Utilisateur par) {
        return jdbc.sql("""
                        update surete.sursis set decide_le = :maintenant, sens = :sens, motif = :motif, par_id = :par
                         where id = :id and decide_le is null and (jusque is null or jusque > :maintenant) returning id
                        """)
                .param("maintenant", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sens", sens.name())
                .param("motif", motif)
                .param("par", par.personneId())
                .param("id", sursis.id())
                .query(UUID.class)
                .optional();
    }

    private static Sursis sursis(ResultSet rs, int row) throws SQLException {
        var sens = rs.getString("sens");
        return new Sursis(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "compte_id"),
                Colonnes.uuid(rs, "auteur_id"),
                rs.getString("genre"),
                Colonnes.uuid(rs, "chose"),
                rs.getInt("personnes"),
                Objects.requireNonNull(instant(rs, "pose_le")),
                instant(rs, "jusque"),
                instant(rs, "decide_le"),
                sens == null ? null : Sens.valueOf(sens),
                rs.getString("motif"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /// One that waits for a decision.
    public record Attente(UUID id, UUID auteur, int personnes, Instant poseLe) {}
}
