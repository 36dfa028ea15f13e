package fr.entecole.notifications;

import fr.entecole.annuaire.Perimetre;
import fr.entecole.annuaire.Public;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.depots.EcritureDesDepots;
import fr.entecole.notifications.depots.EcritureDesDepots.Depose;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Introuvable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private final EcritureDesDepots depots;
    private final Sortes sortes;
    private final Journal journal;
    private final Cloches cloches;
    private final Clock clock;

    Nouvelles(
            JdbcClient jdbc,
            Heures heures,
            EcritureDesDepots depots,
            Sortes sortes,
            Journal journal,
            Cloches cloches,
            Clock clock) {
        this.jdbc = jdbc;
        this.heures = heures;
        this.depots = depots;
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
        var quand = nouvelle.sorte().retenue() ? heures.of(publics, now) : heures.now(publics, now);
        return put(List.of(depose(personne(auteur), nouvelle, quand)), null, now)
                .getFirst();
    }

    /// Reaches them at the instant from which the room shows the thing, which the room has taken from the calendar of
    /// their school: one instant for both.
    ///
    /// @param auteur person of the directory; null: the house itself
    /// @param quand at once where it is past
    @Transactional
    public Remise deposit(@Nullable UUID auteur, Nouvelle nouvelle, Instant quand) {
        return deposit(List.of(new Deposee(auteur, nouvelle)), quand).getFirst();
    }

    /// The same of several things, each once, in as many statements as for one.
    @Transactional
    public List<Remise> deposit(List<Deposee> nouvelles, Instant quand) {
        var schools =
                heures.at(nouvelles.stream().map(n -> n.nouvelle.publics()).toList(), quand);
        List<Depose> all = new ArrayList<>();
        for (int i = 0; i < nouvelles.size(); i++) {
            all.add(depose(nouvelles.get(i).auteur, nouvelles.get(i).nouvelle, schools.get(i)));
        }
        return put(all, null, clock.instant());
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
        var quand = heures.now(nouvelle.publics(), now);
        var remise = put(List.of(depose(personne(auteur), nouvelle, quand)), why, now)
                .getFirst();
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
        return cancel(sorte, List.of(chose)).isEmpty();
    }

    /// The same of several things, in as many statements as for one. Deposits are locked first, in their order: who
    /// delivers one has finished when what it has told is taken back.
    ///
    /// @return those of which someone had been told
    @Transactional
    public Set<UUID> cancel(Sorte sorte, Collection<UUID> choses) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var depots = jdbc.sql("""
                        with d as (
                            select id from notifications.depot
                             where sorte = :sorte and chose = any(:choses) and annule_le is null order by id for update)
                        update notifications.depot x set annule_le = :now from d where x.id = d.id returning x.id
                        """)
                .param("sorte", sorte.code())
                .param("choses", choses.toArray(UUID[]::new))
                .param("now", now)
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list();
        if (depots.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        with r as (
                            update notifications.remise set annulee_le = :now
                             where depot_id = any(:depots) and livree_le is null and annulee_le is null),
                        l as (
                            update notifications.ligne set retiree_le = :now
                             where depot_id = any(:depots) and lue_le is null and retiree_le is null)
                        select d.chose from notifications.depot d
                         where d.id = any(:depots) and exists (
                               select 1 from notifications.remise t where t.depot_id = d.id and t.livree_le is not null)
                        """)
                .param("depots", depots.toArray(UUID[]::new))
                .param("now", now)
                .query((rs, _) -> Colonnes.uuid(rs, "chose"))
                .list());
    }

    /// What [#cancel] took back last is told again as it was: who waits for it is told at their hour, who had not read
    /// it finds it. Nothing is told twice, and nothing changes where the thing has been told anew since.
    @Transactional
    public void restore(Sorte sorte, UUID chose) {
        jdbc.sql("""
                        with d as (
                            select id, annule_le from notifications.depot d
                             where sorte = :sorte and chose = :chose and annule_le is not null
                               and titre_avant is null
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

    /// What reaches the people of a school on a day, as far as it is deposited by now: for who is about to add to it.
    public static Lecture<List<Prevue>> lecture(UUID ecole, LocalDate jour) {
        return Lecture.of(
                """
                select d.chose, d.pour from notifications.remise r
                  join notifications.depot d on d.id = r.depot_id and d.annule_le is null
                 where r.ecole_id = :ecole and r.due_le >= :de and r.due_le < :a and r.annulee_le is null
                """,
                Map.of("ecole", ecole, "de", midnight(jour), "a", midnight(jour.plusDays(1))),
                (rs, _) -> new Prevue(
                        Colonnes.uuid(rs, "chose"),
                        Stream.of(rs.getString("pour").split(" "))
                                .flatMap(code -> Public.parse(code).stream())
                                .toList()));
    }

    private static OffsetDateTime midnight(LocalDate jour) {
        return jour.atStartOfDay(Dates.PARIS).toOffsetDateTime();
    }

    private static @Nullable UUID personne(@Nullable Utilisateur auteur) {
        return auteur == null ? null : auteur.personneId();
    }

    private List<Remise> put(List<Depose> nouvelles, @Nullable String urgence, Instant now) {
        var ids = depots.put(nouvelles, urgence, now);
        return nouvelles.stream()
                .map(n -> {
                    var first =
                            n.quand().values().stream().min(Instant::compareTo).orElse(now);
                    return new Remise(Objects.requireNonNull(ids.get(n.chose())), first, first.isAfter(now));
                })
                .toList();
    }

    private Depose depose(@Nullable UUID auteur, Nouvelle nouvelle, Map<UUID, Instant> quand) {
        sortes.check(nouvelle.sorte());
        return new Depose(
                nouvelle.sorte().code(),
                nouvelle.chose(),
                nouvelle.publics(),
                nouvelle.adresse(),
                nouvelle.titre(),
                auteur,
                quand);
    }

    /// @param chose the thing, in its room
    public record Prevue(UUID chose, List<Public> publics) {}

    /// @param auteur person of the directory; null: the house itself
    public record Deposee(@Nullable UUID auteur, Nouvelle nouvelle) {}
}
