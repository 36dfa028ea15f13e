package fr.entecole.presences.familles;

import fr.entecole.annuaire.Appellations;
import fr.entecole.annuaire.Perimetre;
import fr.entecole.calendrier.Calendrier;
import fr.entecole.calendrier.DemiJournee;
import fr.entecole.calendrier.annonces.AbsenceAnnoncee;
import fr.entecole.presences.Dit;
import fr.entecole.presences.Excuse;
import fr.entecole.presences.Excuse.Mode;
import fr.entecole.presences.Lignes;
import fr.entecole.presences.Motif;
import fr.entecole.presences.Plage;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes reasons, and what a guardian reads: absences of their children, and their own reasons.
@Component
public class Excuses {

    static final int A_DAY = 10;
    private static final int DAYS = 60;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    Excuses(JdbcClient jdbc, ApplicationEventPublisher evenements, Clock clock) {
        this.jdbc = jdbc;
        this.evenements = evenements;
        this.clock = clock;
    }

    /// @param responsable null where the school writes down what it was told, and then by whom
    @Transactional
    public UUID say(
            UUID ecole,
            UUID eleve,
            @Nullable UUID responsable,
            @Nullable UUID notePar,
            Mode mode,
            Motif motif,
            String precisions,
            Plage plage,
            Instant now) {
        return jdbc.sql("""
                        insert into presences.excuse (ecole_id, eleve_id, responsable_id, note_par, mode, motif, precisions,
                                                      du, au, jour_semaine, moment, dite_le)
                        values (:ecole, :eleve, :responsable::uuid, :note::uuid, :mode, :motif, :precisions,
                                :du, :au, :chaque::smallint, :moment::text, :maintenant)
                        returning id
                        """)
                .param("ecole", ecole)
                .param("eleve", eleve)
                .param("responsable", responsable)
                .param("note", notePar)
                .param("mode", mode.name())
                .param("motif", motif.name())
                .param("precisions", precisions)
                .param("du", plage.du())
                .param("au", plage.au())
                .param("chaque", plage.chaque() == null ? null : plage.chaque().getValue())
                .param("moment", plage.moment() == null ? null : plage.moment().name())
                .param("maintenant", Lignes.utc(now))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
    }

