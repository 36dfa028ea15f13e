package fr.entecole.notifications;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Etendue;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where a room says what happened, for whom and with which address; the rest is done here. All of it in the caller's
/// transaction: what did not happen is told to nobody.
@Component
public class Nouvelles {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Heures heures;
    private final Sortes sortes;
    private final Journal journal;
    private final Cloches cloches;
    private final Clock clock;

    Nouvelles(JdbcClient jdbc, Heures heures, Sortes sortes, Journal journal, Cloches cloches, Clock clock) {
        this.jdbc = jdbc;
        this.heures = heures;
        this.sortes = sortes;
        this.journal = journal;
        this.cloches = cloches;
        this.clock = clock;
    }

    /// Reaches those whom it means within the delivery hours of their school: now, or when these begin again. Whether
    /// the author may address them is judged by the caller ([fr.entecole.annuaire.Publics#accepts]).
    ///
    /// @param auteur null: the house itself
    @Transactional
    public Remise deposit(@Nullable Utilisateur auteur, Nouvelle nouvelle) {
        var now = clock.instant();
        var publics = nouvelle.publics();
        return put(
                personne(auteur),
                nouvelle,
                null,
                nouvelle.sorte().retenue() ? heures.of(publics, now) : heures.now(publics, now),
                now);
    }

    /// Reaches them at the instant from which the room shows the thing, which the room has taken from the calendar of
    /// their school: one instant for both.
    ///
    /// @param auteur person of the directory; null: the house itself
    /// @param quand at once where it is past
    @Transactional
    public Remise deposit(@Nullable UUID auteur, Nouvelle nouvelle, Instant quand) {
        return put(auteur, nouvelle, null, heures.at(nouvelle.publics(), quand), clock.instant());
    }

    /// The thing is called otherwise from now on; nobody is told again.
    @Transactional
    public void rename(Sorte sorte, UUID chose, String titre) {
        jdbc.sql("""
                        update notifications.depot set titre = :titre
                         where sorte = :sorte and chose = :chose and annule_le is null
                        """)
                .param("titre", titre)
                .param("sorte", sorte.code())
                .param("chose", chose)
                .update();
    }

