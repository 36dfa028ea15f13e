package fr.entecole.bench;

import fr.entecole.comptes.Empreinte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Stays of many people, each with an address of their own, and a script by which wrk asks for it as each in turn.
final class Visites {

    private static final String SCRIPT = """
            local asked = {}
            function init(args)
              for line in io.lines("%s") do
                local path, cookie = string.match(line, "^(%%S+) (.*)$")
                asked[#asked + 1] = wrk.format("GET", path, {
                  ["Cookie"] = cookie, ["Accept-Encoding"] = "gzip, deflate, br, zstd"})
              end
            end
            local n = tonumber(os.getenv("BENCH_FROM") or "0")
            function request()
              n = n %% #asked + 1
              return asked[n]
            end
            """;

    /// @param token empty for who has no stay
    record Ligne(String path, String token, String cookie) {}

    private final List<Ligne> lignes;
    private final Path script;
    private final Path folder;
    private final String role;
    private long asked;

    private Visites(String role, List<Ligne> lignes, Path folder) throws IOException {
        this.role = role;
        this.lignes = lignes;
        this.folder = folder;
        var list = Files.write(
                folder.resolve(role + ".visites"),
                lignes.stream().map(ligne -> ligne.path + " " + ligne.cookie).toList());
        this.script = Files.writeString(folder.resolve(role + ".lua"), SCRIPT.formatted(list));
    }

    /// @param who selects accounts, and the address of each as a second column where `path` is null
    static Visites open(Connection connection, String role, String who, String path, int count, Path folder)
            throws SQLException, IOException {
        List<Ligne> lignes = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(who + " limit " + count);
                var insert = connection.prepareStatement("""
                        insert into comptes.session (id_empreinte, compte_id, created_at, vue_le, expire_le)
                        values (?, ?, ?, ?, ?)
                        """)) {
            var now = Heure.now();
            while (rows.next()) {
                var address = path == null ? rows.getString(2) : path;
                if (address != null) {
                    var token = Empreinte.newSecret();
                    insert.setBytes(1, Empreinte.of(token));
                    insert.setObject(2, rows.getObject(1, UUID.class));
                    insert.setObject(3, now);
                    insert.setObject(4, now);
                    insert.setObject(5, now.plusHours(1));
                    insert.addBatch();
                    lignes.add(new Ligne(address, token, "session=" + token + "; formulaire=" + UUID.randomUUID()));
                }
            }
            insert.executeBatch();
        }
        if (lignes.isEmpty()) {
            throw new IllegalStateException("nobody to ask as: " + role);
        }
        return new Visites(role, lignes, folder);
    }

    static Visites of(String role, List<Ligne> lignes, Path folder) throws IOException {
        return new Visites(role, lignes, folder);
    }

    List<Ligne> all() {
        return List.copyOf(lignes);
    }

    /// The same people, at one address.
    Visites at(String path) throws IOException {
        return new Visites(
                role + "plancher",
                lignes.stream().map(ligne -> new Ligne(path, ligne.token, ligne.cookie)).toList(),
                folder);
    }

    Visiteur first(Application app) {
        return new Visiteur(app.address()).as(lignes.getFirst().token);
    }

    /// Of the first of them.
    String path() {
        return lignes.getFirst().path;
    }

    Charge ask(Application app, int connections, int seconds) throws Exception {
        var charge = Charge.as(app, script, asked % lignes.size(), connections, seconds);
        asked += (long) charge.pages();
        return charge;
    }

    long asked() {
        return asked;
    }
}
