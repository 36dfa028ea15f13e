package fr.entecole.liaison.rendezvous;

import fr.entecole.liaison.rendezvous.Horaires.Tranche;
import fr.entecole.liaison.rendezvous.Proposition.Part;
import fr.entecole.socle.Colonnes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/// Slots are proposed, and families take, change and give them up. The slot that is asked for is held first: whoever
/// asks for it at the same instant waits, then sees that it is taken. Who may is judged by the caller.
@Component
class CarnetDeRendezVous {

    private final JdbcClient jdbc;
    private final NouvellesDesRendezVous nouvelles;

    CarnetDeRendezVous(JdbcClient jdbc, NouvellesDesRendezVous nouvelles) {
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
    }

    /// What a mot proposes, in the transaction that publishes it.
    @Transactional
    public void propose(UUID mot, UUID ecole, String lieu, Part part, Instant jusquAu, List<Tranche> tranches) {
        jdbc.sql("""
                        insert into liaison.proposition (mot_id, ecole_id, lieu, pour, jusqu_au)
                        values (:mot, :ecole, :lieu, :pour, :jusquAu)
                        """)
                .param("mot", mot)
                .param("ecole", ecole)
                .param("lieu", lieu)
                .param("pour", part.name())
                .param("jusquAu", utc(jusquAu))
                .update();
        jdbc.sql("""
                        insert into liaison.creneau (ecole_id, mot_id, debut, fin)
                        select :ecole, :mot, d::timestamptz, f::timestamptz from unnest(:debuts::text[], :fins::text[]) x (d, f)
                        """)
                .param("mot", mot)
                .param("ecole", ecole)
                .param("debuts", words(tranches.stream().map(Tranche::debut).toList()))
                .param("fins", words(tranches.stream().map(Tranche::fin).toList()))
                .update();
    }

    /// A family takes this slot, and leaves the one that it had.
    @Transactional
    public Issue book(Demande demande, Instant now) {
        var asked = hold(demande.mot, demande.creneau);
        if (asked.isEmpty() || asked.get().annule || !asked.get().debut.isAfter(now)) {
            return Issue.DISPARU;
        }
        var slot = asked.get();
        if (!demande.ecole && !now.isBefore(slot.jusquAu)) {
            return Issue.CLOS;
        }
        var live = live(demande.mot, demande.creneau, demande.eleve);
        var own = live.stream().filter(r -> demande.has(r, slot.part)).findFirst();
        if (slot.part == Part.ENFANT && own.isPresent() && !demande.ecole && !demande.isTheirs(own.get())) {
            return Issue.DEJA_UN; // whichever slot it is: the one that the other guardian has, too
        }
        if (own.isPresent() && own.get().creneau.equals(demande.creneau)) {
            return Issue.PRIS;
        }
        if (live.stream().anyMatch(r -> r.creneau.equals(demande.creneau))) {
            return Issue.CRENEAU_PRIS;
        }
        var gone = own.map(r -> finish(r.id, "CHANGEE", now)).orElse(true);
        if (!gone || !insert(demande, slot, own.map(Tenue::pour).orElse(null), now)) {
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly(); // another tab of theirs was faster
            return Issue.DEJA_UN;
        }
        forgetWish(demande, now);
        own.ifPresent(r -> nouvelles.freed(demande.mot, r.creneau, r.id, now));
        return Issue.PRIS;
    }

    /// A family or the school for it gives up what it had; who would like it is told.
    ///
    /// @param personnes the guardian whose it must be; empty: the school
    @Transactional
    public Issue giveUp(UUID mot, UUID reservation, Set<UUID> personnes, Instant now) {
        var held = jdbc.sql("""
                        select r.creneau_id, p.jusqu_au, r.responsable_id
                          from liaison.reservation r join liaison.proposition p on p.mot_id = r.mot_id
                         where r.id = :id and r.mot_id = :mot and r.finie_le is null for update of r
                        """)
                .param("id", reservation)
                .param("mot", mot)
                .query((rs, _) -> new Rendue(
                        Colonnes.uuid(rs, "creneau_id"),
                        instant(rs, "jusqu_au"),
                        rs.getObject("responsable_id", UUID.class)))
                .optional()
                .filter(r -> personnes.isEmpty() || (r.responsable != null && personnes.contains(r.responsable)));
        if (held.isEmpty()) {
            return Issue.DISPARU;
        }
        if (!personnes.isEmpty() && !now.isBefore(held.get().jusquAu)) {
            return Issue.CLOS;
        }
        finish(reservation, "RENDUE", now);
        nouvelles.freed(mot, held.get().creneau, reservation, now);
        return Issue.RENDU;
    }

    /// A guardian would like this slot, or any; one wish for a child, the last.
    @Transactional
    public Issue wish(UUID mot, UUID ecole, @Nullable UUID creneau, UUID eleve, UUID responsable, Instant now) {
        dropWish(mot, eleve, Set.of(responsable), now);
        jdbc.sql("""
                        insert into liaison.souhait (ecole_id, mot_id, creneau_id, eleve_id, responsable_id, fait_le)
                        values (:ecole, :mot, :creneau, :eleve, :responsable, :maintenant)
                        on conflict do nothing
                        """)
                .param("ecole", ecole)
                .param("mot", mot)
                .param("creneau", creneau)
                .param("eleve", eleve)
                .param("responsable", responsable)
                .param("maintenant", utc(now))
                .update();
        return Issue.SOUHAITE;
    }

