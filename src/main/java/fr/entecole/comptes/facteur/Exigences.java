package fr.entecole.comptes.facteur;

import fr.entecole.socle.Installation;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Who must have a second factor: those who hold powers over others, by whichever role of their account. In a
/// demonstration, which one enters by a click, nobody must. ADR 0070.
@Component
@NamedInterface("exigences")
public class Exigences {

    private final SecondFacteurReglages reglages;
    private final Installation installation;
    private final Facteurs facteurs;
    private final JdbcClient jdbc;
    private final Clock clock;

    Exigences(
            SecondFacteurReglages reglages,
            Installation installation,
            Facteurs facteurs,
            JdbcClient jdbc,
            Clock clock) {
        this.reglages = reglages;
        this.installation = installation;
        this.facteurs = facteurs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean concerns(Utilisateur utilisateur) {
        return !installation.demonstration()
                && Stream.concat(
                                Stream.of(utilisateur.profil()),
                                utilisateur.autresRoles().stream().map(Utilisateur.Role::profil))
                        .anyMatch(reglages.profils()::contains);
    }

    /// Whether a proof just given was as strong as their profile asks: a second factor, where one must have it.
    public boolean suffices(Utilisateur utilisateur) {
        return !concerns(utilisateur) || facteurs.guards(utilisateur.compteId());
    }

    /// The last day on which somebody who must have one, and has none, may do without; empty for all others. Counted
    /// from the first time that this is asked.
    public Optional<LocalDate> due(Utilisateur utilisateur) {
        return concerns(utilisateur) ? until(utilisateur.compteId()) : Optional.empty();
    }

    private Optional<LocalDate> until(UUID compte) {
        return jdbc.sql("""
                        insert into comptes.sursis_facteur (compte_id, depuis)
                        select :compte::uuid, :now where not %s
                        on conflict (compte_id) do update set depuis = sursis_facteur.depuis
                        returning depuis
                        """.formatted(Facteurs.guarding(":compte::uuid")))
                .param("compte", compte)
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> rs.getObject("depuis", OffsetDateTime.class).toInstant())
                .optional()
                .map(depuis -> LocalDate.ofInstant(depuis.plus(reglages.sursis()), clock.getZone()));
    }
}
