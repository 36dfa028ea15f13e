package fr.entecole.liaison.familles;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether families of a school may write to teachers first, as its head says on the page of rules.
final class Messages {

    private Messages() {}

    static void close(JdbcClient jdbc, UUID ecole, Instant now) {
        jdbc.sql("""
                        insert into messagerie.regle (ecole_id, droit, permis, retenu, posee_par, posee_le)
                        select :ecole, 'RESPONSABLE_ENSEIGNANT', false, false, :par, :le
                         where not exists (select 1 from messagerie.regle
                                            where ecole_id = :ecole and droit = 'RESPONSABLE_ENSEIGNANT'
                                              and remplacee_le is null)
                        """)
                .param("ecole", ecole)
                .param("par", UUID.randomUUID())
                .param("le", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static void open(JdbcClient jdbc) {
        jdbc.sql("delete from messagerie.regle where droit = 'RESPONSABLE_ENSEIGNANT'")
                .update();
    }
}
