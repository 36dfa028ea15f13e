package fr.entecole.comptes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives an account to everyone of the directory who has none, a whole académie at once and in bounded memory: names
/// are read by a cursor, the roots of logins copied to a temporary table, homonyms numbered by the database.
/// One birth at a time in the installation (advisory lock), so that two imports never take the same number.
@Component
class NaissanceDesComptes {

    static final int BATCH = 5_000;

    /// From so many births on, the planner should look at what there is now.
    private static final int MANY = 1_000;

    private static final long LOCK = 0x636F6D70746573L; // "comptes"

    // A body ("organisme" in the first name's place, AAF 1D) answers for a child on paper: it is nobody who signs in.
    private static final String WITHOUT_ACCOUNT = """
            select t.id, t.nature, t.prenom, t.nom from annuaire.titulaire t
             where not (t.nature = 'RESPONSABLE' and lower(t.prenom) = 'organisme')
               and not exists (select 1 from comptes.compte c where c.personne_id = t.id)
            """;

    private static final String NUMBERED = """
            insert into comptes.compte (created_at, personne_id, nature, racine, rang, login)
            with prise as materialized (
                select r.racine, coalesce((select max(c.rang) from comptes.compte c where c.racine = r.racine), 0) as rang
                  from (select distinct racine from naissance) r)
            select ?, personne_id, nature, racine, rang, login
              from (select q.*, racine || case when rang > 1 then rang::text else '' end as login
                      from (select n.personne_id, n.nature, n.racine,
                                   p.rang + n.saut
                                   + row_number() over (partition by n.racine order by n.personne_id) as rang
                              from naissance n join prise p on p.racine = n.racine) q) numbered
            """;

    /// A login says its root and its number, unless the root ends in a digit: only then may two of one birth be the
    /// same. Nearly everybody is spared looking into four indexes twice.
    private static final String PLAIN = NUMBERED + """
             where racine !~ '[0-9]$'
               and not exists (select 1 from comptes.compte c where c.login = numbered.login)
            """;

    private static final String OTHERS = NUMBERED + " on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    NaissanceDesComptes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public int createMissing() {
        return born(null);
    }

    /// The accounts of these people, without looking at all the others.
    @Transactional
    public int create(Collection<UUID> personnes) {
        return personnes.isEmpty() ? 0 : born(personnes);
    }

    private int born(@Nullable Collection<UUID> personnes) {
        jdbc.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        jdbc.execute("create temp table if not exists naissance"
                + " (personne_id uuid, nature text, racine text, saut int not null default 0) on commit drop");
        jdbc.execute("truncate naissance");
        Integer waiting = jdbc.execute((Connection connection) -> stage(connection, personnes));
        if (waiting == null || waiting == 0) {
            return 0;
        }
        if (waiting >= MANY) {
            jdbc.execute("analyze naissance");
        }
        int born = jdbc.update(PLAIN, OffsetDateTime.now(clock));
        while (born < waiting) {
            jdbc.update("delete from naissance n using comptes.compte c where c.personne_id = n.personne_id");
            born += jdbc.update(OTHERS, OffsetDateTime.now(clock));
            // Left over: a login that a name ending in a digit already bears ("jean.martin2"). Its next number is
            // tried.
            jdbc.update("update naissance set saut = saut + 1");
        }
        if (born >= MANY) {
            jdbc.execute("analyze comptes.compte");
        }
        return born;
    }

    private static int stage(Connection connection, @Nullable Collection<UUID> personnes) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var statement = connection.prepareStatement(
                personnes == null ? WITHOUT_ACCOUNT : WITHOUT_ACCOUNT + " and t.id = any(?)")) {
            if (personnes != null) {
                statement.setArray(1, connection.createArrayOf("uuid", personnes.toArray(UUID[]::new)));
            }
            statement.setFetchSize(BATCH);
            try (var rows = statement.executeQuery()) {
                int count = 0;
                var lines = new StringBuilder();
                while (rows.next()) {
                    append(lines, rows);
                    if (++count % BATCH == 0) {
                        copy(copy, lines);
                    }
                }
                copy(copy, lines);
                return count;
            }
        }
    }

    private static void append(StringBuilder lines, ResultSet row) throws SQLException {
        lines.append(row.getString("id"))
                .append('\t')
                .append(row.getString("nature"))
                .append('\t')
                .append(Logins.racine(row.getString("prenom"), row.getString("nom")))
                .append('\n');
    }

    private static void copy(CopyManager copy, StringBuilder lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        var bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        lines.setLength(0);
        try {
            copy.copyIn(
                    "copy naissance (personne_id, nature, racine) from stdin", new java.io.ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
