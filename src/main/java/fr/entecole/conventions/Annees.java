package fr.entecole.conventions;

import fr.entecole.conventions.regles.Modeles;
import fr.entecole.conventions.regles.Parametres;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What the region has said of each school year. A change is another version; the one before stays with the
/// conventions that were sent under it.
@Component
public class Annees {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Annees(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// The last version of each year, the latest year first.
    public List<Version> all() {
        return jdbc.sql("""
                        select distinct on (annee) id, version, publie_le, contenu from conventions.parametres
                         order by annee desc, version desc
                        """).query(Annees::version).list();
    }

    /// Those of which a version was published, the latest first.
    public List<Integer> published() {
        return jdbc.sql("select distinct annee from conventions.parametres order by annee desc")
                .query((rs, _) -> rs.getInt("annee"))
                .list();
    }

    public Optional<Version> of(int annee) {
        return all().stream().filter(v -> v.parametres().annee() == annee).findFirst();
    }

    /// What was published of this year, else of the one before it: what another version would change.
    public Optional<Parametres> before(int annee) {
        return all().stream()
                .map(Version::parametres)
                .filter(p -> p.annee() <= annee)
                .findFirst();
    }

    /// What the form of a year begins with: its last version, the form that it has had, or the year before’s.
    public Parametres proposed(int annee) {
        var published = all();
        return published.stream()
                .map(Version::parametres)
                .filter(p -> p.annee() == annee)
                .findFirst()
                .or(() -> Modeles.all().stream().filter(p -> p.annee() == annee).findFirst())
                .orElseGet(() -> {
                    var last = published.stream()
                            .map(Version::parametres)
                            .filter(p -> p.annee() < annee)
                            .findFirst()
                            .orElseGet(Modeles::last);
                    while (last.annee() < annee) {
                        last = last.next();
                    }
                    return last;
                });
    }

    /// @param connue the version that was looked at, 0: none; if another one has come meanwhile nothing is done
    /// @return empty when someone else published that year meanwhile
    @Transactional
    public Optional<UUID> publish(Parametres parametres, int connue, Utilisateur auteur) {
        var published = jdbc.sql("""
                        insert into conventions.parametres (annee, version, contenu, publie_le, par_id)
                        select :annee, :version, cast(:contenu as jsonb), :now, :par
                         where :connue = coalesce((select max(version) from conventions.parametres
                                                    where annee = :annee), 0)
                        on conflict (annee, version) do nothing
                        returning id
                        """)
                .param("annee", parametres.annee())
                .param("version", connue + 1)
                .param("connue", connue)
                .param("contenu", JSON.writeValueAsString(parametres))
                .param("now", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .optional();
        published.ifPresent(id -> journal.record(Fait.of(ActeConventions.PARAMETRES_PUBLIES, id)
                .by(auteur.compteId())
                .with(Map.of("annee", parametres.annee()))
                .ofRegion()));
        return published;
    }

    private static Version version(ResultSet rs, int row) throws SQLException {
        return new Version(
                Colonnes.uuid(rs, "id"),
                rs.getInt("version"),
                Objects.requireNonNull(rs.getObject("publie_le", OffsetDateTime.class))
                        .toInstant(),
                JSON.readValue(Objects.requireNonNull(rs.getString("contenu")), Parametres.class));
    }

    public record Version(UUID id, int version, Instant publieLe, Parametres parametres) {}
}
