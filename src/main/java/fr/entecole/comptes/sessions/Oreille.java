package fr.entecole.comptes.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.comptes.Comptes.Compte;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.sessions.SessionEnt.Ligne;
import fr.entecole.socle.Region;
import fr.entecole.socle.contrats.Canal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Hears what any node or command has changed of stays, accounts and people: PostgreSQL tells whoever listens, once
/// the change is there. Whatever it cannot have heard (its connection is lost, or answers no more) is forgotten
/// within three seconds, and the node believes nothing for longer than five until it hears again. ADR 0030.
@Component
@ConditionalOnWebApplication
class Oreille implements SmartLifecycle {

    private static final int BEAT_MILLIS = 1_000;
    private static final int PATIENCE_MILLIS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Oreille.class);

    private final DataSource base;
    private final Fraicheur fraicheur;
    private final Utilisateurs utilisateurs;
    private final Cache<ByteBuffer, Ligne> sessions;
    private final Cache<UUID, List<Compte>> derriere;
    private final Region region;
    private final List<Canal> canaux;
    private final Clock clock;
    private LocalDate jour;
    private @Nullable Thread thread;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Oreille(
            DataSource base,
            Fraicheur fraicheur,
            Utilisateurs utilisateurs,
            Cache<ByteBuffer, Ligne> sessions,
            Cache<UUID, List<Compte>> derriere,
            Region region,
            ObjectProvider<Canal> canaux,
            Clock clock) {
        this.base = base;
        this.fraicheur = fraicheur;
        this.utilisateurs = utilisateurs;
        this.sessions = sessions;
        this.derriere = derriere;
        this.region = region;
        this.canaux = canaux.orderedStream().toList();
        this.clock = clock;
        this.jour = LocalDate.now(clock);
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("oreille").start(this::run);
    }

    private void run() {
        try {
            do {
                try (var connection = base.getConnection()) {
                    listen(connection);
                } catch (SQLException | RuntimeException _) {
                    // told by the pages, which ask the same database
                } finally {
                    deaf();
                }
            } while (!stopped.await(BEAT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deaf() {
        fraicheur.hears(false);
        region.hears(false);
        forgetAll();
        canaux.forEach(Canal::deaf);
    }

    private void listen(Connection connection) throws SQLException {
        var pg = connection.unwrap(PGConnection.class);
        connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        try {
            execute(connection, "listen annuaire; listen comptes; listen sessions; listen reglages; listen oreille");
            for (var canal : canaux) {
                execute(connection, "listen " + canal.nom());
            }
            if (!hearsOthers(pg)) {
                return;
            }
            region.hears(true);
            fraicheur.hears(true);
            canaux.forEach(Canal::missed);
            while (!isStopped()) {
                // answers that do not come say that nothing else would
                execute(connection, "select 1");
                for (var heard : pg.getNotifications(BEAT_MILLIS)) {
                    hear(heard);
                }
                newDay();
            }
        } finally {
            connection.setNetworkTimeout(Runnable::run, 0);
            execute(connection, "unlisten *");
        }
    }

    /// What is said on another connection is heard on this one: not through what shares connections among clients.
    private boolean hearsOthers(PGConnection pg) throws SQLException {
        var word = UUID.randomUUID().toString();
        try (var other = base.getConnection();
                var say = other.prepareStatement("select pg_notify('oreille', ?)")) {
            say.setString(1, word);
            say.execute();
        }
        for (var heard : pg.getNotifications(PATIENCE_MILLIS)) {
            if (heard.getParameter().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private void hear(PGNotification heard) {
        var what = heard.getParameter();
        switch (heard.getName()) {
            case "sessions" -> {
                fraicheur.changed(sessions);
                sessions.invalidate(ByteBuffer.wrap(HexFormat.of().parseHex(what)));
            }
            case "annuaire" -> {
                fraicheur.changed();
                if (what.isEmpty()) {
                    utilisateurs.forgetAll();
                } else {
                    utilisateurs.forgetPersonne(UUID.fromString(what));
                }
            }
            case "reglages" -> region.read();
            case "comptes" -> {
                if (what.isEmpty()) {
                    fraicheur.changed();
                    derriere.invalidateAll();
                    utilisateurs.forgetAll();
                } else {
                    fraicheur.changed(derriere);
                    derriere.invalidate(UUID.fromString(what));
                }
            }
            default -> {
                // a module's own, or another node that tries its ear
            }
        }
        for (var canal : canaux) {
            if (canal.nom().equals(heard.getName())) {
                tell(canal, what);
            }
        }
    }

    /// One that fails keeps the node from hearing nothing else.
    private static void tell(Canal canal, String what) {
        try {
            canal.hears(what);
        } catch (RuntimeException e) {
            LOG.warn("canal {} : mot non compris", canal.nom(), e);
        }
    }

    /// Some are kept out from a day on, or until one.
    private void newDay() {
        var today = LocalDate.now(clock);
        if (!today.equals(jour)) {
            jour = today;
            fraicheur.changed();
            utilisateurs.forgetAll();
        }
    }

    private void forgetAll() {
        sessions.invalidateAll();
        derriere.invalidateAll();
        utilisateurs.forgetAll();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public void stop() {
        stopped.countDown();
        var running = thread;
        thread = null;
        try {
            if (running != null) {
                running.join(2L * PATIENCE_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Before the first request, and after the last one.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
