package fr.entecole.conventions;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.ecoles.Ouvertures;
import fr.entecole.conventions.regles.Activation;
import fr.entecole.conventions.regles.Activation.Derogation;
import fr.entecole.conventions.regles.Activation.Raison;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.AnneeScolaire;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private final Clock clock;

    Bascules(LectureDesConventions lecture, Ouvertures ouvertures, JdbcClient jdbc, Journal journal, Clock clock) {
        this.lecture = lecture;
        this.ouvertures = ouvertures;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// What would be done on that day if nothing else happened before.
    public Prevue on(LocalDate jour) {
        var activation = activation(jour);
        var open = lecture.open();
        var change = activation.switchOf(jour, open);
        var governed = activation.governed(jour);
        return new Prevue(
                jour,
                schools(change.ouvrir()),
                schools(change.fermer()),
                open.stream().filter(e -> !governed.contains(e)).count(),
                activation.open(jour));
    }

    /// Does it, for that day. Begun again, it finds nothing left to do.
    @Transactional
    public Map<String, Long> run(LocalDate jour) {
        var change = activation(jour).switchOf(jour, lecture.open());
        return Map.of(
                "ouvertes", (long) ouvertures.open(codes(change.ouvrir()), PAR),
                "fermees",
                        (long) ouvertures.close(
                                codes(change.fermer()),
                                t("La convention de la commune est arrivée à son terme."),
                                PAR));
    }

    private Activation activation(LocalDate jour) {
        var conventions = lecture.since(AnneeScolaire.of(jour).rentree()).stream()
                .map(Convention::engagement)
                .toList();
        return new Activation(conventions, derogations());
    }

    private List<Derogation> derogations() {
        return jdbc.sql("select ecole_id, du, au from conventions.derogation")
                .query((rs, _) -> new Derogation(
                        Colonnes.uuid(rs, "ecole_id"),
                        Objects.requireNonNull(rs.getObject("du", LocalDate.class)),
                        Objects.requireNonNull(rs.getObject("au", LocalDate.class))))
                .list();
    }

    /// A code that several schools bear opens none of them: that stays the region’s.
    private List<String> codes(Set<UUID> ecoles) {
        var codes = new ArrayList<>(schools(ecoles).stream().map(Touchee::uai).toList());
        if (!codes.isEmpty()) {
            codes.removeAll(ouvertures.shared(codes));
        }
        return codes;
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
    public record Prevue(
            LocalDate jour, List<Touchee> ouvrir, List<Touchee> fermer, long libres, Map<UUID, Raison> pourquoi) {

        public int eleves() {
            return fermer.stream().mapToInt(Touchee::eleves).sum();
        }
    }

    public record Touchee(UUID ecole, String uai, int eleves) {}
}
