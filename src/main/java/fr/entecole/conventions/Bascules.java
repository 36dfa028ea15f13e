package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.annuaire.ecoles.Ouvertures;
import fr.entecole.conventions.regles.Activation;
import fr.entecole.conventions.regles.Activation.Derogation;
import fr.entecole.conventions.regles.Avenant;
import fr.entecole.conventions.regles.Engagement;
import fr.entecole.conventions.regles.Etat;
import fr.entecole.conventions.regles.Fenetre;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens and closes schools as conventions say: what would change on a day, and the change itself. The directory keeps
/// who is open; it is asked, here, to open and to close.
@Component
public class Bascules {

    private static final String PAR = "conventions";

    private final Reprises reprises;
    private final Ouvertures ouvertures;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Nouvelles nouvelles;
    private final Clock clock;

    Bascules(
            Reprises reprises,
            Ouvertures ouvertures,
            JdbcClient jdbc,
            Journal journal,
            Nouvelles nouvelles,
            Clock clock) {
        this.nouvelles = nouvelles;
        this.reprises = reprises;
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
        return new Prevue(
                jour,
                change.ouvrir(),
                change.fermer(),
                donnees.ouvertes().stream().filter(e -> !governed.contains(e)).count(),
                donnees.derogations().stream()
                        .filter(d -> !d.au().isBefore(jour))
                        .toList());
    }

    /// Does it, for that day. Begun again, it finds nothing left to do.
    @Transactional
    public Map<String, Long> run(LocalDate jour) {
        var donnees = read();
        var activation = activation(jour, donnees);
        var change = activation.switchOf(jour, donnees.ouvertes());
        var opened = alone(schools(change.ouvrir()));
        int open = ouvertures.open(opened.stream().map(Touchee::uai).toList(), PAR);
        opened.forEach(this::tell);
        var said = activation.saidClosed(jour);
        var closed = alone(schools(change.fermer())).stream()
                .collect(Collectors.partitioningBy(
                        e -> said.contains(e.ecole()), Collectors.mapping(Touchee::uai, Collectors.toList())));
        int over = ouvertures.close(
                closed.getOrDefault(false, List.of()), t("La convention de la commune est arrivée à son terme."), PAR);
        int gone = ouvertures.close(
                closed.getOrDefault(true, List.of()), t("La région académique a noté la fermeture de l’école."), PAR);
        return Map.of("ouvertes", (long) open, "fermees", (long) over + gone);
    }

    Activation activation(LocalDate jour, Donnees donnees) {
        return new Activation(
                engagements(AnneeScolaire.of(jour).rentree()),
                donnees.derogations().stream().map(Accordee::derogation).toList(),
                reprises.said(),
                donnees.parConventions());
    }

    /// Conventions that may open a school on a day of this school year, from their narrow rows (`conventions.suivi`).
    private List<Engagement> engagements(int annee) {
        return jdbc.sql("""
                        select annee, transmise, commune, region, resiliee, fin, fenetre_du, fenetre_au,
                               tolerance, ecoles, avenants
                          from conventions.suivi where annee >= :annee and transmise is not null and fin is not null
                        """)
                .param("annee", annee - 2)
                .query(Bascules::engagement)
                .list();
    }

    private static Engagement engagement(ResultSet rs, int row) throws SQLException {
        var du = day(rs, "fenetre_du");
        var au = day(rs, "fenetre_au");
        return new Engagement(
                rs.getInt("annee"),
                new Etat.Faits(day(rs, "transmise"), day(rs, "commune"), day(rs, "region"), day(rs, "resiliee")),
                Objects.requireNonNull(day(rs, "fin")),
                du == null || au == null ? null : new Fenetre(du, au),
                day(rs, "tolerance"),
                Colonnes.uuids(rs, "ecoles"),
                Colonnes.list(rs, "avenants", Avenant[].class));
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    /// Schools whose people come in today, and those that the region has opened for a time.
    Donnees read() {
        Set<UUID> ouvertes = new HashSet<>();
        Set<UUID> parConventions = new HashSet<>();
        List<Accordee> derogations = new ArrayList<>();
        jdbc.sql("""
                        select ecole_id, du, au, motif from conventions.derogation
                        union all select ecole_id, null, null, ouverte_par from annuaire.ouverte
                         order by au, du, ecole_id
                        """).query(rs -> {
            var ecole = Colonnes.uuid(rs, "ecole_id");
            var du = rs.getObject("du", LocalDate.class);
            if (du == null) {
                ouvertes.add(ecole);
                if (PAR.equals(rs.getString("motif"))) {
                    parConventions.add(ecole);
                }
            } else {
                derogations.add(new Accordee(
                        ecole,
                        du,
                        Objects.requireNonNull(rs.getObject("au", LocalDate.class)),
                        Objects.requireNonNull(rs.getString("motif"))));
            }
        });
        return new Donnees(ouvertes, parConventions, derogations);
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

    private List<Touchee> schools(Collection<UUID> ecoles) {
        return ecoles.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select l.ecole_id, coalesce(l.uai, '') as uai from annuaire.lieu l
                                 where l.ecole_id = any(:ids) order by l.uai, l.ecole_id
                                """)
                        .param("ids", ecoles.toArray(UUID[]::new))
                        .query((rs, _) ->
                                new Touchee(Colonnes.uuid(rs, "ecole_id"), Objects.requireNonNull(rs.getString("uai"))))
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
    /// @param accordees what the region has granted and is not over then, by its last day
    public record Prevue(LocalDate jour, Set<UUID> ouvrir, Set<UUID> fermer, long libres, List<Accordee> accordees) {}

    private record Touchee(UUID ecole, String uai) {}

    /// What the region has granted, with its reason.
    public record Accordee(UUID ecole, LocalDate du, LocalDate au, String motif) {

        Derogation derogation() {
            return new Derogation(ecole, du, au);
        }
    }

    /// @param parConventions those of the open ones that were opened here
    record Donnees(Set<UUID> ouvertes, Set<UUID> parConventions, List<Accordee> derogations) {}
}
