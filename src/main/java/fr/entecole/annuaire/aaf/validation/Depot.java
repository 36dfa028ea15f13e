package fr.entecole.annuaire.aaf.validation;

import fr.entecole.annuaire.aaf.Sorte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Stages records: UNLOGGED tables in a schema of the académie's own, filled by `COPY` from a few small buffers on a
/// second thread, so that reading and writing go side by side. What a killed run left there is dropped first.
public final class Depot implements AutoCloseable {

    private static final int TAMPON = 1 << 17;
    private static final int EN_ATTENTE = 4;

    private final Connection connexion;
    private final String schema;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final ExecutorService ecrivain =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(EN_ATTENTE + 1));
    private final Deque<Future<?>> partis = new ArrayDeque<>();

    /// One staging table and what waits to be sent to it.
    final class Table {
        private final String copy;
        private final StringBuilder tampon = new StringBuilder(TAMPON + 4096);
        private boolean debut = true;

        Table(String nom) {
            copy = "copy " + schema + "." + nom + " from stdin";
        }

        Table add(@Nullable String valeur) {
            separate();
            if (valeur == null) {
                tampon.append("\\N");
                return this;
            }
            for (int i = 0; i < valeur.length(); i++) {
                char c = valeur.charAt(i);
                switch (c) {
                    case '\\' -> tampon.append("\\\\");
                    case '\t' -> tampon.append("\\t");
                    case '\n' -> tampon.append("\\n");
                    case '\r' -> tampon.append("\\r");
                    default -> tampon.append(c);
                }
            }
            return this;
        }

        Table add(long valeur) {
            separate();
            tampon.append(valeur);
            return this;
        }

        Table add(boolean valeur) {
            return add(valeur ? "t" : "f");
        }

        void end() {
            tampon.append('\n');
            debut = true;
            if (tampon.length() > TAMPON) {
                flush();
            }
        }

        private void separate() {
            if (!debut) {
                tampon.append('\t');
            }
            debut = false;
        }

        private void flush() {
            if (!tampon.isEmpty()) {
                var octets = tampon.toString().getBytes(StandardCharsets.UTF_8);
                tampon.setLength(0);
                send(copy, new ByteArrayInputStream(octets));
            }
        }
    }

    public Depot(Connection connexion, String schema) {
        this.connexion = connexion;
        this.schema = schema;
    }

    public void create() throws SQLException {
        execute("drop schema if exists " + schema + " cascade");
        execute("create schema " + schema);
        execute("set search_path to " + schema);
        // each statement runs once, on sets of any size: its plan is made for them
        execute("select set_config('annuaire.plans', current_setting('plan_cache_mode'), false)");
        execute("set plan_cache_mode to auto");
        execute("set work_mem to '128MB'");
        // how many rows is what plans of whole sets turn on: a look at each table is enough
        execute("set default_statistics_target to 10");
        for (var sorte : Sorte.values()) {
            var colonnes = new StringBuilder("seq bigint not null, op \"char\" not null, liste bigint, aaf_id text");
            Champs.of(sorte)
                    .forEach(c -> colonnes.append(", ")
                            .append(c.colonne())
                            .append(' ')
                            .append(c.type()));
            createTable(sorte.table, colonnes.toString());
        }
        createTable(
                "s_classe",
                "seq bigint, structure_aaf text, aaf_id text, libelle text, entree_le date, sortie_le date, entrees boolean,"
                        + " sorties boolean");
        createTable(
                "s_date_classe",
                "seq bigint, aaf_id text, entree_le date, sortie_le date, entrees boolean, sorties boolean");
        createTable("s_signalement", "sorte text, aaf_id text, code text, attribut text");
        createTable("s_groupe", "seq bigint, structure_aaf text, aaf_id text, libelle text");
        createTable("s_lien", "seq bigint, n bigint, responsable_aaf text, code text");
        createTable("s_direction", "seq bigint, structure_aaf text");
        createTable(
                "s_fonction",
                "seq bigint, n bigint, structure_aaf text, code text, libelle text, specialite_code text,"
                        + " specialite_libelle text, directeur boolean");
    }

    private void createTable(String nom, String colonnes) throws SQLException {
        execute("create unlogged table " + nom + " (" + colonnes + ") with (autovacuum_enabled = false)");
        tables.put(nom, new Table(nom));
    }

    Table table(String nom) {
        var table = tables.get(nom);
        if (table == null) {
            throw new IllegalArgumentException(nom);
        }
        return table;
    }

    /// Sends what is left and lets PostgreSQL look at what it has.
    public void finish() throws SQLException {
        tables.values().forEach(Table::flush);
        while (!partis.isEmpty()) {
            awaitFirst();
        }
        for (var nom : tables.keySet()) {
            execute("analyze " + schema + "." + nom);
        }
    }

    private void send(String copy, InputStream octets) {
        while (partis.size() >= EN_ATTENTE) {
            awaitFirst();
        }
        partis.add(ecrivain.submit(() -> {
            try {
                return connexion.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, octets);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("staging by COPY", e);
            }
        }));
    }

    private void awaitFirst() {
        try {
            partis.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connexion.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Drops the staging tables and gives the connection back as it was.
    @Override
    public void close() throws SQLException {
        ecrivain.shutdown();
        try {
            if (!ecrivain.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("staging does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        execute("drop schema if exists " + schema + " cascade");
        execute("reset search_path");
        execute("select set_config('plan_cache_mode', current_setting('annuaire.plans', true), false)");
        execute("reset work_mem");
        execute("reset default_statistics_target");
        execute("reset enable_nestloop");
        execute("reset random_page_cost");
    }
}
