package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.ecoles.Ouvertures;
import fr.entecole.conventions.regles.Activation;
import fr.entecole.conventions.regles.Activation.Derogation;
import fr.entecole.conventions.regles.Activation.Raison;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens and closes schools as conventions say: what would change on a day, and the change itself. The directory keeps
/// who is open; it is asked, here, to open and to close.
@Component
public class Bascules {

    private static final String PAR = "conventions";

    private final LectureDesConventions lecture;
    private final Ouvertures ouvertures;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nouvelles nouvelles;
    private final Clock clock;

    Bascules(
            LectureDesConventions lecture,
            Ouvertures ouvertures,
            JdbcClient jdbc,
            Journal journal,
            Nouvelles nouvelles,
            Clock clock) {
        this.nouvelles = nouvelles;
        this.lecture = lecture;
        this.ouvertures = ouvertures;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// What would be done on that day if nothing else happened before.
    public Prevue on(LocalDate jour) {
        var donnees = read();
        var activation = activation(jour, donnees);
        var change = activation.switchOf(jour, donnees.ouvertes());
        var governed = activation.governed(jour);
        var accordees = donnees.derogations().stream()
                .filter(d -> !d.au().isBefore(jour))
                .toList();
        Set<UUID> all = new HashSet<>(change.ouvrir());
        all.addAll(change.fermer());
        accordees.forEach(d -> all.add(d.ecole()));
        var touched = schools(all);
        return new Prevue(
                jour,
                among(touched, change.ouvrir()),
                among(touched, change.fermer()),
                donnees.ouvertes().stream().filter(e -> !governed.contains(e)).count(),
                activation.open(jour),
                accordees,
                touched.stream().collect(Collectors.toMap(Touchee::ecole, Touchee::uai)));
    }

    private static List<Touchee> among(List<Touchee> touched, Set<UUID> ecoles) {
        return touched.stream().filter(e -> ecoles.contains(e.ecole())).toList();
    }

    /// Does it, for that day. Begun again, it finds nothing left to do.
    @Transactional
    public Map<String, Long> run(LocalDate jour) {
        var donnees = read();
        var change = activation(jour, donnees).switchOf(jour, donnees.ouvertes());
        var opened = alone(schools(change.ouvrir()));
        int open = ouvertures.open(opened.stream().map(Touchee::uai).toList(), PAR);
        opened.forEach(this::tell);
        return Map.of("ouvertes", (long) open, "fermees", (long) ouvertures.close(
                alone(schools(change.fermer())).stream().map(Touchee::uai).toList(),
                t("La convention de la commune est arrivée à son terme."),
                PAR));
    }

    private Activation activation(LocalDate jour, Donnees donnees) {
        var conventions = lecture.since(AnneeScolaire.of(jour).rentree()).stream()
                .map(Convention::engagement)
                .toList();
        return new Activation(
                conventions,
                donnees.derogations().stream().map(Accordee::derogation).toList());
    }

    /// Schools whose people come in today, and those that the region has opened for a time.
    private Donnees read() {
        Set<UUID> ouvertes = new HashSet<>();
        List<Accordee> derogations = new ArrayList<>();
        jdbc.sql("""
                        select ecole_id, du, au, motif from conventions.derogation
                        union all select ecole_id, null, null, '' from annuaire.ouverte
                         order by au, du, ecole_id
                        """).query(rs -> {
            var ecole = Colonnes.uuid(rs, "ecole_id");
            var du = rs.getObject("du", LocalDate.class);
            if (du == null) {
                ouvertes.add(ecole);
            } else {
                derogations.add(new Accordee(
                        ecole,
                        du,
                        Objects.requireNonNull(rs.getObject("au", LocalDate.class)),
                        Objects.requireNonNull(rs.getString("motif"))));
            }
        });
        return new Donnees(ouvertes, derogations);
    }

    /// A code that several schools bear opens none of them: that stays the region’s.
    private List<Touchee> alone(List<Touchee> ecoles) {
        if (ecoles.isEmpty()) {
            return ecoles;
        }
        var shared = ouvertures.shared(ecoles.stream().map(Touchee::uai).toList());
        return ecoles.stream().filter(e -> !shared.contains(e.uai())).toList();
    }

    /// The head of a school that opens hears what comes next.
    private void tell(Touchee ecole) {
        nouvelles.deposit(
                null,
                new Nouvelle(
                        SorteConventions.CONVENTION_ECOLE_OUVERTE,
                        Uuids.v7(),
                        Public.ofEcole(ecole.ecole(), Qui.DIRECTIONS),
                        "/conventions/ecoles",
                        t("L’école est ouverte dans l’ENT\u00a0: remettez les accès, puis vérifiez les classes")));
    }

    /// Pupils are counted, never named: who would be cut off.
    private List<Touchee> schools(Collection<UUID> ecoles) {
        return ecoles.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select l.ecole_id, coalesce(l.uai, '') as uai,
                                       (select count(*) from annuaire.present p where p.ecole_id = l.ecole_id) as eleves
                                  from annuaire.lieu l where l.ecole_id = any(:ids) order by l.uai, l.ecole_id
                                """)
                        .param("ids", ecoles.toArray(UUID[]::new))
                        .query((rs, _) -> new Touchee(
                                Colonnes.uuid(rs, "ecole_id"),
                                Objects.requireNonNull(rs.getString("uai")),
                                rs.getInt("eleves")))
                        .list();
    }

    /// Opens a school without a convention, for a time.
    @Transactional
    public void grant(UUID ecole, String insee, LocalDate du, LocalDate au, String motif, Utilisateur auteur) {
        var id = jdbc.sql("""
                        insert into conventions.derogation (commune_insee, ecole_id, du, au, motif, accordee_le, par_id)
                        values (:insee, :ecole, :du, :au, :motif, :now, :par) returning id
                        """)
                .param("insee", insee)
                .param("ecole", ecole)
                .param("du", du)
                .param("au", au)
                .param("motif", motif)
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .single();
        journal.record(Fait.of(ActeConventions.DEROGATION_ACCORDEE, id)
                .by(auteur.compteId())
                .inEcole(ecole));
    }

    /// @param libres schools that are open and that no signed convention and no exception ever named
    /// @param pourquoi why each of those that are open then is
    /// @param accordees what the region has granted and is not over then
    /// @param uais codes of all schools that it names
    public record Prevue(
            LocalDate jour,
            List<Touchee> ouvrir,
            List<Touchee> fermer,
            long libres,
            Map<UUID, Raison> pourquoi,
            List<Accordee> accordees,
            Map<UUID, String> uais) {

        public int eleves() {
            return fermer.stream().mapToInt(Touchee::eleves).sum();
        }
    }

    public record Touchee(UUID ecole, String uai, int eleves) {}

    /// What the region has granted, with its reason.
    public record Accordee(UUID ecole, LocalDate du, LocalDate au, String motif) {

        Derogation derogation() {
            return new Derogation(ecole, du, au);
        }
    }

    private record Donnees(Set<UUID> ouvertes, List<Accordee> derogations) {}
}
