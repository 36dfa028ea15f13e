package fr.entecole.notifications;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.comptes.Membres;
import fr.entecole.comptes.Membres.Joignable;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.contrats.EnContinu;
import fr.entecole.socle.contrats.Reserves;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Delivers what is due: asks the directory who is meant now, and gives each of them one line. A deposit is locked
/// while it is delivered, some schools at a time, and other nodes take another; lines, what leaves by other ways, and
/// that this school has been told stand or fall together, so a node that dies in the middle leaves nothing half told.
/// What is for named people is delivered fifty deposits at a time: a transaction costs more than one of them.
@Component
class Livraisons implements Besogne, EnContinu {

    private static final Logger LOG = LoggerFactory.getLogger(Livraisons.class);

    /// Deposits looked for at a time, schools told in a transaction, lines written in a statement.
    private static final int DEPOTS = 200;

    private static final int ECOLES = 100;

    /// Deposits for named people, which are delivered in one transaction.
    private static final int ENSEMBLE = 50;

    private static final int LIGNES = 500;
    private static final Duration LATER = Duration.ofMinutes(5);
    private static final Duration BUSY = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Membres membres;
    private final List<Voie> voies;
    private final Sortes sortes;
    private final ObjectProvider<Reserves> reserves;

    Livraisons(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Membres membres,
            List<Voie> voies,
            Sortes sortes,
            ObjectProvider<Reserves> reserves) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.membres = membres;
        this.voies = voies;
        this.sortes = sortes;
        this.reserves = reserves;
    }

    @Override
    public String nom() {
        return "livraisons";
    }

    @Override
    public String phrase() {
        return t("Remettre les nouvelles à leur heure");
    }

    @Override
    public Lecture<Attente> attente(Instant now) {
        return EnContinu.waiting("""
                select due_le as depuis from notifications.remise
                 where livree_le is null and annulee_le is null and due_le <= :now order by due_le
                """, now);
    }

    @Override
    public @Nullable Instant work(Instant now) {
        var due = due(now);
        if (due.isEmpty()) {
            return next();
        }
        int told = 0;
        for (var depot : due) {
            told += depot.nomme ? 0 : deliver(depot.id, now);
        }
        var named = due.stream().filter(Du::nomme).map(Du::id).toList();
        for (int i = 0; i < named.size(); i += ENSEMBLE) {
            told += together(named.subList(i, Math.min(i + ENSEMBLE, named.size())), now);
        }
        return told == 0 ? now.plus(BUSY) : now; // none: another node has them
    }

    private List<Du> due(Instant now) {
        return jdbc.sql("""
                        select d.id, not exists (select 1 from unnest(string_to_array(d.pour, ' ')) p
                                                  where p !~ '^(PERSONNES|ELEVES)\\.') as nomme
                          from (select distinct depot_id from (
                                    select depot_id from notifications.remise
                                     where livree_le is null and annulee_le is null and due_le <= :now
                                     order by due_le, depot_id limit :most) r) q
                          join notifications.depot d on d.id = q.depot_id
                         order by d.id
                        """)
                .param("now", at(now))
                .param("most", DEPOTS)
                .query((rs, _) -> new Du(Colonnes.uuid(rs, "id"), rs.getBoolean("nomme")))
                .list();
    }

    private @Nullable Instant next() {
        return jdbc.sql("""
                        select due_le from notifications.remise where livree_le is null and annulee_le is null
                         order by due_le limit 1
                        """)
                .query((rs, _) -> rs.getObject("due_le", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    /// What is for named people, in one transaction; one by one where it fails, so that one that cannot be delivered
    /// keeps nobody else from it.
    private int together(List<UUID> depots, Instant now) {
        try {
            var told = transaction.execute(_ ->
                    depots.stream().mapToInt(depot -> deliverLocked(depot, now)).sum());
            return told == null ? 0 : told;
        } catch (DataAccessException | TransactionException | IllegalArgumentException e) {
            LOG.warn("dépôts livrés un à un : {}", e.getClass().getSimpleName());
            return depots.stream().mapToInt(depot -> deliver(depot, now)).sum();
        }
    }

    private int deliverLocked(UUID depot, Instant now) {
        return lock(depot).map(locked -> tell(locked, remises(depot, now), now)).orElse(0);
    }

    /// @return how many schools were told
    private int deliver(UUID depot, Instant now) {
        try {
            var told = transaction.execute(_ -> deliverLocked(depot, now));
            return told == null ? 0 : told;
        } catch (DataAccessException | TransactionException | IllegalArgumentException e) {
            LOG.warn(
                    "dépôt {} non livré, repris plus tard : {}",
                    depot,
                    e.getClass().getSimpleName());
            postpone(depot, now);
            return 1;
        }
    }

    private Optional<AvecPublic> lock(UUID id) {
        return jdbc.sql("""
                        select id, sorte, pour, adresse from notifications.depot
                         where id = :id and annule_le is null for update skip locked
                        """)
                .param("id", id)
                .query((rs, _) -> new AvecPublic(
                        new Depot(Colonnes.uuid(rs, "id"), rs.getString("sorte"), rs.getString("adresse")),
                        rs.getString("pour")))
                .optional();
    }

    private List<UUID> remises(UUID depot, Instant now) {
        return jdbc.sql("""
                        select ecole_id from notifications.remise
                         where depot_id = :depot and livree_le is null and annulee_le is null and due_le <= :now
                         order by ecole_id limit :most for update
                        """)
                .param("depot", depot)
                .param("now", at(now))
                .param("most", ECOLES)
                .query((rs, _) -> Colonnes.uuid(rs, "ecole_id"))
                .list();
    }

    private int tell(AvecPublic locked, List<UUID> ecoles, Instant now) {
        if (!ecoles.isEmpty()) {
            var lot = new Lot(locked.depot, now);
            for (var code : locked.pour.split(" ")) {
                Public.parse(code).ifPresent(pour -> each(pour, ecoles, lot));
            }
            lot.give();
            jdbc.sql("""
                            update notifications.remise set livree_le = :now
                             where depot_id = :depot and ecole_id = any(:ecoles)
                            """)
                    .param("now", at(now))
                    .param("depot", locked.depot.id())
                    .param("ecoles", ecoles.toArray(UUID[]::new))
                    .update();
        }
        return ecoles.size();
    }

    private void each(Public pour, Collection<UUID> ecoles, Lot lot) {
        boolean beyond = !pour.etendue().inOneSchool() && pour.etendue() != Etendue.PERSONNES;
        if (beyond) {
            membres.each(pour, ecoles, lot::add);
        } else {
            membres.each(pour, lot::add);
        }
    }

    private void postpone(UUID depot, Instant now) {
        jdbc.sql("""
                        update notifications.remise set due_le = :later
                         where depot_id = :depot and livree_le is null and annulee_le is null and due_le <= :now
                        """)
                .param("later", at(now.plus(LATER)))
                .param("depot", depot)
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// @param nomme for named people only
    private record Du(UUID id, boolean nomme) {}

    private record AvecPublic(Depot depot, String pour) {}

    /// Lines on their way, an account once, in the order of accounts.
    private final class Lot {

        private final Depot depot;
        private final Instant now;
        private final Map<UUID, Ligne> lignes = new LinkedHashMap<>();

        private Lot(Depot depot, Instant now) {
            this.depot = depot;
            this.now = now;
        }

        private void add(Joignable joignable) {
            var membre = joignable.membre();
            var compte = joignable.compteId();
            if (compte == null || membre.ecarte() || membre.organisme()) {
                return;
            }
            lignes.putIfAbsent(
                    compte, new Ligne(new Arrivee(compte, membre.personneId(), membre.nature()), membre.ecoleId()));
            if (lignes.size() == LIGNES) {
                give();
            }
        }

        private void give() {
            if (lignes.isEmpty()) {
                return;
            }
            var sorted = lignes.values().stream()
                    .sorted(Comparator.comparing(ligne -> ligne.arrivee.compteId()))
                    .toList();
            var born = jdbc.sql("""
                            insert into notifications.ligne (depot_id, ecole_id, compte_id, personne_id, nee_le)
                            select :depot, l.ecole, l.compte, l.personne, :now
                              from unnest(:ecoles::uuid[], :comptes::uuid[], :personnes::uuid[]) l (ecole, compte, personne)
                            on conflict (depot_id, compte_id) do nothing returning compte_id
                            """)
                    .param("depot", depot.id())
                    .param("now", at(now))
                    .param("ecoles", sorted.stream().map(l -> l.ecole).toArray(UUID[]::new))
                    .param(
                            "comptes",
                            sorted.stream().map(l -> l.arrivee.compteId()).toArray(UUID[]::new))
                    .param(
                            "personnes",
                            sorted.stream().map(l -> l.arrivee.personneId()).toArray(UUID[]::new))
                    .query((rs, _) -> Colonnes.uuid(rs, "compte_id"))
                    .list();
            var byCompte = new HashMap<>(lignes);
            lignes.clear();
            boolean necessaire =
                    sortes.find(depot.sorte()).map(Sorte::necessaire).orElse(false);
            var arrivees = born.stream()
                    .map(byCompte::get)
                    .map(Lot::arrivee)
                    .filter(arrivee -> necessaire || !silent(arrivee))
                    .toList();
            if (!arrivees.isEmpty()) {
                voies.forEach(voie -> voie.tell(depot, arrivees));
            }
        }

        /// What is put aside leaves the ENT by no way; the bell is read by who comes in.
        private boolean silent(Arrivee arrivee) {
            return reserves.stream().anyMatch(held -> held.silent(arrivee.personneId()));
        }

        private static Arrivee arrivee(@Nullable Ligne ligne) {
            return Objects.requireNonNull(ligne).arrivee;
        }
    }

    private record Ligne(Arrivee arrivee, UUID ecole) {}
}