    /// A guardian announces an absence: the roll expects it, and whoever hears families reads it, in one transaction.
    /// The same days are announced once.
    @Transactional
    public Annonce announce(
            Utilisateur parent, Enfant enfant, Motif motif, String precisions, Plage plage, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:cle, 14)) is null")
                .param("cle", "excuse " + parent.compteId() + " " + enfant.eleve)
                .query(Boolean.class)
                .single();
        var before = announced(parent, enfant.eleve, now);
        var same = before.stream().filter(e -> plage.equals(e.plage)).findFirst();
        if (same.isPresent()) {
            return new Annonce(same.get().id, true);
        }
        if (before.stream().filter(Dite::today).count() >= A_DAY) {
            return new Annonce(null, false);
        }
        var id = say(enfant.ecole, enfant.eleve, parent.personneId(), null, Mode.ENT, motif, precisions, plage, now);
        evenements.publishEvent(new AbsenceAnnoncee(
                id,
                enfant.ecole,
                enfant.eleve,
                enfant.prenom,
                parent,
                plage.du(),
                plage.au(),
                plage.chaque(),
                plage.moment(),
                motif.name(),
                precisions));
        return new Annonce(id, false);
    }

    /// What they have said of this child today, and what is to come.
    private List<Dite> announced(Utilisateur parent, UUID eleve, Instant now) {
        var midnight = now.atZone(Calendrier.PARIS).toLocalDate().atStartOfDay(Calendrier.PARIS);
        return jdbc.sql("""
                        select x.id, x.du, x.au, x.jour_semaine, x.moment, x.dite_le >= :minuit as du_jour, x.retiree_le is null as tient
                          from presences.excuse x
                         where x.responsable_id = any(:personnes) and x.eleve_id = :eleve
                           and (x.dite_le >= :minuit or x.retiree_le is null and x.au >= :jour)
                        """)
                .param("minuit", midnight.toOffsetDateTime())
                .param("personnes", parent.personnes().toArray(UUID[]::new))
                .param("eleve", eleve)
                .param("jour", midnight.toLocalDate())
                .query((rs, _) -> new Dite(
                        Colonnes.uuid(rs, "id"),
                        rs.getBoolean("tient") ? Lignes.plage(rs) : null,
                        rs.getBoolean("du_jour")))
                .list();
    }

    /// Of whom somebody has said why they are missing in that half-day.
    public Set<UUID> covered(UUID ecole, Collection<UUID> eleves, DemiJournee demi) {
        return jdbc
                .sql("""
                        select eleve_id, du, au, jour_semaine, moment from presences.excuse
                         where ecole_id = :ecole and eleve_id = any(:eleves) and du <= :jour and au >= :jour
                           and retiree_le is null
                        """)
                .param("ecole", ecole)
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("jour", demi.jour())
                .query((rs, _) -> Map.entry(Colonnes.uuid(rs, "eleve_id"), Lignes.plage(rs)))
                .list()
                .stream()
                .filter(e -> e.getValue().covers(demi))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Of their own only.
    @Transactional
    public boolean withdraw(Utilisateur parent, UUID excuse) {
        boolean withdrawn = jdbc.sql("""
                                update presences.excuse set retiree_le = :maintenant
                                 where id = :id and responsable_id = any(:personnes) and retiree_le is null
                                """)
                        .param("maintenant", Lignes.utc(clock.instant()))
                        .param("id", excuse)
                        .param("personnes", parent.personnes().toArray(UUID[]::new))
                        .update()
                == 1;
        if (withdrawn) {
            evenements.publishEvent(new AbsenceAnnoncee.Retiree(excuse, parent));
        }
        return withdrawn;
    }

    /// The children for whom this guardian answers today.
    public List<Enfant> enfants(Utilisateur parent) {
        return jdbc.sql("""
                        select p.ecole_id, p.eleve_id, t.prenom, t.nom
                          from annuaire.present p join annuaire.titulaire t on t.id = p.eleve_id and t.nature = 'ELEVE'
                         where p.eleve_id = any(:enfants) order by t.prenom, p.eleve_id
                        """)
                .param("enfants", Perimetre.of(parent).enfants().toArray(UUID[]::new))
                .query((rs, _) -> new Enfant(
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "eleve_id"),
                        Appellations.personne(rs.getString("prenom"), ""),
                        Appellations.personne(rs.getString("prenom"), rs.getString("nom"))))
                .list();
    }

    /// One absence of a child of theirs, whatever was said of it since.
    Optional<Absence> absence(Utilisateur parent, UUID ligne) {
        return absences(parent, ligne, LocalDate.EPOCH).stream().findFirst();
    }

    /// Absences of two months, the last first.
    List<Absence> absences(Utilisateur parent) {
        return absences(parent, null, LocalDate.now(clock).minusDays(DAYS));
    }

    private List<Absence> absences(Utilisateur parent, @Nullable UUID ligne, LocalDate depuis) {
        return jdbc
                .sql("""
                        select l.id, l.ecole_id, l.eleve_id, l.jour, l.moment, t.prenom, t.nom, d.etat, d.arrive, d.parti,
                               (select x.id from presences.excuse x
                                 where x.ecole_id = l.ecole_id and x.eleve_id = l.eleve_id and x.retiree_le is null
                                   and x.responsable_id = any(:personnes)
                                   and x.du <= l.jour and x.au >= l.jour
                                   and (x.moment is null or x.moment = l.moment)
                                   and (x.jour_semaine is null or x.jour_semaine = extract(isodow from l.jour))
                                 order by x.dite_le desc limit 1) as excuse_id,
                               exists (select 1 from presences.excuse x
                                 where x.ecole_id = l.ecole_id and x.eleve_id = l.eleve_id and x.retiree_le is null
                                   and x.responsable_id is null and x.du <= l.jour and x.au >= l.jour
                                   and (x.moment is null or x.moment = l.moment)) as notee
                          from presences.ligne l
                          join lateral (select s.id, s.etat, s.arrive, s.parti from presences.ligne s
                                         where s.ecole_id = l.ecole_id and s.classe_id = l.classe_id and s.jour = l.jour
                                           and s.moment = l.moment and s.eleve_id = l.eleve_id
                                         order by s.numero desc limit 1) d on true
                          join annuaire.titulaire t on t.id = l.eleve_id and t.nature = 'ELEVE'
                         where l.eleve_id = any(:enfants) and l.etat = 'ABSENT' and l.jour >= :depuis
                           and (l.id = :ligne::uuid or :ligne::uuid is null and l.id = d.id)
                         order by l.jour desc, l.moment, l.eleve_id
                        """)
                .param("enfants", Perimetre.of(parent).enfants().toArray(UUID[]::new))
                .param("personnes", parent.personnes().toArray(UUID[]::new))
                .param("ligne", ligne)
                .param("depuis", depuis)
                .query((rs, _) -> new Absence(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "eleve_id"),
                        Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                        Lignes.demi(rs),
                        Lignes.dit(rs),
                        rs.getObject("excuse_id", UUID.class),
                        rs.getBoolean("notee")))
                .list()
                .stream()
                .filter(a -> Perimetre.of(parent).answersFor(a.ecole, a.eleve))
                .toList();
    }

    /// What this guardian has said and that is not over.
    List<Excuse> ofParent(Utilisateur parent) {
        return jdbc.sql("""
                        select x.id, x.eleve_id, x.responsable_id, x.mode, x.motif, x.precisions, x.du, x.au, x.jour_semaine,
                               x.moment, x.dite_le, t.prenom, t.nom
                          from presences.excuse x join annuaire.titulaire t on t.id = x.eleve_id and t.nature = 'ELEVE'
                         where x.responsable_id = any(:personnes) and x.eleve_id = any(:enfants)
                           and x.retiree_le is null and x.au >= :depuis
                         order by x.du desc, x.id desc
                        """)
                .param("personnes", parent.personnes().toArray(UUID[]::new))
                .param("enfants", Perimetre.of(parent).enfants().toArray(UUID[]::new))
                .param("depuis", LocalDate.now(clock).minusDays(DAYS))
                .query(Lignes::excuse)
                .list();
    }

    public record Enfant(UUID ecole, UUID eleve, String prenom, String nom) {}

    /// @param id null where this guardian has said enough of this child today
    /// @param deja these days were announced already
    public record Annonce(@Nullable UUID id, boolean deja) {}

    /// @param plage null once withdrawn
    private record Dite(UUID id, @Nullable Plage plage, boolean today) {}

    /// @param dit what the roll says now
    /// @param excuse the reason that this guardian gave, null where they have given none
    /// @param notee whether the school has written down one that it was told
    record Absence(
            UUID id,
            UUID ecole,
            UUID eleve,
            String nom,
            DemiJournee demi,
            Dit dit,
            @Nullable UUID excuse,
            boolean notee) {}
}