    /// Reaches them at once, whatever the hour: with a reason, which is kept, and a fact in the journal.
    ///
    /// @param motif why, in the author's words, 300 characters at most
    /// @throws Introuvable when this is not theirs to decide, see [#mayHurry]
    @Transactional
    public Remise urgent(Utilisateur auteur, Nouvelle nouvelle, String motif) {
        var why = motif.strip();
        if (!nouvelle.publics().stream().allMatch(pour -> mayHurry(auteur, pour))) {
            throw new Introuvable();
        }
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new IllegalArgumentException("a reason of " + LONGEST + " characters at most");
        }
        var now = clock.instant();
        var remise = put(personne(auteur), nouvelle, why, heures.now(nouvelle.publics(), now), now);
        var ecole = nouvelle.publics().getFirst().ecoleId();
        journal.record(Fait.of(ActeNotifications.NOUVELLE_URGENTE, remise.depot())
                .by(auteur.compteId())
                .inEcole(ecole.equals(Cle.PARTOUT) ? null : ecole));
        return remise;
    }

    /// Who may do without delivery hours: the head in their school, the region anywhere.
    public boolean mayHurry(Utilisateur auteur, Public pour) {
        return auteur.is(Profil.ADMINISTRATEUR)
                || auteur.is(Profil.DIRECTEUR)
                        && !pour.ecoleId().equals(Cle.PARTOUT)
                        && Perimetre.of(auteur).directs(pour.ecoleId());
    }

    /// When what is written now reaches the first of those whom it means, for its writer to read before.
    public Instant when(Public pour) {
        var now = clock.instant();
        return heures.of(List.of(pour), now).values().stream()
                .min(Instant::compareTo)
                .orElse(now);
    }

    /// Nobody is told any more. Who has not read it yet no longer finds it.
    ///
    /// @return whether nobody at all had been told
    @Transactional
    public boolean cancel(Sorte sorte, UUID chose) {
        var depot = jdbc.sql("""
                        select id from notifications.depot
                         where sorte = :sorte and chose = :chose and annule_le is null for update
                        """)
                .param("sorte", sorte.code())
                .param("chose", chose)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
        if (depot.isEmpty()) {
            return true;
        }
        var of = Map.of("depot", depot.get(), "now", clock.instant().atOffset(ZoneOffset.UTC));
        jdbc.sql("update notifications.depot set annule_le = :now where id = :depot")
                .params(of)
                .update();
        jdbc.sql("""
                        update notifications.remise set annulee_le = :now
                         where depot_id = :depot and livree_le is null and annulee_le is null
                        """).params(of).update();
        jdbc.sql("""
                        update notifications.ligne set retiree_le = :now
                         where depot_id = :depot and lue_le is null and retiree_le is null
                        """).params(of).update();
        return jdbc.sql(
                        "select not exists (select 1 from notifications.remise where depot_id = :depot and livree_le is not null)")
                .params(of)
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    /// What [#cancel] took back last is told again as it was: who waits for it is told at their hour, who had not read
    /// it finds it. Nothing is told twice, and nothing changes where the thing has been told anew since.
    @Transactional
    public void restore(Sorte sorte, UUID chose) {
        jdbc.sql("""
                        with d as (
                            select id, annule_le from notifications.depot d
                             where sorte = :sorte and chose = :chose and annule_le is not null
                               and not exists (select 1 from notifications.depot v
                                                where v.sorte = d.sorte and v.chose = d.chose and v.annule_le is null)
                             order by annule_le desc limit 1),
                        r as (
                            update notifications.remise r set annulee_le = null
                              from d where r.depot_id = d.id and r.annulee_le = d.annule_le),
                        l as (
                            update notifications.ligne l set retiree_le = null
                              from d where l.depot_id = d.id and l.retiree_le = d.annule_le)
                        update notifications.depot x set annule_le = null from d where x.id = d.id
                        """).param("sorte", sorte.code()).param("chose", chose).update();
    }

    /// This person has opened the thing: its line is read. Costs nothing when the node knows that they have read all.
    @Transactional
    public void read(Utilisateur lecteur, Sorte sorte, UUID chose) {
        if (cloches.knownEmpty(lecteur)) {
            return;
        }
        int read = jdbc.sql("""
                        update notifications.ligne set lue_le = :now
                         where compte_id = :compte and lue_le is null
                           and depot_id in (select id from notifications.depot where sorte = :sorte and chose = :chose)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("compte", lecteur.compteId())
                .param("sorte", sorte.code())
                .param("chose", chose)
                .update();
        if (read > 0) {
            cloches.forget(lecteur.compteId());
        }
    }

    private static @Nullable UUID personne(@Nullable Utilisateur auteur) {
        return auteur == null ? null : auteur.personneId();
    }

    private Remise put(
            @Nullable UUID auteur, Nouvelle nouvelle, @Nullable String urgence, Map<UUID, Instant> quand, Instant now) {
        sortes.check(nouvelle.sorte());
        var depot = jdbc.sql("""
                        insert into notifications.depot (sorte, chose, pour, adresse, titre, auteur_id, urgence, depose_le)
                        values (:sorte, :chose, :pour, :adresse, :titre, :auteur::uuid, :urgence::text, :now)
                        on conflict (sorte, chose) where annule_le is null
                        do update set titre = excluded.titre, adresse = excluded.adresse
                        returning id, xmax = 0 as neuf
                        """)
                .param("sorte", nouvelle.sorte().code())
                .param("chose", nouvelle.chose())
                .param("pour", nouvelle.publics().stream().map(Public::code).collect(Collectors.joining(" ")))
                .param("adresse", nouvelle.adresse())
                .param("titre", nouvelle.titre())
                .param("auteur", auteur)
                .param("urgence", urgence)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> Map.entry(Colonnes.uuid(rs, "id"), rs.getBoolean("neuf")))
                .single();
        var first = quand.values().stream().min(Instant::compareTo).orElse(now);
        if (depot.getValue()) {
            schedule(depot.getKey(), nouvelle.publics(), quand);
        } else if (urgence != null) {
            hurry(depot.getKey(), urgence, now);
        }
        return new Remise(depot.getKey(), first, first.isAfter(now));
    }

    /// What waits for its hour waits no more.
    private void hurry(UUID depot, String urgence, Instant now) {
        var of = Map.of("depot", depot, "urgence", urgence, "now", now.atOffset(ZoneOffset.UTC));
        jdbc.sql("update notifications.depot set urgence = :urgence where id = :depot")
                .params(of)
                .update();
        jdbc.sql("""
                        update notifications.remise set due_le = :now
                         where depot_id = :depot and livree_le is null and annulee_le is null and due_le > :now
                        """).params(of).update();
    }

    private void schedule(UUID depot, List<Public> publics, Map<UUID, Instant> quand) {
        jdbc.sql("""
                        insert into notifications.remise (ecole_id, depot_id, due_le)
                        select q.ecole, :depot, q.due from unnest(:ecoles::uuid[], :dues::timestamptz[]) q (ecole, due)
                        """)
                .param("depot", depot)
                .param("ecoles", quand.keySet().toArray(UUID[]::new))
                .param("dues", quand.values().stream().map(Instant::toString).toArray(String[]::new))
                .update();
        var named = publics.stream()
                .filter(pour -> pour.etendue() == Etendue.PERSONNES || pour.etendue() == Etendue.ELEVES)
                .flatMap(pour -> Stream.of(pour.ids()))
                .distinct()
                .toArray(UUID[]::new);
        if (named.length > 0) {
            jdbc.sql("""
                            insert into notifications.depot_personne (personne_id, depot_id)
                            select p, :depot from unnest(:personnes::uuid[]) p
                            """).param("depot", depot).param("personnes", named).update();
        }
    }
}
