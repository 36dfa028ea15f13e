package fr.entecole.socle;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this installation is, for ever: a demonstration with invented people, or a real one. Nothing is decided until
/// the first start; a base into which a command brought something before is a real one.
@Component
public class Installation {

    private static final String DEMONSTRATION = "demonstration";
    private static final String CHARGEE = "demonstration-chargee";
    private static final String REELLE = "reelle";
    private static final String SCEAU = "sceau";

    private final JdbcClient jdbc;
    private final Set<String> marks = new HashSet<>();

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
        read();
    }

    /// Reads the marks of the base again: at the start, and in tests when the base changes underneath.
    public final synchronized void read() {
        marks.clear();
        marks.addAll(jdbc.sql("select cle from socle.installation")
                .query((rs, _) -> rs.getString(1))
                .list());
    }

    public synchronized boolean demonstration() {
        return marks.contains(DEMONSTRATION);
    }

    public synchronized boolean loaded() {
        return marks.contains(CHARGEE);
    }

    public synchronized boolean isNew() {
        return marks.stream().allMatch(SCEAU::equals);
    }

    /// Marks the base before any invented person comes in.
    public void becomeDemonstration() {
        if (!isNew() && !demonstration()) {
            throw new IllegalStateException("a real base never becomes a demonstration");
        }
        mark(DEMONSTRATION);
    }

    public void demonstrationLoaded() {
        mark(CHARGEE);
    }

    public void becomeReal() {
        mark(REELLE);
    }

    /// Notes the secret's print, to know the day it changes.
    ///
    /// @return false when the installation was served under another secret until now
    public boolean sealedWith(Sceau sceau) {
        var print = HexFormat.of().formatHex(sceau.of("installation", ""));
        var before = jdbc.sql("select valeur from socle.installation where cle = :cle")
                .param("cle", SCEAU)
                .query((rs, _) -> rs.getString(1))
                .optional();
        jdbc.sql("""
                        insert into socle.installation (cle, valeur) values (:cle, :print)
                        on conflict (cle) do update set valeur = excluded.valeur, pose_le = excluded.pose_le
                        """).param("cle", SCEAU).param("print", print).update();
        return before.isEmpty() || before.get().equals(print);
    }

    private synchronized void mark(String key) {
        jdbc.sql("insert into socle.installation (cle, valeur) values (:cle, 'oui') on conflict do nothing")
                .param("cle", key)
                .update();
        marks.add(key);
    }
}
