package fr.entecole.comptes.appareils;

import fr.entecole.comptes.sessions.SessionEnt;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.socle.Sceau;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The classes that an account has opened on devices, with the short code that closes each: four figures drawn from
/// what stands in the device's session, kept nowhere, and shown on the teacher's own page alone. ADR 0036.
@Component
public class ClassesOuvertes {

    private static final int CODES = 10_000;

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Sceau sceau;
    private final Clock clock;

    ClassesOuvertes(JdbcClient jdbc, Sessions sessions, Sceau sceau, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.sceau = sceau;
        this.clock = clock;
    }

    public List<Ouverte> of(UUID compte) {
        return jdbc.sql("select contenu->>'" + SessionEnt.CLASSE + "' as classe, contenu->>'" + SessionEnt.FIN
                        + "' as fin from comptes.session where contenu->>'" + SessionEnt.OUVERTE_PAR
                        + "' = :compte and expire_le > :now order by expire_le")
                .param("compte", compte.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, _) -> {
                    var classe = UUID.fromString(rs.getString("classe"));
                    var fin = Instant.parse(rs.getString("fin"));
                    return new Ouverte(classe, fin, code(compte, classe, fin));
                })
                .list();
    }

    public String code(ClasseOuverte ouverte) {
        return code(ouverte.compte(), ouverte.classe(), ouverte.fin());
    }

    /// @return whether it was open somewhere
    public boolean close(UUID compte, UUID classe) {
        return sessions.endClasse(compte, classe) > 0;
    }

    private String code(UUID compte, UUID classe, Instant fin) {
        var drawn = ByteBuffer.wrap(sceau.of("fermeture", compte + "\n" + classe + "\n" + fin));
        return "%04d".formatted(Math.floorMod(drawn.getLong(), (long) CODES));
    }

    /// @param fin when it closes by itself
    /// @param code what closes it on the device
    public record Ouverte(UUID classe, Instant fin, String code) {}
}
