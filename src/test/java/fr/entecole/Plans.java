package fr.entecole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What PostgreSQL would do for the statements of a page, planned once for everyone as they run, with the application's
/// own price of a block (`exploitation.BaseDeDonnees`).
public final class Plans {

    /// Read whole, as it stands or by an index that nothing is looked up in.
    private static final String READ_WHOLE =
            "Seq Scan on (%1$s)\\b|Index (Only )?Scan (Backward )?using \\S+ on (%1$s)\\b[^\\n]*\\n(?!\\s*Index Cond)";

    private Plans() {}

    public static Pattern readsWhole(Collection<String> tables) {
        return Pattern.compile(READ_WHOLE.formatted(String.join("|", tables)));
    }

    public static void readNothingWhole(String what, List<String> statements, Pattern readsWhole) {
        for (var statement : statements) {
            if (!statement.startsWith("insert") && !statement.startsWith("set ")) {
                assertThat(String.join("\n", of(statement)))
                        .as("%s: %s", what, statement)
                        .doesNotContainPattern(readsWhole);
            }
        }
    }

    private static List<String> of(String statement) {
        var numbered = new StringBuilder();
        int n = 0;
        for (var part : statement.split("\\?", -1)) {
            numbered.append(n == 0 ? "" : "$" + n).append(part);
            n++;
        }
        // Only the simple protocol explains a statement whose parameters it does not have.
        var address = "jdbc:postgresql://127.0.0.1:" + BaseDeTest.instance().port() + "/"
                + BaseDeTest.instance().currentDatabase()
                + "?user=postgres&preferQueryMode=simple&options=-c%20random_page_cost=1.1";
        try (var connection = DriverManager.getConnection(address);
                var rows = connection.createStatement().executeQuery("explain (generic_plan, costs off) " + numbered)) {
            List<String> plan = new ArrayList<>();
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
            return plan;
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
