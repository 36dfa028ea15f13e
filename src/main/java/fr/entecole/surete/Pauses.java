package fr.entecole.surete;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import fr.entecole.annuaire.Public;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Canal;
import fr.entecole.socle.contrats.Envois;
import fr.entecole.socle.contrats.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Whose sending is stopped, as this node knows it: few rows, read once and again when any node changes one. The one
/// place that decides, for the door and for who is about to write to several people.
@Component
public class Pauses implements Pause, Canal {

    private static final String CANAL = "surete";
    private static final String ALL = "";

    private static final String READ = """
            select x.id, x.compte_id, x.publics, x.motif, x.depuis, p.palier, p.des_le
              from (select id, compte_id, '{}'::text[] as publics, '' as motif, arrete_le as depuis, fini_le
                      from surete.arret
                     union all
                    select id, null, publics, motif, pose_le, fini_le from surete.gel) x
              join surete.palier p on p.arret_id = x.id or p.gel_id = x.id
             where x.fini_le is null or x.fini_le > :maintenant
             order by x.depuis, x.id, p.des_le, p.id
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<Envois> envois;
    private final Fraicheur fraicheur;
    private final Cache<String, List<Tenue>> tenues;
    private final Clock clock;

    Pauses(
            JdbcClient jdbc,
            ObjectProvider<Envois> envois,
            Fraicheur fraicheur,
            Cache<String, List<Tenue>> tenues,
            Clock clock) {
        this.jdbc = jdbc;
        this.envois = envois;
        this.fraicheur = fraicheur;
        this.tenues = tenues;
        this.clock = clock;
    }

    @Bean
    static Cache<String, List<Tenue>> tenuesLues(Fraicheur fraicheur) {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<String, List<Tenue>>creating((_, _) -> fraicheur.duration()))
                .maximumSize(1)
                .build();
    }

    /// What this person may send now.
    public Palier of(Utilisateur utilisateur) {
        return holding(utilisateur).map(tenue -> tenue.palier(clock.instant())).orElse(Palier.TOUT);
    }

    /// What stops them now, the strictest of it; empty when nothing does.
    public Optional<Tenue> holding(Utilisateur utilisateur) {
        return strictest(all(), utilisateur);
    }

    /// Whether this account itself is stopped, as this node knows it.
    public boolean stops(UUID compte) {
        return all().anyMatch(tenue -> compte.equals(tenue.compte()));
    }

    @Override
    public boolean stopped(UUID compte) {
        var now = clock.instant();
        return all().anyMatch(tenue -> compte.equals(tenue.compte()) && tenue.palier(now) == Palier.RIEN);
    }

    private Optional<Tenue> strictest(Stream<Tenue> among, Utilisateur utilisateur) {
        var now = clock.instant();
        return among.filter(tenue -> tenue.palier(now) != Palier.TOUT && tenue.holds(utilisateur))
                .min(Comparator.comparing((Tenue tenue) -> tenue.palier(now))
                        .thenComparing(tenue -> tenue.compte() == null));
    }

    /// The same for a home, which reads all that it needs in one round trip.
    public Lecture<Optional<Tenue>> lecture(Utilisateur utilisateur) {
        if (tenues.getIfPresent(ALL) != null) {
            return Lecture.known(holding(utilisateur));
        }
        long before = fraicheur.now(tenues);
        return Lecture.whole(READ, Map.of("maintenant", OffsetDateTime.now(clock)), Pauses::read)
                .map(read -> {
                    fraicheur.keep(tenues, ALL, read, before);
                    return strictest(read.stream(), utilisateur);
                });
    }

    @Override
    public void check(Utilisateur utilisateur, String module, Map<String, String[]> saisie) {
        if (envois.stream().anyMatch(room -> room.module().equals(module))) {
            check(utilisateur, saisie);
        }
    }

    void check(Utilisateur utilisateur, Map<String, String[]> saisie) {
        holding(utilisateur)
                .filter(tenue -> tenue.palier(clock.instant()) == Palier.RIEN)
                .ifPresent(tenue -> {
                    throw new EnvoiEnPause(tenue, EnvoiEnPause.typed(saisie));
                });
    }

    private Stream<Tenue> all() {
        return Objects.requireNonNull(fraicheur.read(tenues, ALL, _ -> read())).stream();
    }

    private List<Tenue> read() {
        return jdbc.sql(READ).param("maintenant", OffsetDateTime.now(clock)).query((ResultSetExtractor<List<Tenue>>)
                Pauses::read);
    }

    private static List<Tenue> read(ResultSet rs) throws SQLException {
        Map<UUID, Tenue> read = new LinkedHashMap<>();
        while (rs.next()) {
            var id = Colonnes.uuid(rs, "id");
            var publics = Colonnes.strings(rs, "publics").stream()
                    .flatMap(code -> Public.parse(code).stream())
                    .toList();
            var tenue = new Tenue(
                    id,
                    rs.getObject("compte_id", UUID.class),
                    publics,
                    Objects.requireNonNull(rs.getString("motif")),
                    at(rs.getObject("depuis", OffsetDateTime.class)),
                    new ArrayList<>());
            read.computeIfAbsent(id, _ -> tenue)
                    .etapes()
                    .add(new Etape(
                            Palier.valueOf(rs.getString("palier")), at(rs.getObject("des_le", OffsetDateTime.class))));
        }
        return List.copyOf(read.values());
    }

    private static Instant at(OffsetDateTime le) {
        return le.toInstant();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(TenuesChangees changees) {
        forget();
    }

    private void forget() {
        fraicheur.changed(tenues);
        tenues.invalidateAll();
    }

    @Override
    public String nom() {
        return CANAL;
    }

    @Override
    public void hears(String mot) {
        forget();
    }

    @Override
    public void deaf() {
        forget();
    }

    @Override
    public void missed() {
        forget();
    }
}
