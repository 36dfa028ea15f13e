package fr.entecole.annuaire.interims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Directing a school in its head's place, beside what one is there. Rooms ask who directs, and know nothing more.
@Component
public class Interims {

    private static final String FONCTION = "INT";

    private final JdbcClient jdbc;
    private final Clock clock;

    Interims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// From today on.
    public void open(UUID ecole, UUID personnel) {
        jdbc.sql("""
                        insert into annuaire.fonction
                               (personnel_id, structure_id, code, libelle, directeur, source, depuis)
                        values (:personnel, :ecole, :code, 'Direction par intérim', true, 'MANUEL', :jour)
                        on conflict (personnel_id, structure_id, code, specialite_code, source, depuis)
                        do update set fini_le = null
                        """)
                .param("personnel", personnel)
                .param("ecole", ecole)
                .param("code", FONCTION)
                .param("jour", LocalDate.now(clock))
                .update();
    }

    /// What else they are there goes on.
    public void close(UUID ecole, UUID personnel) {
        jdbc.sql("""
                        update annuaire.fonction set fini_le = greatest(depuis, :jour)
                         where personnel_id = :personnel and structure_id = :ecole and code = :code and fini_le is null
                        """)
                .param("personnel", personnel)
                .param("ecole", ecole)
                .param("code", FONCTION)
                .param("jour", LocalDate.now(clock))
                .update();
    }
}
