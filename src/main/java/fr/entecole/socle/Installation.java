package fr.entecole.socle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this installation is: a demonstration with invented people, for ever, or a real one.
@Component
public class Installation {

    private final JdbcClient jdbc;
    private volatile boolean demonstration;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.demonstration = read();
    }

    private boolean read() {
        return jdbc.sql("select exists (select 1 from socle.installation where cle = 'demonstration')")
                .query((rs, _) -> rs.getBoolean(1))
                .single();
    }

    public boolean demonstration() {
        return demonstration;
    }

    /// Marks the base for ever; only the loader of the named world calls this, on a new embedded base.
    public void becomeDemonstration() {
        jdbc.sql("insert into socle.installation (cle, valeur) values ('demonstration', 'oui') on conflict do nothing")
                .update();
        demonstration = true;
    }
}
