package fr.entecole.annuaire.classes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.annuaire.Reperes;
import fr.entecole.annuaire.Visites;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where no feed gives the pupils of a school, its head has the way to complete the directory at hand.
@MondeTest
class CompleterWebTests {

    private static final String FOLD = "Tout ce que je peux faire";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reperes reperes;

    @Test
    void standsBeforeTheFoldWhereNoFeedGivesTheSchool() {
        var head = new Visites(context).personnel("11", "300101");
        var ecole = reperes.ecole("0110358E");
        var way = "/annuaire/ecoles/" + ecole + "/complements";
        var fed = home(head);
        assertThat(fed.indexOf(way)).isGreaterThan(fed.indexOf(FOLD));

        of(ecole, "update annuaire.eleve set suspendu_le = now() where structure_id = :ecole");
        var alone = home(head);
        assertThat(alone.indexOf(way)).isPositive().isLessThan(alone.indexOf(FOLD));
        assertThat(alone.split(way, -1)).as("once").hasSize(2);
    }

    private String home(UUID head) {
        return new Visites(context).page(head, "/");
    }

    private void of(UUID ecole, String sql) {
        jdbc.sql(sql).param("ecole", ecole).update();
    }
}
