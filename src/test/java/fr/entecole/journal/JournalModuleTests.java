package fr.entecole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ModuleTest;
import fr.entecole.socle.DonneesPersonnelles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ModuleTest(mode = BootstrapMode.STANDALONE)
class JournalModuleTests {

    @Autowired
    List<DonneesPersonnelles> modules;

    @Autowired
    JdbcClient jdbc;

    @Test
    void forgetsEachFactAtItsTermWithoutAnybodysHelp() {
        for (var age : List.of("10 years", "1 day")) {
            jdbc.sql("""
                            insert into journal.fait (action, objet_type, objet_id, fait_le)
                            values ('essai', 'essai', :age, now() - cast(:age as interval))
                            """).param("age", age).update();
        }
        assertThat(modules).extracting(DonneesPersonnelles::schema).containsExactly("journal");
        modules.forEach(DonneesPersonnelles::purge);
        assertThat(jdbc.sql("select objet_id from journal.fait where action = 'essai'")
                        .query(String.class)
                        .list())
                .containsExactly("1 day");
    }
}
