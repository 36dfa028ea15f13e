package fr.entecole.annuaire.saisies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EntTest
class LectureDesAgentsTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LectureDesAgents lecture;

    /// Communes as a feed shouts them and as people write them, agents of the region between.
    @Test
    void showsEachAgentOncePageAfterPage() {
        jdbc.sql("""
                        insert into annuaire.commune (insee, nom, departement)
                        values ('34001', 'ABEILHAN', '034'), ('34006', 'Alignan-du-Vent', '034'), ('34332', 'VIAS', '034')
                        """).update();
        jdbc.sql("""
                        insert into annuaire.agent (profil, prenom, nom, commune_insee)
                        select 'CONTRIBUTEUR', 'Ana', 'Essai', (array['34001', '34006', '34332', null])[1 + n % 4]
                          from generate_series(1, 72) n
                        """).update();
        List<UUID> seen = new ArrayList<>();
        var apres = "";
        List<LectureDesAgents.Agent> page;
        do {
            page = lecture.page(apres, 10);
            page.forEach(agent -> seen.add(agent.id()));
            apres = page.isEmpty() ? "" : page.getLast().cle();
        } while (page.size() == 10 && seen.size() <= 72);
        assertThat(seen).hasSize(72).doesNotHaveDuplicates();
    }
}
