package fr.entecole.comptes.feuilles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.entecole.ComptageSql;
import fr.entecole.MondeTest;
import fr.entecole.Rattrapage;
import fr.entecole.annuaire.PersonnesOubliees;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.feuilles.LectureDesAcces.Comptage;
import fr.entecole.socle.Lectures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is kept of the counts of schools is what would be counted now, after any gesture that changes them.
@MondeTest
class ComptagesTests {

    @Autowired
    LectureDesAcces acces;

    @Autowired
    Lectures lectures;

    @Autowired
    ApplicationContext context;

    @Autowired
    Comptes comptes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    List<UUID> ecoles;

    @BeforeEach
    void openSchools() {
        ecoles = jdbc.sql("select ecole_id from annuaire.ouverte")
                .query(UUID.class)
                .list();
    }

    @Test
    void countsOnceAsLongAsNothingMoves() {
        Rattrapage.hear(context);
        kept();
        assertThat(ComptageSql.during(() -> assertThat(kept()).isEqualTo(counted())))
                .as("what the test counts")
                .hasSize(1);
    }

    @Test
    void isRightAfterEachGesture() {
        var enfant = childOfTwoWhoNeverCame();
        var parents = jdbc.sql("select personne_id from annuaire.garde(current_date) where eleve_id = :e")
                .param("e", enfant)
                .query(UUID.class)
                .list();
        var premier = parents.getFirst();
        var second = parents.getLast();
        moves("first visit", "update comptes.compte set active_le = now() where personne_id = ?", premier);
        moves("kept out", """
                insert into annuaire.restriction (eleve_id, responsable_id, depuis, preuve, posee_le)
                select ?, ?, current_date, 'jugement', now()""", enfant, premier);
        moves("let in again", "update annuaire.restriction set levee_le = now() where eleve_id = ?", enfant);
        moves(
                "accounts joined",
                () -> assertThat(comptes.join(account(premier), account(second), List.of()))
                        .isTrue());
        moves("no longer a guardian", "update annuaire.lien set retire_le = now() where responsable_id = ?", second);
        moves("a guardian again", "update annuaire.lien set retire_le = null where responsable_id = ?", second);
        moves("gone from the feed", "update annuaire.responsable set suspendu_le = now() where id = ?", second);
        moves("forgotten", () -> events.publishEvent(new PersonnesOubliees(List.of(premier))));
        moves("reads no more", "update annuaire.eleve set niveau = 'CP' where id = ?", enfant);
        moves("the child has left", "update annuaire.eleve set suspendu_le = now() where id = ?", enfant);
        moves("the child is back", "update annuaire.eleve set suspendu_le = null where id = ?", enfant);
        moves("the child is forgotten", () -> events.publishEvent(new PersonnesOubliees(List.of(enfant))));
    }

    private void moves(String what, String sql, Object... parameters) {
        moves(what, () -> {
            var statement = jdbc.sql(sql);
            for (int i = 0; i < parameters.length; i++) {
                statement = statement.param(i + 1, parameters[i]);
            }
            statement.update();
        });
    }

    private void moves(String what, Runnable gesture) {
        var before = kept();
        gesture.run();
        Rattrapage.hear(context);
        assertThat(kept()).as(what).isEqualTo(counted()).isNotEqualTo(before);
    }

    private Map<UUID, Comptage> kept() {
        return lectures.read(acces.in(ecoles));
    }

    private Map<UUID, Comptage> counted() {
        return lectures.read(acces.counted(ecoles));
    }

    private UUID account(UUID personne) {
        return comptes.ofPersonne(personne).orElseThrow();
    }

    /// Reads, has no brother nor sister, and both guardians have an account of their own that was never used.
    private UUID childOfTwoWhoNeverCame() {
        return jdbc.sql("""
                        select g.eleve_id from annuaire.garde(current_date) g
                          join annuaire.present p on p.eleve_id = g.eleve_id and not annuaire.petit(p.niveau)
                          join annuaire.ouverte o on o.ecole_id = p.ecole_id
                          join comptes.compte c on c.personne_id = g.personne_id and c.active_le is null
                               and c.rejoint_id is null and c.nature = 'RESPONSABLE'
                               and not exists (select 1 from comptes.compte r where r.rejoint_id = c.id)
                         where (select count(*) from annuaire.garde(current_date) x
                                 where x.personne_id = g.personne_id) = 1
                         group by g.eleve_id
                        having count(*) = 2
                           and count(*) = (select count(*) from annuaire.garde(current_date) x
                                            where x.eleve_id = g.eleve_id)
                         order by g.eleve_id limit 1
                        """).query(UUID.class).single();
    }
}
