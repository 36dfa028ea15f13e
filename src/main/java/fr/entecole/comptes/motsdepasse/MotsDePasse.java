package fr.entecole.comptes.motsdepasse;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Identite;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.ProtectionChangee;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.motsdepasse.MotDePasse.Condition;
import fr.entecole.comptes.motsdepasse.MotDePasse.Force;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/// The passwords of accounts: what each must be, from all that its people are, and its change, which ends every stay of
/// the account.
@Component
public class MotsDePasse {

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Appellations appellations;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    MotsDePasse(
            JdbcClient jdbc,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Appellations appellations,
            Sessions sessions,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.appellations = appellations;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /// What the account asks of a password.
    public Exigence exigence(UUID compte) {
        var qui = utilisateurs.identites(compte);
        return new Exigence(comptes.login(compte), force(qui), SingletonSupplier.of(() -> entourage(qui)));
    }

    /// What others would try of a person: their places, and of a guardian the schools and first names of all their
    /// children.
    private List<String> entourage(List<Identite> qui) {
        Set<String> noms = new LinkedHashSet<>();
        Set<UUID> ecoles = new LinkedHashSet<>();
        qui.forEach(identite -> {
            noms.add(identite.lieu());
            ecoles.addAll(identite.ecoles());
        });
        var parents = qui.stream()
                .filter(identite -> identite.profil() == Profil.PARENT)
                .map(Identite::personneId)
                .toArray(UUID[]::new);
        if (parents.length > 0) {
            jdbc.sql("""
                            select t.prenom, p.ecole_id from annuaire.autorite(:jour) a
                              join annuaire.titulaire t on t.id = a.eleve_id and t.nature = 'ELEVE'
                              left join annuaire.present p on p.eleve_id = a.eleve_id
                             where a.responsable_id = any(:parents)
                            """)
                    .param("jour", LocalDate.now(clock))
                    .param("parents", parents)
                    .query(rs -> {
                        noms.add(rs.getString("prenom"));
                        var ecole = rs.getObject("ecole_id", UUID.class);
                        if (ecole != null) {
                            ecoles.add(ecole);
                        }
                    });
        }
        noms.addAll(appellations.ecoles(ecoles).values());
        return List.copyOf(noms);
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
        boolean again = jdbc.sql("""
                        with avant as (select active_le is not null as venu from comptes.compte where id = :id for update)
                        update comptes.compte
                           set mot_de_passe = :secret, force = :force, active_le = coalesce(active_le, :now)
                          from avant where id = :id
                        returning avant.venu
                        """)
                .param("secret", choisi.encode())
                .param("force", choisi.force().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", compte)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
        sessions.endAll(List.of(compte));
        comptes.renew(compte);
        journal.record(Fait.of(ActeComptes.MOT_DE_PASSE_CHOISI, compte)
                .by(compte)
                .from(adresse)
                .inEcoles(utilisateurs.ecoles(compte)));
        if (again) {
            comptes.tell(compte, ProtectionChangee.Quoi.MOT_DE_PASSE);
        }
    }

    /// @param login shown to the person, and what their password must not hold
    /// @param entourage names that others would try first, read when a password is judged
    public record Exigence(String login, Force force, Supplier<List<String>> entourage) {

        List<Condition> conditions() {
            return force.conditions();
        }

        public Exigence atLeast(Force other) {
            return new Exigence(login, force.compareTo(other) < 0 ? other : force, entourage);
        }

        boolean meets(Condition condition, String motDePasse) {
            return MotDePasse.meets(condition, force, motDePasse, login, entourage.get());
        }

        /// One that will do, and that nobody else has.
        String propose() {
            var lieux = entourage.get();
            var drawn = Proposition.draw(force);
            while (MotDePasse.refusal(force, drawn, login, lieux).isPresent()) {
                drawn = Proposition.draw(force);
            }
            return drawn;
        }

        public Optional<String> refusal(String motDePasse, String confirmation) {
            return motDePasse.equals(confirmation)
                    ? MotDePasse.refusal(force, motDePasse, login, entourage.get())
                    : Optional.of(t("Les deux mots de passe ne sont pas les mêmes."));
        }
    }
}
