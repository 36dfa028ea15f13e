package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.AccesRenouvele;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.ComptesDeconnectes;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Envois.Auteur;
import fr.entecole.surete.ActeSurete;
import fr.entecole.surete.Appareils;
import fr.entecole.surete.Etape;
import fr.entecole.surete.Palier;
import fr.entecole.surete.Pauses;
import fr.entecole.surete.SorteSurete;
import fr.entecole.surete.TenuesChangees;
import fr.entecole.surete.arrets.Arret.Par;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stops an account and reopens it, each in one transaction. Who may is judged by the caller.
@Component
class Arrets {

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Appareils appareils;
    private final Portees portees;
    private final Pauses pauses;
    private final Nouvelles nouvelles;
    private final Journal journal;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    Arrets(
            JdbcClient jdbc,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Appareils appareils,
            Portees portees,
            Pauses pauses,
            Nouvelles nouvelles,
            Journal journal,
            ApplicationEventPublisher evenements,
            Clock clock) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.appareils = appareils;
        this.portees = portees;
        this.pauses = pauses;
        this.nouvelles = nouvelles;
        this.journal = journal;
        this.evenements = evenements;
        this.clock = clock;
    }

    /// Whose account it is, with all whom the directory knows as its holder.
    Auteur auteur(UUID compte) {
        return new Auteur(
                compte,
                comptes.behind(compte).stream().map(Compte::personneId).collect(Collectors.toUnmodifiableSet()));
    }

    /// Its stays end, its sending stops, and what it has sent since then is hidden at once from whoever has not read
    /// it, and from whoever has. Twice, it is stopped once.
    ///
    /// @param entree whether one still comes in with the password of now
    @Transactional
    public UUID stop(Cible cible, Instant depuis, Par par, String motif, boolean entree, Utilisateur auteur) {
        var now = clock.instant();
        var inserted = insert(cible, depuis, par, motif, auteur, now);
        if (inserted.isEmpty()) {
            return jdbc.sql("select id from surete.arret where compte_id = :compte and fini_le is null")
                    .param("compte", cible.compte)
                    .query(UUID.class)
                    .single();
        }
        var id = inserted.get();
        step(id, cible.ecole, new Etape(Palier.RIEN, now), auteur, now);
        if (entree) {
            evenements.publishEvent(new ComptesDeconnectes(List.of(cible.compte)));
        } else {
            comptes.lock(cible.compte);
        }
        appareils.forgetSendings(cible.compte);
        drop(cible.compte, now);
        portees.hide(id, cible.ecole, auteur(cible.compte), depuis, now);
        journal.record(Fait.of(ActeSurete.COMPTE_ARRETE, cible.compte)
                .by(auteur.compteId())
                .inEcoles(utilisateurs.ecoles(cible.compte)));
        tellHolder(id, cible, true);
        if (par == Par.TITULAIRE && !cible.ecole.equals(Cle.PARTOUT)) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteSurete.COMPTE_A_VOIR,
                            id,
                            Public.ofEcole(cible.ecole, Qui.DIRECTIONS),
                            path(id),
                            t("Quelqu’un dit que son compte a été volé")));
        }
        evenements.publishEvent(new TenuesChangees());
        return id;
    }

    /// What it has sent is not its holder's from another instant on, as long as nothing is taken back.
    @Transactional
    public void since(Arret arret, Instant depuis) {
        int moved = jdbc.sql("""
                        update surete.arret set depuis = :depuis
                         where id = :id and fini_le is null and retrait_le is null
                        """)
                .param("depuis", at(depuis))
                .param("id", arret.id())
                .update();
        if (moved == 1) {
            portees.move(arret, auteur(arret.compte()), depuis, clock.instant());
        }
    }

    private Optional<UUID> insert(Cible cible, Instant depuis, Par par, String motif, Utilisateur auteur, Instant now) {
        return jdbc.sql("""
                        insert into surete.arret
                               (ecole_id, compte_id, personne_id, depuis, par, par_id, motif, arrete_le)
                        values (:ecole, :compte, :personne, :depuis, :par, :auteur, :motif, :maintenant)
                        on conflict (compte_id) where fini_le is null do nothing returning id
                        """)
                .param("ecole", cible.ecole)
                .param("compte", cible.compte)
                .param("personne", cible.personne)
                .param("depuis", at(depuis))
                .param("par", par.name())
                .param("auteur", auteur.personneId())
                .param("motif", motif)
                .param("maintenant", at(now))
                .query(UUID.class)
                .optional();
    }

    /// What waited some minutes, or for somebody's decision, does not leave.
    private void drop(UUID compte, Instant now) {
        jdbc.sql("""
                        update surete.sursis set decide_le = :maintenant, sens = 'REFUSE'
                         where compte_id = :compte and decide_le is null and (jusque is null or jusque > :maintenant)
                        """).param("compte", compte).param("maintenant", at(now)).update();
    }

    private void step(UUID arret, UUID ecole, Etape etape, Utilisateur auteur, Instant now) {
        jdbc.sql("""
                        insert into surete.palier (ecole_id, arret_id, palier, des_le, par_id, pose_le)
                        values (:ecole, :arret, :palier, :des, :par, :maintenant)
                        """)
                .param("ecole", ecole)
                .param("arret", arret)
                .param("palier", etape.palier().name())
                .param("des", at(etape.des()))
                .param("par", auteur.personneId())
                .param("maintenant", at(now))
                .update();
    }

    /// What it sends again, and when. What was not taken back reaches its readers again.
    ///
    /// @return false when it was reopened already
    @Transactional
    public boolean reopen(Arret arret, List<Etape> etapes, Utilisateur auteur) {
        var now = clock.instant();
        var held = jdbc.sql(
                        "select retrait_le is null as garde from surete.arret where id = :id and fini_le is null for update")
                .param("id", arret.id())
                .query(Boolean.class)
                .optional();
        if (held.isEmpty()) {
            return false;
        }
        etapes.forEach(etape -> step(arret.id(), arret.ecole(), etape, auteur, now));
        jdbc.sql("update surete.arret set fini_le = :fin where id = :id")
                .param("fin", at(etapes.getLast().des()))
                .param("id", arret.id())
                .update();
        if (held.get()) {
            portees.show(auteur(arret.compte()), arret.depuis(), now);
        }
        journal.record(Fait.of(ActeSurete.COMPTE_ROUVERT, arret.compte())
                .by(auteur.compteId())
                .inEcoles(utilisateurs.ecoles(arret.compte())));
        nouvelles.cancel(SorteSurete.COMPTE_A_VOIR, arret.id());
        nouvelles.cancel(SorteSurete.COMPTE_ARRETE, arret.id());
        tellHolder(arret.id(), new Cible(arret.compte(), arret.personne(), arret.ecole()), false);
        evenements.publishEvent(new TenuesChangees());
        return true;
    }

    private void tellHolder(UUID id, Cible cible, boolean stopped) {
        var nature = comptes.behind(cible.compte).stream()
                .filter(compte -> compte.personneId().equals(cible.personne))
                .map(Compte::nature)
                .findFirst()
                .orElse(Nature.PERSONNEL);
        nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteSurete.COMPTE_ARRETE,
                        id,
                        Public.ofPersonnes(Cle.PARTOUT, List.of(cible.personne), qui(nature)),
                        path(id),
                        told(stopped, nature == Nature.ELEVE)));
    }

    private static String told(boolean stopped, boolean tu) {
        if (stopped) {
            return tu ? t("Tes envois sont en pause") : t("Les envois de votre compte sont en pause");
        }
        return tu ? t("Tes envois repartent") : t("Les envois de votre compte repartent");
    }

    static Qui qui(Nature nature) {
        return switch (nature) {
            case ELEVE -> Qui.ELEVES;
            case RESPONSABLE -> Qui.RESPONSABLES;
            case PERSONNEL, AGENT -> Qui.EQUIPE;
        };
    }

    @EventListener
    void on(AccesRenouvele renouvele) {
        if (!pauses.stops(renouvele.compte())) {
            return; // nearly everyone: an entry costs what it did
        }
        jdbc.sql("""
                        update surete.arret set renouvele_le = :maintenant
                         where compte_id = :compte and fini_le is null and renouvele_le is null
                        """)
                .params(Map.of("compte", renouvele.compte(), "maintenant", at(clock.instant())))
                .update();
    }

    private static String path(UUID arret) {
        return "/surete/arrets/" + arret;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param ecole whose head decides too; [Cle#PARTOUT]: the region alone
    record Cible(UUID compte, UUID personne, UUID ecole) {}
}
