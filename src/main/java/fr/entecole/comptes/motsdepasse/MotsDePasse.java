package fr.entecole.comptes.motsdepasse;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Identite;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.motsdepasse.MotDePasse.Condition;
import fr.entecole.comptes.motsdepasse.MotDePasse.Force;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The passwords of accounts: what each must be, from all that its people are, and its change, which ends every stay of
/// the account.
@Component
public class MotsDePasse {

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    MotsDePasse(
            JdbcClient jdbc,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Sessions sessions,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /// What the account asks of a password.
    public Exigence exigence(UUID compte) {
        var qui = utilisateurs.identites(compte);
        return new Exigence(
                comptes.byId(compte).orElseThrow().login(),
                force(qui),
                qui.stream().map(Identite::lieu).distinct().toList());
    }

    /// The strongest that any of its roles asks.
    static Force force(List<Identite> qui) {
        return qui.stream()
                .map(identite -> Force.of(identite.profil()))
                .max(Comparator.naturalOrder())
                .orElse(Force.BITS_80);
    }

    /// Whether the person holds powers over others by one of their roles, with a password chosen when they held none.
    public boolean isTooWeak(UUID compte, Utilisateur utilisateur) {
        var asked = Stream.concat(
                        Stream.of(utilisateur.profil()),
                        utilisateur.autresRoles().stream().map(Utilisateur.Role::profil))
                .map(Force::of)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return asked == Force.BITS_80
                && jdbc.sql("select mot_de_passe is not null and force = 'BITS_50' from comptes.compte where id = :id")
                        .param("id", compte)
                        .query((rs, _) -> rs.getBoolean(1))
                        .single();
    }

    /// In the transaction of why it changes.
    ///
    /// @param choisi hashed beforehand: a transaction does not wait for that
    @Transactional
    public void set(UUID compte, MotDePasseChoisi choisi, String adresse) {
        jdbc.sql("""
                        update comptes.compte
                           set mot_de_passe = :secret, force = :force, active_le = coalesce(active_le, :now)
                         where id = :id
                        """)
                .param("secret", choisi.encode())
                .param("force", choisi.force().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", compte)
                .update();
        sessions.endAll(List.of(compte));
        journal.record(Fait.of(ActeComptes.MOT_DE_PASSE_CHOISI, compte)
                .by(compte)
                .from(adresse)
                .inEcoles(utilisateurs.ecoles(compte)));
    }

    /// @param login shown to the person, and what their password must not hold
    /// @param lieux names that others would try first
    public record Exigence(String login, Force force, List<String> lieux) {

        List<Condition> conditions() {
            return force.conditions();
        }

        public Exigence atLeast(Force other) {
            return new Exigence(login, force.compareTo(other) < 0 ? other : force, lieux);
        }

        public Optional<String> refusal(String motDePasse, String confirmation) {
            return motDePasse.equals(confirmation)
                    ? MotDePasse.refusal(force, motDePasse, login, lieux)
                    : Optional.of(t("Les deux mots de passe ne sont pas les mêmes."));
        }
    }
}
