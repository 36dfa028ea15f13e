package fr.entecole.bench;

import fr.entecole.comptes.Empreinte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Stays of many people at once, as the door would have opened them, and a script by which wrk asks as each in turn.
final class Seances {

    private static final String SCRIPT = """
            local asked = {}
            function init(args)
              for line in io.lines("%s") do
                asked[#asked + 1] = wrk.format("GET", "/", {
                  ["Cookie"] = line, ["Accept-Encoding"] = "gzip, deflate, br, zstd"})
              end
            end
            local n = tonumber(os.getenv("BENCH_FROM") or "0")
            function request()
              n = n %% #asked + 1
              return asked[n]
            end
            """;

    /// How many pages were asked for: who comes next in turn.
    private long asked;

    final Path script;
    final List<String> tokens;
    final int people;

    private Seances(Path script, List<String> tokens, int people) {
        this.script = script;
        this.tokens = tokens;
        this.people = people;
    }

    /// As each of them in turn, from where the run before left off: nobody is forgotten.
    Charge ask(Application app, int connections, int seconds) throws Exception {
        var charge = Charge.as(app, script, asked % tokens.size(), connections, seconds);
        asked += (long) charge.pages();
        return charge;
    }

    long asked() {
        return asked;
    }

    /// @param who selects the accounts, in an order that mixes schools
    static Seances open(Connection connection, String role, String who, int count, Path folder)
            throws SQLException, IOException {
        List<UUID> comptes = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(who + " limit " + count)) {
            while (rows.next()) {
                comptes.add(rows.getObject(1, UUID.class));
            }
        }
        if (comptes.isEmpty()) {
            throw new IllegalStateException("nobody to ask as: " + role);
        }
        List<String> tokens = new ArrayList<>();
        try (var insert = connection.prepareStatement("""
                insert into comptes.session (id_empreinte, compte_id, created_at, vue_le, expire_le)
                values (?, ?, ?, ?, ?)
                """)) {
            var now = OffsetDateTime.now();
            for (int i = 0; i < count; i++) {
                var token = Empreinte.newSecret();
                tokens.add(token);
                insert.setBytes(1, Empreinte.of(token));
                insert.setObject(2, comptes.get(i % comptes.size()));
                insert.setObject(3, now);
                insert.setObject(4, now);
                insert.setObject(5, now.plusHours(1));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        // with the form's token, as a browser that has been here has it
        var cookies = tokens.stream()
                .map(token -> "session=" + token + "; formulaire=" + UUID.randomUUID())
                .toList();
        var list = Files.write(folder.resolve(role + ".seances"), cookies);
        var script = Files.writeString(folder.resolve(role + ".lua"), SCRIPT.formatted(list));
        return new Seances(script, tokens, comptes.size());
    }
}
