package fr.entecole.comptes.demandes;

import fr.entecole.annuaire.Appellations;
import fr.entecole.comptes.AccesDemande;
import fr.entecole.comptes.AccesDemande.Suite;
import fr.entecole.comptes.AccesRedonne;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Perissable;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Collection;
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

/// Accesses that teachers have asked their heads to give again, each a dated row.
@Component
public class AccesDemandes implements Perissable {

    private static final Period WAITS = Period.ofDays(30);
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String DEMANDES = """
            select d.ecole_id, d.personne_id, t.prenom, t.nom, d.demandee_le, d.jusque
              from comptes.demande_en_cours(:jour) d
              join annuaire.titulaire t on t.id = d.personne_id and t.nature = 'RESPONSABLE'
             where %s
             order by d.demandee_le, d.id
            """;

    private final JdbcClient jdbc;
    private final Comptes comptes;
    private final Journal journal;
    private final ApplicationEventPublisher evenements;
    private final Clock clock;

    AccesDemandes(
            JdbcClient jdbc, Comptes comptes, Journal journal, ApplicationEventPublisher evenements, Clock clock) {
        this.jdbc = jdbc;
        this.comptes = comptes;
        this.journal = journal;
        this.evenements = evenements;
        this.clock = clock;
    }

    /// Asked again, or by a colleague, it is the same request.
    ///
    /// @param personne a guardian whom this teacher may ask for
    @Transactional
    public void ask(UUID personne, UUID ecole, Utilisateur par) {
        var today = LocalDate.now(clock);
        endStale("and d.personne_id = :personne and d.ecole_id = :ecole", Map.of("personne", personne, "ecole", ecole));
        jdbc.sql("""
                        insert into comptes.demande_acces (ecole_id, personne_id, demandeur_id, demandee_le, jusque)
                        values (:ecole, :personne, :par, :now, :jusque)
                        on conflict (ecole_id, personne_id) where finie_le is null do nothing
                        returning id
                        """)
                .param("ecole", ecole)
                .param("personne", personne)
                .param("par", par.personneId())
                .param("now", OffsetDateTime.now(clock))
                .param("jusque", today.plus(WAITS))
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional()
                .ifPresent(id -> {
                    journal.record(Fait.of(
                                    ActeComptes.ACCES_DEMANDE,
                                    comptes.ofPersonne(personne).orElse(personne))
                            .by(par.compteId())
                            .inEcole(ecole));
                    evenements.publishEvent(new AccesDemande(id, ecole, par.personneId(), Suite.DEMANDE));
                });
    }

    /// What waits for the head about this guardian, in any of their schools.
    public Optional<Demande> of(UUID personne) {
        return jdbc
                .sql(DEMANDES.formatted("d.personne_id = :personne"))
                .param("jour", LocalDate.now(clock))
                .param("personne", personne)
                .query(this::demande)
                .list()
                .stream()
                .findFirst();
    }

    /// Whom a request is about, ended or not.
    public Optional<UUID> personne(UUID demande) {
        return jdbc.sql("select personne_id from comptes.demande_acces where id = :id")
                .param("id", demande)
                .query((rs, _) -> Colonnes.uuid(rs, "personne_id"))
                .optional();
    }

    /// The first asked first.
    Lecture<Map<UUID, List<Demande>>> waitingIn(Collection<UUID> ecoles) {
        return Lecture.of(
                        DEMANDES.formatted("d.ecole_id = any(:ecoles)"),
                        Map.of("jour", LocalDate.now(clock), "ecoles", ecoles.toArray(UUID[]::new)),
                        this::demande)
                .map(waiting -> ecoles.stream()
                        .collect(Collectors.toMap(
                                ecole -> ecole,
                                ecole -> waiting.stream()
                                        .filter(demande -> demande.ecole().equals(ecole))
                                        .toList())));
    }

    /// They have come in by themselves: nobody has to give them anything.
    @Transactional
    public void came(UUID compte) {
        end("VENU", Suite.CADUQUE, """
                d.personne_id in (select c.personne_id from comptes.compte c
                                   where c.id = :compte or c.rejoint_id = :compte)
                """, Map.of("compte", compte));
    }

    /// By whatever way, and under whichever number of theirs.
    @EventListener
    void on(AccesRedonne redonne) {
        end("DONNE", Suite.DONNE, """
                d.personne_id in (select c.personne_id from comptes.compte c, comptes.compte p
                                   where p.personne_id = :personne
                                     and coalesce(c.rejoint_id, c.id) = coalesce(p.rejoint_id, p.id))
                """, Map.of("personne", redonne.personne()));
    }

    @Override
    @Transactional
    public int purge() {
        endStale("", Map.of());
        return jdbc.sql("delete from comptes.demande_acces where finie_le < :avant")
                .param("avant", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    private void endStale(String which, Map<String, UUID> of) {
        var today = Map.of("jour", LocalDate.now(clock));
        for (var fin : List.of("SANS_SUITE", "PARTI")) {
            end(
                    fin,
                    Suite.CADUQUE,
                    (fin.equals("PARTI")
                                    ? "not exists (select 1 from comptes.demande_en_cours(:jour) e where e.id = d.id) "
                                    : "d.jusque < :jour ")
                            + which,
                    of,
                    today);
        }
    }

    @SafeVarargs
    private void end(String fin, Suite suite, String which, Map<String, ?>... of) {
        var statement = jdbc.sql("update comptes.demande_acces d set finie_le = :now, fin = :fin"
                        + " where d.finie_le is null and " + which
                        + " returning d.id, d.ecole_id, d.demandeur_id")
                .param("now", OffsetDateTime.now(clock))
                .param("fin", fin);
        for (var parameters : of) {
            statement.params(parameters);
        }
        statement
                .query((rs, _) -> new AccesDemande(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "ecole_id"),
                        Colonnes.uuid(rs, "demandeur_id"),
                        suite))
                .list()
                .forEach(evenements::publishEvent);
    }

    private Demande demande(ResultSet rs, int row) throws SQLException {
        return new Demande(
                Colonnes.uuid(rs, "ecole_id"),
                Colonnes.uuid(rs, "personne_id"),
                Appellations.personne(rs.getString("prenom"), rs.getString("nom")),
                LocalDate.ofInstant(
                        rs.getObject("demandee_le", OffsetDateTime.class).toInstant(), clock.getZone()),
                rs.getObject("jusque", LocalDate.class));
    }

    /// @param nom of the guardian
    /// @param jusque its last day
    public record Demande(UUID ecole, UUID personne, String nom, LocalDate le, LocalDate jusque) {}
}
