package fr.entecole.agenda.abonnements;

import fr.entecole.agenda.ActeAgenda;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.ComptesReunis;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Sceau;
import fr.entecole.socle.Utilisateur;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Private addresses: one for each device that its holder names. The database keeps a print of the secret made with the
/// installation's own (`Sceau`): a copy of it opens nothing, and looking one up takes the same time whatever is asked.
@Component
class AbonnementsAgenda {

    static final int MOST = 8;

    /// A calendar program asks once in some hours; a broken one every minute is told to wait.
    static final int PAR_HEURE = 60;

    private static final int OCTETS = 24;
    private static final SecureRandom ALEA = new SecureRandom();

    private final JdbcClient jdbc;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Sceau sceau;
    private final Clock clock;

    AbonnementsAgenda(JdbcClient jdbc, Utilisateurs utilisateurs, Journal journal, Sceau sceau, Clock clock) {
        this.jdbc = jdbc;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.sceau = sceau;
        this.clock = clock;
    }

    List<Abonnement> of(Utilisateur utilisateur) {
        return jdbc.sql("""
                        select id, nom, cree_le, servi_le from agenda.abonnement
                         where compte_id = :compte and personne_id = any(:personnes) and retire_le is null
                         order by cree_le, id
                        """)
                .param("compte", utilisateur.compteId())
                .param("personnes", utilisateur.personnes().toArray(UUID[]::new))
                .query((rs, _) -> new Abonnement(
                        Colonnes.uuid(rs, "id"),
                        rs.getString("nom"),
                        Objects.requireNonNull(instant(rs.getObject("cree_le", OffsetDateTime.class))),
                        instant(rs.getObject("servi_le", OffsetDateTime.class))))
                .list();
    }

    /// @return the secret, which nobody can be told again; empty when a device of that name has one already
    @Transactional
    public Optional<String> open(Utilisateur utilisateur, String nom) {
        var octets = new byte[OCTETS];
        ALEA.nextBytes(octets);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        return jdbc.sql("""
                        insert into agenda.abonnement (compte_id, personne_id, nom, empreinte, cree_le)
                        values (:compte, :personne, :nom, :empreinte, :now)
                        on conflict (compte_id, personne_id, lower(nom)) where retire_le is null do nothing
                        returning id
                        """)
                .param("compte", utilisateur.compteId())
                .param("personne", utilisateur.personneId())
                .param("nom", nom)
                .param("empreinte", print(secret))
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional()
                .map(id -> {
                    journal.record(Fait.of(ActeAgenda.ABONNEMENT_CREE, id)
                            .by(utilisateur.compteId())
                            .inEcoles(utilisateur.ecoles()));
                    return secret;
                });
    }

    /// @return false when this person has no such address
    @Transactional
    public boolean withdraw(Utilisateur utilisateur, UUID id) {
        int gone = jdbc.sql("""
                        update agenda.abonnement set retire_le = coalesce(retire_le, :now)
                         where id = :id and compte_id = :compte and personne_id = any(:personnes)
                        """)
                .param("id", id)
                .param("compte", utilisateur.compteId())
                .param("personnes", utilisateur.personnes().toArray(UUID[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (gone > 0) {
            journal.record(Fait.of(ActeAgenda.ABONNEMENT_RETIRE, id)
                    .by(utilisateur.compteId())
                    .inEcoles(utilisateur.ecoles()));
        }
        return gone > 0;
    }

    /// Who reads by this secret, as the directory says it now. One statement for the address, which counts it.
    ///
    /// @return empty when there is none, it was withdrawn, or its holder may not be here (any more)
    Optional<Lecteur> serve(String secret) {
        var now = clock.instant();
        return jdbc.sql("""
                        update agenda.abonnement
                           set servi_le = :now,
                               fois = case when heure_le = :heure then fois + 1 else 1 end, heure_le = :heure
                         where empreinte = :empreinte and retire_le is null
                        returning compte_id, personne_id, fois
                        """)
                .param("empreinte", print(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("heure", now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .query((rs, _) ->
                        new Asked(Colonnes.uuid(rs, "compte_id"), Colonnes.uuid(rs, "personne_id"), rs.getInt("fois")))
                .optional()
                .flatMap(asked -> reader(asked)
                        .map(u -> new Lecteur(u, asked.fois > PAR_HEURE ? untilNextHour(now) : Duration.ZERO)));
    }

    private Optional<Utilisateur> reader(Asked asked) {
        return utilisateurs
                .of(asked.compte, null)
                .flatMap(first -> Stream.concat(
                                Stream.of(first),
                                first.autresRoles().stream()
                                        .flatMap(role -> utilisateurs.of(asked.compte, role.compteId()).stream()))
                        .filter(u -> u.personnes().contains(asked.personne))
                        .findFirst());
    }

    private static Duration untilNextHour(Instant now) {
        return Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
    }

    @EventListener
    void on(ComptesReunis reunis) {
        move(reunis.autre(), reunis.compte(), null);
    }

    /// What it reads is of one person, who is behind the other account from now on.
    @EventListener
    void on(Comptes.Separes separes) {
        move(separes.compte(), separes.autre(), separes.personne());
    }

    private void move(UUID from, UUID to, @Nullable UUID personne) {
        jdbc.sql("""
                        update agenda.abonnement a set compte_id = :compte
                         where a.compte_id = :autre and (:personne::uuid is null or a.personne_id = :personne::uuid)
                           and not exists (select 1 from agenda.abonnement b
                                            where b.compte_id = :compte and b.personne_id = a.personne_id
                                              and lower(b.nom) = lower(a.nom) and b.retire_le is null)
                        """)
                .param("compte", to)
                .param("autre", from)
                .param("personne", personne)
                .update();
    }

    private byte[] print(String secret) {
        return sceau.of("abonnement-agenda", secret);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime there) {
        return there == null ? null : there.toInstant();
    }

    /// @param nom of the device, as its holder calls it
    /// @param serviLe when it was read last; null: never yet
    record Abonnement(
            UUID id, String nom, Instant creeLe, @Nullable Instant serviLe) {}

    /// @param attend how long this address must wait, zero: not at all
    record Lecteur(Utilisateur utilisateur, Duration attend) {}

    private record Asked(UUID compte, UUID personne, int fois) {}
}
