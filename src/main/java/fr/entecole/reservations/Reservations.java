package fr.entecole.reservations;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Appellations;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.reservations.ReservationsPerdues.Perdue;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Who has what, when. The database refuses that two have the same one at once (`jamais_deux`); here one that is free
/// is looked for.
@Component
class Reservations {

    private static final int TRIES = 4;

    private static final String RESERVATIONS = """
            select r.id, r.ecole_id, r.chose_id, c.nom as chose, r.exemplaire, lower(r.moment) as de,
                   upper(r.moment) as a, r.personne_id, t.prenom, t.nom, r.classe_id, r.motif, r.serie_id
              from reservations.reservation r
              join reservations.chose c on c.id = r.chose_id
              left join lateral (select n.prenom, n.nom from annuaire.titulaire n
                                  where n.id = r.personne_id limit 1) t on true
             where r.annulee_le is null and r.ecole_id = any(:ecoles)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final ReservationsPerdues perdues;
    private final Clock clock;

    Reservations(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Journal journal,
            ReservationsPerdues perdues,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.perdues = perdues;
        this.clock = clock;
    }

    static LocalDateTime here(Clock clock) {
        return LocalDateTime.ofInstant(clock.instant(), Calendrier.PARIS);
    }

    /// Of one thing, from one day to another, both included.
    List<Reservation> of(Utilisateur utilisateur, UUID chose, LocalDate de, LocalDate jusque) {
        return jdbc.sql(RESERVATIONS + """
                           and r.chose_id = :chose
                           and r.moment && tsrange(:de, :jusque)
                         order by lower(r.moment), r.exemplaire
                        """)
                .param("ecoles", ReservationAccess.of(utilisateur).ecoles())
                .param("chose", chose)
                .param("de", de.atStartOfDay())
                .param("jusque", jusque.plusDays(1).atStartOfDay())
                .query(Reservations::reservation)
                .list();
    }

    /// Who stands in the way of each of these moments: « Claire Estève, de 14 h à 15 h ». One statement.
    Map<Moment, String> holders(Utilisateur utilisateur, Chose chose, List<Moment> moments) {
        if (moments.isEmpty()) {
            return Map.of();
        }
        var held = of(
                utilisateur,
                chose.id(),
                moments.getFirst().de.toLocalDate(),
                moments.getLast().de.toLocalDate());
        Map<Moment, String> holders = new HashMap<>();
        moments.forEach(moment -> holders.put(
                moment,
                held.stream()
                        .filter(r -> r.de().isBefore(moment.a) && r.a().isAfter(moment.de))
                        .map(r -> r.qui().isEmpty() ? r.heures() : t("{0}, {1}", r.qui(), r.heures()))
                        .distinct()
                        .collect(Collectors.joining("\u00a0; "))));
        return holders;
    }

    /// What this person has from now on, the next first.
    List<Reservation> mine(Utilisateur utilisateur, int most) {
        return jdbc.sql(RESERVATIONS + """
                           and r.personne_id = any(:personnes) and upper(r.moment) > :ici
                         order by lower(r.moment), r.id limit :limite
                        """)
                .param("ecoles", ReservationAccess.of(utilisateur).ecoles())
                .param("personnes", utilisateur.personnes().toArray(UUID[]::new))
                .param("ici", here(clock))
                .param("limite", most)
                .query(Reservations::reservation)
                .list();
    }

    Optional<Reservation> one(Utilisateur utilisateur, UUID id) {
        return jdbc.sql(RESERVATIONS + " and r.id = :id")
                .param("ecoles", ReservationAccess.of(utilisateur).ecoles())
                .param("id", id)
                .query(Reservations::reservation)
                .optional();
    }

    private static Reservation reservation(ResultSet rs, int row) throws SQLException {
        var nom = rs.getString("nom");
        return new Reservation(
                Colonnes.uuid(rs, "id"),
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "chose_id"),
                rs.getString("chose"),
                rs.getInt("exemplaire"),
                Objects.requireNonNull(rs.getObject("de", LocalDateTime.class)),
                Objects.requireNonNull(rs.getObject("a", LocalDateTime.class)),
                rs.getObject("personne_id", UUID.class),
                nom == null ? "" : Appellations.personne(Objects.requireNonNullElse(rs.getString("prenom"), ""), nom),
                rs.getObject("classe_id", UUID.class),
                rs.getString("motif"),
                Colonnes.uuid(rs, "serie_id"));
    }

    /// All of these moments or none, unless those that are taken may be left out.
    ///
    /// @param others whether the free ones are taken where some are not
    /// @return what was taken, and what stands in the way
    Prise take(Chose chose, Demande demande, boolean others) {
        for (int i = 1; ; i++) {
            var found = Objects.requireNonNull(transaction.execute(status -> once(chose, demande, others, status)));
            if (!found.raced || i == TRIES) {
                return found;
            }
        }
    }

    private Prise once(Chose chose, Demande demande, boolean others, TransactionStatus status) {
        try {
            var prise = tryAll(chose, demande, others);
            if (prise.prises == 0 || prise.raced) {
                status.setRollbackOnly();
            }
            return prise;
        } catch (PessimisticLockingFailureException _) {
            status.setRollbackOnly(); // two series that wait for each other: one of them looks again
            return new Prise(0, demande.moments, true);
        }
    }

    private Prise tryAll(Chose chose, Demande demande, boolean others) {
        List<Moment> taken = new ArrayList<>();
        int kept = 0;
        var serie = UUID.randomUUID();
        var now = OffsetDateTime.now(clock);
        for (var moment : demande.moments) {
            var free = free(chose, moment);
            if (free.isEmpty()) {
                taken.add(moment);
            } else if (!put(chose, demande, moment, free.get(), serie, now)) {
                return new Prise(0, List.of(moment), true); // somebody was quicker: looked at again
            } else {
                kept++;
            }
        }
        if (!taken.isEmpty() && !others) {
            return new Prise(0, List.copyOf(taken), false);
        }
        if (kept > 0) {
            journal.record(Fait.of(ActeReservations.RESERVATION_FAITE, serie)
                    .by(demande.compte)
                    .inEcole(chose.ecoleId()));
        }
        return new Prise(kept, List.copyOf(taken), false);
    }

    private Optional<Integer> free(Chose chose, Moment moment) {
        return jdbc.sql("""
                        select n from generate_series(1, :nombre) n
                         where not exists (select 1 from reservations.reservation r
                                            where r.chose_id = :chose and r.exemplaire = n and r.annulee_le is null
                                              and r.moment && tsrange(:de, :a))
                         order by n limit 1
                        """)
                .param("nombre", chose.nombre())
                .param("chose", chose.id())
                .param("de", moment.de)
                .param("a", moment.a)
                .query(Integer.class)
                .optional();
    }

    /// @return false when the constraint refuses it: somebody has it since
    private boolean put(Chose chose, Demande demande, Moment moment, int exemplaire, UUID serie, OffsetDateTime now) {
        return jdbc.sql("""
                                insert into reservations.reservation
                                       (ecole_id, chose_id, exemplaire, moment, personne_id, classe_id, motif, serie_id, faite_le)
                                select c.ecole_id, c.id, :exemplaire, tsrange(:de, :a), :personne, :classe::uuid, :motif,
                                       :serie, :now
                                  from reservations.chose c where c.id = :chose and c.retire_le is null
                                on conflict do nothing
                                """)
                        .param("chose", chose.id())
                        .param("exemplaire", exemplaire)
                        .param("de", moment.de)
                        .param("a", moment.a)
                        .param("personne", demande.personne)
                        .param("classe", demande.classe)
                        .param("motif", demande.motif)
                        .param("serie", serie)
                        .param("now", now)
                        .update()
                == 1;
    }

    /// Gives it back, alone or with those of the same gesture that are to come. Twice is once.
    void cancel(Reservation reservation, boolean all, Utilisateur par) {
        transaction.executeWithoutResult(_ -> {
            var gone = jdbc.sql("""
                            update reservations.reservation set annulee_le = :now
                             where annulee_le is null and upper(moment) > :ici
                               and (id = :id or (:toutes and serie_id = :serie))
                            returning id, personne_id, lower(moment) as de, upper(moment) as a
                            """)
                    .param("now", OffsetDateTime.now(clock))
                    .param("ici", here(clock))
                    .param("id", reservation.id())
                    .param("toutes", all)
                    .param("serie", reservation.serie())
                    .query(Perdue::of)
                    .list();
            if (!gone.isEmpty()) {
                journal.record(Fait.of(ActeReservations.RESERVATION_RENDUE, reservation.id())
                        .by(par.compteId())
                        .inEcole(reservation.ecoleId()));
                perdues.givenBack(reservation, gone, par);
            }
        });
    }

    /// @param a is not part of it
    record Moment(LocalDateTime de, LocalDateTime a) {}

    /// What somebody wants.
    record Demande(UUID compte, UUID personne, @Nullable UUID classe, String motif, List<Moment> moments) {}

    /// @param prises how many were taken
    /// @param refusees when it is not free
    /// @param raced another took one in between
    record Prise(int prises, List<Moment> refusees, boolean raced) {}
}
