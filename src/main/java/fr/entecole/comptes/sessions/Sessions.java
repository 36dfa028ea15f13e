package fr.entecole.comptes.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.ComptesDeconnectes;
import fr.entecole.comptes.Empreinte;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.comptes.Perissable;
import fr.entecole.comptes.sessions.SessionEnt.Ligne;
import jakarta.annotation.PreDestroy;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The sessions of everyone signed in, in the database so that they survive a restart and are the same on every node.
/// A row is read once in some minutes a node ([Fraicheur]), and its last visit written at most once a minute, with
/// those of everyone else; a visitor has none. The identifier itself is never stored. ADR 0010.
@Component
public class Sessions implements SessionRepository<SessionEnt>, Perissable {

    public static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final SessionReglages reglages;
    private final Cache<ByteBuffer, Ligne> lues;
    private final Cache<UUID, List<Compte>> derriere;
    private final Fraicheur fraicheur;
    private final Map<ByteBuffer, Ligne> vues = new ConcurrentHashMap<>();

    Sessions(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            SessionReglages reglages,
            Cache<ByteBuffer, Ligne> lues,
            Cache<UUID, List<Compte>> derriere,
            Fraicheur fraicheur) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.reglages = reglages;
        this.lues = lues;
        this.derriere = derriere;
        this.fraicheur = fraicheur;
    }

    @Override
    public SessionEnt createSession() {
        return new SessionEnt(clock, reglages.inactivite());
    }

    @Override
    public @Nullable SessionEnt findById(String id) {
        if (id.length() != Empreinte.SECRET_LENGTH) {
            return null;
        }
        var empreinte = Empreinte.of(id);
        var key = ByteBuffer.wrap(empreinte);
        var known = lues.getIfPresent(key);
        if (known != null && isOver(known)) {
            // another node may have seen it since
            lues.invalidate(key);
        }
        var ligne = fraicheur.read(lues, key, _ -> read(empreinte));
        return ligne == null || isOver(ligne) ? null : new SessionEnt(id, ligne, clock, reglages.inactivite());
    }

    private boolean isOver(Ligne ligne) {
        return !clock.instant().isBefore(ligne.expireLe());
    }

    private @Nullable Ligne read(byte[] empreinte) {
        long before = fraicheur.now(derriere);
        return jdbc.sql("select s.*, " + Comptes.BEHIND
                        + " as derriere from comptes.session s where id_empreinte = :id")
                .param("id", empreinte)
                .query((rs, _) -> ligne(rs, before))
                .optional()
                .orElse(null);
    }

    private Ligne ligne(ResultSet rs, long before) throws SQLException {
        Map<String, String> contenu = new HashMap<>(json.readValue(rs.getString("contenu"), WORDS));
        var compte = rs.getString("compte_id");
        if (compte != null) {
            contenu.put(SessionEnt.COMPTE, compte);
            fraicheur.keep(derriere, UUID.fromString(compte), Comptes.behind(rs.getArray("derriere")), before);
        }
        return new Ligne(
                rs.getBytes("id_empreinte"),
                Map.copyOf(contenu),
                instant(rs, "created_at"),
                instant(rs, "vue_le"),
                instant(rs, "expire_le"));
    }

    public static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void save(SessionEnt session) {
        var lu = session.lu();
        if (lu == null) {
            if (session.changee()) {
                insert(session);
            }
        } else if (session.changee()) {
            update(session, lu);
        } else if (!VisiteMuette.now()
                && !session.getLastAccessedTime().isBefore(session.vueEcrite().plus(SEEN_EVERY))) {
            touch(session, lu);
            session.seenWritten();
        }
    }

    private void insert(SessionEnt session) {
        jdbc.sql("""
                        insert into comptes.session (id_empreinte, compte_id, contenu, created_at, vue_le, expire_le)
                        values (:id, :compte, :contenu::jsonb, :cree, :vue, :expire)
                        on conflict (id_empreinte) do update
                           set compte_id = excluded.compte_id, contenu = excluded.contenu
                        """)
                .param("id", Empreinte.of(session.getId()))
                .param("compte", session.compte())
                .param("contenu", words(session))
                .param("cree", session.getCreationTime().atOffset(ZoneOffset.UTC))
                .param("vue", session.getLastAccessedTime().atOffset(ZoneOffset.UTC))
                .param("expire", expiry(session).atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Never brings back a row that a sign-out has removed meanwhile.
    private void update(SessionEnt session, Ligne lu) {
        jdbc.sql("""
                        update comptes.session
                           set id_empreinte = :id, compte_id = :compte, contenu = :contenu::jsonb,
                               vue_le = :vue, expire_le = :expire
                         where id_empreinte = :ancien
                        """)
                .param("id", Empreinte.of(session.getId()))
                .param("ancien", lu.empreinte())
                .param("compte", session.compte())
                .param("contenu", words(session))
                .param("vue", session.getLastAccessedTime().atOffset(ZoneOffset.UTC))
                .param("expire", expiry(session).atOffset(ZoneOffset.UTC))
                .update();
        lues.invalidate(ByteBuffer.wrap(lu.empreinte()));
    }

    /// Written by the next beat, with the others'; at once where another node could take the session for ended.
    private void touch(SessionEnt session, Ligne lu) {
        var key = ByteBuffer.wrap(lu.empreinte());
        var vue = session.getLastAccessedTime();
        var seen = new Ligne(lu.empreinte(), lu.contenu(), lu.creeLe(), vue, expiry(session));
        vues.put(key, seen);
        lues.asMap().computeIfPresent(key, (_, ligne) -> seen.with(ligne.contenu()));
        if (lu.expireLe().isBefore(vue.plus(SEEN_EVERY.multipliedBy(2)))) {
            try {
                writeSeen();
            } catch (DataAccessException e) {
                // the page is made, and says what it says: the next beat writes it
                LOG.warn("sessions vues, écrites plus tard : {}", e.getClass().getSimpleName());
            }
        }
    }

    /// Rows are locked in one order: two nodes that write the same sessions never wait for each other.
    @Scheduled(fixedDelayString = "PT5S")
    @PreDestroy
    void writeSeen() {
        var seen = vues.values().stream()
                .filter(ligne -> vues.remove(ByteBuffer.wrap(ligne.empreinte()), ligne))
                .toList();
        if (seen.isEmpty()) {
            return;
        }
        try {
            write(seen);
        } catch (DataAccessException e) {
            // what a page has said meanwhile is newer
            seen.forEach(ligne -> vues.putIfAbsent(ByteBuffer.wrap(ligne.empreinte()), ligne));
            throw e;
        }
    }

    private void write(List<Ligne> seen) {
        jdbc.sql("""
                        update comptes.session s
                           set vue_le = greatest(s.vue_le, v.vue_le), expire_le = greatest(s.expire_le, v.expire_le)
                          from (select l.id_empreinte as id, w.vue_le, w.expire_le
                                  from unnest(:ids, :vues::timestamptz[], :expirations::timestamptz[])
                                       w (id, vue_le, expire_le)
                                  join comptes.session l on l.id_empreinte = w.id
                                 order by l.id_empreinte for update of l) v
                         where s.id_empreinte = v.id
                        """)
                .param("ids", seen.stream().map(Ligne::empreinte).toArray(byte[][]::new))
                .param("vues", instants(seen, Ligne::vueLe))
                .param("expirations", instants(seen, Ligne::expireLe))
                .update();
    }

    private static String[] instants(List<Ligne> lignes, Function<Ligne, Instant> which) {
        return lignes.stream().map(which).map(Instant::toString).toArray(String[]::new);
    }

    private Instant expiry(SessionEnt session) {
        var fin = session.fin();
        if (fin != null) {
            return fin;
        }
        var idle = session.getLastAccessedTime()
                .plus(reglages.idle(session.contenu().get(SessionEnt.INACTIVITE)));
        var most = session.getCreationTime().plus(reglages.absolue());
        return idle.isBefore(most) ? idle : most;
    }

    private String words(SessionEnt session) {
        var words = new HashMap<>(session.contenu());
        words.remove(SessionEnt.COMPTE);
        return json.writeValueAsString(words);
    }

    @Override
    public void deleteById(String id) {
        var empreinte = Empreinte.of(id);
        jdbc.sql("delete from comptes.session where id_empreinte = :id")
                .param("id", empreinte)
                .update();
        lues.invalidate(ByteBuffer.wrap(empreinte));
    }

    /// Ends every stay of these accounts, and of the classes and children's pages that they have opened on devices: a
    /// password changed, or people are forgotten.
    public void endAll(Collection<UUID> comptes) {
        jdbc.sql("delete from comptes.session where compte_id = any(:comptes) or contenu->>'" + SessionEnt.OUVERTE_PAR
                        + "' = any(:mots) or contenu->>'" + SessionEnt.RESPONSABLE + "' = any(:mots)")
                .param("comptes", comptes.toArray(UUID[]::new))
                .param("mots", comptes.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        lues.invalidateAll();
    }

    /// Ends a class that this account has opened, on every device where it has.
    ///
    /// @return how many there were
    public int endClasse(UUID compte, UUID classe) {
        int ended = jdbc.sql("delete from comptes.session where contenu->>'" + SessionEnt.OUVERTE_PAR
                        + "' = :compte and contenu->>'" + SessionEnt.CLASSE + "' = :classe")
                .param("compte", compte.toString())
                .param("classe", classe.toString())
                .update();
        lues.invalidateAll();
        return ended;
    }

    @EventListener
    void on(ComptesDeconnectes deconnectes) {
        endAll(deconnectes.comptes());
    }

    /// A stay of which a device keeps something, sealed, is remembered a little longer ([Gardes]); it opens nothing.
    @Override
    public int purge() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("delete from comptes.session where expire_le < :now and (contenu->>'" + SessionEnt.GARDE
                        + "' is null or vue_le < :since)")
                .param("now", now)
                .param("since", now.minus(Gardes.GARDEES))
                .update();
    }
}
