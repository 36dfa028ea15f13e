package fr.entecole.comptes.motsdepasse;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.MondeTest;
import fr.entecole.comptes.EnTantQue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What others would try of a parent: their children, and all the schools of all of them.
@MondeTest
class EntourageTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MotsDePasse motsDePasse;

    @Test
    void holdsTheNamesOfEachSchoolOfEachChild() {
        var parent = jdbc.sql("""
                        select a.responsable_id from annuaire.autorite(current_date) a
                          join annuaire.present p on p.eleve_id = a.eleve_id
                         group by a.responsable_id having count(distinct p.ecole_id) > 1 limit 1
                        """).query((rs, _) -> rs.getObject(1, UUID.class)).single();
        var exigence = motsDePasse.exigence(new EnTantQue(context).account(parent));
        var noms = jdbc.sql("""
                        select coalesce(s.nom_usage, s.nom_courant) from annuaire.structure s
                         where s.id in (select p.ecole_id from annuaire.autorite(current_date) a
                                          join annuaire.present p on p.eleve_id = a.eleve_id
                                         where a.responsable_id = :parent)
                        union select e.prenom from annuaire.eleve e
                          join annuaire.autorite(current_date) a on a.eleve_id = e.id and a.responsable_id = :parent
                        """).param("parent", parent).query(String.class).list();
        assertThat(noms).hasSizeGreaterThan(3);
        for (var nom : noms) {
            var word = List.of(nom.split("[^\\p{L}]+")).getLast().toLowerCase(Locale.ROOT);
            var made = Character.toUpperCase(word.charAt(0)) + word.substring(1) + "-2026!";
            assertThat(exigence.refusal(made, made)).as(made).isPresent();
        }
        assertThat(exigence.refusal("Lilas7vert", "Lilas7vert")).isEmpty();
    }
}