    @Transactional
    public Issue dropWish(UUID mot, UUID eleve, Set<UUID> personnes, Instant now) {
        jdbc.sql("""
                        update liaison.souhait set fini_le = :maintenant
                         where mot_id = :mot and eleve_id = :eleve and responsable_id = any(:personnes)
                           and fini_le is null
                        """)
                .param("maintenant", utc(now))
                .param("mot", mot)
                .param("eleve", eleve)
                .param("personnes", personnes.toArray(UUID[]::new))
                .update();
        return Issue.OUBLIE;
    }

    /// Of one who has what they wished: any slot, or this one.
    private void forgetWish(Demande demande, Instant now) {
        jdbc.sql("""
                        update liaison.souhait set fini_le = :maintenant
                         where mot_id = :mot and eleve_id = :eleve and fini_le is null
                           and (responsable_id = any(:personnes) or responsable_id = :responsable)
                           and (creneau_id is null or creneau_id = :creneau)
                        """)
                .param("maintenant", utc(now))
                .param("mot", demande.mot)
                .param("eleve", demande.eleve)
                .param("personnes", demande.personnes.toArray(UUID[]::new))
                .param("responsable", demande.responsable)
                .param("creneau", demande.creneau)
                .update();
    }

    private Optional<Place> hold(UUID mot, UUID creneau) {
        return jdbc.sql("""
                        select c.ecole_id, c.debut, c.annule_le, p.pour, p.jusqu_au
                          from liaison.creneau c join liaison.proposition p on p.mot_id = c.mot_id
                         where c.id = :creneau and c.mot_id = :mot for no key update of c
                        """)
                .param("creneau", creneau)
                .param("mot", mot)
                .query((rs, _) -> new Place(
                        Colonnes.uuid(rs, "ecole_id"),
                        instant(rs, "debut"),
                        rs.getObject("annule_le") != null,
                        Part.valueOf(rs.getString("pour")),
                        instant(rs, "jusqu_au")))
                .optional();
    }

    private List<Tenue> live(UUID mot, UUID creneau, UUID eleve) {
        return jdbc.sql("""
                        select id, creneau_id, eleve_id, pour_id, responsable_id from liaison.reservation
                         where mot_id = :mot and finie_le is null and (creneau_id = :creneau or eleve_id = :eleve)
                        """)
                .param("mot", mot)
                .param("creneau", creneau)
                .param("eleve", eleve)
                .query((rs, _) -> new Tenue(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "creneau_id"),
                        Colonnes.uuid(rs, "eleve_id"),
                        Colonnes.uuid(rs, "pour_id"),
                        rs.getObject("responsable_id", UUID.class)))
                .list();
    }

    private boolean finish(UUID reservation, String motif, Instant now) {
        return jdbc.sql("""
                                update liaison.reservation set finie_le = :maintenant, motif = :motif
                                 where id = :id and finie_le is null
                                """)
                        .param("maintenant", utc(now))
                        .param("motif", motif)
                        .param("id", reservation)
                        .update()
                == 1;
    }

    private boolean insert(Demande demande, Place slot, @Nullable UUID before, Instant now) {
        var pour = slot.part == Part.ENFANT || demande.responsable == null ? demande.eleve : demande.responsable;
        return jdbc.sql("""
                                insert into liaison.reservation
                                       (ecole_id, mot_id, creneau_id, eleve_id, pour_id, responsable_id, prise_par_id, prise_le)
                                values (:ecole, :mot, :creneau, :eleve, :pour, :responsable, :par, :maintenant)
                                on conflict do nothing
                                """)
                        .param("ecole", slot.ecole)
                        .param("mot", demande.mot)
                        .param("creneau", demande.creneau)
                        .param("eleve", demande.eleve)
                        .param("pour", before == null ? pour : before)
                        .param("responsable", demande.responsable)
                        .param("par", demande.par)
                        .param("maintenant", utc(now))
                        .update()
                == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] words(List<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Who asks for which slot.
    ///
    /// @param responsable who comes; null where the directory knows no guardian
    /// @param personnes all whom the directory knows that guardian as
    /// @param par who asks: the guardian, or the school on their word
    record Demande(
            UUID mot,
            UUID creneau,
            UUID eleve,
            @Nullable UUID responsable,
            Set<UUID> personnes,
            UUID par,
            boolean ecole) {

        /// What this one replaces: the child's meeting, or this guardian's.
        private boolean has(Tenue tenue, Part part) {
            return tenue.eleve.equals(eleve) && (part == Part.ENFANT || isTheirs(tenue));
        }

        private boolean isTheirs(Tenue tenue) {
            return tenue.responsable == null
                    ? responsable == null
                    : personnes.contains(tenue.responsable) || tenue.responsable.equals(responsable);
        }
    }

    private record Place(UUID ecole, Instant debut, boolean annule, Part part, Instant jusquAu) {}

    private record Tenue(
            UUID id,
            UUID creneau,
            UUID eleve,
            UUID pour,
            @Nullable UUID responsable) {}

    private record Rendue(
            UUID creneau, Instant jusquAu, @Nullable UUID responsable) {}
}
