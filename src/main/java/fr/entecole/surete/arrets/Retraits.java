package fr.entecole.surete.arrets;

import static fr.entecole.socle.Phrases.t;
import static fr.entecole.surete.arrets.Arrets.at;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.Public;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.signalement.PreuvesScellees;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Envois;
import fr.entecole.socle.contrats.Envois.Envoi;
import fr.entecole.surete.ActeSurete;
import fr.entecole.surete.ReglagesSurete;
import fr.entecole.surete.SorteSurete;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes back for good what a stopped account had sent: some at a time, each lot a transaction in which it is sealed,
/// withdrawn and written down, then tells those who had read. Stopped anywhere, by a node that dies or by the page that
/// has waited long enough, it goes on from there; of two nodes that go on, one does.
@Component
class Retraits {

    private static final int TOLD_AT_ONCE = 500;
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Arrets arrets;
    private final LectureDesArrets lecture;
    private final ObjectProvider<Envois> envois;
    private final PreuvesScellees preuves;
    private final Nouvelles nouvelles;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final ReglagesSurete reglages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retraits(
            JdbcClient jdbc,
            Arrets arrets,
            LectureDesArrets lecture,
            ObjectProvider<Envois> envois,
            PreuvesScellees preuves,
            Nouvelles nouvelles,
            Utilisateurs utilisateurs,
            Journal journal,
            ReglagesSurete reglages,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.arrets = arrets;
        this.lecture = lecture;
        this.envois = envois;
        this.preuves = preuves;
        this.nouvelles = nouvelles;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.reglages = reglages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Written down before anything is taken back, so that whatever happens it will be.
    ///
    /// @return false when it was asked, or the account reopened, before
    @Transactional
    public boolean ask(Arret arret, Utilisateur par) {
        boolean asked = jdbc.sql("""
                                update surete.arret set retrait_le = :maintenant
                                 where id = :id and retrait_le is null and fini_le is null
                                """)
                        .param("maintenant", at(clock.instant()))
                        .param("id", arret.id())
                        .update()
                == 1;
        if (asked) {
            journal.record(Fait.of(ActeSurete.ENVOIS_RETIRES, arret.compte())
                    .by(par.compteId())
                    .inEcoles(utilisateurs.ecoles(arret.compte())));
        }
        return asked;
    }

    /// The first fifty of what would be taken back, and how many it is in all.
    Apercu preview(Arret arret) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var auteur = arrets.auteur(arret.compte());
            List<Apercu.Ligne> lignes = new ArrayList<>();
            int all = 0;
            for (var room : envois.orderedStream().toList()) {
                all += room.reach(auteur, arret.depuis()).envois();
                if (lignes.size() < SHOWN) {
                    room.sent(auteur, arret.depuis(), SHOWN - lignes.size())
                            .forEach(envoi -> lignes.add(line(room, envoi)));
                }
            }
            return new Apercu(all, List.copyOf(lignes));
        }));
    }

    private static Apercu.Ligne line(Envois room, Envoi envoi) {
        return new Apercu.Ligne(
                room.phrase(1),
                room.one(envoi.id()).map(told -> told.temoin().titre()).orElse(""),
                envoi.temoin().ecritLe());
    }

    /// Goes on with one of them as long as there is something to do and the caller wants.
    void run(UUID id, Predicate<Integer> goesOn) {
        int lots = 0;
        while (goesOn.test(lots) && lot(id)) {
            lots++;
        }
    }

    /// Those that were asked and are not done.
    List<UUID> unfinished() {
        return jdbc.sql(
                        "select id from surete.arret where retrait_le is not null and retire_le is null order by retrait_le")
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
    }

    /// @return whether there may be more
    boolean lot(UUID id) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> mine(id).map(arret -> withdraw(arret) || tell(arret) || finish(arret))
                        .orElse(false)));
    }

    private Optional<Arret> mine(UUID id) {
        return jdbc.sql("""
                        select id from surete.arret where id = :id and retrait_le is not null and retire_le is null
                           for update skip locked
                        """).param("id", id).query(UUID.class).optional().flatMap(lecture::one);
    }

    private boolean withdraw(Arret arret) {
        var now = clock.instant();
        var auteur = arrets.auteur(arret.compte());
        for (var room : envois.orderedStream().toList()) {
            var sent = room.sent(auteur, arret.depuis(), reglages.lot());
            if (!sent.isEmpty()) {
                seal(arret, room, sent);
                var choses = sent.stream().map(Envoi::id).toList();
                keep(arret, room.genre(), choses, room.withdraw(choses, now), now);
                return true;
            }
        }
        return false;
    }

    private void seal(Arret arret, Envois room, List<Envoi> sent) {
        preuves.seal(
                arret.id(),
                sent.stream()
                        .map(e -> new PreuvesScellees.Piece(e.ecole(), e.auteur(), e.nom(), e.temoin()))
                        .toList());
        sent.stream().filter(e -> !e.temoin().pieces().isEmpty()).forEach(e -> room.keepPieces(e.id(), arret.id()));
    }

    private void keep(Arret arret, String genre, List<UUID> choses, Set<UUID> lecteurs, Instant now) {
        jdbc.sql("""
                        insert into surete.retrait (ecole_id, arret_id, genre, chose, fait_le)
                        select :ecole, :arret, :genre, c, :maintenant from unnest(:choses::uuid[]) c
                        on conflict do nothing
                        """)
                .param("ecole", arret.ecole())
                .param("arret", arret.id())
                .param("genre", genre)
                .param("maintenant", at(now))
                .param("choses", choses.toArray(UUID[]::new))
                .update();
        // in one order: two withdrawals that tell the same people never wait for each other
        jdbc.sql("""
                        insert into surete.lecteur (ecole_id, arret_id, personne_id)
                        select :ecole, :arret, p from unnest(:personnes::uuid[]) p on conflict do nothing
                        """)
                .param("ecole", arret.ecole())
                .param("arret", arret.id())
                .param("personnes", new TreeSet<>(lecteurs).toArray(UUID[]::new))
                .update();
    }

    /// Some of those who had read, by name and in one piece of news for each of what they are.
    private boolean tell(Arret arret) {
        Map<Nature, Set<UUID>> told = new EnumMap<>(Nature.class);
        jdbc.sql("""
                        select l.personne_id, t.nature
                          from (select personne_id from surete.lecteur where arret_id = :arret and lot is null
                                 order by personne_id limit :most) l
                          left join lateral (select nature from annuaire.titulaire where id = l.personne_id limit 1) t
                            on true
                        """).param("arret", arret.id()).param("most", TOLD_AT_ONCE).query(rs -> {
            var nature = rs.getString("nature");
            told.computeIfAbsent(nature == null ? Nature.RESPONSABLE : Nature.valueOf(nature), _ -> new TreeSet<>())
                    .add(Colonnes.uuid(rs, "personne_id"));
        });
        told.forEach((nature, personnes) -> tell(arret, nature, personnes));
        return !told.isEmpty();
    }

    private void tell(Arret arret, Nature nature, Collection<UUID> personnes) {
        var lot = UUID.randomUUID();
        nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteSurete.ENVOI_RETIRE,
                        lot,
                        Public.ofPersonnes(Cle.PARTOUT, personnes, Arrets.qui(nature)),
                        "/surete/retraits/" + arret.id(),
                        nature == Nature.ELEVE
                                ? t("Ce que tu avais lu a été retiré\u00a0: il venait d’un compte volé")
                                : t("Ce que vous aviez lu a été retiré\u00a0: il venait d’un compte volé")));
        jdbc.sql("""
                        update surete.lecteur set lot = :lot
                         where arret_id = :arret and personne_id = any(:personnes)
                        """)
                .param("lot", lot)
                .param("arret", arret.id())
                .param("personnes", personnes.toArray(UUID[]::new))
                .update();
    }

    /// @return false: there is nothing more
    private boolean finish(Arret arret) {
        jdbc.sql("update surete.arret set retire_le = :maintenant where id = :id")
                .param("maintenant", at(clock.instant()))
                .param("id", arret.id())
                .update();
        nouvelles.cancel(SorteSurete.COMPTE_A_VOIR, arret.id());
        return false;
    }
}
