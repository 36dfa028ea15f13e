package fr.entecole.comptes.preuves;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Logins;
import fr.entecole.comptes.Perissable;
import fr.entecole.comptes.ProtectionChangee;
import fr.entecole.comptes.Titulaires;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.facteur.Facteurs;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A telephone is lost, and no code is left. Somebody who knows the person asks for them, somebody else decides: then
/// the second proofs and all stays end, and the password alone opens again. The person is told of both, wherever they
/// can be reached, so that a thief's story is heard by its victim.
@Component
class Depannages implements Perissable {

    private static final Duration TERME = Duration.ofDays(2);
    private static final Duration GARDE = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Titulaires titulaires;
    private final Facteurs facteurs;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;

    Depannages(
            JdbcClient jdbc,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Titulaires titulaires,
            Facteurs facteurs,
            Sessions sessions,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.titulaires = titulaires;
        this.facteurs = facteurs;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    /// @return why not
    @Transactional
    public Optional<String> ask(Utilisateur par, String typed, String motif, String adresse) {
        var compte = account(typed);
        if (compte.filter(id -> access(par).helps(id, utilisateurs.identites(id)))
                .isEmpty()) {
            return Optional.of(
                    t(
                            "Personne que vous puissiez dépanner n’a cet identifiant. Vérifiez-le avec la personne : il est sur sa feuille, et l’école le connaît."));
        }
        var id = compte.get();
        if (!facteurs.guards(id)) {
            return Optional.of(
                    t(
                            "Ce compte n’a pas de seconde preuve : s’il n’entre plus, c’est son mot de passe, que l’on redonne autrement."));
        }
        jdbc.sql("""
                        update comptes.depannage set fini_le = :now, fin = 'CADUC'
                         where compte_id = :compte and fini_le is null
                        """)
                .param("compte", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("""
                        insert into comptes.depannage (compte_id, demandeur_id, motif, demande_le, expire_le)
                        values (:compte, :par, :motif, :now, :expire)
                        """)
                .param("compte", id)
                .param("par", par.compteId())
                .param("motif", motif)
                .param("now", OffsetDateTime.now(clock))
                .param("expire", OffsetDateTime.now(clock).plus(TERME))
                .update();
        record(ActeComptes.DEPANNAGE_DEMANDE, id, par, adresse);
        comptes.tell(id, ProtectionChangee.Quoi.DEPANNAGE_DEMANDE);
        return Optional.empty();
    }

    /// What waits for a second person, or for this one's.
    List<Demande> of(Utilisateur par) {
        var access = access(par);
        var found = jdbc
                .sql("""
                        select id, compte_id, demandeur_id, motif, demande_le, expire_le from comptes.depannage
                         where fini_le is null and expire_le > :now order by demande_le
                        """)
                .param("now", OffsetDateTime.now(clock))
                .query((rs, _) -> new Demande(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "compte_id"),
                        "",
                        Colonnes.uuid(rs, "demandeur_id"),
                        "",
                        rs.getString("motif"),
                        rs.getObject("demande_le", OffsetDateTime.class).toInstant(),
                        rs.getObject("expire_le", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(one -> access.helps(one.compte(), utilisateurs.identites(one.compte())))
                .toList();
        var noms = titulaires.noms(found.stream()
                .flatMap(one -> Stream.of(one.compte(), one.demandeur()))
                .distinct()
                .toList());
        return found.stream()
                .map(one -> one.named(
                        noms.getOrDefault(one.compte(), t("un compte effacé")),
                        noms.getOrDefault(one.demandeur(), t("un compte effacé"))))
                .toList();
    }

    /// @param accord whether the second proofs are taken away
    /// @return false when it is not theirs to decide: they asked for it themselves, or it is over
    @Transactional
    public boolean decide(Utilisateur par, UUID id, boolean accord, String adresse) {
        var compte = jdbc.sql("""
                        select compte_id from comptes.depannage
                         where id = :id and fini_le is null and expire_le > :now
                           and (demandeur_id <> :par or not :accord) for update
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .param("par", par.compteId())
                .param("accord", accord)
                .query((rs, _) -> Colonnes.uuid(rs, "compte_id"))
                .optional()
                .filter(one -> access(par).helps(one, utilisateurs.identites(one)));
        if (compte.isEmpty()) {
            return false;
        }
        jdbc.sql("update comptes.depannage set fini_le = :now, fin = :fin, decideur_id = :par where id = :id")
                .param("id", id)
                .param("fin", accord ? "FAIT" : "REFUSE")
                .param("par", par.compteId())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (accord) {
            facteurs.endAll(compte.get(), par.compteId(), adresse);
            sessions.endAll(List.of(compte.get()));
        } else {
            record(ActeComptes.DEPANNAGE_REFUSE, compte.get(), par, adresse);
        }
        return true;
    }

    private void record(ActeComptes acte, UUID compte, Utilisateur par, String adresse) {
        journal.record(Fait.of(acte, compte)
                .by(par.compteId())
                .inEcoles(utilisateurs.ecoles(compte))
                .from(adresse));
    }

    private Optional<UUID> account(String typed) {
        return jdbc.sql("select coalesce(rejoint_id, id) as id from comptes.compte where login = :login")
                .param("login", Logins.typed(typed))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
    }

    private DepannageAccess access(Utilisateur par) {
        Set<UUID> suivies =
                new HashSet<>(jdbc.sql("select ecole_id from annuaire.suivie(:jour) where agent_id = :agent")
                        .param("jour", LocalDate.now(clock))
                        .param("agent", par.personneId())
                        .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                        .list());
        return new DepannageAccess(par, suivies);
    }

    @Override
    public int purge() {
        return jdbc.sql("delete from comptes.depannage where expire_le < :avant")
                .param("avant", OffsetDateTime.now(clock).minus(GARDE))
                .update();
    }

    /// @param nom of who has lost it
    /// @param par name of who asks
    record Demande(
            UUID id, UUID compte, String nom, UUID demandeur, String par, String motif, Instant le, Instant jusque) {

        Demande named(String who, String asker) {
            return new Demande(id, compte, who, demandeur, asker, motif, le, jusque);
        }
    }
}
