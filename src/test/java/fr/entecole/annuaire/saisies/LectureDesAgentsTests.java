package fr.entecole.annuaire.saisies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.EntTest;
import fr.entecole.socle.Profil;
import java.time.LocalDate;
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

    @Autowired
    Agents agents;

    /// Rights and links are given by name: never to who is out.
    @Test
    void findsByNameWhoMayActAndNobodyWhoIsOut() {
        var jour = LocalDate.of(2026, 9, 1);
        jdbc.sql("""
                        insert into annuaire.agent (id, profil, prenom, nom, fin, retire_le, retire_raison)
                        values ('00000000-0000-7000-8000-00000000a001', 'ADMINISTRATEUR', 'Zoé', 'Sortie', null, now(), 'DOUBLE'),
                               ('00000000-0000-7000-8000-00000000a002', 'ADMINISTRATEUR', 'Zoé', 'Sortie', '2026-08-31', null, null)
                        """).update();
        assertThat(agents.find(Profil.ADMINISTRATEUR, "Zoé", "Sortie", jour)).isEmpty();
        var own = UUID.fromString("00000000-0000-7000-8000-00000000a003");
        jdbc.sql("""
                        insert into annuaire.agent (id, profil, prenom, nom, fin)
                        values (:id, 'ADMINISTRATEUR', 'Zoé', 'Sortie', :jour)
                        """).param("id", own).param("jour", jour).update();
        assertThat(agents.find(Profil.ADMINISTRATEUR, "zoé", "SORTIE", jour)).contains(own);
        assertThat(agents.find(Profil.ADMINISTRATEUR, "Zoé", "Sortie", jour.plusDays(1)))
                .isEmpty();
    }

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
